/** The command `declaration`: what a site uses, as HTML that is read without our script. */
import type { Language } from '../api.ts';
import { readConfig } from '../model/config.ts';
import { chooseLanguage, languageTags } from '../model/languages.ts';
import { services } from '../services/table.ts';
import { declarationOf } from '../ui/declaration/content.ts';
import { toHtml } from '../ui/declaration/markup.ts';
import { withOwnWords } from '../ui/own-words.ts';
import { CannotLook, messageOf } from './cannot-look.ts';
import type { DeclarationOptions } from './options.ts';

/**
 * The declaration of the configuration in `json`, in the language `lang`, else in that of the configuration; the same
 * as what a live page shows, without anybody's answer. `speak` gets the words of a language.
 * @throws {CannotLook} where there is no configuration, or no such language
 */
export async function declarationFor(
  json: string,
  { lang, level }: Omit<DeclarationOptions, 'config'>,
  speak: (tag: string) => Promise<Language>,
): Promise<string> {
  const config = readConfig(parse(json), services);
  const tag = chooseLanguage([lang || config.language || 'en']);
  if (lang && tag === 'en' && !/^en\b/i.test(lang))
    throw new CannotLook(`There is no language "${lang}"; there are ${languageTags}`);
  const language = await speak(tag);
  const texts = withOwnWords(language.texts, config.texts, tag);
  return toHtml(declarationOf({ config, language: { ...language, texts }, state: null, host: '', level }));
}

function parse(json: string): object {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new CannotLook(`The configuration is no JSON: ${messageOf(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CannotLook('The configuration must be an object such as { "policy": { "url": "/privacy" } }');
  return value;
}
