import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../src/api.ts';
import type { Chunks, PartNeeds, PreferencesWords, Spoken } from '../../src/lazy.ts';
import { drawPreferences } from '../../src/ui/drawing.ts';
import { loadLanguage, type Speaker } from '../../src/ui/language.ts';
import ar from '../../src/ui/texts/ar.ts';
import de from '../../src/ui/texts/de.ts';
import en, { bannerEnglish, preferencesWords } from '../../src/ui/texts/en.ts';

const files: Record<string, Language> = { 'texts/en': en, 'texts/de': de, 'texts/ar': ar };

/** A page that speaks `language`; `failing` are the files that do not come. */
function speaker({ language = '', texts = {}, failing = [] as string[] }) {
  const load = vi.fn(async (name: string) => {
    if (failing.includes(name)) throw new Error(`no ${name}`);
    return { default: files[name] };
  });
  const host = document.createElement('div');
  return { load, host, who: { load, host, config: { language, texts } } as unknown as Speaker };
}

const atHand = () => bannerEnglish;

beforeEach(() => void (document.documentElement.lang = 'en-GB'));
afterEach(() => void (document.documentElement.lang = ''));

test('English is at hand, and no file is loaded for it', async () => {
  const { who, load, host } = speaker({});

  expect(await loadLanguage(who, atHand)).toEqual(bannerEnglish);
  expect(load).not.toHaveBeenCalled();
  expect([host.lang, host.dir]).toEqual(['en', 'ltr']);
});

test('another language comes from its file, and our element says which it is', async () => {
  const { who, host } = speaker({ language: 'ar' });

  expect(await loadLanguage(who)).toEqual(ar);
  expect([host.lang, host.dir]).toEqual(['ar', 'rtl']);
});

test('where the file of a language does not come, the question is asked in English', async () => {
  const { who, host } = speaker({ language: 'de', failing: ['texts/de'] });

  expect((await loadLanguage(who, atHand)).texts.banner.accept).toBe('Accept all');
  expect(host.lang).toBe('en');
});

test('a part without English at hand takes the file, and fails where that fails too', async () => {
  expect(await loadLanguage(speaker({}).who)).toEqual(en);
  expect(await loadLanguage(speaker({ language: 'de', failing: ['texts/de'] }).who)).toEqual(en);
  await expect(loadLanguage(speaker({ language: 'de', failing: ['texts/de', 'texts/en'] }).who)).rejects.toThrow(
    'no texts/en',
  );
});

test('the words of the site come over those of the language, its words for that language first', async () => {
  const texts = { banner: { accept: 'OK', reject: 'No' }, de: { banner: { reject: 'Nein' } } };
  const { who } = speaker({ language: 'de', texts });

  const { banner } = (await loadLanguage(who)).texts;

  expect([banner.accept, banner.reject, banner.title]).toEqual(['OK', 'Nein', de.texts.banner.title]);
});

test('in English the preferences bring their own words, beside those of the banner, and load no file', async () => {
  const { who, load, host } = speaker({ texts: { rights: { title: 'What you may do' } } });
  let said: Spoken<PreferencesWords> | undefined;
  const preferences: Chunks['preferences'] = {
    mount: ({ language }) => {
      said = language;
      return () => undefined;
    },
    english: preferencesWords,
  };
  load.mockImplementation(async () => preferences as never);
  // It reads nothing else.
  const needs = { load, screen: { host }, store: { config: who.config } } as unknown as PartNeeds;

  const draw = await drawPreferences(needs);
  draw({} as Parameters<typeof draw>[0]);

  expect(load.mock.calls).toEqual([['preferences']]);
  expect(said?.texts.banner).toEqual(en.texts.banner);
  expect(said?.texts.preferences).toEqual(en.texts.preferences);
  expect([said?.texts.rights.title, said?.texts.rights.download]).toEqual(['What you may do', 'Download a copy']);
});
