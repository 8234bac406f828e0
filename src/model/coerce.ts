/** Reading what a stranger wrote: `unknown` in, something of the right type out. */

type Fields = Record<string, unknown>;

/**
 * The own fields of `value`, where it is the kind of thing that has some: what a page puts on `Object.prototype` is no
 * configuration.
 */
export const fields = <T = Fields>(value: unknown): T =>
  Object.assign(Object.create(null), typeof value === 'object' && !Array.isArray(value) && value);
export const list = <T>(value: unknown) => (Array.isArray(value) ? [...value] : []) as T[];
export const text = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);
export const oneOf = <T extends string>(value: unknown, ...allowed: [T, ...T[]]) =>
  allowed.find((one) => one === value) ?? allowed[0];
export const positive = (value: unknown, otherwise: number) =>
  typeof value === 'number' && value > 0 ? value : otherwise;
