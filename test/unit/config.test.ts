import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/model/config.ts';
import { isName } from '../../src/model/expression.ts';
import { daysOf, storageTerms } from '../../src/model/new-record.ts';
import type { Config } from '../../src/model/config.ts';
import { carefulConfig, configOf } from '../support/configurations.ts';
import { anything, holdsFor } from '../support/properties.ts';

const ids = (config: Config) => [...config.purposes.keys()];
const basisOf = (config: Config, id: string) => config.purposes.get(id)?.legalBasis;
const signalsOf = (config: Config, id: string) =>
  config.purposes.get(id)?.signals.map(({ name, override }) => `${name}:${override}`);

describe('what is left out takes its default', () => {
  const config = configOf();

  test('the four purposes, of which only the necessary one needs no consent', () => {
    expect([...config.purposes.values()].map(({ id, legalBasis }) => [id, legalBasis])).toEqual([
      ['necessary', 'strictly-necessary'],
      ['preferences', 'consent'],
      ['analytics', 'consent'],
      ['marketing', 'consent'],
    ]);
  });

  test('opt-in, a reload after a withdrawal, three seconds for a tag', () => {
    expect(config).toMatchObject({ model: 'opt-in', timeout: 3000, language: '', regions: [] });
    expect(config.onWithdraw).not.toBe('keep');
    expect(config.blockMode).not.toBe('report');
    expect(config.policy).toEqual({ url: '/privacy', version: '', changes: '' });
    expect(config.google).toBeFalsy();
    expect(config.block).toEqual([]);
    expect(config.compat).toEqual([]);
    expect(config.records).toBeFalsy();
  });

  test('a host-only cookie for 182 days, for refusals too', () => {
    expect(storageTerms(config)).toEqual({ name: 'commsor_consent', domain: '', path: '/', sameSite: 'lax' });
    expect(daysOf(config)).toEqual({ days: 182, rejectDays: 182 });
  });

  test('both signals speak for every optional purpose; only GPC lets a deliberate choice win', () => {
    for (const id of ['preferences', 'analytics', 'marketing'])
      expect(signalsOf(config, id)).toEqual(['dnt:never', 'gpc:explicit']);
  });

  test.each(['policy', 'storage', 'ui', 'signals'] as const)(
    '%s with fields that are `undefined` is as good as without',
    (field) => {
      const blank = {
        url: undefined,
        version: undefined,
        changes: undefined,
        name: undefined,
        domain: undefined,
        path: undefined,
        sameSite: undefined,
        days: undefined,
        dnt: undefined,
      };
      const spoiled = readConfig({ [field]: blank });
      expect(spoiled).toMatchObject({ policy: { url: '', version: '', changes: '' } });
      expect(storageTerms(spoiled)).toEqual(storageTerms(readConfig({})));
      expect(daysOf(spoiled)).toEqual(daysOf(readConfig({})));
      expect(signalsOf(spoiled, 'analytics')).toEqual(['dnt:never', 'gpc:explicit']);
    },
  );

  test('a field that is `undefined` is as good as left out', () => {
    const blank = Object.fromEntries(Object.keys(carefulConfig).map((key) => [key, undefined]));
    expect(readConfig(blank)).toMatchObject({
      model: 'opt-in',
      timeout: 3000,
      language: '',
      blockMode: undefined,
      onWithdraw: undefined,
    });
  });
});

describe('what is given counts', () => {
  const config = readConfig(carefulConfig);

  test('purposes in their order, the necessary one always first', () => {
    expect(ids(config)).toEqual(['necessary', 'analytics', 'security', 'marketing']);
    expect(ids(configOf({ purposes: { a: {}, necessary: {}, b: {} } }))).toEqual(['necessary', 'a', 'b']);
    expect(config.purposes.get('analytics')).toMatchObject({
      title: 'Statistics',
      description: 'Counts visits.',
      legalBasis: 'consent',
    });
    expect(basisOf(config, 'security')).toBe('legitimate-interest');
  });

  test.each([
    { legalBasis: 'consent', isOptional: true, signals: ['dnt', 'gpc'] },
    { legalBasis: 'legitimate-interest', isOptional: true, signals: ['dnt', 'gpc'] },
    { legalBasis: 'contract', isOptional: false, signals: [] },
    { legalBasis: 'legal-obligation', isOptional: false, signals: [] },
    { legalBasis: 'strictly-necessary', isOptional: false, signals: [] },
  ] as const)('$legalBasis: whether it can be answered is $isOptional', ({ legalBasis, isOptional, signals }) => {
    const orders = configOf({ purposes: { orders: { title: 'Orders', legalBasis } } }).purposes.get('orders');
    expect(orders).toMatchObject({ legalBasis, isOptional });
    expect(orders?.signals.map(({ name }) => name)).toEqual(signals);
  });

  test('services with all that is said of them', () => {
    expect(config.services.get('maps')).toMatchObject({ id: 'maps', ...carefulConfig.services.maps });
  });

  test('everything else', () => {
    const { policy, model, region, storage, blockMode, compat, onWithdraw, language, texts, ui, timeout } =
      carefulConfig;
    expect(config).toMatchObject({
      policy,
      model,
      region,
      storage,
      blockMode,
      compat,
      onWithdraw,
      language,
      texts,
      ui,
      timeout,
    });
    expect(config.regions).toEqual(carefulConfig.regions.map((rule) => ({ ...rule, exempt: [] })));
    expect(config.block).toEqual(carefulConfig.block);
    expect(config.google).toMatchObject(carefulConfig.google);
    expect(config.records).toMatchObject(carefulConfig.records);
  });

  test('a signal speaks for the purposes that it applies to', () => {
    expect(signalsOf(config, 'analytics')).toEqual(['dnt:never']);
    expect(signalsOf(config, 'marketing')).toEqual(['dnt:never', 'gpc:explicit']);
  });

  test.each([{ applies: 'all' as const }, { applies: ['necessary', 'vital', 'analytics'] }])(
    'no signal speaks for what is strictly necessary, %o',
    (policy) => {
      const vital = configOf({
        purposes: { vital: { legalBasis: 'strictly-necessary' }, analytics: {} },
        signals: { dnt: policy, gpc: policy },
      });
      expect(signalsOf(vital, 'necessary')).toEqual([]);
      expect(signalsOf(vital, 'vital')).toEqual([]);
      expect(signalsOf(vital, 'analytics')).toEqual(['dnt:never', 'gpc:explicit']);
    },
  );

  test('refusals are kept as long as consents where nothing else is said, and nothing beyond thirteen months', () => {
    expect(daysOf(configOf({ storage: { days: 90 } }))).toMatchObject({ days: 90, rejectDays: 90 });
    expect(daysOf(configOf({ storage: { days: 90, rejectDays: 120 } }))).toMatchObject({
      days: 90,
      rejectDays: 120,
    });
    expect(daysOf(configOf({ storage: { days: 4000, rejectDays: Infinity } }))).toMatchObject({
      days: 395,
      rejectDays: 395,
    });
  });

  test('later changes to the object that was handed in change nothing', () => {
    const input = {
      policy: { url: '/' },
      regions: [{ regions: ['US'], model: 'opt-out' as const }],
      services: { maps: { title: 'Maps', purposes: ['marketing'] } },
    };
    const before = readConfig(input);
    input.services.maps.purposes.length = 0;
    input.regions.length = 0;
    expect(before.services.get('maps')?.purposes).toEqual(['marketing']);
    expect(before.regions).toHaveLength(1);
  });
});

describe('what is wrong takes the strictest sensible default', () => {
  const never = () => true;
  const bad = { texts: [null, 0, 1.5, true, [], ['x'], {}, never], objects: [null, 0, true, 'x', [], never] };

  test.each([null, 0, 'text', true, [], [{}], never, undefined, Symbol('x')])('a configuration that is %o', (input) => {
    expect(ids(readConfig(input))).toEqual(['necessary', 'preferences', 'analytics', 'marketing']);
    expect(readConfig(input)).toMatchObject({ model: 'opt-in', policy: { url: '' } });
  });

  test.each<{
    field: string;
    wrong: unknown[];
    input: (value: unknown) => object;
    read: (config: Config) => unknown;
    expected: unknown;
  }>([
    {
      field: 'model',
      wrong: [...bad.texts, 'optin', 'OPT-OUT', ''],
      input: (model) => ({ model }),
      read: (c) => c.model,
      expected: 'opt-in',
    },
    {
      field: 'onWithdraw',
      wrong: [...bad.texts, 'reload'],
      input: (onWithdraw) => ({ onWithdraw }),
      read: (c) => c.onWithdraw === 'keep',
      expected: false,
    },
    {
      field: 'blockMode',
      wrong: [...bad.texts, 'enforced', 'off'],
      input: (blockMode) => ({ blockMode }),
      read: (c) => c.blockMode === 'report',
      expected: false,
    },
    {
      field: 'timeout',
      wrong: [null, 0, -1, NaN, '3000', true, [], {}, never],
      input: (timeout) => ({ timeout }),
      read: (c) => c.timeout,
      expected: 3000,
    },
    { field: 'language', wrong: bad.texts, input: (language) => ({ language }), read: (c) => c.language, expected: '' },
    {
      field: 'region',
      wrong: [null, 0, 5, true, [], {}],
      input: (region) => ({ region }),
      read: (c) => typeof c.region === 'string' && c.region !== '',
      expected: false,
    },
    {
      field: 'regions',
      wrong: [...bad.objects, {}],
      input: (regions) => ({ regions }),
      read: (c) => c.regions,
      expected: [],
    },
    {
      field: 'policy',
      wrong: bad.objects,
      input: (policy) => ({ policy }),
      read: (c) => c.policy,
      expected: { url: '', version: '', changes: '' },
    },
    {
      field: 'policy.url',
      wrong: bad.texts,
      input: (url) => ({ policy: { url } }),
      read: (c) => c.policy.url,
      expected: '',
    },
    {
      field: 'policy.version',
      wrong: bad.texts,
      input: (version) => ({ policy: { version } }),
      read: (c) => c.policy.version,
      expected: '',
    },
    {
      field: 'policy.changes',
      wrong: bad.texts,
      input: (changes) => ({ policy: { changes } }),
      read: (c) => c.policy.changes,
      expected: '',
    },
    {
      field: 'storage',
      wrong: bad.objects,
      input: (storage) => ({ storage }),
      read: (c) => c.storage.name,
      expected: 'commsor_consent',
    },
    {
      field: 'storage.name',
      wrong: bad.texts,
      input: (name) => ({ storage: { name } }),
      read: (c) => c.storage.name,
      expected: 'commsor_consent',
    },
    {
      field: 'storage.domain',
      wrong: bad.texts,
      input: (domain) => ({ storage: { domain } }),
      read: (c) => storageTerms(c).domain,
      expected: '',
    },
    {
      field: 'storage.path',
      wrong: bad.texts,
      input: (path) => ({ storage: { path } }),
      read: (c) => storageTerms(c).path,
      expected: '/',
    },
    {
      field: 'storage.sameSite',
      wrong: [...bad.texts, 'Lax', 'loose'],
      input: (sameSite) => ({ storage: { sameSite } }),
      read: (c) => storageTerms(c).sameSite,
      expected: 'lax',
    },
    {
      field: 'storage.days',
      wrong: [null, 0, -1, NaN, 'soon', '30', true, [], [30], {}, never],
      input: (days) => ({ storage: { days } }),
      read: (c) => daysOf(c).days,
      expected: 182,
    },
    {
      field: 'storage.rejectDays',
      wrong: [null, 0, -1, NaN, 'soon', [], {}],
      input: (rejectDays) => ({ storage: { days: 100, rejectDays } }),
      read: (c) => daysOf(c).rejectDays,
      expected: 100,
    },
    {
      field: 'signals',
      wrong: bad.objects,
      input: (signals) => ({ signals }),
      read: (c) => signalsOf(c, 'analytics'),
      expected: ['dnt:never', 'gpc:explicit'],
    },
    {
      field: 'signals.dnt',
      wrong: bad.objects,
      input: (dnt) => ({ signals: { dnt } }),
      read: (c) => signalsOf(c, 'analytics'),
      expected: ['dnt:never', 'gpc:explicit'],
    },
    {
      field: 'signals.dnt.override',
      wrong: [...bad.texts, 'always'],
      input: (override) => ({ signals: { dnt: { override } } }),
      read: (c) => signalsOf(c, 'analytics'),
      expected: ['dnt:never', 'gpc:explicit'],
    },
    {
      field: 'signals.gpc.override',
      wrong: [...bad.texts, 'always'],
      input: (override) => ({ signals: { gpc: { override } } }),
      read: (c) => signalsOf(c, 'analytics'),
      expected: ['dnt:never', 'gpc:explicit'],
    },
    {
      field: 'signals.gpc.applies',
      wrong: [null, 0, true, 'marketing', {}, [], ['marketting'], ['marketing', null]],
      input: (applies) => ({ signals: { gpc: { applies } } }),
      read: (c) => signalsOf(c, 'analytics'),
      expected: ['dnt:never', 'gpc:explicit'],
    },
    {
      field: 'purposes',
      wrong: [...bad.objects, {}],
      input: (purposes) => ({ purposes }),
      read: ids,
      expected: ['necessary', 'preferences', 'analytics', 'marketing'],
    },
    {
      field: 'a purpose',
      wrong: [...bad.objects, {}],
      input: (analytics) => ({ purposes: { analytics } }),
      read: (c) => basisOf(c, 'analytics'),
      expected: 'consent',
    },
    {
      field: 'legalBasis',
      wrong: [...bad.texts, 'necessary', 'Consent'],
      input: (legalBasis) => ({ purposes: { analytics: { legalBasis } } }),
      read: (c) => basisOf(c, 'analytics'),
      expected: 'consent',
    },
    {
      field: 'legalBasis of necessary',
      wrong: ['consent', 'legitimate-interest', 0],
      input: (legalBasis) => ({ purposes: { necessary: { legalBasis } } }),
      read: (c) => basisOf(c, 'necessary'),
      expected: 'strictly-necessary',
    },
    {
      field: 'services',
      wrong: bad.objects,
      input: (services) => ({ services }),
      read: (c) => c.services.size,
      expected: 0,
    },
    {
      field: 'a service',
      wrong: [...bad.objects, {}],
      input: (maps) => ({ services: { maps } }),
      read: (c) => c.services.size,
      expected: 0,
    },
    {
      field: 'the purposes of a service',
      wrong: [null, 'marketing', [], {}, ['nonsense'], ['marketing', 'nonsense'], [null], ['constructor']],
      input: (purposes) => ({ services: { maps: { title: 'Maps', purposes } } }),
      read: (c) => c.services.size,
      expected: 0,
    },
    {
      field: 'block',
      wrong: [null, 0, true, 'ads.example', {}, [], never],
      input: (block) => ({ block }),
      read: (c) => c.block,
      expected: [],
    },
    { field: 'compat', wrong: bad.objects, input: (compat) => ({ compat }), read: (c) => c.compat, expected: [] },
    { field: 'ui', wrong: bad.objects, input: (ui) => ({ ui }), read: (c) => Object.keys(c.ui), expected: [] },
    {
      field: 'google',
      wrong: [null, 0, false, ''],
      input: (google) => ({ google }),
      read: (c) => Boolean(c.google),
      expected: false,
    },
  ])('$field', ({ wrong, input, read, expected }) => {
    expect(wrong.map((value) => read(readConfig(input(value))))).toEqual(wrong.map(() => expected));
  });

  test('a name that no cookie could hold is left out, so that answers to the others stick', () => {
    const config = readConfig({
      purposes: { Analytics: {}, 'a b': {}, 'a.b': {}, '': {}, ads: {} },
      services: { 'Maps!': { purposes: ['ads'] }, maps: { purposes: ['ads'] } },
    });
    expect(ids(config)).toEqual(['necessary', 'ads']);
    expect([...config.services.keys()]).toEqual(['maps']);
  });

  test('names that are all wrong give the four default purposes: there is always something to choose', () => {
    expect(ids(readConfig({ purposes: { 'Analytics,Marketing': {} } }))).toEqual([
      'necessary',
      'preferences',
      'analytics',
      'marketing',
    ]);
  });

  test('a service that has the name of a purpose is left out', () => {
    expect([
      ...readConfig({
        services: {
          marketing: { title: 'M', purposes: ['analytics'] },
          necessary: { title: 'N', purposes: ['analytics'] },
        },
      }).services.keys(),
    ]).toEqual([]);
  });

  test('a region rule that is wrong matches nothing, or means the strictest model', () => {
    const { regions } = readConfig({
      regions: [
        null,
        5,
        'US',
        {},
        { regions: 'US', model: 'opt-out' },
        { regions: [null, 5, {}], model: 'notice' },
        { regions: ['US'], model: 'optout' },
      ],
    });
    for (const rule of regions) {
      expect(rule.regions).toBeInstanceOf(Array);
      expect(['opt-in', 'opt-out', 'notice']).toContain(rule.model);
    }
    expect(regions.find((rule) => rule.regions.includes('US'))?.model).toBe('opt-in');
  });
});

describe('hostile input', () => {
  const pollute = (key: string, value: unknown) =>
    Reflect.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: false, writable: true });
  const polluted = {
    marketing: { legalBasis: 'strictly-necessary' },
    analytics: { legalBasis: 'strictly-necessary' },
    preferences: true,
    legalBasis: 'strictly-necessary',
    model: 'opt-out',
    default: true,
    override: 'explicit',
    applies: ['preferences'],
    days: 1,
    purposes: { evil: {} },
    services: { evil: { purposes: ['necessary'] } },
    regions: [{ regions: ['*'], model: 'notice' }],
    google: true,
    region: 'US',
    signals: {},
    storage: { name: 'evil' },
  };
  afterEach(() => {
    for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
  });

  test('what a page put on Object.prototype is no configuration', () => {
    const expected = readConfig({ policy: { url: '/privacy' } });
    for (const [key, value] of Object.entries(polluted)) pollute(key, value);
    const config = readConfig({ policy: { url: '/privacy' } });
    for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    expect(config).toEqual(expected);
  });

  test.each(['__proto__', 'constructor', 'prototype'])(
    'the key %s in JSON pollutes nothing and grants nothing',
    (key) => {
      const config = readConfig(
        JSON.parse(`{
      "${key}": { "model": "opt-out", "polluted": true },
      "policy": { "${key}": { "url": "x", "polluted": true } },
      "purposes": {
        "${key}": { "legalBasis": "consent", "polluted": true },
        "analytics": { "${key}": { "legalBasis": "strictly-necessary" } }
      },
      "services": { "${key}": { "title": "x", "purposes": ["analytics"] } },
      "signals": { "${key}": { "dnt": { "override": "explicit" } }, "dnt": { "${key}": { "override": "explicit" } } }
    }`),
      );
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      expect(config.model).toBe('opt-in');
      expect(config.policy.url).toBe('');
      expect(basisOf(config, 'analytics')).toBe('consent');
      expect(signalsOf(config, 'analytics')).toEqual(['dnt:never', 'gpc:explicit']);
    },
  );

  const nearlyConfig = fc.record(
    {
      policy: fc.record({ url: anything, version: anything, changes: anything }),
      purposes: fc.dictionary(
        fc.string(),
        fc.record({ title: anything, description: anything, legalBasis: anything, default: anything }),
      ),
      services: fc.dictionary(
        fc.string(),
        fc.record({
          title: anything,
          purposes: fc.oneof(anything, fc.array(anything), fc.array(fc.constantFrom('analytics', 'marketing'))),
        }),
      ),
      signals: fc.record({ dnt: fc.record({ applies: anything, override: anything }), gpc: anything }),
      storage: fc.record({ name: anything, domain: anything, days: anything, rejectDays: anything }),
      regions: fc.array(fc.oneof(anything, fc.record({ regions: anything, model: anything }))),
      google: fc.record({ map: anything }),
      model: anything,
      timeout: anything,
      language: anything,
    },
    { requiredKeys: [] },
  );

  test('whatever is written in: no exception, and something that the rest of the core can rely on', () => {
    holdsFor(
      200,
      fc.property(fc.oneof(anything, nearlyConfig), (input) => {
        const config = readConfig(input);
        const { purposes, services, model, policy, language, timeout } = config;
        const storage = storageTerms(config);
        const { days, rejectDays } = daysOf(config);
        const names = [...purposes.keys(), ...services.keys()];
        expect({
          necessary: names[0],
          names: names.every(isName),
          services: [...services.values()].every(
            ({ purposes: under }) => under[0] && under.every((id) => purposes.has(id)),
          ),
          model: ['opt-in', 'opt-out', 'notice'].includes(model),
          days: [days, rejectDays].every((count) => count > 0 && count <= 395),
          timeout: timeout > 0,
          texts: [
            policy.url,
            policy.version,
            policy.changes,
            storage.name,
            storage.domain,
            storage.path,
            language,
          ].every((value) => typeof value === 'string'),
        }).toEqual({
          necessary: 'necessary',
          names: true,
          services: true,
          model: true,
          days: true,
          timeout: true,
          texts: true,
        });
      }),
    );
  });
});
