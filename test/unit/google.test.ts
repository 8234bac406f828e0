// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentConfig, GoogleConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { recordOf } from '../support/records.ts';

const page = window as unknown as Record<string, unknown>;
const TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];
const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));

afterEach(() => {
  for (const name of ['dataLayer', 'layer']) Reflect.deleteProperty(page, name);
});

/** What is in the layer, each command as a list, each event as it is. */
const entries = (name = 'dataLayer') =>
  (page[name] as object[]).map((entry) =>
    isCommand(entry) ? [...(entry as ArrayLike<unknown> & Iterable<unknown>)] : entry,
  );
const isCommand = (entry: object) => Object.prototype.toString.call(entry) === '[object Arguments]';
const consentOf = (granted: string) =>
  Object.fromEntries(TYPES.map((type) => [type, granted.split(' ').includes(type) ? 'granted' : 'denied']));
const NOTHING = consentOf('security_storage');
const EVERYTHING = consentOf(TYPES.join(' '));
const UPDATED = { event: 'commsor_consent_update' };

function open(traits: PageTraits = {}, config: Partial<ConsentConfig> = {}) {
  const opened = openPage(traits);
  return { ...opened, consent: opened.start({ google: true, onWithdraw: 'keep', ...config }) };
}

describe('the default', () => {
  test('is one denied command with all seven types, there before the start has ended', () => {
    open();
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test('comes with the stored answer right behind it, before any tag of the page', () => {
    open({ cookie: accepted });
    expect(entries()).toEqual([['consent', 'default', NOTHING], ['consent', 'update', EVERYTHING], UPDATED]);
  });

  test('stays denied under DNT, whatever was granted before', () => {
    open({ sends: ['dnt'], cookie: accepted });
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test('is updated at once where the model allows what was not refused', () => {
    open({}, { model: 'opt-out' });
    expect(entries()).toEqual([['consent', 'default', NOTHING], ['consent', 'update', EVERYTHING], UPDATED]);
  });

  test('is not set a second time where the snippet or the site has set it', () => {
    page.dataLayer = [];
    (function gtag(..._command: unknown[]) {
      (page.dataLayer as unknown[]).push(arguments);
    })('consent', 'default', NOTHING);
    open();
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test.each([
    { given: 'otherwise', defaults: [{ ...NOTHING, analytics_storage: 'granted' }] },
    { given: 'in part', defaults: [{ ad_storage: 'denied', analytics_storage: 'denied' }] },
    { given: 'otherwise in some region', defaults: [NOTHING, { ...EVERYTHING, region: ['US'] }] },
    { given: 'to nothing', defaults: [undefined] },
  ])('that the site set $given is corrected: what nobody granted is denied', ({ defaults }) => {
    page.dataLayer = defaults.map((value) => ({ 0: 'consent', 1: 'default', 2: value }));
    open({ cookie: encodeRecord(recordOf(everything('denied'))) });
    expect(entries().slice(defaults.length)[0]).toEqual(['consent', 'update', NOTHING]);
  });

  test('that the site set as we would, and its wait, stand until something is granted', async () => {
    page.dataLayer = [{ 0: 'consent', 1: 'default', 2: { ...NOTHING, wait_for_update: 500 } }];
    const { consent, pass } = open();
    expect(entries()).toHaveLength(1);
    void consent.grant();
    await pass();
    expect(entries().slice(1)).toEqual([['consent', 'update', EVERYTHING], UPDATED]);
  });

  test('joins a layer that has other things in it', () => {
    page.dataLayer = [{ event: 'page' }, null, undefined, 'text', ['consent'], { 0: 'consent', 1: 'update' }];
    open();
    expect(entries().at(-1)).toEqual(['consent', 'default', NOTHING]);
  });

  test.each([{}, 'text', 5, document.createElement('div')])(
    'where something else has the name of the layer, %o, starts one of its own',
    (value) => {
      page.dataLayer = value;
      open();
      expect(entries()).toEqual([['consent', 'default', NOTHING]]);
    },
  );

  test('goes into the layer that the site names', () => {
    open({}, { google: { dataLayer: 'layer' } });
    expect(entries('layer')).toEqual([['consent', 'default', NOTHING]]);
    expect(page.dataLayer).toBeUndefined();
  });

  test('is absent where the site wants no Google', () => {
    open({ cookie: accepted }, { google: false });
    expect(page.dataLayer).toBeUndefined();
  });
});

describe('every command is an Arguments object: Google takes an array for an event', () => {
  test('default and update', async () => {
    const { consent, pass } = open();
    void consent.grant();
    await pass();
    const layer = page.dataLayer as object[];
    expect(layer.map(isCommand)).toEqual([true, true, false]);
  });
});

describe('an update', () => {
  test('comes with each change of what Google may do, one event behind it, and never again when nothing changed', async () => {
    const { consent, pass } = open();
    for (const answer of [
      () => consent.grant(['analytics']),
      () => consent.grant(['analytics']),
      () => consent.grant(),
      () => consent.deny(),
      () => consent.deny(),
    ]) {
      void answer();
      await pass();
    }
    expect(entries()).toEqual([
      ['consent', 'default', NOTHING],
      ['consent', 'update', consentOf('security_storage analytics_storage')],
      UPDATED,
      ['consent', 'update', EVERYTHING],
      UPDATED,
      ['consent', 'update', NOTHING],
      UPDATED,
    ]);
  });

  test('does not come for a purpose that governs none of the types', async () => {
    const { consent, pass } = open({}, { purposes: { analytics: {}, research: { title: 'Research' } } });
    void consent.grant(['research']);
    await pass();
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test('comes before the listeners of the page are told: their events find it there', async () => {
    const { consent, pass } = open();
    const seen: number[] = [];
    consent.on('change', () => void seen.push(entries().length));
    void consent.grant();
    await pass();
    expect(seen).toEqual([1, 3]);
  });
});

describe('the map', () => {
  const mapped = async (config: Partial<ConsentConfig>, grant: string[]) => {
    const { consent, pass } = open({}, config);
    void consent.grant(grant);
    await pass();
    const update = entries().findLast((entry) => Array.isArray(entry) && entry[1] === 'update') as
      | unknown[]
      | undefined;
    return update?.[2] ?? 'no update';
  };

  test.each<{ granted: string; types: string }>([
    { granted: 'preferences', types: 'functionality_storage personalization_storage security_storage' },
    { granted: 'analytics', types: 'analytics_storage security_storage' },
    { granted: 'marketing', types: 'ad_storage ad_user_data ad_personalization security_storage' },
  ])('by default $granted governs $types', async ({ granted, types }) => {
    expect(await mapped({}, [granted])).toEqual(consentOf(types));
  });

  test("may be the site's own, over purposes and services", async () => {
    const google: GoogleConfig = {
      map: { stats: ['analytics_storage'], ads: ['ad_storage', 'ad_user_data'], shop: ['ad_user_data'] },
    };
    const config: Partial<ConsentConfig> = {
      google,
      purposes: { stats: { title: 'S' }, ads: { title: 'A' } },
      services: { shop: { title: 'Shop', purposes: ['stats', 'ads'] } },
    };
    expect(await mapped(config, ['stats'])).toEqual(consentOf('analytics_storage'));
  });

  test('with a service in it follows the service', async () => {
    const google: GoogleConfig = { map: { shop: ['ad_user_data'] } };
    expect(await mapped({ google, services: { shop: { title: 'Shop', purposes: ['marketing'] } } }, ['shop'])).toEqual(
      consentOf('ad_user_data'),
    );
  });

  test('grants a type as soon as one of its governors is allowed', async () => {
    const google: GoogleConfig = { map: { analytics: ['ad_user_data'], marketing: ['ad_user_data', 'ad_storage'] } };
    expect(await mapped({ google }, ['analytics'])).toEqual(consentOf('ad_user_data'));
  });

  test.each<[string, string]>([
    ['null', 'null'],
    ['a number', '5'],
    ['text', '"analytics"'],
    ['a type as text', '{"analytics":5,"marketing":null,"nonsense":["ad_storage"]}'],
  ])('that is wrong, %s, grants nothing and breaks nothing', async (_, map) => {
    const { consent, pass } = open(
      { url: 'https://shop.test/', errors: ['config-invalid'] },
      { google: { map: JSON.parse(map) } },
    );
    void consent.grant();
    await pass();
    expect(consent.allows('marketing')).toBe(true);
    expect(entries()).toEqual([['consent', 'default', consentOf('')]]);
  });
});

test('it stops with the core', async () => {
  const { consent, pass } = open();
  consent.destroy();
  await expect(consent.grant()).rejects.toThrow('destroyed');
  await pass();
  expect(entries()).toEqual([['consent', 'default', NOTHING]]);
});
