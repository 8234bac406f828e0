import type { Fault } from './model/faults.ts';
import { fromDocument } from './page.ts';

export type Fields = Record<string, unknown>;

/** A configuration as its sources say it, in plain data; and what could not be read and is left out. */
export interface PageConfig {
  readonly input: Fields;
  readonly faults: readonly Fault[];
}

const GLOBAL = 'commsorConsentConfig';
/** The id of the element with the configuration as JSON. */
const BLOCK = 'commsor-consent-config';
/** Inside these the sources merge field by field; anything else is taken whole. */
const MERGED = ['policy', 'ui', 'reopen', 'storage', 'signals', 'google', 'records'];

/** Objects of other realms too, but no lists, elements and windows. */
const isPlain = (value: unknown): value is Fields => ({}).toString.call(value) === '[object Object]';

/**
 * Looks a configuration up where it may stand, for each field, first found wins: `argument`, which is that of
 * `createConsent`; `window.commsorConsentConfig`; the JSON in the page; `attributes`, which are those of the tag. On a
 * server there is the argument alone.
 */
export function readPageConfig(argument?: unknown, attributes: Fields = {}): PageConfig {
  const faults: Fault[] = [];
  const copies = new Map<object, object>();

  /**
   * What `get` gives, as plain data: nothing of the page's runs when it is read again. A getter of a stranger's that
   * throws costs its own field and no other.
   */
  function copy(field: string, get: () => unknown, path = `${field}.`): unknown {
    try {
      const value = get();
      if (!isPlain(value) && !Array.isArray(value)) return value;
      const known = copies.get(value);
      if (known) return known; // It may contain itself.
      const fresh: object = Array.isArray(value) ? [] : Object.create(null);
      copies.set(value, fresh);
      for (const key of Object.keys(value))
        Reflect.set(
          fresh,
          key,
          copy(path + key, () => Reflect.get(value, key)),
        );
      return fresh;
    } catch (error) {
      faults.push({ field, fix: `is left out until it can be read: ${error}` });
      return undefined;
    }
  }

  const source = (name: string, get: () => unknown): Fields => {
    const plain = () => {
      const value = get() ?? {};
      if (isPlain(value)) return value;
      throw new TypeError('not a plain object');
    };
    return Object(copy(name, plain, ''));
  };

  const sources = [source('configuration', () => argument)];
  if (typeof document !== 'undefined') {
    const block = fromDocument('getElementById').call(document, BLOCK);
    sources.push(
      // A page element with that name is no property of the window's own.
      source(GLOBAL, () => (Object.hasOwn(window, GLOBAL) ? window[GLOBAL] : null)),
      source(BLOCK, () => (block instanceof HTMLScriptElement ? JSON.parse(block.text) : null)),
      attributes,
    );
  }
  return { input: sources.reduceRight((rest, first) => merge(first, rest)), faults };
}

function merge(first: Fields, rest: Fields): Fields {
  const merged: Fields = Object.assign(Object.create(null), rest);
  for (const [key, value] of Object.entries(first)) {
    const more = MERGED.includes(key) && isPlain(merged[key]) && merged[key];
    // `true` switches on what a later source says more of.
    if (value === undefined || (value === true && more)) continue;
    merged[key] = isPlain(value) && more ? merge(value, more) : value;
  }
  return merged;
}
