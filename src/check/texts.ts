import type { Texts } from '../api.ts';
import { compare, type Tell } from './compare.ts';
import { below } from './find.ts';
import { isObject, type Fields, type Kind } from './kinds.ts';
import { isOurs, languageFor } from './language.ts';
import { nearest } from './near.ts';

interface Shapes extends Omit<Texts, 'purposes'> {
  '': Texts;
  purposes: Texts['purposes'];
  'purposes.*': Texts['purposes']['necessary'];
}

const WORDS = 'a string';
const PART = 'an object';

/** The names of all texts. The compiler keeps it equal to the type. */
const TEXTS: { readonly [Path in keyof Shapes]: Readonly<Record<keyof Shapes[Path], Kind>> } = {
  '': {
    banner: PART,
    preferences: PART,
    purposes: PART,
    signals: PART,
    placeholder: PART,
    status: PART,
    reopen: PART,
    rights: PART,
    declaration: PART,
    proof: PART,
    minor: PART,
  },
  banner: {
    title: WORDS,
    body: WORDS,
    policy: WORDS,
    accept: WORDS,
    reject: WORDS,
    preferences: WORDS,
    news: WORDS,
    acceptNews: WORDS,
    rejectNews: WORDS,
    kept: WORDS,
    optOut: WORDS,
    running: WORDS,
    doNotSell: WORDS,
    choices: WORDS,
    ok: WORDS,
  },
  preferences: {
    title: WORDS,
    intro: WORDS,
    save: WORDS,
    unsaved: WORDS,
    close: WORDS,
    alwaysOn: WORDS,
    more: WORDS,
    service: WORDS,
    provider: WORDS,
    country: WORDS,
    retention: WORDS,
    policy: WORDS,
    cookies: WORDS,
    search: WORDS,
    noMatch: WORDS,
    new: WORDS,
    legitimateInterest: WORDS,
  },
  purposes: { necessary: PART, preferences: PART, analytics: PART, marketing: PART },
  'purposes.*': { title: WORDS, description: WORDS },
  signals: { dnt: WORDS, gpc: WORDS, honoured: WORDS, locked: WORDS, override: WORDS },
  placeholder: { title: WORDS, body: WORDS, once: WORDS, always: WORDS },
  status: { accepted: WORDS, rejected: WORDS, withdrawn: WORDS, saved: WORDS, changed: WORDS, reload: WORDS },
  reopen: { label: WORDS },
  rights: {
    title: WORDS,
    unanswered: WORDS,
    bySignal: WORDS,
    answered: WORDS,
    allowed: WORDS,
    refused: WORDS,
    until: WORDS,
    id: WORDS,
    cookie: WORDS,
    controller: WORDS,
    officer: WORDS,
    authority: WORDS,
    signals: WORDS,
    download: WORDS,
    object: WORDS,
    withdraw: WORDS,
    forget: WORDS,
    warning: WORDS,
    confirm: WORDS,
    cancel: WORDS,
    downloaded: WORDS,
    forgotten: WORDS,
    objected: WORDS,
    failed: WORDS,
    consent: WORDS,
    contract: WORDS,
    legalObligation: WORDS,
    strictlyNecessary: WORDS,
    processor: WORDS,
    'joint-controller': WORDS,
    data: WORDS,
    sells: WORDS,
    shares: WORDS,
  },
  declaration: { allowed: WORDS, refused: WORDS, storage: WORDS },
  proof: { none: WORDS, some: WORDS, unlisted: WORDS },
  minor: { title: WORDS, body: WORDS },
};

const parts = Object.keys(TEXTS['']);
const isPart = ([key]: readonly [string, unknown]) => parts.includes(key);

/** Words for every language, and those below the tag of one: what has a name that nothing has is never read. */
export function checkTexts(texts: Fields, tell: Tell): void {
  const entries = Object.entries(texts);
  compare(Object.fromEntries(entries.filter(isPart)), 'texts', TEXTS, 'warning', tell);
  for (const [key, own] of entries.filter((entry) => !isPart(entry))) {
    const field = below('texts', key);
    if (own === undefined) continue;
    if (!isOurs(key)) {
      const meant = nearest(key, parts) ?? languageFor(key);
      const known = `there are ${parts.join(', ')}, and languages such as "de"`;
      const advice = meant ? `did you mean "texts.${meant}"?` : known;
      tell('warning', field, `is no part of the texts and no language of ours; ${advice}`);
    } else if (isObject(own)) compare(own, field, TEXTS, 'warning', tell);
    else tell('error', field, 'must be an object');
  }
}
