import type { RegionRule } from '../api.ts';
import type { Config } from './config.ts';

/** A field that cannot be what its author meant, and what to write instead. */
export interface Fault {
  /** The path of the field: `services.maps.purposes`. */
  readonly field: string;
  readonly fix: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && !!value && !Array.isArray(value);

/**
 * Whether each field of `written` that stands as a plain value in `read` was taken as it is. One that is `undefined`,
 * as what the tag says nothing of is, was not written.
 */
const isTaken = (written: unknown, read: Fields): boolean =>
  isObject(written) &&
  Object.keys(written).every(
    (name) =>
      written[name] === undefined ||
      typeof read[name] === 'object' ||
      read[name] === undefined ||
      read[name] === written[name],
  );

/** Whether a rule was taken as it is, with every purpose that it exempts. */
const isRuleTaken = (written: unknown, { model, exempt = [] }: Partial<RegionRule> = {}): boolean =>
  isTaken(written, { model }) && isObject(written) && String(written.exempt ?? '') === String(exempt);

/** Whether each name in `written` is known, with the plain values that it was given. */
const isKnown = (written: unknown, read: ReadonlyMap<string, object>): boolean =>
  isObject(written) &&
  Object.entries(written).every(
    ([id, one]) => id === 'necessary' || (read.has(id) && isTaken(one, { ...read.get(id) })),
  );

/**
 * The fields of `input` that the core could not take as they are written, so that a default stands in their place. What
 * to write instead, and all that other parts read, is for src/check.
 */
export function faultsOf(input: unknown, config: Config): Fault[] {
  const { policy, model, language, timeout, storage, purposes, services, google } = config;
  const isList = Array.isArray;
  const isSignal = (value: unknown) => {
    if (!isObject(value)) return value === undefined;
    const { applies = 'all' } = value;
    return applies === 'all' || (isList(applies) && applies.every((id) => purposes.has(id)));
  };
  const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
    policy: (value) => isTaken(value, { ...policy }),
    purposes: (value) => isKnown(value, purposes),
    services: (value) => (isList(value) ? value.every((id) => services.has(id)) : isKnown(value, services)),
    model: (value) => value === model,
    region: (value) => typeof value === 'function' || typeof value === 'string',
    audience: (value) => typeof value === 'function' || value === 'minor',
    language: (value) => value === language,
    timeout: (value) => value === timeout,
    storage: (value) => isTaken(value, { name: storage.name }),
    signals: (value) => isObject(value) && Object.values(value).every(isSignal),
    ui: isObject,
    texts: isObject,
    regions: (value) =>
      value === 'recommended' ||
      (isList(value) && value.every((rule, index) => isRuleTaken(rule, config.regions[index]))),
    block: isList,
    compat: isList,
    google: (value) =>
      value === false || !!google?.map || ['preferences', 'analytics', 'marketing'].some((id) => purposes.has(id)),
  };
  const isBroken = (field: string) => {
    try {
      const value: unknown = Reflect.get(Object(input), field);
      return value !== undefined && !tests[field]?.(value);
    } catch {
      return true; // A getter of the site's own throws.
    }
  };
  const broken = Object.keys(tests).filter(isBroken);
  const faults = broken.map((field) => ({ field, fix: 'cannot be read as it is written' }));
  return policy.url ? faults : [{ field: 'policy.url', fix: 'give the address of your privacy policy' }, ...faults];
}
