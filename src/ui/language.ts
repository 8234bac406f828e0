import type { Language, Texts } from '../api.ts';
import type { LoadChunk, Spoken } from '../lazy.ts';
import type { Config } from '../model/config.ts';
import { languageTag } from '../page-language.ts';
import { withOwnWords } from './own-words.ts';

/** What it takes to speak: where the files come from, our element, and the site's wishes. */
export interface Speaker {
  readonly load: LoadChunk;
  readonly host: Element;
  readonly config: Pick<Config, 'language' | 'texts'>;
}

/** Tells our element which language is spoken in it. */
export function tellLanguage(host: Element, { tag, dir }: Pick<Language, 'tag' | 'dir'>): void {
  host.setAttribute('lang', tag);
  host.setAttribute('dir', dir);
}

/**
 * Loads the visitor's language, with the site's own words over it, and tells our element which it is. A language that
 * does not come was reported where it is loaded; English takes its place: that of `english`, who has it at hand, else
 * from a file as well.
 */
export async function loadLanguage<Words extends object = Texts>(
  { load, host, config }: Speaker,
  english?: () => Spoken<Words> | Promise<Spoken<Words>>,
): Promise<Spoken<Words | Texts>> {
  const file = async (tag: string): Promise<Spoken<Words | Texts>> => (await load(`texts/${tag}`)).default;
  const fallBack = () => english?.() ?? file('en');
  const tag = languageTag(config.language);
  const language: Spoken<Words | Texts> = await (tag === 'en' ? fallBack() : file(tag).catch(fallBack));
  tellLanguage(host, language);
  return { ...language, texts: withOwnWords(language.texts, config.texts, language.tag) };
}
