import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { PRIVACY_WORDS } from '../../src/check/privacy-words.ts';
import { chooseLanguage, languageTags, visitorLanguages } from '../../src/model/languages.ts';
import type { Language } from '../../src/api.ts';
import en from '../../src/ui/texts/en.ts';

const folder = new URL('../../src/ui/texts/', import.meta.url);
const tags = readdirSync(folder).map((file) => file.replace('.ts', ''));

async function load(tag: string): Promise<Language> {
  const module: { default: Language } = await import(`../../src/ui/texts/${tag}.ts`);
  return module.default;
}

/** Every text by its path: `banner.title`, `preferences.services.one` and so on. */
function flatten(value: object, path = '', texts: Record<string, string> = {}): Record<string, string> {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') texts[path + key] = inner;
    else flatten(inner, `${path}${key}.`, texts);
  }
  return texts;
}

const english = flatten(en.texts);
const languages = await Promise.all(tags.map(load));
const others = languages.filter(({ tag }) => tag !== 'en');
const named = (list: Language[]) =>
  list.map((language) => ({ tag: language.tag, language, texts: flatten(language.texts) }));

const properNames = /Do Not Track|Global Privacy Control|cookies?/gi;
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ur: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  bg: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  sr: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  hi: /\p{Script=Devanagari}/u,
  bn: /\p{Script=Bengali}/u,
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  ko: /\p{Script=Hangul}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

test('the list of languages is the list of files', () => {
  expect(languageTags.split(' ').sort()).toEqual([...tags].sort());
});

test('all official languages of the European Union are there', () => {
  const official = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
  expect(official.filter((tag) => !tags.includes(tag))).toEqual([]);
});

describe.each(named(languages))('$tag', ({ tag, language, texts }) => {
  const label = (path: string) => texts[path] ?? '';

  test('is named after its file and runs in its direction', () => {
    expect(tags).toContain(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(language.dir).toBe(['ar', 'fa', 'he', 'ur'].includes(tag) ? 'rtl' : 'ltr');
  });

  test('says everything that English says', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('calls no two of what a visitor meets in a row by one name', () => {
    const titles = [label('banner.preferences'), label('preferences.title'), label('purposes.preferences.title')];
    expect(new Set(titles).size).toBe(titles.length);
    expect(label('banner.acceptNews')).not.toBe(label('banner.accept'));
    expect(label('banner.rejectNews')).not.toBe(label('banner.reject'));
  });

  test('keeps each placeholder where English has it', () => {
    const placeholders = (text = '') => text.match(/\{.*?\}|[{}]/g) ?? [];
    for (const path of Object.keys(english)) {
      expect([path, placeholders(texts[path])]).toEqual([path, placeholders(english[path])]);
    }
  });

  test('offers accept and reject as short labels of their own, alike in length', () => {
    const [accept, reject] = [label('banner.accept'), label('banner.reject')];
    const length = (text: string) => [...new Intl.Segmenter(tag).segment(text)].length;
    expect(accept).not.toBe(reject);
    expect(length(accept)).toBeLessThanOrEqual(25);
    expect(Math.abs(length(accept) - length(reject))).toBeLessThanOrEqual(6);
  });

  test('asks in about 35 words', () => {
    const words = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(label('banner.body'))];
    expect(words.filter((word) => word.isWordLike).length).toBeLessThanOrEqual(42);
  });

  test('asks minors in few words, in other words than adults', () => {
    const words = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(label('minor.body'))];
    expect(words.filter((word) => word.isWordLike).length).toBeLessThanOrEqual(80);
    expect(label('minor.title')).not.toBe(label('banner.title'));
  });

  test('names privacy in the link to the policy, and the two signals by their proper names', () => {
    expect(label('banner.policy')).toMatch(PRIVACY_WORDS[tag] ?? /never/);
    expect(label('preferences.policy')).toMatch(PRIVACY_WORDS[tag] ?? /never/);
    expect(label('signals.dnt')).toContain('Do Not Track');
    expect(label('signals.gpc')).toContain('Global Privacy Control');
  });

  test('is set with care', () => {
    for (const [path, text] of Object.entries(texts)) {
      const at = `${path}: ${text}`;
      expect(at).toBe(at.normalize('NFC'));
      expect(at).not.toMatch(/[!！—]|["'`´]|\.\.\.| {2}| $|[\t\n]/);
      // What is a sentence in English is one everywhere; Thai has no full stop.
      if (tag !== 'th') expect([at, /[.。।۔]$/.test(text)]).toEqual([at, english[path]?.endsWith('.')]);
      if (path === 'banner.news') expect(at).toMatch(/[:：]$/);
    }
  });

  test('fits into 2.25 KB', () => {
    const source = readFileSync(new URL(`${tag}.ts`, folder), 'utf8');
    const { code } = transformSync(source, { loader: 'ts', minify: true, charset: 'utf8' });
    expect(brotliCompressSync(code).length).toBeLessThanOrEqual(2304);
  });
});

describe.each(named(others))('$tag', ({ texts }) => {
  test('leaves nothing in English', () => {
    const shared = ['Cookies', 'Marketing', 'OK', 'Service'];
    const same = Object.entries(texts).filter(([path, text]) => text === english[path] && !shared.includes(text));
    expect(same).toEqual([]);
    expect(Object.values(texts).filter((text) => /\b(the|your|this|with|you)\b/i.test(text))).toEqual([]);
  });
});

describe.each(named(others.filter(({ tag }) => tag in scripts)))('$tag', ({ tag, texts }) => {
  test('is written in its own letters', () => {
    for (const [path, text] of Object.entries(texts)) {
      const letters =
        text
          .replace(/\{\w+\}/g, '')
          .replace(properNames, '')
          .replace('OK', '')
          .match(/\p{L}/gu) ?? [];
      expect([path, letters.filter((letter) => !scripts[tag]?.test(letter))]).toEqual([path, []]);
    }
  });
});

describe('letters and marks that are easily confused', () => {
  test.each([
    { tag: 'ro', rule: 'ș and ț with a comma', never: /[şţŞŢ]/ },
    { tag: 'fa', rule: 'Persian ی and ک, prefixes and endings joined', never: /[يكى]|(^|\s)ن?می\s|\sها/ },
    { tag: 'ur', rule: 'Urdu ی, ک and ہ, and its full stop', never: /[يكىه]|\p{L}\.(\s|$)/u },
    { tag: 'ar', rule: 'Arabic letters and punctuation', never: /[,;?یک]/ },
    { tag: 'fr', rule: 'a narrow space that does not break', never: /[^\u202f][:;?»]|«[^\u202f]/ },
    { tag: 'de', rule: '„…“', never: /[”»«]/ },
    { tag: 'ja', rule: 'full-width marks', never: /[,.:;?()]/ },
    { tag: 'zh-Hans', rule: 'full-width marks, simplified forms', never: /[,.:;?()]|[這們選務說與]/ },
    { tag: 'zh-Hant', rule: 'full-width marks, traditional forms', never: /[,.:;?()]|[这们选务说与]/ },
    { tag: 'el', rule: 'a final sigma at the end of words', never: /σ(?!\p{L})/u },
    { tag: 'hi', rule: 'the danda', never: /[\p{L}\p{M}]\./u },
    { tag: 'bn', rule: 'the danda', never: /[\p{L}\p{M}]\./u },
  ])('$tag: $rule', async ({ tag, never }) => {
    const texts = Object.values(flatten((await load(tag)).texts));
    expect(texts.filter((text) => never.test(text))).toEqual([]);
  });
});

describe('the language is chosen', () => {
  test.each<{ wanted: unknown[]; chosen: string }>([
    { wanted: ['de'], chosen: 'de' },
    { wanted: ['DE-at'], chosen: 'de' },
    { wanted: ['en-GB', 'fr'], chosen: 'en' },
    { wanted: ['es-419'], chosen: 'es' },
    { wanted: ['fa-AF'], chosen: 'fa' },
    { wanted: ['pt'], chosen: 'pt' },
    { wanted: ['pt-PT'], chosen: 'pt' },
    { wanted: ['pt-AO'], chosen: 'pt' },
    { wanted: ['pt-br'], chosen: 'pt-BR' },
    { wanted: ['pt_BR'], chosen: 'pt-BR' },
    { wanted: ['zh'], chosen: 'zh-Hans' },
    { wanted: ['zh-CN'], chosen: 'zh-Hans' },
    { wanted: ['zh-SG'], chosen: 'zh-Hans' },
    { wanted: ['zh-TW'], chosen: 'zh-Hant' },
    { wanted: ['zh-HK'], chosen: 'zh-Hant' },
    { wanted: ['zh-MO'], chosen: 'zh-Hant' },
    { wanted: ['zh-hant'], chosen: 'zh-Hant' },
    { wanted: ['zh-Hant-HK'], chosen: 'zh-Hant' },
    { wanted: ['zh-Hans-HK'], chosen: 'zh-Hans' },
    { wanted: ['no'], chosen: 'nb' },
    { wanted: ['no-NO'], chosen: 'nb' },
    { wanted: ['nn-NO'], chosen: 'nn' },
    { wanted: ['in'], chosen: 'id' },
    { wanted: ['iw-IL'], chosen: 'he' },
    { wanted: ['sr-Latn-RS'], chosen: 'sr' },
    { wanted: ['uk-UA-x-private'], chosen: 'uk' },
    { wanted: ['fil', 'fi'], chosen: 'fi' },
    { wanted: ['fil-PH'], chosen: 'en' },
    { wanted: [' de '], chosen: 'de' },
    { wanted: ['\tde\n'], chosen: 'de' },
    { wanted: ['de, en'], chosen: 'de' },
    { wanted: ['cy,de;q=0.8,en;q=0.5'], chosen: 'de' },
    { wanted: ['xx yy', 'fr'], chosen: 'fr' },
    { wanted: ['sh'], chosen: 'hr' },
    { wanted: ['sh-BA'], chosen: 'hr' },
    { wanted: ['mo'], chosen: 'ro' },
    { wanted: ['mo-MD'], chosen: 'ro' },
    { wanted: ['nb-NO'], chosen: 'nb' },
    { wanted: ['iw'], chosen: 'he' },
    { wanted: ['in-ID'], chosen: 'id' },
    { wanted: ['yue-HK'], chosen: 'zh-Hant' },
    { wanted: ['yue'], chosen: 'zh-Hant' },
    { wanted: ['yue-Hans-CN'], chosen: 'zh-Hans' },
    { wanted: ['cmn-Hans'], chosen: 'zh-Hans' },
    { wanted: ['cmn-Hant-TW'], chosen: 'zh-Hant' },
    { wanted: ['zh-cmn-Hant'], chosen: 'zh-Hant' },
    { wanted: ['zh-yue'], chosen: 'zh-Hant' },
    { wanted: ['zh_TW'], chosen: 'zh-Hant' },
    { wanted: ['de_DE.UTF-8'], chosen: 'de' },
    { wanted: ['x-default', 'it'], chosen: 'it' },
    { wanted: ['x-default'], chosen: 'en' },
    { wanted: ['', undefined, 'sv'], chosen: 'sv' },
    { wanted: [null, 5, true, {}, [], ['de'], Symbol('de'), Object.create(null), 'pl'], chosen: 'pl' },
    {
      wanted: [
        '',
        '*',
        'x-klingon',
        'i-klingon',
        '-',
        'zhx',
        'noo',
        'a'.repeat(1_000_000),
        '[',
        '\u0000',
        'toString',
        '__proto__',
        'hu',
      ],
      chosen: 'hu',
    },
    { wanted: ['tlh', 'cy', 'ja-JP', 'de'], chosen: 'ja' },
    { wanted: ['xx'], chosen: 'en' },
    { wanted: ['zh-'.repeat(300_000)], chosen: 'zh-Hans' },
    { wanted: [], chosen: 'en' },
  ])('$chosen', ({ wanted, chosen }) => {
    expect(chooseLanguage(wanted)).toBe(chosen);
  });

  test.each(tags)('%s for itself, in any case', (tag) => {
    expect([tag, tag.toUpperCase(), tag.toLowerCase()].map((wish) => chooseLanguage([wish]))).toEqual([tag, tag, tag]);
  });

  test.each<{ browser: string; navigator: object; chosen: string }>([
    { browser: 'that lists several', navigator: { languages: ['tlh', 'de'], language: 'tlh' }, chosen: 'de' },
    { browser: 'without a list', navigator: { language: 'it-IT' }, chosen: 'it' },
    { browser: 'that says nothing', navigator: {}, chosen: 'en' },
    { browser: 'whose list a page has replaced', navigator: { languages: 'de', language: 'fr' }, chosen: 'fr' },
    { browser: 'with an empty list', navigator: { languages: [], language: 'fr' }, chosen: 'fr' },
    {
      browser: 'whose getter throws',
      navigator: {
        get languages() {
          throw new Error('not for you');
        },
      },
      chosen: 'en',
    },
  ])('for a browser $browser: $chosen', ({ navigator, chosen }) => {
    expect(chooseLanguage(visitorLanguages(navigator))).toBe(chosen);
  });
});
