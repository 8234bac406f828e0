import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { carefulConfig } from '../support/configurations.ts';
import { anything, holdsFor } from '../support/properties.ts';

const base = { policy: { url: '/privacy' } };
const fieldsOf = (input: unknown, level?: 'error' | 'warning') => check(input).filter((problem) => !level || problem.level === level).map(({ field }) => field);

describe('a correct configuration gives neither errors nor warnings', () => {
  test.each<{ what: string; config: object }>([
    { what: 'the shortest one', config: base },
    { what: 'everything at once', config: carefulConfig },
    { what: 'a policy elsewhere', config: { policy: { url: 'https://legal.example/privacy?site=1#cookies' } } },
    { what: 'a policy beside the page', config: { policy: { url: 'privacy.html' } } },
    { what: 'Google for the default purposes', config: { ...base, google: true } },
    { what: 'Google for some of them', config: { ...base, purposes: { analytics: {} }, google: true } },
    { what: 'Google for others, with a map', config: { ...base, purposes: { stats: { title: 'Statistics' } }, google: { map: { stats: ['analytics_storage'] }, waitForUpdate: 500, dataLayer: 'layer' } } },
    { what: 'Google for a service', config: { ...base, services: { ga: { title: 'GA', purposes: ['analytics'] } }, google: { map: { ga: ['analytics_storage'] } } } },
    { what: 'no Google', config: { ...base, google: false, purposes: { stats: { title: 'Statistics' } } } },
    { what: 'a default purpose without words', config: { ...base, purposes: { marketing: {} } } },
    { what: 'a necessary service', config: { ...base, services: { pay: { title: 'Pay', purposes: ['necessary'] } } } },
    { what: 'a function that finds the region', config: { ...base, region: () => 'DE' } },
    { what: 'several addresses in a rule', config: { ...base, block: [{ match: ['a.example', 'b.example'], consent: 'analytics|marketing' }] } },
    { what: 'texts per language', config: { ...base, texts: { de: { banner: { title: 'Hallo' }, preferences: { services: { one: '{n} Dienst', other: '{n} Dienste' } } } } } },
    { what: 'a refusal kept longer', config: { ...base, storage: { days: 100, rejectDays: 182 } } },
    { what: 'fields that are undefined', config: { policy: { url: '/privacy', version: undefined }, model: undefined, purposes: undefined, signals: { dnt: undefined }, ui: { accent: undefined } } },
  ])('$what', ({ config }) => {
    expect(check(config)).toEqual([]);
  });
});

describe('what cannot be meant is an error that names the field', () => {
  test.each<{ what: string; config: unknown; fields: string[] }>([
    { what: 'nothing', config: undefined, fields: ['configuration'] },
    { what: 'null', config: null, fields: ['configuration'] },
    { what: 'a list', config: [base], fields: ['configuration'] },
    { what: 'a text', config: '/privacy', fields: ['configuration'] },
    { what: 'no policy', config: {}, fields: ['policy.url'] },
    { what: 'a policy that is text', config: { policy: '/privacy' }, fields: ['policy', 'policy.url'] },
    { what: 'a policy without an address', config: { policy: { version: '1' } }, fields: ['policy.url'] },
    { what: 'an empty address', config: { policy: { url: '' } }, fields: ['policy.url'] },
    { what: 'an address that runs code', config: { policy: { url: 'javascript:alert(1)' } }, fields: ['policy.url'] },
    { what: 'an address that is none', config: { policy: { url: 'https://' } }, fields: ['policy.url'] },
    { what: 'a version that is a number', config: { policy: { url: '/', version: 2 } }, fields: ['policy.version'] },
    { what: 'changes that are a list', config: { policy: { url: '/', changes: ['a'] } }, fields: ['policy.changes'] },
    { what: 'a field with a typo', config: { ...base, purpose: {} }, fields: ['purpose'] },
    { what: 'a policy field with a typo', config: { policy: { url: '/', link: '/' } }, fields: ['policy.link'] },
    { what: 'a model with a typo', config: { ...base, model: 'optin' }, fields: ['model'] },
    { what: 'purposes that are a list', config: { ...base, purposes: ['analytics'] }, fields: ['purposes'] },
    { what: 'a purpose that is true', config: { ...base, purposes: { analytics: true } }, fields: ['purposes.analytics'] },
    { what: 'a purpose without a title', config: { ...base, purposes: { stats: {} } }, fields: ['purposes.stats.title'] },
    { what: 'a purpose with a capital', config: { ...base, purposes: { Stats: { title: 'Statistics' } } }, fields: ['purposes.Stats'] },
    { what: 'a purpose with a dot', config: { ...base, purposes: { 'a.b': { title: 'A' } } }, fields: ['purposes.a.b'] },
    { what: 'a title that is no text', config: { ...base, purposes: { stats: { title: 5 } } }, fields: ['purposes.stats.title'] },
    { what: 'a legal basis with a typo', config: { ...base, purposes: { analytics: { legalBasis: 'necessary' } } }, fields: ['purposes.analytics.legalBasis'] },
    { what: 'a default that is text', config: { ...base, purposes: { analytics: { default: 'off' } } }, fields: ['purposes.analytics.default'] },
    { what: 'a purpose field with a typo', config: { ...base, purposes: { analytics: { label: 'A' } } }, fields: ['purposes.analytics.label'] },
    { what: 'services that are a list', config: { ...base, services: [] }, fields: ['services'] },
    { what: 'a service that is text', config: { ...base, services: { maps: 'marketing' } }, fields: ['services.maps', 'services.maps.purposes'] },
    { what: 'a service without purposes', config: { ...base, services: { maps: { title: 'Maps' } } }, fields: ['services.maps.purposes'] },
    { what: 'a service of no purpose', config: { ...base, services: { maps: { title: 'Maps', purposes: [] } } }, fields: ['services.maps.purposes'] },
    { what: 'a service of one purpose as text', config: { ...base, services: { maps: { title: 'Maps', purposes: 'marketing' } } }, fields: ['services.maps.purposes'] },
    { what: 'a service of a stranger', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing', 'ads'] } } }, fields: ['services.maps.purposes'] },
    { what: 'a service with the name of a purpose', config: { ...base, services: { marketing: { title: 'M', purposes: ['analytics'] } } }, fields: ['services.marketing'] },
    { what: 'a service with a capital', config: { ...base, services: { Maps: { title: 'Maps', purposes: ['marketing'] } } }, fields: ['services.Maps'] },
    { what: 'a service whose policy runs code', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], policyUrl: 'javascript:alert(1)' } } }, fields: ['services.maps.policyUrl'] },
    { what: 'cookies that are text', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], cookies: '_m' } } }, fields: ['services.maps.cookies'] },
    { what: 'a cookie without a name', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], cookies: ['_m', { path: '/' }] } } }, fields: ['services.maps.cookies'] },
    { what: 'storage keys that are text', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], storageKeys: { local: 'm' } } } }, fields: ['services.maps.storageKeys.local'] },
    { what: 'storage that there is not', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], storageKeys: { cookies: ['m'] } } } }, fields: ['services.maps.storageKeys.cookies'] },
    { what: 'addresses that are one text', config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], match: 'maps.example' } } }, fields: ['services.maps.match'] },
    { what: 'a signal with a typo', config: { ...base, signals: { ccpa: {} } }, fields: ['signals.ccpa'] },
    { what: 'a signal that is switched off', config: { ...base, signals: { dnt: false } }, fields: ['signals.dnt'] },
    { what: 'an override with a typo', config: { ...base, signals: { gpc: { override: 'always' } } }, fields: ['signals.gpc.override'] },
    { what: 'a signal for one purpose as text', config: { ...base, signals: { gpc: { applies: 'marketing' } } }, fields: ['signals.gpc.applies'] },
    { what: 'a signal for a stranger', config: { ...base, signals: { gpc: { applies: ['ads'] } } }, fields: ['signals.gpc.applies'] },
    { what: 'a signal field with a typo', config: { ...base, signals: { gpc: { apply: 'all' } } }, fields: ['signals.gpc.apply'] },
    { what: 'a cookie name with a space', config: { ...base, storage: { name: 'my choice' } }, fields: ['storage.name'] },
    { what: 'a domain that is true', config: { ...base, storage: { domain: true } }, fields: ['storage.domain'] },
    { what: 'sameSite with a capital', config: { ...base, storage: { sameSite: 'Lax' } }, fields: ['storage.sameSite'] },
    { what: 'more than thirteen months', config: { ...base, storage: { days: 396, rejectDays: 396 } }, fields: ['storage.days', 'storage.rejectDays'] },
    { what: 'days as text', config: { ...base, storage: { days: '30' } }, fields: ['storage.days'] },
    { what: 'a region that is a number', config: { ...base, region: 49 }, fields: ['region'] },
    { what: 'regions that are an object', config: { ...base, regions: { US: 'opt-out' } }, fields: ['regions'] },
    { what: 'a region rule with one region as text', config: { ...base, regions: [{ regions: 'US', model: 'notice' }] }, fields: ['regions.0'] },
    { what: 'a region rule with a typo in the model', config: { ...base, regions: [{ regions: ['DE'], model: 'opt-in' }, { regions: ['US'], model: 'optout' }] }, fields: ['regions.1'] },
    { what: 'a block rule that is text', config: { ...base, block: ['ads.example'] }, fields: ['block.0'] },
    { what: 'a block rule without consent', config: { ...base, block: [{ match: 'ads.example' }] }, fields: ['block.0'] },
    { what: 'a block mode with a typo', config: { ...base, blockMode: 'on' }, fields: ['blockMode'] },
    { what: 'marks of no known tool', config: { ...base, compat: ['data-nonsense'] }, fields: ['compat'] },
    { what: 'onWithdraw with a typo', config: { ...base, onWithdraw: 'reload' }, fields: ['onWithdraw'] },
    { what: 'a language that is a list', config: { ...base, language: ['de'] }, fields: ['language'] },
    { what: 'texts that are text', config: { ...base, texts: 'de' }, fields: ['texts'] },
    { what: 'a text that is a number', config: { ...base, texts: { banner: { title: 5 }, de: { banner: { title: null } } } }, fields: ['texts.banner.title', 'texts.de.banner.title'] },
    { what: 'a layout that there is not', config: { ...base, ui: { layout: 'popup' } }, fields: ['ui.layout'] },
    { what: 'a re-open control as text', config: { ...base, ui: { reopen: 'left' } }, fields: ['ui.reopen'] },
    { what: 'a re-open control somewhere else', config: { ...base, ui: { reopen: { position: 'left' } } }, fields: ['ui.reopen.position'] },
    { what: 'a re-open control at a number', config: { ...base, ui: { reopen: { offset: 16 } } }, fields: ['ui.reopen.offset'] },
    { what: 'a ui field with a typo', config: { ...base, ui: { color: 'red' } }, fields: ['ui.color'] },
    { what: 'Google as text', config: { ...base, google: 'yes' }, fields: ['google'] },
    { what: 'Google without one of its purposes', config: { ...base, purposes: { stats: { title: 'Statistics' } }, google: true }, fields: ['google'] },
    { what: 'Google with a map of strangers', config: { ...base, google: { map: { ads: ['ad_storage'] } } }, fields: ['google'] },
    { what: 'Google with a type that there is not', config: { ...base, google: { map: { analytics: ['analytics'] } } }, fields: ['google.map.analytics'] },
    { what: 'Google with a type as text', config: { ...base, google: { map: { analytics: 'analytics_storage' } } }, fields: ['google.map.analytics'] },
    { what: 'a Google field with a typo', config: { ...base, google: { wait: 500 } }, fields: ['google.wait'] },
    { what: 'records to nowhere', config: { ...base, records: {} }, fields: ['records.endpoint'] },
    { what: 'records to an address that is none', config: { ...base, records: { endpoint: 'mailto:me' } }, fields: ['records.endpoint'] },
    { what: 'a time limit as text', config: { ...base, timeout: '3s' }, fields: ['timeout'] },
    { what: 'no time at all', config: { ...base, timeout: 0 }, fields: ['timeout'] },
  ])('$what', ({ config, fields }) => {
    expect(fieldsOf(config, 'error')).toEqual(fields);
  });
});

describe('what the law or the visitors will mind is a warning that names the field', () => {
  test.each<{ what: string; config: object; fields: string[] }>([
    { what: 'more than six months between questions', config: { storage: { days: 200, rejectDays: 200 } }, fields: ['storage.days'] },
    { what: 'refusals that lapse sooner than consents', config: { storage: { rejectDays: 30 } }, fields: ['storage.rejectDays'] },
    { what: 'no way back', config: { ui: { reopen: false } }, fields: ['ui.reopen'] },
    { what: 'opt-out without a link', config: { model: 'opt-out' }, fields: ['model'] },
    { what: 'opt-out somewhere', config: { regions: [{ regions: ['US-CA'], model: 'opt-out' }] }, fields: ['model'] },
    { what: 'a pre-ticked purpose under opt-in', config: { purposes: { analytics: { default: true } } }, fields: ['purposes.analytics.default'] },
    { what: 'marketing that nobody can refuse', config: { purposes: { marketing: { legalBasis: 'strictly-necessary' } } }, fields: ['purposes.marketing.legalBasis'] },
    { what: 'a service without a name', config: { services: { maps: { title: '', purposes: ['marketing'] } } }, fields: ['services.maps.title'] },
  ])('$what', ({ config, fields }) => {
    expect(fieldsOf({ ...base, ...config })).toEqual(fields);
    expect(fieldsOf({ ...base, ...config }, 'error')).toEqual([]);
  });
});

test('several mistakes are told at once', () => {
  expect(fieldsOf({ policy: {}, model: 'x', ui: { layout: 'y' }, storage: { days: -1 } }).toSorted()).toEqual(['model', 'policy.url', 'storage.days', 'ui.layout']);
});

test.each(['__proto__', 'constructor'])('the key %s is a typo like any other', (key) => {
  expect(fieldsOf(JSON.parse(`{ "policy": { "url": "/" }, "${key}": { "model": "opt-out" } }`))).toEqual([key]);
});

test('whatever is written in: no exception, and each problem names a field and what to write instead', () => {
  const nearly = fc.record({
    policy: fc.record({ url: anything }), purposes: fc.dictionary(fc.string(), fc.record({ title: anything, legalBasis: anything })),
    services: fc.dictionary(fc.string(), fc.record({ title: anything, purposes: fc.array(anything), cookies: fc.array(anything), storageKeys: anything })),
    signals: fc.record({ dnt: fc.record({ applies: fc.array(anything) }), gpc: anything }), regions: fc.array(fc.record({ regions: anything, model: anything })),
    block: fc.array(anything), storage: fc.record({ days: anything, rejectDays: anything }), google: fc.record({ map: fc.dictionary(fc.string(), anything) }), compat: fc.array(anything),
    ui: fc.record({ reopen: fc.record({ offset: anything }) }), model: anything, region: anything, records: anything,
  }, { requiredKeys: [] });
  holdsFor(200, fc.property(fc.oneof(anything, nearly), (input) => check(input).every((problem) => [problem.level, problem.field, problem.fix].every((text) => typeof text === 'string' && text !== ''))));
});
