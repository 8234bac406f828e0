import type { Language } from '../api.ts';
import type { LoadChunk } from '../lazy.ts';
import type { Config } from '../model/config.ts';
import { languageTag } from '../page-language.ts';

interface Needs {
  readonly load: LoadChunk;
  readonly config: Pick<Config, 'language' | 'texts'>;
  /** Our element, which is told what language is in it. */
  readonly host: HTMLElement;
}

/** Loads the visitor's language, with the site's own words over it, and tells our element which it is. */
export async function loadLanguage({ load, host, config }: Needs): Promise<Language> {
  const tag = languageTag(config.language);
  const { default: language } = await load(`texts/${tag}`);
  host.lang = language.tag;
  host.dir = language.dir;
  return { ...language, texts: override(override(language.texts, config.texts), own(config.texts, tag)) };
}

const own = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object && Object.hasOwn(object, key)
    ? (object as Record<string, unknown>)[key]
    : undefined;

/** `base` with the strings of `words` in the same places; what `base` does not know is left out. */
function override<T>(base: T, words: unknown): T {
  if (typeof base === 'string') return typeof words === 'string' ? (words as T & string) : base;
  return Object.fromEntries(
    Object.entries(base as object).map(([key, value]) => [key, override(value, own(words, key))]),
  ) as T;
}
