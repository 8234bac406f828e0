// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { DEFAULT_MAP } from '../../src/model/google-map.ts';
import { encodeRecord } from '../../src/model/record.ts';
import type { Choice, CommsorConsent, ConsentConfig, ConsentModel, GoogleConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { recordOf } from '../support/records.ts';
import { prototypeOfDocument } from '../../src/page.ts';

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
/** The event behind an update, with the names that are allowed and those that are not. */
const updated = (granted: string[], denied: string[]) => ({
  event: 'commsor_consent_update',
  granted: ['necessary', ...granted],
  denied,
  _clear: true,
});
const UPDATED = updated(['preferences', 'analytics', 'marketing'], []);

/** The types that begin with `prefix`, denied. */
const only = (prefix: string) =>
  Object.fromEntries(Object.entries(NOTHING).filter(([type]) => type.startsWith(prefix)));

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

  test.each(['opt-out', 'notice'] as const)('is what silence means under %s, and no answer is told', (model) => {
    open({}, { model });
    expect(entries()).toEqual([['consent', 'default', EVERYTHING]]);
  });

  test('leaves out what does not start by itself, where the rest does', () => {
    const purposes = { preferences: {}, analytics: {}, marketing: { default: false } };
    open({}, { model: 'opt-out', purposes });
    expect(entries()).toEqual([['consent', 'default', { ...EVERYTHING, ...only('ad_') }]]);
  });

  test('is denied where the browser opts out, whatever silence means', () => {
    open({ sends: ['gpc'] }, { model: 'opt-out' });
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test('tells the answer of a visitor under opt-out as an answer', () => {
    open({ cookie: accepted }, { model: 'opt-out' });
    expect(entries()).toEqual([['consent', 'default', NOTHING], ['consent', 'update', EVERYTHING], UPDATED]);
  });

  test('grants nothing under opt-in, not even a legitimate interest: that follows as an update', () => {
    open({}, { purposes: { analytics: { legalBasis: 'legitimate-interest' }, marketing: {} } });
    expect(entries()[0]).toEqual(['consent', 'default', NOTHING]);
    expect(entries()[1]).toEqual(['consent', 'update', { ...NOTHING, analytics_storage: 'granted' }]);
  });

  test('is followed by a refusal under opt-out', async () => {
    const { consent, pass } = open({}, { model: 'opt-out' });
    await Promise.all([consent.deny(), pass()]);
    expect(entries().slice(0, 2)).toEqual([
      ['consent', 'default', EVERYTHING],
      ['consent', 'update', NOTHING],
    ]);
  });

  test('is denied until it is known where the visitor is, and updated then', async () => {
    const { pass } = open({}, { regions: 'recommended', region: 'US-CA' });
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
    await pass();
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
    const waiting = [{ event: 'page' }, null, undefined, 'text', 1, [], ['consent'], { 0: 'consent', 1: 'update' }];
    page.dataLayer = [...waiting];
    open();
    expect(entries(), 'before what waits to be read').toEqual([['consent', 'default', NOTHING], ...waiting]);
  });

  test('goes through the `push` of whoever reads the layer', () => {
    const read: unknown[] = [];
    page.dataLayer = Object.assign([{ event: 'page' }], { push: (...more: unknown[]) => read.push(...more) });
    open({ cookie: accepted });
    expect(read.map((entry) => (isCommand(entry as object) ? (entry as unknown[])[1] : entry))).toEqual([
      'default',
      'update',
      UPDATED,
    ]);
  });

  test.each([{}, 'text', 5, document.createElement('div')])(
    'where something else has the name of the layer, %o, starts one of its own',
    (value) => {
      page.dataLayer = value;
      open();
      expect(entries()).toEqual([['consent', 'default', NOTHING]]);
    },
  );

  test('where an object of the page has its name, has what is in it, and tells the site once', async () => {
    page.dataLayer = { page: { name: 'home' } };
    const { consent, pass, reported } = open({ errors: ['config-invalid'] });
    await pass();
    void consent.grant();
    await pass();
    expect(entries()).toEqual([['consent', 'default', NOTHING], ['consent', 'update', EVERYTHING], UPDATED]);
    expect(page.dataLayer).toHaveProperty('page.name', 'home');
    expect(reported.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^google\.dataLayer: .*Make it an array/),
    ]);
  });

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
  test('comes with each change of what Google may do, one event behind it, and not when nothing changed', async () => {
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
      updated(['analytics'], ['preferences', 'marketing']),
      ['consent', 'update', EVERYTHING],
      UPDATED,
      ['consent', 'update', NOTHING],
      updated([], ['preferences', 'analytics', 'marketing']),
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

/** What a page does with `gtag` of its own. */
const command = (...words: unknown[]): unknown =>
  (function gtag(..._words: unknown[]) {
    return arguments;
  })(...words);

const say = (word: string, value: object) => (page.dataLayer as unknown[]).push(command('consent', word, value));

describe('a layer that the page puts into the place of ours', () => {
  test.each<{ given: string; later: () => unknown[]; waiting: unknown[] }>([
    { given: 'an empty one', later: () => [], waiting: [] },
    {
      given: 'one with commands in it',
      later: () => [{ event: 'late' }, command('config', 'G-1')],
      waiting: [{ event: 'late' }, ['config', 'G-1']],
    },
  ])('$given, is told the default and the stored answer when the page is at rest', async ({ later, waiting }) => {
    const { pass } = open({ cookie: accepted });
    page.dataLayer = later();
    await pass();
    expect(entries()).toEqual([
      ['consent', 'default', NOTHING],
      ...waiting,
      ['consent', 'update', EVERYTHING],
      UPDATED,
    ]);
  });

  test('is met while the page is parsed', async () => {
    Object.defineProperty(prototypeOfDocument(), 'readyState', { value: 'loading', configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(prototypeOfDocument(), 'readyState'));
    open();
    page.dataLayer = [];
    document.body.append(document.createElement('script'));
    await Promise.resolve();
    expect(entries()).toEqual([['consent', 'default', NOTHING]]);
  });

  test('that has a default already gets no other; what it leaves open is said', async () => {
    const { consent, pass } = open();
    page.dataLayer = [command('consent', 'default', { ad_storage: 'denied' })];
    void consent.deny();
    await pass();
    expect(entries()).toEqual([
      ['consent', 'default', { ad_storage: 'denied' }],
      ['consent', 'update', NOTHING],
      updated([], ['preferences', 'analytics', 'marketing']),
    ]);
  });
});

describe('a default of the page behind ours', () => {
  const theirs = () => say('default', EVERYTHING);
  const tells = expect.stringMatching(/^google: .*grants .*analytics_storage.*Remove it from the page/);

  test('grants nothing, before an answer or after a refusal, and is told once', async () => {
    const { consent, pass, reported } = open({ errors: ['config-invalid'] });
    theirs();
    await pass();
    expect(entries().slice(2), 'when the page is at rest').toEqual([
      ['consent', 'update', NOTHING],
      updated([], ['preferences', 'analytics', 'marketing']),
    ]);
    theirs();
    void consent.deny();
    await pass();
    expect(entries().slice(5)).toEqual([
      ['consent', 'update', NOTHING],
      updated([], ['preferences', 'analytics', 'marketing']),
    ]);
    expect(reported.map(({ message }) => message)).toEqual([tells]);
  });

  test('is told although the visitor has accepted', async () => {
    const { pass, reported } = open({ errors: ['config-invalid'], cookie: accepted });
    theirs();
    await pass();
    expect(entries().filter((entry) => Array.isArray(entry) && entry[1] === 'update')).toHaveLength(1);
    expect(reported.map(({ message }) => message)).toEqual([tells]);
  });

  test.each<{ given: string; value: object; model: ConsentModel }>([
    { given: 'where nobody is asked first', value: EVERYTHING, model: 'opt-out' },
    { given: 'for one region alone', value: { ...EVERYTHING, region: ['US'] }, model: 'opt-in' },
    { given: 'that denies', value: NOTHING, model: 'opt-in' },
  ])('$given is no fault', async ({ value, model }) => {
    const { pass, reported } = open({}, { model });
    say('default', value);
    await pass();
    expect(reported).toEqual([]);
  });
});

/** What Google makes of a layer, where updates beat defaults and where the last word counts. */
function readings(): object[] {
  const updates: Record<string, unknown> = {};
  const defaults: Record<string, unknown> = {};
  const last: Record<string, unknown> = {};
  for (const entry of entries()) {
    if (!Array.isArray(entry) || entry[0] !== 'consent') continue;
    Object.assign(entry[1] === 'update' ? updates : defaults, entry[2]);
    Object.assign(last, entry[2]);
  }
  return [{ ...defaults, ...updates }, last];
}

/** What a page, or a visitor, may do, and what becomes of the layer. */
const deeds: Record<string, (consent: CommsorConsent, layers: Set<unknown>) => unknown> = {
  'another layer': () => (page.dataLayer = []),
  'another layer that is read': () =>
    (page.dataLayer = Object.assign([], {
      push(this: unknown[], ...more: unknown[]) {
        return Array.prototype.push.apply(this, more);
      },
    })),
  'the first layer again': (_, layers) => (page.dataLayer = [...layers][0]),
  // For one region, so that it is no fault.
  'a default': () => say('default', { ...EVERYTHING, region: ['US'] }),
  'an update': () => say('update', EVERYTHING),
  grant: (consent) => void consent.grant(),
  'grant a part': (consent) => void consent.grant(['analytics']),
  deny: (consent) => void consent.deny(),
};

test('whatever a page does, after each answer its layer says what we say, and none has our default twice', async () => {
  const browser = openPage();
  const isOurs = (entry: unknown) =>
    Array.isArray(entry) && entry[1] === 'default' && JSON.stringify(entry[2]) === JSON.stringify(NOTHING);

  const check = async (steps: string[]) => {
    browser.jar.put('commsor_consent=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT');
    Reflect.deleteProperty(page, 'dataLayer');
    const consent = await browser.revisit({ google: true, onWithdraw: 'keep' });
    const layers = new Set([page.dataLayer]);
    for (const step of steps) {
      deeds[step]?.(consent, layers);
      layers.add(page.dataLayer);
      if (!/grant|deny/.test(step)) continue;
      await browser.pass();
      const { purposes } = consent.get();
      const granted = Object.entries(DEFAULT_MAP).flatMap(([name, types]) => (purposes[name] ? types : []));
      for (const reading of readings()) expect(reading).toMatchObject(consentOf(granted.join(' ')));
    }
    for (const layer of layers) {
      page.dataLayer = layer;
      expect(entries().filter(isOurs).length).toBeLessThanOrEqual(1);
    }
  };
  const steps = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(steps, check), { numRuns: 50, seed: 20_261_124 });
});

test('it stops with the core', async () => {
  const { consent, pass } = open();
  consent.destroy();
  await expect(consent.grant()).rejects.toThrow('destroyed');
  await pass();
  expect(entries()).toEqual([['consent', 'default', NOTHING]]);
});
