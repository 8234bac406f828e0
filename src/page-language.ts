import { chooseLanguage, visitorLanguages } from './model/languages.ts';
import { fromDocument } from './page.ts';

/**
 * The BCP 47 tag of the language to speak: the site's wish, else the page's language, else the visitor's, else English.
 */
export function languageTag(wish: string): string {
  const html = fromDocument('documentElement');
  return chooseLanguage([wish, html.lang || html.getAttribute('xml:lang'), ...visitorLanguages(navigator)]);
}
