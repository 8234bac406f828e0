import type { Tell } from './compare.ts';
import { at, below } from './find.ts';
import { isText, type Fields } from './kinds.ts';
import { isOurs } from './language.ts';
import { PRIVACY_WORDS } from './privacy-words.ts';

/** What a button says that puts the answer off, or leads elsewhere. */
const NO_REFUSAL = new RegExp(
  '\\b(later|not now|remind|manage|settings|options|preferences|customi[sz]e|learn more|ok|got it)\\b|' +
    'später|einstellungen|mehr erfahren|plus tard|paramètres|más tarde|configura',
  'i',
);

/** Words of the site's own, for all languages and for each, that a visitor would take for something else. */
export function checkLabels(texts: Fields, tell: Tell): void {
  checkBanner(at(texts, 'banner'), 'texts.banner', Object.values(PRIVACY_WORDS), tell);
  for (const tag of Object.keys(texts).filter(isOurs))
    checkBanner(at(at(texts, tag), 'banner'), `${below('texts', tag)}.banner`, [PRIVACY_WORDS[tag]], tell);
}

function checkBanner(words: Fields, field: string, known: readonly (RegExp | undefined)[], tell: Tell): void {
  const { policy, accept, reject } = words;
  if (isText(policy) && !known.some((word) => word?.test(policy) || /privacy/i.test(policy)))
    tell('warning', `${field}.policy`, 'say that it is about privacy, or nobody knows where the link leads');
  if (isText(reject) && NO_REFUSAL.test(reject))
    tell('warning', `${field}.reject`, 'the button refuses, so say it: a visitor takes this for something else');
  if (isText(accept) && accept === reject)
    tell('warning', `${field}.accept`, 'must differ from what the button says that refuses');
}
