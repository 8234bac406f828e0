// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import { services as table } from '../../src/services/table.ts';
import type { Choice, ConsentConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const stored = (choices: Record<string, Choice>, more: Parameters<typeof recordOf>[1] = {}) =>
  encodeRecord(recordOf(choices, more));
const refused = stored(everything('denied'), { event: 'refused' });

/** What Google Analytics, Meta's pixel, Hotjar and the site itself keep. */
function open(traits: PageTraits = {}) {
  const page = openPage(traits);
  for (const name of ['_ga', '_ga_ABC', '_fbp', 'PHPSESSID']) page.jar.put(`${name}=1; path=/`);
  for (const name of ['_hjSession', 'cart']) localStorage.setItem(name, 'x');
  return page;
}
const left = ({ jar }: ReturnType<typeof openPage>) =>
  [
    ...['_ga', '_ga_ABC', '_fbp', 'PHPSESSID'].filter((name) => jar.all(name).length),
    ...Object.keys(localStorage),
  ].join(' ');

const ALL = '_ga _ga_ABC _fbp PHPSESSID _hjSession cart';
const OWN = 'PHPSESSID cart';

describe('a site that names no services: what the table knows goes', () => {
  test.each<{ given: string; traits: PageTraits; config?: Partial<ConsentConfig>; expected: string }>([
    { given: 'after a refusal', traits: { cookie: refused }, expected: OWN },
    {
      given: 'of what was refused',
      traits: { cookie: stored({ analytics: 'denied' }) },
      expected: '_fbp PHPSESSID cart',
    },
    { given: 'not without an answer', traits: {}, expected: ALL },
    { given: 'not for a signal alone', traits: { sends: ['gpc'] }, expected: ALL },
    {
      given: 'for a signal after a grant',
      traits: { cookie: stored(everything('granted')), sends: ['dnt'] },
      expected: OWN,
    },
    {
      given: 'not where a grant has lapsed',
      traits: { cookie: stored(everything('granted'), { givenAt: NOW - 200 * DAY, expiresAt: NOW - DAY }) },
      expected: ALL,
    },
    {
      given: 'not under purposes that it cannot know, while one of them is granted',
      traits: { cookie: stored({ statistics: 'denied', ads: 'granted' }) },
      config: { purposes: { statistics: { title: 'S' }, ads: { title: 'A' } } },
      expected: ALL,
    },
    {
      given: 'under any purposes, when all are refused',
      traits: { cookie: stored({ statistics: 'denied', ads: 'denied' }) },
      config: { purposes: { statistics: { title: 'S' }, ads: { title: 'A' } } },
      expected: OWN,
    },
    {
      given: 'but what another service of the site needs stays',
      traits: { cookie: refused },
      config: { services: { counter: { title: 'Counter', purposes: ['necessary'], cookies: ['_ga*'] } } },
      expected: '_ga _ga_ABC PHPSESSID cart',
    },
    {
      given: 'behind a tag manager that it names',
      traits: { cookie: refused },
      config: { services: { 'google-tag-manager': table['google-tag-manager'] } },
      expected: OWN,
    },
    {
      given: 'of a service that it names without its cookies, by the answer to that service',
      traits: { cookie: stored({ 'google-analytics': 'denied', analytics: 'granted', marketing: 'granted' }) },
      config: { services: { 'google-analytics': { title: 'GA', purposes: ['analytics'] } } },
      expected: '_fbp PHPSESSID _hjSession cart',
    },
  ])('$given: $expected stay', async ({ traits, config, expected }) => {
    const page = open(traits);
    page.start(config);
    await page.pass();
    expect(left(page)).toBe(expected);
  });

  test.each(['deny', 'withdraw'] as const)('after %s() in this page', async (answer) => {
    const page = open(answer === 'withdraw' ? { cookie: stored(everything('granted')) } : {});
    const consent = page.start({ onWithdraw: 'keep' });
    await page.pass();
    expect(left(page)).toBe(ALL);
    void consent[answer]();
    await page.pass();
    expect(left(page)).toBe(OWN);
    expect(page.loaded.filter((name) => name === 'services')).toHaveLength(1);
  });

  test('and nothing is loaded for it where nothing is kept but the answer', async () => {
    const page = openPage({ cookie: refused });
    page.start();
    await page.pass();
    expect(page.loaded).not.toContain('withdrawal');
    expect(page.loaded).not.toContain('services');
  });

  test('and only what is there is written, also with the whole table in the configuration', async () => {
    // There is no IndexedDB here, which one of the rows names.
    const page = open({ cookie: stored(everything('granted')), errors: ['sweep-failed'] });
    const consent = page.start({ onWithdraw: 'keep', services: table });
    await page.pass();
    const written = new Set<string>();
    page.jar.traits.onSet = (text) => void written.add(text.split('=', 1)[0] ?? '');
    void consent.withdraw();
    await page.pass(3000);
    expect([...written].toSorted()).toEqual(['_fbp', '_ga', '_ga_ABC', 'commsor_consent']);
    expect(left(page)).toBe(OWN);
  });

  test('and what cannot be deleted is told once', async () => {
    const page = open({ cookie: refused, errors: ['sweep-failed'] });
    page.jar.traits.refuses = ({ name }) => name === '_fbp';
    page.start();
    await page.pass(3000);
    expect(page.reported.map(({ message }) => message)).toEqual([expect.stringMatching(/^meta-pixel: cookie _fbp: /)]);
  });

  test('and the withdrawal counts where the table does not load', async () => {
    const page = open({
      cookie: stored(everything('granted')),
      errors: ['chunk-failed'],
      chunks: {
        services: () => {
          throw new Error('404');
        },
      },
    });
    const consent = page.start({ onWithdraw: 'keep' });
    await page.pass();
    void consent.withdraw();
    await page.pass();
    expect(consent.allows('analytics')).toBe(false);
    expect(left(page)).toBe(ALL);
  });
});
