import { within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Texts } from '../../src/api.ts';
import type { PartNeeds } from '../../src/lazy.ts';
import { mount } from '../../src/ui/banner/index.ts';
import { inPlainWords } from '../../src/ui/plain/index.ts';
import de from '../../src/ui/texts/de.ts';
import en from '../../src/ui/texts/en.ts';
import { stubSight } from './sight.ts';
import { createContext } from './view-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

interface Site {
  readonly language?: 'de' | 'en';
  readonly texts?: object;
  readonly failing?: readonly string[];
  readonly scene?: Parameters<typeof createContext>[0];
}

/** What a minor is asked by a site. */
async function ask({ language = 'en', texts, failing = [], scene = {} }: Site = {}): Promise<HTMLElement> {
  stubSight();
  const load = async (name: string) => {
    if (failing.includes(name)) throw new Error(`no ${name}`);
    return { default: name === 'texts/de' ? de : en };
  };
  const host = document.createElement('div');
  // The part reads nothing else.
  const needs = { load, screen: { host }, store: { config: { language, texts } } } as unknown as PartNeeds;
  const { context } = createContext({ language: language === 'de' ? de : en, ...scene });
  (await inPlainWords(mount, needs))(context);
  return within(context.root as unknown as HTMLElement).getByRole('region');
}

const buttonsIn = (region: HTMLElement) => [...region.querySelectorAll('button')].map(({ textContent }) => textContent);

test.each([
  { language: 'en', words: en.texts },
  { language: 'de', words: de.texts },
] as const)('a minor reads plain words, with the buttons of all: $language', async ({ language, words }) => {
  const region = await ask({ language });

  expect(region.querySelector('h2')?.textContent).toBe(words.minor.title);
  expect(region.ariaLabel ?? region.getAttribute('aria-label')).toBe(words.minor.title);
  expect(region.textContent).toContain(words.minor.body);
  expect(region.textContent).not.toContain(words.banner.body);
  expect(buttonsIn(region)).toEqual([words.banner.reject, words.banner.accept, words.banner.preferences]);
});

const body = (text: string): Partial<Texts['banner']> => ({ body: text });

test.each<{ site: string; texts: object; reads: string }>([
  { site: 'with words for minors', texts: { banner: body('All.'), minor: body('Children.') }, reads: 'Children.' },
  { site: 'with words for all', texts: { banner: body('All.') }, reads: 'All.' },
  { site: 'with words for all who read German', texts: { de: { banner: body('Alle.') } }, reads: 'Alle.' },
  {
    site: 'with words for minors who read German',
    texts: { banner: body('All.'), de: { banner: body('Alle.'), minor: body('Kinder.') } },
    reads: 'Kinder.',
  },
  { site: 'with another word', texts: { banner: { title: 'Cookies' } }, reads: de.texts.minor.body },
])('a site $site knows its purposes better than we do', async ({ texts, reads }) => {
  const region = await ask({ language: 'de', texts });

  expect(region.querySelector('p')?.textContent).toContain(reads);
});

test('nobody is asked for what has begun', async () => {
  const begun = { allowed: true, reason: 'default' } as const;
  const region = await ask({ scene: { decisions: { preferences: begun, analytics: begun, marketing: begun } } });

  expect(region.textContent).toContain(en.texts.banner.optOut);
  expect(region.textContent).not.toContain(en.texts.minor.body);
});

test('a minor is asked all the same where the words do not come', async () => {
  const region = await ask({ failing: ['texts/en'] });

  expect(region.textContent).toContain(en.texts.banner.body);
});
