import type { Problem } from '../lazy.ts';
import { below, find } from './find.ts';
import { isOf, words, type Fields, type Kind } from './kinds.ts';
import { nearest } from './near.ts';

export type Tell = (level: Problem['level'], field: string, fix: string) => void;
/** Fields with their kinds, by the path of the object that they are in. */
export type Table = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

/**
 * What in `value`, which stands at `parent`, is not as `table` says; `unknown` is how bad a field is that it does not
 * have.
 */
export function compare(value: Fields, parent: string, table: Table, unknown: Problem['level'], tell: Tell): void {
  for (const [path, kinds] of Object.entries(table)) {
    for (const [place, found] of find(value, path, parent)) {
      for (const [key, given] of Object.entries(found)) {
        const field = below(place, key);
        const kind = Object.hasOwn(kinds, key) ? kinds[key] : kinds['*'];
        if (given === undefined) continue;
        if (kind) {
          if (!isOf(kind, given)) tell('error', field, `must be ${words(kind)}`);
          continue;
        }
        const known = Object.keys(kinds);
        const near = nearest(key, known);
        // Right, but in the wrong place.
        const home = Object.keys(table).find((other) => !/[*#]/.test(other) && Object.hasOwn(table[other] ?? {}, key));
        const meant = near ? below(place, near) : home !== undefined && [parent, home, key].filter(Boolean).join('.');
        tell(unknown, field, `is no field; ${meant ? `did you mean "${meant}"?` : `known here: ${known.join(', ')}`}`);
      }
    }
  }
}
