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
 * The declaration of the configuration in `text`, JSON or what the audit wrote, in the language `lang`, else in that of
 * the configuration; the same as what a live page shows, without anybody's answer. `speak` gets the words of a
 * language.
 * @throws {CannotLook} where there is no configuration, or no such language
 */
export async function declarationFor(
  text: string,
  { lang, level }: Omit<DeclarationOptions, 'config'>,
  speak: (tag: string) => Promise<Language>,
): Promise<string> {
  const config = readConfig(parse(text), services);
  const tag = chooseLanguage([lang || config.language || 'en']);
  if (lang && tag === 'en' && !/^en\b/i.test(lang))
    throw new CannotLook(`There is no language "${lang}"; there are ${languageTags}`);
  const language = await speak(tag);
  const texts = withOwnWords(language.texts, config.texts, tag);
  return toHtml(declarationOf({ config, language: { ...language, texts }, state: null, host: '', level }));
}

/** What stands before the configuration in a `config.js` that the audit or the builder wrote, and what behind it. */
const ASSIGNED = /^(?:\s*\/\/.*\n)*\s*window\.commsorConsentConfig\s*=\s*([^]*?);?\s*$/;

function parse(text: string): object {
  const json = ASSIGNED.exec(text)?.[1] ?? text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new CannotLook(`The configuration is no JSON: ${messageOf(error)}; write names and texts in double quotes`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CannotLook('The configuration must be an object such as { "policy": { "url": "/privacy" } }');
  return value;
}
