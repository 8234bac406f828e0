import { chooseLanguage, languageTags } from '../model/languages.ts';
import type { Tell } from './compare.ts';
import { isText } from './kinds.ts';

const tags = languageTags.split(' ');

export const isOurs = (tag: string) => tags.includes(tag);

/** The language that was probably meant: by a tag that it serves, or by its name, in English or its own. */
export const languageFor = (wish: string): string | undefined =>
  servedBy(wish) ?? tags.find((tag) => ['en', tag].some((speech) => nameOf(tag, speech) === wish.toLowerCase()));

const nameOf = (tag: string, speech: string) =>
  new Intl.DisplayNames(speech, { type: 'language' }).of(tag)?.toLowerCase();

/** The language of ours that speaks for a BCP 47 tag. */
function servedBy(wish: string): string | undefined {
  const tag = chooseLanguage([wish]);
  return tag !== 'en' || /^en([-_]|$)/i.test(wish) ? tag : undefined;
}

/** A language that none of ours serves. */
export function checkLanguage(language: unknown, tell: Tell): void {
  if (!isText(language) || !language || servedBy(language)) return;
  const meant = languageFor(language);
  const used = `the page's (<html lang>) is used, else the visitor's, else English`;
  const advice = meant ? `did you mean "${meant}"?` : 'write a tag such as "en" or "pt-BR"';
  tell('warning', 'language', `no language of ours serves "${language}", so ${used}; ${advice}`);
}
