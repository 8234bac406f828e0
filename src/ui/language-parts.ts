import type { Language } from '../api.ts';
import type { BasicLanguage, LoadChunk } from '../lazy.ts';
import type { Config } from '../model/config.ts';
import { languageTag } from '../page-language.ts';
import { withOwnWords } from './own-words.ts';

/** What it takes to speak: where the files come from, our element, and the site's wishes. */
export interface Speaker {
  readonly load: LoadChunk;
  readonly host: HTMLElement;
  readonly config: Pick<Config, 'language' | 'texts'>;
}

/** Tells our element which language is spoken in it. */
export function tellLanguage(host: HTMLElement, { tag, dir }: Pick<Language, 'tag' | 'dir'>): void {
  host.lang = tag;
  host.dir = dir;
}

/**
 * Loads the visitor's language, with the site's own words over it, and tells our element which it is. A language that
 * does not come was reported where it is loaded; English takes its place, from a file as well where `english` is not
 * said.
 */
export function loadLanguagePart(speaker: Speaker): Promise<Language>;
export function loadLanguagePart(speaker: Speaker, english: BasicLanguage): Promise<BasicLanguage>;
export async function loadLanguagePart(speaker: Speaker, english?: BasicLanguage): Promise<BasicLanguage> {
  const { load, host, config } = speaker;
  const file = (tag: string) => load(`texts/${tag}`).then((part) => part.default);
  const fallBack = () => english ?? file('en');
  const tag = languageTag(config.language);
  const language = await (tag === 'en' ? fallBack() : file(tag).catch(fallBack));
  tellLanguage(host, language);
  return { ...language, texts: withOwnWords(language.texts, config.texts, language.tag) };
}
