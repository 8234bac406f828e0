// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { KEEPERS } from '../../src/compat/answers.ts';
import { encodeRecord } from '../../src/model/record.ts';
import type { ConsentConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const iso = (time: number) => new Date(time).toISOString();
const cookiebot = (fields: string) => encodeURIComponent(`{stamp:'x==',necessary:true,${fields},ver:1}`);
const YESTERDAY = NOW - DAY;

/** What each tool writes after Analytics was allowed and Marketing refused. */
const SHAPES: Record<string, Record<string, string>> = {
  'vanilla-cookieconsent': {
    cc_cookie: encodeURIComponent(
      JSON.stringify({
        categories: ['necessary', 'analytics'],
        revision: 0,
        consentTimestamp: iso(YESTERDAY),
        services: { necessary: [], analytics: [], marketing: [] },
        lastConsentTimestamp: iso(YESTERDAY),
      }),
    ),
  },
  klaro: { klaro: encodeURIComponent(JSON.stringify({ analytics: true, marketing: false })) },
  orejime: { orejime: JSON.stringify({ analytics: true, marketing: false }) },
  cookiebot: {
    CookieConsent: cookiebot(`preferences:false,statistics:true,marketing:false,method:'explicit',utc:${YESTERDAY}`),
  },
  onetrust: {
    OptanonConsent: `isGpcEnabled=0&datestamp=x&groups=${encodeURIComponent('C0001:1,C0002:1,C0004:0')}&version=1`,
    OptanonAlertBoxClosed: iso(YESTERDAY),
  },
  cookieyes: {
    'cookieyes-consent':
      'consentid:abc,consent:yes,action:yes,necessary:yes,functional:no,analytics:yes,advertisement:no,other:no,' +
      `lastRenewedDate:${YESTERDAY}`,
  },
  complianz: {
    'cmplz_banner-status': 'dismissed',
    cmplz_functional: 'allow',
    cmplz_statistics: 'allow',
    cmplz_marketing: 'deny',
  },
  iubenda: {
    '_iub_cs-1234567': encodeURIComponent(
      JSON.stringify({ timestamp: iso(YESTERDAY), version: '1.50.0', purposes: { 1: true, 4: true, 5: false } }),
    ),
  },
  tarteaucitron: { tarteaucitron: '!analytics=true!marketing=false!youtube=wait' },
  axeptio: {
    axeptio_cookies: encodeURIComponent(
      JSON.stringify({ $$token: 'x', $$date: iso(YESTERDAY), $$completed: true, analytics: true, marketing: false }),
    ),
  },
};
const tools = Object.keys(SHAPES);

/** What Orejime 3.2 writes; version 2 called it by its own name. */
const OREJIME_3 = { 'eu-consent': JSON.stringify({ analytics: true, marketing: false }) };

async function open(
  tool: string,
  cookies: Record<string, string>,
  config: Partial<ConsentConfig> = {},
  traits: PageTraits = {},
) {
  const page = openPage(traits);
  for (const [name, value] of Object.entries(cookies)) page.jar.put(`${name}=${value}; path=/`);
  const consent = page.start({ compat: [tool], ...config });
  await page.pass();
  return { page, consent };
}
const reasons = ({ get }: Awaited<ReturnType<typeof open>>['consent'], ...names: string[]) =>
  names.map((name) => `${get().decisions[name]?.reason} ${get().decisions[name]?.allowed}`);
const isLeft = ({ jar }: ReturnType<typeof openPage>, cookies: Record<string, string>) =>
  Object.keys(cookies).filter((name) => jar.all(name).length);

test('every tool whose answers are read is tested', () => {
  expect(tools.toSorted()).toEqual(Object.keys(KEEPERS).toSorted());
});

describe.each(tools)('an answer to %s', (tool) => {
  const cookies = SHAPES[tool] ?? {};

  test('is taken over in its refusals, which are never asked again', async () => {
    const { page, consent } = await open(tool, cookies);
    expect(reasons(consent, 'analytics', 'marketing')).toEqual(['default false', 'choice false']);
    expect(page.views[0]?.context.pending()).not.toContain('marketing');
  });

  test('and in its grants where the site says that they mean the same', async () => {
    const { consent } = await open(tool, cookies, { migrate: { grants: ['analytics', 'marketing'] } });
    expect(reasons(consent, 'analytics', 'marketing')).toEqual(['choice true', 'choice false']);
  });

  test('is kept as ours, and what the tool kept goes', async () => {
    const { page } = await open(tool, cookies);
    expect(page.jar.all('commsor_consent')).toHaveLength(1);
    expect(isLeft(page, cookies)).toEqual([]);
  });

  test('is not looked for where another tool is named', async () => {
    const { page } = await open(tool === 'klaro' ? 'orejime' : 'klaro', cookies);
    expect(isLeft(page, cookies)).toEqual(Object.keys(cookies));
  });

  test('is not looked for where an answer of ours is there', async () => {
    const cookie = encodeRecord(recordOf({ marketing: 'granted' }));
    const own = await open(tool, cookies, {}, { cookie });
    expect(own.consent.allows('marketing')).toBe(true);
    expect(isLeft(own.page, cookies)).toEqual(Object.keys(cookies));
  });

  test.each(['', '{}', '%', 'null', '[]', '{"categories":5}', '{{{', '!', 'a:b', '"', '%7B%22purposes%22%3A5%7D'])(
    'that is damaged, %s, is none',
    async (text) => {
      const damaged = Object.fromEntries(Object.keys(cookies).map((name) => [name, text]));
      const { page, consent } = await open(tool, damaged, { migrate: { grants: ['analytics', 'marketing'] } });
      expect(consent.get().record).toBeNull();
      expect([...page.shown]).toEqual(['banner']);
    },
  );
});

test('Orejime 3 is read under the name that it gives its cookie', async () => {
  const { page, consent } = await open('orejime', OREJIME_3, { migrate: { grants: ['analytics', 'marketing'] } });
  expect(reasons(consent, 'analytics', 'marketing')).toEqual(['choice true', 'choice false']);
  expect(isLeft(page, OREJIME_3)).toEqual([]);
});

describe('no grant is taken over', () => {
  const grants = { migrate: { grants: ['analytics', 'marketing', 'preferences'] } };

  test.each<{ given: string; tool: string; cookies: Record<string, string> }>([
    {
      given: 'that Cookiebot took as implied',
      tool: 'cookiebot',
      cookies: { CookieConsent: cookiebot(`statistics:true,marketing:true,method:'implied',utc:${YESTERDAY}`) },
    },
    {
      given: 'that OneTrust wrote before there was an answer',
      tool: 'onetrust',
      cookies: { OptanonConsent: 'groups=C0002%3A1%2CC0004%3A1' },
    },
    {
      given: 'that CookieYes wrote before there was an answer',
      tool: 'cookieyes',
      cookies: { 'cookieyes-consent': 'consent:yes,action:,analytics:yes,advertisement:yes' },
    },
    {
      given: 'that Complianz wrote before there was an answer',
      tool: 'complianz',
      cookies: { cmplz_statistics: 'allow', cmplz_marketing: 'allow' },
    },
    {
      given: 'that is older than a choice of ours may be',
      tool: 'axeptio',
      cookies: {
        axeptio_cookies: JSON.stringify({ $$completed: true, $$date: iso(NOW - 200 * DAY), analytics: true }),
      },
    },
  ])('$given', async ({ tool, cookies }) => {
    const { page, consent } = await open(tool, cookies, grants);
    expect(['analytics', 'marketing'].filter((name) => consent.allows(name))).toEqual([]);
    expect([...page.shown]).toEqual(['banner']);
  });

  test('under a signal that was not sent then', async () => {
    const { consent } = await open('klaro', SHAPES.klaro ?? {}, grants, { sends: ['gpc'] });
    expect(consent.allows('analytics')).toBe(false);
  });

  test('that the list of version 2 leaves out: all else was refused', async () => {
    const cc_cookie = JSON.stringify({ categories: ['necessary', 'analytics'], consent_date: iso(YESTERDAY) });
    const { page, consent } = await open('vanilla-cookieconsent', { cc_cookie }, grants);
    expect(reasons(consent, 'preferences', 'analytics', 'marketing')).toEqual([
      'choice false',
      'choice true',
      'choice false',
    ]);
    expect(page.shown.size).toBe(0);
  });
});

test('a refusal counts however old it is', async () => {
  const axeptio_cookies = JSON.stringify({ $$completed: true, $$date: iso(NOW - 300 * DAY), marketing: false });
  const { consent } = await open('axeptio', { axeptio_cookies });
  expect(reasons(consent, 'marketing')).toEqual(['choice false']);
});

test('what an answer calls by a name of its own is ours by the map, services too', async () => {
  const klaro = JSON.stringify({ 'Big Maps': true, matomo: false });
  const { consent } = await open(
    'klaro',
    { klaro },
    {
      services: {
        maps: { title: 'Maps', purposes: ['marketing'] },
        matomo: { title: 'Matomo', purposes: ['analytics'] },
      },
      migrate: { names: { 'Big Maps': 'maps' }, grants: ['maps'] },
    },
  );
  expect(reasons(consent, 'maps', 'matomo')).toEqual(['choice true', 'choice false']);
});

describe('who has answered Klaro for every service of a purpose', () => {
  const services = {
    matomo: { title: 'Matomo', purposes: ['analytics'] },
    pixel: { title: 'Pixel', purposes: ['marketing'] },
    ads: { title: 'Ads', purposes: ['marketing'] },
  };
  const all = { matomo: false, pixel: false, ads: false };

  test.each<[string, Record<string, boolean>, string[], string[]]>([
    ['has refused it, where all are refused', all, [], ['choice false', 'choice false', '']],
    ['is asked, where one is not', { ...all, ads: true }, [], ['choice false', 'default false', 'banner']],
    [
      'is asked, where the site says the same of services alone',
      { matomo: true },
      ['matomo'],
      ['default false', 'default false', 'banner'],
    ],
    [
      'has granted it, where the site says the same of it',
      { ...all, matomo: true },
      ['matomo', 'analytics'],
      ['choice true', 'choice false', ''],
    ],
  ])('%s', async (_name, said, grants, expected) => {
    const config = { services, purposes: { analytics: {}, marketing: {} }, migrate: { grants } };
    const { page, consent } = await open('klaro', { klaro: JSON.stringify(said) }, config);
    expect([...reasons(consent, 'analytics', 'marketing'), [...page.shown].join()]).toEqual(expected);
  });
});

test.each<[string, readonly string[], string[]]>([
  ['what was not among those that were allowed is refused', ['ga'], ['choice true', 'choice true', 'choice false']],
  ['nothing is refused where it had none', [], ['choice true', 'choice true', 'choice true']],
])('of the services of a category of vanilla-cookieconsent, %s', async (_name, services, expected) => {
  const cc_cookie = JSON.stringify({
    categories: ['necessary', 'analytics'],
    services: { necessary: [], analytics: services, marketing: [] },
    lastConsentTimestamp: iso(YESTERDAY),
  });
  const { consent } = await open(
    'vanilla-cookieconsent',
    { cc_cookie },
    {
      services: {
        ga: { title: 'Google Analytics', purposes: ['analytics'] },
        matomo: { title: 'Matomo', purposes: ['analytics'] },
      },
      migrate: { grants: ['analytics', 'ga'] },
    },
  );
  expect(reasons(consent, 'analytics', 'ga', 'matomo')).toEqual(expected);
});

test.each([encodeURIComponent, String])('what is kept in localStorage is read, encoded or not', async (write) => {
  const page = openPage();
  localStorage.setItem('klaro', write(JSON.stringify({ analytics: true, marketing: false })));
  const consent = page.start({ compat: ['klaro'] });
  await page.pass();
  expect(reasons(consent, 'analytics', 'marketing')).toEqual(['default false', 'choice false']);
  expect(localStorage.getItem('klaro')).toBeNull();
});

test('where the site draws its own interface, an answer is taken over too', async () => {
  const { consent } = await open('klaro', SHAPES.klaro ?? {}, { ui: { headless: true } });
  expect(reasons(consent, 'marketing')).toEqual(['choice false']);
});
