import { ownFields } from '../model/coerce.ts';
import type { Config } from '../model/config.ts';

/** `texts` of the language `tag` with the site's own words over them, those for that language last. */
export const withOwnWords = <Texts extends object>(texts: Texts, words: Config['texts'], tag: string): Texts =>
  override(override(texts, words), own(words, tag));

const own = (object: unknown, key: string): unknown => ownFields<Record<string, unknown>>(object)[key];

/** `base` with the strings of `words` in the same places; what `base` does not know is left out. */
function override<T>(base: T, words: unknown): T {
  if (typeof base === 'string') return typeof words === 'string' ? (words as T & string) : base;
  return Object.fromEntries(
    Object.entries(base as object).map(([key, value]) => [key, override(value, own(words, key))]),
  ) as T;
}
