import { isEmail } from '../model/controller.ts';

export type Fields = Record<string, unknown>;
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (test: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(test);

/** Patterns that can match: a lower-case host without scheme or port, and where it matters the start of a path. */
const isHost = (value: unknown) => isText(value) && /^[a-z0-9*][a-z0-9.*-]*(\/\S*)?$/.test(value);
const isHostList = (value: unknown) => isListOf(isHost)(value) && (value as unknown[]).length > 0;

/** What a field may be: a word for the sentence, and the test. */
const KINDS = {
  'a string': isText,
  'a date such as "2026-11-28"': (value: unknown) =>
    isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  'true or false': (value: unknown) => typeof value === 'boolean',
  'an object': isObject,
  'an object, or a list of ids': (value: unknown) => isObject(value) || isListOf(isText)(value),
  'a list': Array.isArray,
  '"recommended" or a list': (value: unknown) => value === 'recommended' || Array.isArray(value),
  'a list of hosts such as "example.com" or "example.com/sdk/"': isHostList,
  'a host such as "example.com" or "example.com/sdk/", or a list of them': (value: unknown) =>
    isHost(value) || isHostList(value),
  'a list of strings': isListOf(isText),
  'a list of cookie names': isListOf((one) => isText(one) || (isObject(one) && isText(one.name))),
  '"all" or a list of purposes': (value: unknown) => value === 'all' || isListOf(isText)(value),
  'two CSS lengths, like ["16px", "80px"]': (value: unknown) =>
    isListOf(isText)(value) && (value as string[]).length === 2,
  'a number of days from 1 to 395': (value: unknown) => typeof value === 'number' && value > 0 && value <= 395,
  'a number of milliseconds': (value: unknown) => typeof value === 'number' && value > 0,
  'an http(s) address or a path': (value: unknown) => isText(value) && isWebAddress(value),
  'an e-mail address': (value: unknown) => isText(value) && isEmail(value),
  'a web address such as "https://edpb.europa.eu"': (value: unknown) =>
    isText(value) && /^https?:/i.test(value) && isWebAddress(value),
  'a string or a function': (value: unknown) => isText(value) || typeof value === 'function',
  '"minor" or a function': (value: unknown) => value === 'minor' || typeof value === 'function',
  'true, false or an object': (value: unknown) => typeof value === 'boolean' || isObject(value),
  'letters, digits, _ and - only': (value: unknown) => isText(value) && /^[\w-]+$/.test(value),
} satisfies Record<string, (value: unknown) => boolean>;

/** A list of words means one of them, `each` a list of such words. */
export type Kind = keyof typeof KINDS | readonly string[] | { readonly each: readonly string[] };

export const isOf = (kind: Kind, value: unknown): boolean =>
  typeof kind === 'string'
    ? KINDS[kind](value)
    : 'each' in kind
      ? isListOf((one) => kind.each.includes(one as string))(value)
      : kind.includes(value as string);

export const words = (kind: Kind): string =>
  typeof kind === 'string' ? kind : 'each' in kind ? `a list of ${kind.each.join(', ')}` : `one of ${kind.join(', ')}`;

/** Read by its letters alone: on a server there is no link to ask, and a page may mean something else by `URL`. */
const isWebAddress = (url: string) => /^(https?:\/\/[^\s/?#]|[/?#.]|[^:]+$)/i.test(url.trim());
