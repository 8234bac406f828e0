import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../src/api.ts';
import type { Speaker } from '../../src/ui/language-parts.ts';
import { loadLanguagePart } from '../../src/ui/language-parts.ts';
import { loadLanguage } from '../../src/ui/language.ts';
import ar from '../../src/ui/texts/ar.ts';
import de from '../../src/ui/texts/de.ts';
import en, { english } from '../../src/ui/texts/en.ts';

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

beforeEach(() => void (document.documentElement.lang = 'en-GB'));
afterEach(() => void (document.documentElement.lang = ''));

test('English is at hand, and no file is loaded for it', async () => {
  const { who, load, host } = speaker({});

  expect(await loadLanguage(who)).toEqual(english);
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

  expect((await loadLanguage(who)).texts.banner.accept).toBe('Accept all');
  expect(host.lang).toBe('en');
});

test('a part without English at hand takes the file, and fails where that fails too', async () => {
  expect(await loadLanguagePart(speaker({}).who)).toEqual(en);
  expect(await loadLanguagePart(speaker({ language: 'de', failing: ['texts/de'] }).who)).toEqual(en);
  await expect(loadLanguagePart(speaker({ language: 'de', failing: ['texts/de', 'texts/en'] }).who)).rejects.toThrow(
    'no texts/en',
  );
});

test('the words of the site come over those of the language, its words for that language first', async () => {
  const texts = { banner: { accept: 'OK', reject: 'No' }, de: { banner: { reject: 'Nein' } } };
  const { who } = speaker({ language: 'de', texts });

  const { banner } = (await loadLanguage(who)).texts;

  expect([banner.accept, banner.reject, banner.title]).toEqual(['OK', 'Nein', de.texts.banner.title]);
});
