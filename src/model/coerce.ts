/**
 * Reading what a stranger wrote: `unknown` in, something of the right type out; where it is none, `otherwise`, or
 * `undefined`.
 */

export const aText = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);

export const aPositiveNumber = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

/** A list of whatever its author put in; an empty one where it is none. */
export const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? [...(value as T[])] : []);

export const oneOf = <T extends string>(value: unknown, ...allowed: readonly T[]) =>
  allowed.find((one) => one === value);

/**
 * The own fields of `value`, where it is the kind of thing that has some: what a page puts on `Object.prototype` is no
 * configuration.
 */
export const ownFields = <T extends object>(value: unknown): Partial<T> =>
  Object.assign(Object.create(null), typeof value === 'object' && !Array.isArray(value) && value);
