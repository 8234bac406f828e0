/** Reading what a stranger wrote: `unknown` in, something of the right type or `undefined` out. */

export const aText = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const aPositiveNumber = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

/** A list of whatever its author put in; an empty one where it is none. */
export const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? [...(value as T[])] : []);

export const oneOf = <T extends string>(value: unknown, ...allowed: readonly T[]) =>
  allowed.find((one) => one === value);

/**
 * The own fields of `value`, where it is the kind of thing that has some: what a page puts on `Object.prototype` is no
 * configuration. A field whose getter throws is left out.
 */
export function ownFields<T extends object>(value: unknown): Partial<T> {
  const own: Partial<T> = Object.create(null);
  const names = typeof value === 'object' && value && !Array.isArray(value) ? Object.keys(value) : [];
  for (const name of names) {
    try {
      Reflect.set(own, name, Reflect.get(value as object, name));
    } catch {
      continue; // src/model/faults.ts tells of it.
    }
  }
  return own;
}
