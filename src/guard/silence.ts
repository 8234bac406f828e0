import type { Stop } from '../lazy.ts';
import type { Config, Service } from '../model/config.ts';
import { cookiePatterns, storagePatterns } from '../model/kept-names.ts';
import { matchesName, ruleFinder } from '../model/match.ts';
import { rulesOf } from '../model/rules.ts';
import { createElement, prototypeOfDocument } from '../page.ts';
import { callers, INLINE } from './callers.ts';
import { guardNetwork } from './network.ts';
import { type Before, createPatches, type Patch } from './patch.ts';

export interface SilenceNeeds {
  readonly config: Pick<Config, 'block' | 'services'>;
  /** Whether an expression holds by now: what is allowed again is heard again. */
  allows(expression: string): boolean;
  /** What ran and is no longer allowed: addresses and texts of scripts, whose elements may be gone. */
  denied(): readonly string[];
}

interface Suspects {
  readonly codes: readonly string[];
  readonly hosts: readonly string[];
}

/** What markup has that loads something. */
const LOADING = /src|href/i;

/** Whether it is no text of a script. */
const isAddress = (code: string) => /^[\w-]+:\S*$/.test(code);

/** The hosts that a text names, with their ports. */
const hostsIn = (text: string) => text.match(/(?<=\/\/)[\w.-]+(:\d+)?/g) ?? [];

/**
 * Lets what ran and is no longer allowed send nothing more, and keep nothing, in a page that stays. Known by their
 * addresses are the services that say where they load from, the hosts of their scripts, and hosts that an inline start
 * names; known by the stack of a call is their code, wherever it sends, as long as none of the page's own is in it.
 * Not in reach: a worker or a frame that is there already and was not tagged, what took the browser's functions for
 * itself before this stands.
 */
export function silence({ config, allows, denied }: SilenceNeeds): Stop {
  const { patch, undo } = createPatches();
  const find = ruleFinder(rulesOf(config.block, [...config.services]), location.hostname);
  // A link resolves an address as the page does, and never throws.
  const link = createElement('a');

  /** The code that is denied, and the hosts that it names. */
  function suspects(): Suspects {
    const codes = denied();
    return { codes, hosts: codes.flatMap(hostsIn) };
  }

  /** Whether an address belongs to what is denied; `undefined` where no rule says whose it is. */
  function isDenied(address: string, { hosts }: Suspects): boolean | undefined {
    link.href = address;
    const expression = find(link);
    if (expression) return !allows(expression);
    return (link.host !== location.host && hosts.includes(link.host)) || undefined;
  }

  /** Whether nobody but denied code leads to this call. */
  function isCalledByDenied(found = suspects()): boolean {
    const isDeniedCode = (address: string) =>
      found.codes.some((code) => (isAddress(code) ? code : INLINE) === address) || isDenied(address, found);
    const frames = callers();
    return frames.length > 0 && frames.every(isDeniedCode);
  }

  function isRefused(url: unknown): boolean {
    const found = suspects();
    return isDenied(String(url), found) ?? isCalledByDenied(found);
  }

  /** Whether something called `name` is not to be kept, in the place that `patternsOf` is about. */
  function isForgotten(name: string, patternsOf: (service: Service) => readonly string[]): boolean {
    const owners = [...config.services.values()].filter((service) =>
      patternsOf(service).some((pattern) => matchesName(pattern, name)),
    );
    return owners[0] ? owners.every(({ id }) => !allows(id)) : isCalledByDenied();
  }

  guardNetwork(patch, isRefused);
  guardSources(patch, isRefused);
  // What others write may name whom it likes: it is the page's own.
  const refuseMarkup: Before = (_self, args) => LOADING.test(String(args.at(-1))) && isCalledByDenied() && nothing;
  patch(Element.prototype, 'innerHTML', 'set', refuseMarkup);
  patch(Element.prototype, 'insertAdjacentHTML', 'value', refuseMarkup);
  patch(prototypeOfDocument(), 'cookie', 'set', (_self, [text]) => {
    const [, name = '', value] = /^([^=;]*)=?([^;]*)/.exec(String(text)) ?? [];
    return !!value && isForgotten(name.trim(), cookiePatterns) && nothing; // Without a value it is deleted.
  });
  patch(Storage.prototype, 'setItem', 'value', (_self, [key]) => isForgotten(String(key), storagePatterns) && nothing);
  return undo;
}

/** The attributes by which elements load, as far as trackers use them. */
const SOURCES = [
  ['src', HTMLImageElement],
  ['src', HTMLScriptElement],
  ['src', HTMLIFrameElement],
  ['src', HTMLMediaElement],
  ['srcset', HTMLImageElement],
  ['href', HTMLLinkElement],
] as const;

/** Elements whose address is refused get none, and fail. */
function guardSources(patch: Patch, isRefused: (url: unknown) => boolean): void {
  const fail = (element: unknown, url: unknown) =>
    element instanceof Element &&
    isRefused(url) &&
    (() => void setTimeout(() => element.dispatchEvent(new Event('error'))));
  for (const [source, { prototype }] of SOURCES) patch(prototype, source, 'set', (self, [url]) => fail(self, url));
  // Meta sends by a form, into a frame, what is too long for an address.
  patch(HTMLFormElement.prototype, 'submit', 'value', (self) => fail(self, Reflect.get(Object(self), 'action')));
  patch(
    Element.prototype,
    'setAttribute',
    'value',
    (self, [name, value]) =>
      SOURCES.some(([source, kind]) => self instanceof kind && String(name).toLowerCase() === source) &&
      fail(self, value),
  );
}

const nothing = () => undefined;
