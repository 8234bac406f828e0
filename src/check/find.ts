import { isObject, type Fields } from './kinds.ts';

/**
 * Every object at `path` below `root`, with the path on which it was found: `*` is any name, `#` any entry of a list.
 */
export function find(root: Fields, path: string, parent = ''): [field: string, value: Fields][] {
  let found: [string, unknown][] = [[parent, root]];
  for (const part of path.split('.').filter(Boolean)) {
    found = found.flatMap(([field, value]) => {
      const inner: Fields = part === '#' ? (Array.isArray(value) ? { ...value } : {}) : isObject(value) ? value : {};
      const keys = /[*#]/.test(part) ? Object.keys(inner) : Object.hasOwn(inner, part) ? [part] : [];
      return keys.map((key): [string, unknown] => [below(field, key), inner[key]]);
    });
  }
  return found.filter((one): one is [string, Fields] => isObject(one[1]));
}

/** The path of a field, also of one without a name. */
export const below = (parent: string, key: string) => [parent, key || '""'].filter(Boolean).join('.');

/** The object at `path`; an empty one where there is none. */
export const at = (root: Fields, path: string): Fields => find(root, path)[0]?.[1] ?? {};
