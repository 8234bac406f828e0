// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const site: Partial<ConsentConfig> = {
  onWithdraw: 'keep',
  services: {
    stats: { title: 'Stats', purposes: ['analytics'], cookies: ['_ga', '_ga_*'] },
    maps: { title: 'Maps', purposes: ['marketing'], storageKeys: { local: ['map-*'] } },
    pay: { title: 'Pay', purposes: ['necessary'], cookies: ['_pay'] },
    bare: { title: 'Bare', purposes: ['marketing'] },
  },
};

function open(traits: Parameters<typeof openPage>[0] = {}) {
  const page = openPage({ cookie: accepted, ...traits });
  for (const name of ['_ga', '_ga_1', '_pay', 'other']) page.jar.put(`${name}=1; path=/`);
  localStorage.setItem('map-1', 'x');
  localStorage.setItem('own', 'x');
  return page;
}
const left = (page: ReturnType<typeof open>) =>
  [...['_ga', '_ga_1', '_pay', 'other'].filter((name) => page.jar.all(name).length), ...Object.keys(localStorage)].join(
    ' ',
  );

const lapsed = { givenAt: NOW - 200 * DAY, expiresAt: NOW - 10 * DAY };

describe('a withdrawal deletes what the services left behind', () => {
  test.each<{ given: string; names?: string[]; expected: string }>([
    { given: 'of everything', expected: '_pay other own' },
    { given: 'of one purpose', names: ['marketing'], expected: '_ga _ga_1 _pay other own' },
    { given: 'of one service', names: ['stats'], expected: '_pay other map-1 own' },
    { given: 'of a service that leaves nothing', names: ['bare'], expected: '_ga _ga_1 _pay other map-1 own' },
  ])('$given: $expected stay', async ({ names, expected }) => {
    const page = open();
    const consent = page.start(site);
    await page.pass();
    expect(left(page)).toBe('_ga _ga_1 _pay other map-1 own');
    void consent.withdraw(names);
    await page.pass();
    expect(left(page)).toBe(expected);
    expect(page.loaded.filter((name) => name === 'withdrawal')).toHaveLength(1);
  });

  test('and again at the next visit: a vendor may have written it when the page was left', async () => {
    const page = open();
    const consent = page.start(site);
    await page.pass();
    void consent.withdraw();
    await page.pass();
    page.jar.put('_ga=2; path=/');
    localStorage.setItem('map-2', 'x');
    await page.revisit(site);
    await page.pass();
    expect(left(page)).toBe('_pay other own');
  });

  test.each<{ given: string; traits: PageTraits }>([
    { given: 'a refusal', traits: { cookie: encodeRecord(recordOf(everything('denied'), { event: 'refused' })) } },
    { given: 'no answer yet', traits: {} },
    { given: 'a signal that came after a grant', traits: { cookie: accepted, sends: ['dnt'] } },
    { given: 'a grant that has lapsed', traits: { cookie: encodeRecord(recordOf(everything('granted'), lapsed)) } },
  ])('and at the next start, whatever the reason of the no: $given', async ({ traits }) => {
    const page = openPage(traits);
    page.jar.put('_ga=1; path=/');
    page.jar.put('other=1; path=/');
    page.start({ services: { stats: { title: 'Stats', purposes: ['analytics'], cookies: ['_ga', '_ga_*'] } } });
    await page.pass();
    expect([page.jar.all('_ga').length, page.jar.all('other').length]).toEqual([0, 1]);
  });

  test('and loads nothing for it where nothing is there', async () => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('denied'), { event: 'refused' })) });
    page.start({ services: { stats: { title: 'Stats', purposes: ['analytics'], cookies: ['_ga', '_ga_*'] } } });
    await page.pass();
    expect(page.loaded).not.toContain('withdrawal');
  });

  test('and what is allowed stays', async () => {
    const page = openPage({ cookie: accepted });
    page.jar.put('_ga=1; path=/');
    page.start({ services: { stats: { title: 'Stats', purposes: ['analytics'], cookies: ['_ga'] } } });
    await page.pass();
    expect(page.jar.all('_ga')).toHaveLength(1);
  });

  test('and when another tab withdraws', async () => {
    const page = open();
    page.start(site);
    await page.pass();
    const withdrawal = recordOf(everything('denied'), { id: 'other', givenAt: Date.now(), event: 'withdrawn' });
    page.jar.put(`commsor_consent=${encodeRecord(withdrawal)}; path=/`);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(left(page)).toBe('_pay other own');
  });

  test('and says what it could not delete, and why', async () => {
    const page = open({ errors: ['sweep-failed'] });
    const consent = page.start(site);
    await page.pass();
    page.jar.traits.refuses = ({ name }) => name === '_ga';
    void consent.withdraw();
    await page.pass(3000);
    expect(page.reported.map(({ code, message }) => [code, message.startsWith('stats: cookie _ga: ')])).toEqual([
      ['sweep-failed', true],
    ]);
  });

  test('and when the part that does it does not load, the withdrawal counts all the same', async () => {
    const page = open({
      errors: ['chunk-failed'],
      chunks: {
        withdrawal: () => {
          throw new Error('404');
        },
      },
    });
    const consent = page.start(site);
    await page.pass();
    void consent.withdraw();
    await page.pass();
    expect(consent.allows('stats')).toBe(false);
    expect(page.reported.map(({ code }) => code)).toEqual(['chunk-failed']);
  });
});

test('a grant deletes nothing', async () => {
  const page = openPage();
  const consent = page.start(site);
  await page.pass();
  page.jar.put('_ga=1; path=/');
  localStorage.setItem('map-1', 'x');
  void consent.grant();
  await page.pass();
  expect(left(page)).toBe('_ga map-1');
});
