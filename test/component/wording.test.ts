import { within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConsentRecord, Texts } from '../../src/api.ts';
import type { PartNeeds } from '../../src/lazy.ts';
import { mount } from '../../src/ui/banner/index.ts';
import { policyNews, worded } from '../../src/ui/wording/index.ts';
import de from '../../src/ui/texts/de.ts';
import en from '../../src/ui/texts/en.ts';
import fr from '../../src/ui/texts/fr.ts';
import hi from '../../src/ui/texts/hi.ts';
import ja from '../../src/ui/texts/ja.ts';
import th from '../../src/ui/texts/th.ts';
import { stubSight } from './sight.ts';
import { createContext, purpose, record } from './view-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

interface Site {
  readonly language?: string;
  readonly texts?: object;
  readonly failing?: readonly string[];
  readonly scene?: Parameters<typeof createContext>[0];
}

const files = new Map([de, en, fr, hi, ja, th].map((language) => [`texts/${language.tag}`, language]));

/** What a visitor is asked by a site, an adult or a minor. */
async function draw({ language = 'en', texts, failing = [], scene = {} }: Site, isMinor: boolean) {
  stubSight();
  const load = async (name: string) => {
    if (failing.includes(name)) throw new Error(`no ${name}`);
    return { default: files.get(name) };
  };
  const { context } = createContext({ language: files.get(`texts/${language}`) ?? en, ...scene });
  const store = { config: { ...context.config, language, texts }, isMinor, state: context.state };
  // The part reads nothing else.
  const needs = { load, screen: { host: document.createElement('div') }, store } as unknown as PartNeeds;
  (await worded(mount, needs))(context);
  return within(context.root as unknown as HTMLElement).getByRole('region');
}

const ask = (site: Site = {}) => draw(site, true);

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

const exempt = { analytics: { allowed: true, reason: 'exempt' } } as const;

test.each([
  { language: 'en', words: 'On unless you say no: Analytics. Runs only with your consent: Functional and Marketing.' },
  { language: 'de', words: 'Nur mit Ihrer Einwilligung aktiv: Präferenzen und Marketing.' },
  { language: 'fr', words: 'Actif uniquement avec votre consentement\u202f: ' },
  { language: 'hi', words: 'केवल आपकी सहमति से चलता है: ' },
  { language: 'ja', words: '同意いただいた場合のみ使用します：' },
  { language: 'th', words: 'ทำงานเมื่อท่านยินยอมเท่านั้น: ' },
])('where the law exempts a part, it is told of the rest that it waits: $language', async ({ language, words }) => {
  const region = await draw({ language, scene: { decisions: exempt } }, false);

  expect(region.textContent).toContain(words);
});

const begun = { allowed: true, reason: 'default' } as const;

test.each<{ where: string; scene: Site['scene'] }>([
  {
    where: 'rests on a legitimate interest',
    scene: { purposes: [purpose('analytics', { legalBasis: 'legitimate-interest' }), purpose('marketing')] },
  },
  {
    where: 'is on where silence means yes, and the site leaves the rest off',
    scene: { model: 'opt-out', purposes: [purpose('analytics'), purpose('marketing', { default: false })] },
  },
  { where: 'is on where a notice is enough', scene: { model: 'notice', pending: ['analytics', 'marketing'] } },
])('where a part $where, it is told of the rest that it waits', async ({ scene }) => {
  const region = await draw({ scene: { ...scene, decisions: { analytics: begun } } }, false);

  expect(region.textContent).toContain(`${en.texts.banner.running.replace('{purposes}', 'Analytics')} Runs only with`);
});

test.each<{ where: string; site: Site }>([
  { where: 'nothing runs', site: {} },
  {
    where: 'all runs',
    site: { scene: { model: 'opt-out', decisions: { preferences: begun, analytics: begun, marketing: begun } } },
  },
  {
    where: 'nothing else is optional',
    site: { scene: { decisions: { ...exempt, preferences: exempt.analytics, marketing: exempt.analytics } } },
  },
  { where: 'the words do not come', site: { failing: ['texts/en'], scene: { decisions: exempt } } },
])('where $where, the banner says what it says elsewhere', async ({ site }) => {
  expect((await draw(site, false)).textContent).not.toContain(en.texts.rights.consent.slice(0, -1));
});

test.each<{ method: ConsentRecord['method']; language?: string; words: string }>([
  { method: 'banner', words: 'New or changed since your last answer: Analytics and Marketing. Your other answers' },
  {
    method: 'page',
    words: 'Runs only with your consent: Analytics and Marketing. Your other answers stay as they are.',
  },
  {
    method: 'api',
    words: 'Runs only with your consent: Analytics and Marketing. Your other answers stay as they are.',
  },
  { method: 'page', language: 'ja', words: '同意いただいた場合のみ使用します：分析、マーケティング。' },
])('what a button of the page left open is not called new: $method, $language', async ({ method, language, words }) => {
  const scene = { record: record({ method }), pending: ['analytics', 'marketing'] };
  const region = await draw({ ...(language && { language }), scene }, false);

  expect(region.textContent).toContain(words);
});

test.each([{}, { history: [{ version: '1', changes: '' }] }])(
  'a policy that moved without words (%o) is said to have moved',
  async (words) => {
    const policy = { version: '1', ...words };
    const region = await draw({ scene: { record: record({ policyVersion: '0' }), policy, pending: [] } }, false);

    expect(region.textContent).toContain('New or changed since your last answer: Privacy policy. ');
  },
);

test('who comes back after several versions is told what changed since their own', async () => {
  const scene = {
    record: record({ policyVersion: '1' }),
    policy: {
      version: '3',
      history: [
        { version: '3', changes: 'A map came.' },
        { version: '2', changes: 'We moved to Cork.' },
        { version: '1', changes: 'The first one.' },
      ],
    },
    pending: [],
  };
  const region = await draw({ scene }, false);

  expect(region.textContent).toContain('We moved to Cork. A map came.');
  expect(region.textContent).not.toContain('The first one.');
});

test.each([
  { language: en, words: 'New or changed since your last answer: Privacy policy.' },
  { language: hi, words: `${hi.texts.banner.news} ${hi.texts.banner.policy}।` },
  { language: ja, words: `${ja.texts.banner.news}${ja.texts.banner.policy}。` },
])('that a policy moved is a sentence of $language.tag', ({ language, words }) => {
  expect(policyNews(record(), { policy: { url: '/privacy', version: '1', changes: '' } }, language.texts)).toBe(words);
});
