import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { readConfig } from '../../src/model/config.ts';
import { faultsOf } from '../../src/model/faults.ts';
import en from '../../src/ui/texts/en.ts';
import { carefulConfig } from '../support/configurations.ts';
import { anything, holdsFor } from '../support/properties.ts';

const base = { policy: { url: '/privacy' } };
const fieldsOf = (input: unknown, level?: 'error' | 'warning') =>
  check(input)
    .filter((problem) => !level || problem.level === level)
    .map(({ field }) => field);

describe('a correct configuration gives neither errors nor warnings', () => {
  test.each<{ what: string; config: object }>([
    { what: 'the shortest one', config: base },
    { what: 'everything at once', config: carefulConfig },
    { what: 'a policy elsewhere', config: { policy: { url: 'https://legal.example/privacy?site=1#cookies' } } },
    { what: 'a policy beside the page', config: { policy: { url: 'privacy.html' } } },
    { what: 'Google for the default purposes', config: { ...base, google: true } },
    { what: 'Google for some of them', config: { ...base, purposes: { analytics: {} }, google: true } },
    {
      what: 'Google for others, with a map',
      config: {
        ...base,
        purposes: { stats: { title: 'Statistics' } },
        google: { map: { stats: ['analytics_storage'] }, waitForUpdate: 500, dataLayer: 'layer' },
      },
    },
    {
      what: 'Google for a service',
      config: {
        ...base,
        services: { ga: { title: 'GA', purposes: ['analytics'] } },
        google: { map: { ga: ['analytics_storage'] } },
      },
    },
    { what: 'no Google', config: { ...base, google: false, purposes: { stats: { title: 'Statistics' } } } },
    { what: 'a default purpose without words', config: { ...base, purposes: { marketing: {} } } },
    { what: 'a necessary service', config: { ...base, services: { pay: { title: 'Pay', purposes: ['necessary'] } } } },
    { what: 'a function that finds the region', config: { ...base, region: () => 'DE' } },
    { what: 'a minor', config: { ...base, audience: 'minor' } },
    { what: 'a function that knows minors', config: { ...base, audience: () => undefined } },
    {
      what: 'measurement that is exempt where the law allows it',
      config: { ...base, regions: [{ regions: ['GB', 'FR-IDF'], exempt: ['analytics'] }] },
    },
    {
      what: 'several addresses in a rule',
      config: { ...base, block: [{ match: ['a.example', 'b.example'], consent: 'analytics|marketing' }] },
    },
    {
      what: 'a rule for a service or while it is not allowed',
      config: {
        ...base,
        services: { maps: { title: 'Maps', purposes: ['marketing'] } },
        block: [{ match: 'a.example', consent: 'necessary maps | !analytics' }],
      },
    },
    {
      what: 'places',
      config: {
        ...base,
        region: 'US-CA',
        regions: [{ regions: ['GB-ENG', 'FR-75C', 'AT-9', 'DE', '*'], model: 'notice' }],
      },
    },
    { what: 'no known place', config: { ...base, region: '' } },
    { what: 'a dialect of a language', config: { ...base, language: 'de-AT' } },
    { what: 'an older tag', config: { ...base, language: 'zh_TW' } },
    { what: 'English of some country', config: { ...base, language: 'en-GB' } },
    { what: 'the language of the page', config: { ...base, language: '' } },
    {
      what: 'texts for all and for some',
      config: {
        ...base,
        texts: {
          purposes: { analytics: { title: 'A' } },
          status: { saved: 'S' },
          'zh-Hant': { placeholder: { once: 'O' } },
          id: { reopen: { label: 'L' } },
        },
      },
    },
    {
      what: 'texts per language',
      config: {
        ...base,
        texts: {
          de: { banner: { title: 'Hallo' }, preferences: { more: '{n} andere' } },
        },
      },
    },
    { what: 'a refusal kept longer', config: { ...base, storage: { days: 100, rejectDays: 182 } } },
    {
      what: 'fields that are undefined',
      config: {
        policy: { url: '/privacy', version: undefined },
        model: undefined,
        purposes: undefined,
        signals: { dnt: undefined },
        ui: { accent: undefined },
      },
    },
  ])('$what, for the core too, which would send every visitor for the checker', ({ config }) => {
    expect(check(config)).toEqual([]);
    expect(faultsOf(config, readConfig(config))).toEqual([]);
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
    {
      what: 'a controller that is text',
      config: { ...base, controller: 'Acme' },
      fields: ['controller', 'controller.name'],
    },
    {
      what: 'recipients of the wrong kind',
      config: {
        ...base,
        purposes: { analytics: { sells: 'yes', shares: 1 } },
        services: {
          maps: { title: 'Maps', purposes: ['analytics'], role: 'owner', dataCategories: 'all', transfer: {} },
          pins: { title: 'Pins', purposes: ['analytics'], transfer: 'US' },
        },
      },
      fields: [
        'purposes.analytics.sells',
        'purposes.analytics.shares',
        'services.maps.role',
        'services.maps.dataCategories',
        'services.pins.transfer',
        'services.maps.transfer.country',
      ],
    },
    { what: 'a controller without a name', config: { ...base, controller: {} }, fields: ['controller.name'] },
    {
      what: 'a controller whose fields are none',
      config: {
        ...base,
        controller: { name: 1, address: [], email: 'acme.example', dataProtectionOfficer: {}, authority: '/authority' },
      },
      fields: [
        'controller.name',
        'controller.address',
        'controller.email',
        'controller.dataProtectionOfficer',
        'controller.authority',
      ],
    },
    {
      what: 'an authority that runs something',
      config: { ...base, controller: { name: 'Acme', authority: 'javascript:alert(1)' } },
      fields: ['controller.authority'],
    },
    {
      what: 'a controller field with a typo',
      config: { ...base, controller: { name: 'Acme', mail: 'privacy@acme.example' } },
      fields: ['controller.mail'],
    },
    { what: 'a model with a typo', config: { ...base, model: 'optin' }, fields: ['model'] },
    { what: 'purposes that are a list', config: { ...base, purposes: ['analytics'] }, fields: ['purposes'] },
    {
      what: 'a purpose that is true',
      config: { ...base, purposes: { analytics: true } },
      fields: ['purposes.analytics'],
    },
    {
      what: 'a purpose without a title',
      config: { ...base, purposes: { stats: {} } },
      fields: ['purposes.stats.title'],
    },
    {
      what: 'a purpose with a capital',
      config: { ...base, purposes: { Stats: { title: 'Statistics' } } },
      fields: ['purposes.Stats'],
    },
    {
      what: 'a purpose with a dot',
      config: { ...base, purposes: { 'a.b': { title: 'A' } } },
      fields: ['purposes.a.b'],
    },
    {
      what: 'a title that is no text',
      config: { ...base, purposes: { stats: { title: 5 } } },
      fields: ['purposes.stats.title'],
    },
    {
      what: 'a legal basis with a typo',
      config: { ...base, purposes: { analytics: { legalBasis: 'necessary' } } },
      fields: ['purposes.analytics.legalBasis'],
    },
    {
      what: 'a default that is text',
      config: { ...base, purposes: { analytics: { default: 'off' } } },
      fields: ['purposes.analytics.default'],
    },
    {
      what: 'a purpose field with a typo',
      config: { ...base, purposes: { analytics: { label: 'A' } } },
      fields: ['purposes.analytics.label'],
    },
    { what: 'services that are no list of ids', config: { ...base, services: [{}] }, fields: ['services'] },
    {
      what: 'a service that is text',
      config: { ...base, services: { maps: 'marketing' } },
      fields: ['services.maps', 'services.maps.purposes'],
    },
    {
      what: 'a service without purposes',
      config: { ...base, services: { maps: { title: 'Maps' } } },
      fields: ['services.maps.purposes'],
    },
    {
      what: 'a service of no purpose',
      config: { ...base, services: { maps: { title: 'Maps', purposes: [] } } },
      fields: ['services.maps.purposes'],
    },
    {
      what: 'a service of one purpose as text',
      config: { ...base, services: { maps: { title: 'Maps', purposes: 'marketing' } } },
      fields: ['services.maps.purposes'],
    },
    {
      what: 'a service of a stranger',
      config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing', 'ads'] } } },
      fields: ['services.maps.purposes'],
    },
    {
      what: 'a service with the name of a purpose',
      config: { ...base, services: { marketing: { title: 'M', purposes: ['analytics'] } } },
      fields: ['services.marketing'],
    },
    {
      what: 'a service with a capital',
      config: { ...base, services: { Maps: { title: 'Maps', purposes: ['marketing'] } } },
      fields: ['services.Maps'],
    },
    {
      what: 'a service whose policy runs code',
      config: {
        ...base,
        services: { maps: { title: 'Maps', purposes: ['marketing'], policyUrl: 'javascript:alert(1)' } },
      },
      fields: ['services.maps.policyUrl'],
    },
    {
      what: 'cookies that are text',
      config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], cookies: '_m' } } },
      fields: ['services.maps.cookies'],
    },
    {
      what: 'a cookie without a name',
      config: {
        ...base,
        services: { maps: { title: 'Maps', purposes: ['marketing'], cookies: ['_m', { path: '/' }] } },
      },
      fields: ['services.maps.cookies'],
    },
    {
      what: 'storage keys that are text',
      config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], storageKeys: { local: 'm' } } } },
      fields: ['services.maps.storageKeys.local'],
    },
    {
      what: 'storage that there is not',
      config: {
        ...base,
        services: { maps: { title: 'Maps', purposes: ['marketing'], storageKeys: { cookies: ['m'] } } },
      },
      fields: ['services.maps.storageKeys.cookies'],
    },
    {
      what: 'addresses that are one text',
      config: { ...base, services: { maps: { title: 'Maps', purposes: ['marketing'], match: 'maps.example' } } },
      fields: ['services.maps.match'],
    },
    { what: 'a signal with a typo', config: { ...base, signals: { ccpa: {} } }, fields: ['signals.ccpa'] },
    { what: 'a signal that is switched off', config: { ...base, signals: { dnt: false } }, fields: ['signals.dnt'] },
    {
      what: 'an override with a typo',
      config: { ...base, signals: { gpc: { override: 'always' } } },
      fields: ['signals.gpc.override'],
    },
    {
      what: 'a signal for one purpose as text',
      config: { ...base, signals: { gpc: { applies: 'marketing' } } },
      fields: ['signals.gpc.applies'],
    },
    {
      what: 'a signal for a stranger',
      config: { ...base, signals: { gpc: { applies: ['ads'] } } },
      fields: ['signals.gpc.applies'],
    },
    {
      what: 'a signal field with a typo',
      config: { ...base, signals: { gpc: { apply: 'all' } } },
      fields: ['signals.gpc.apply'],
    },
    {
      what: 'a cookie name with a space',
      config: { ...base, storage: { name: 'my choice' } },
      fields: ['storage.name'],
    },
    { what: 'a domain that is true', config: { ...base, storage: { domain: true } }, fields: ['storage.domain'] },
    {
      what: 'sameSite with a capital',
      config: { ...base, storage: { sameSite: 'Lax' } },
      fields: ['storage.sameSite'],
    },
    {
      what: 'more than thirteen months',
      config: { ...base, storage: { days: 396, rejectDays: 396 } },
      fields: ['storage.days', 'storage.rejectDays'],
    },
    { what: 'days as text', config: { ...base, storage: { days: '30' } }, fields: ['storage.days'] },
    { what: 'a region that is a number', config: { ...base, region: 49 }, fields: ['region'] },
    { what: 'regions by another word', config: { ...base, regions: 'recomended' }, fields: ['regions'] },
    { what: 'an audience by another word', config: { ...base, audience: 'adult' }, fields: ['audience'] },
    {
      what: 'a region rule that exempts what is no purpose',
      config: { ...base, regions: [{ regions: ['GB'], exempt: ['analytic'] }] },
      fields: ['regions.0.exempt'],
    },
    {
      what: 'a region rule that exempts one purpose as text',
      config: { ...base, regions: [{ regions: ['GB'], exempt: 'analytics' }] },
      fields: ['regions.0.exempt'],
    },
    {
      what: 'a region rule without regions',
      config: { ...base, regions: [{ model: 'notice' }] },
      fields: ['regions.0'],
    },
    { what: 'regions that are an object', config: { ...base, regions: { US: 'opt-out' } }, fields: ['regions'] },
    {
      what: 'a region rule with one region as text',
      config: { ...base, regions: [{ regions: 'US', model: 'notice' }] },
      fields: ['regions.0.regions'],
    },
    {
      what: 'a region rule with a typo in the model',
      config: {
        ...base,
        regions: [
          { regions: ['DE'], model: 'opt-in' },
          { regions: ['US'], model: 'optout' },
        ],
      },
      fields: ['regions.1.model'],
    },
    { what: 'a block rule that is text', config: { ...base, block: ['ads.example'] }, fields: ['block.0'] },
    {
      what: 'a block rule without consent',
      config: { ...base, block: [{ match: 'ads.example' }] },
      fields: ['block.0'],
    },
    {
      what: 'a block rule without an address',
      config: { ...base, block: [{ consent: 'analytics' }] },
      fields: ['block.0'],
    },
    {
      what: 'a block rule that is null',
      config: { ...base, block: [{ match: 'a.example', consent: 'analytics' }, null] },
      fields: ['block.1'],
    },
    {
      what: 'a block rule for a number',
      config: { ...base, block: [{ match: 5, consent: 'analytics' }] },
      fields: ['block.0.match'],
    },
    {
      what: 'a block rule for no address',
      config: { ...base, block: [{ match: [], consent: 'analytics' }] },
      fields: ['block.0.match'],
    },
    {
      what: 'a block rule with a scheme',
      config: { ...base, block: [{ match: 'https://a.example/', consent: 'analytics' }] },
      fields: ['block.0.match'],
    },
    {
      what: 'a block rule whose consent is a list',
      config: { ...base, block: [{ match: 'a.example', consent: ['analytics'] }] },
      fields: ['block.0.consent'],
    },
    {
      what: 'a block rule for a stranger',
      config: { ...base, block: [{ match: 'a.example', consent: 'nope' }] },
      fields: ['block.0.consent'],
    },
    {
      what: 'a block rule for one stranger among others',
      config: { ...base, block: [{ match: 'a.example', consent: 'analytics|!nope' }] },
      fields: ['block.0.consent'],
    },
    {
      what: 'a block rule without words',
      config: { ...base, block: [{ match: 'a.example', consent: '' }] },
      fields: ['block.0.consent'],
    },
    {
      what: 'a block rule with commas',
      config: { ...base, block: [{ match: 'a.example', consent: 'analytics, marketing' }] },
      fields: ['block.0.consent'],
    },
    {
      what: 'a block rule with a typo in a field',
      config: { ...base, block: [{ match: 'a.example', consent: 'analytics', modus: 'report' }] },
      fields: ['block.0.modus'],
    },
    {
      what: 'a region rule with a typo in a field',
      config: { ...base, regions: [{ regions: ['DE'], model: 'opt-in', days: 3 }] },
      fields: ['regions.0.days'],
    },
    { what: 'integrations, which nothing reads', config: { ...base, integrations: {} }, fields: ['integrations'] },
    { what: 'a block mode with a typo', config: { ...base, blockMode: 'on' }, fields: ['blockMode'] },
    { what: 'marks of no known tool', config: { ...base, compat: ['data-nonsense'] }, fields: ['compat'] },
    { what: 'onWithdraw with a typo', config: { ...base, onWithdraw: 'reload' }, fields: ['onWithdraw'] },
    { what: 'a language that is a list', config: { ...base, language: ['de'] }, fields: ['language'] },
    { what: 'texts that are text', config: { ...base, texts: 'de' }, fields: ['texts'] },
    {
      what: 'a text that is a number',
      config: { ...base, texts: { banner: { title: 5 }, de: { banner: { title: null } } } },
      fields: ['texts.banner.title', 'texts.de.banner.title'],
    },
    {
      what: 'a part of the texts that is text',
      config: { ...base, texts: { banner: 'Hello', de: 'Hallo' } },
      fields: ['texts.banner', 'texts.de'],
    },
    { what: 'a layout that there is not', config: { ...base, ui: { layout: 'popup' } }, fields: ['ui.layout'] },
    { what: 'a re-open control as text', config: { ...base, ui: { reopen: 'left' } }, fields: ['ui.reopen'] },
    {
      what: 'a re-open control somewhere else',
      config: { ...base, ui: { reopen: { position: 'left' } } },
      fields: ['ui.reopen.position'],
    },
    {
      what: 'a re-open control at a number',
      config: { ...base, ui: { reopen: { offset: 16 } } },
      fields: ['ui.reopen.offset'],
    },
    { what: 'a ui field with a typo', config: { ...base, ui: { color: 'red' } }, fields: ['ui.color'] },
    { what: 'Google as text', config: { ...base, google: 'yes' }, fields: ['google'] },
    {
      what: 'Google without one of its purposes',
      config: { ...base, purposes: { stats: { title: 'Statistics' } }, google: true },
      fields: ['google'],
    },
    {
      what: 'Google with a map of strangers',
      config: { ...base, google: { map: { ads: ['ad_storage'] } } },
      fields: ['google.map.ads', 'google'],
    },
    {
      what: 'Google with a map of a stranger',
      config: { ...base, google: { map: { analytics: ['analytics_storage'], ads: ['ad_storage'] } } },
      fields: ['google.map.ads'],
    },
    {
      what: 'Google with a type that there is not',
      config: { ...base, google: { map: { analytics: ['analytics'] } } },
      fields: ['google.map.analytics'],
    },
    {
      what: 'Google with a type as text',
      config: { ...base, google: { map: { analytics: 'analytics_storage' } } },
      fields: ['google.map.analytics'],
    },
    { what: 'a Google field with a typo', config: { ...base, google: { wait: 500 } }, fields: ['google.wait'] },
    { what: 'records to nowhere', config: { ...base, records: {} }, fields: ['records.endpoint'] },
    {
      what: 'records to an address that is none',
      config: { ...base, records: { endpoint: 'mailto:me' } },
      fields: ['records.endpoint'],
    },
    { what: 'a time limit as text', config: { ...base, timeout: '3s' }, fields: ['timeout'] },
    { what: 'no time at all', config: { ...base, timeout: 0 }, fields: ['timeout'] },
  ])('$what', ({ config, fields }) => {
    expect(fieldsOf(config, 'error')).toEqual(fields);
  });
});

describe('what the law or the visitors will mind is a warning that names the field', () => {
  test.each<{ what: string; config: object; fields: string[] }>([
    {
      what: 'more than six months between questions',
      config: { storage: { days: 200, rejectDays: 200 } },
      fields: ['storage.days'],
    },
    {
      what: 'refusals that lapse sooner than consents',
      config: { storage: { rejectDays: 30 } },
      fields: ['storage.rejectDays'],
    },
    {
      what: 'a sale that nobody can refuse',
      config: { purposes: { analytics: { legalBasis: 'contract', sells: true } } },
      fields: ['purposes.analytics.sells'],
    },
    { what: 'no way back', config: { ui: { reopen: false } }, fields: ['ui.reopen'] },
    { what: 'opt-out without a link', config: { model: 'opt-out' }, fields: ['model'] },
    { what: 'opt-out somewhere', config: { regions: [{ regions: ['US-CA'], model: 'opt-out' }] }, fields: ['model'] },
    { what: 'what is recommended, without a link', config: { regions: 'recommended' }, fields: ['model'] },
    {
      what: 'advertising that is exempt',
      config: { regions: [{ regions: ['GB'], exempt: ['marketing'] }] },
      fields: ['regions.0.exempt'],
    },
    {
      what: 'an exemption where no law has one',
      config: { regions: [{ regions: ['GB', 'DE'], exempt: ['analytics'] }] },
      fields: ['regions.0.exempt'],
    },
    {
      what: 'a policy link that does not say privacy',
      config: { ...base, texts: { banner: { policy: 'More' }, de: { banner: { policy: 'Hier' } } } },
      fields: ['texts.banner.policy', 'texts.de.banner.policy'],
    },
    {
      what: 'a button that refuses and does not say so',
      config: { ...base, texts: { banner: { reject: 'Not now' }, de: { banner: { reject: 'Einstellungen' } } } },
      fields: ['texts.banner.reject', 'texts.de.banner.reject'],
    },
    {
      what: 'twins with one name',
      config: { ...base, texts: { banner: { accept: 'Continue', reject: 'Continue' } } },
      fields: ['texts.banner.accept'],
    },
    {
      what: 'advertising on legitimate interest',
      config: { purposes: { marketing: { legalBasis: 'legitimate-interest' } } },
      fields: ['purposes.marketing.legalBasis'],
    },
    {
      what: 'a pre-ticked purpose under opt-in',
      config: { purposes: { analytics: { default: true } } },
      fields: ['purposes.analytics.default'],
    },
    {
      what: 'marketing that nobody can refuse',
      config: { purposes: { marketing: { legalBasis: 'strictly-necessary' } } },
      fields: ['purposes.marketing.legalBasis'],
    },
    {
      what: 'marketing as a part of a contract',
      config: { purposes: { marketing: { legalBasis: 'contract' } } },
      fields: ['purposes.marketing.legalBasis'],
    },
    {
      what: 'a service without a name',
      config: { services: { maps: { title: '', purposes: ['marketing'] } } },
      fields: ['services.maps.title'],
    },
  ])('$what', ({ config, fields }) => {
    expect(fieldsOf({ ...base, ...config })).toEqual(fields);
    expect(fieldsOf({ ...base, ...config }, 'error')).toEqual([]);
  });
});

describe('the fix says what was probably meant', () => {
  test.each<{ config: object; problem: string }>([
    { config: { lang: 'de' }, problem: 'error lang: is no field; did you mean "language"?' },
    { config: { purpose: {} }, problem: 'error purpose: is no field; did you mean "purposes"?' },
    { config: { onwithdraw: 'keep' }, problem: 'error onwithdraw: is no field; did you mean "onWithdraw"?' },
    { config: { languages: ['de'] }, problem: 'error languages: is no field; did you mean "language"?' },
    { config: { layout: 'bar' }, problem: 'error layout: is no field; did you mean "ui.layout"?' },
    { config: { ui: { texts: {} } }, problem: 'error ui.texts: is no field; did you mean "texts"?' },
    { config: { ui: { accentColor: 'red' } }, problem: 'error ui.accentColor: is no field; did you mean "ui.accent"?' },
    {
      config: { ui: { reopen: { offest: ['1px', '1px'] } } },
      problem: 'error ui.reopen.offest: is no field; did you mean "ui.reopen.offset"?',
    },
    {
      config: { storage: { rejectdays: 30 } },
      problem: 'error storage.rejectdays: is no field; did you mean "storage.rejectDays"?',
    },
    {
      config: { policy: { url: '/', versoin: '1' } },
      problem: 'error policy.versoin: is no field; did you mean "policy.version"?',
    },
    {
      config: { policy: { url: '/', link: '/' } },
      problem: 'error policy.link: is no field; known here: url, version, changes, effective, history',
    },
    { config: { signals: { gcp: {} } }, problem: 'error signals.gcp: is no field; did you mean "signals.gpc"?' },
    {
      config: { block: [{ match: 'a.example', consent: 'analytics', matches: [] }] },
      problem: 'error block.0.matches: is no field; did you mean "block.0.match"?',
    },

    {
      config: { purposes: { 'analytics,': {}, marketing: {} } },
      problem:
        'error purposes.analytics,: separate names by spaces, not by commas: data-purposes="analytics marketing"',
    },
    {
      config: { purposes: { 'analytics,marketing': {} } },
      problem:
        'error purposes.analytics,marketing: separate names by spaces, not by commas: data-purposes="analytics ' +
        'marketing"',
    },
    {
      config: { purposes: { analitics: {} } },
      problem: 'error purposes.analitics.title: give the name that visitors read, or did you mean "analytics"?',
    },
    {
      config: { services: { maps: { title: 'Maps', purposes: ['markting'] } } },
      problem:
        'error services.maps.purposes: there is no purpose "markting"; there are necessary, preferences, analytics, ' +
        'marketing; did you mean "marketing"?',
    },
    {
      config: { purposes: { analytics: {} }, services: { maps: { title: 'Maps', purposes: ['marketing'] } } },
      problem:
        'error services.maps.purposes: there is no purpose "marketing"; there are necessary, analytics; your ' +
        '"purposes" replace the default ones, so add marketing: {} to them',
    },
    {
      config: { purposes: { analytics: {} }, block: [{ match: 'a.example', consent: 'analytics marketing' }] },
      problem:
        'error block.0.consent: there is no purpose or service "marketing"; there are necessary, analytics; your ' +
        '"purposes" replace the default ones, so add marketing: {} to them',
    },
    {
      config: { purposes: { analytics: {} }, signals: { dnt: { applies: ['marketing'] } } },
      problem:
        'error signals.dnt.applies: there is no purpose "marketing"; there are necessary, analytics; your "purposes" ' +
        'replace the default ones, so add marketing: {} to them',
    },
    {
      config: { block: [{ match: 'a.example', consent: 'nope' }] },
      problem:
        'error block.0.consent: there is no purpose or service "nope"; there are necessary, preferences, analytics, ' +
        'marketing',
    },
    {
      config: { block: [{ match: 'a.example', consent: 'analytics, marketing' }] },
      problem:
        'error block.0.consent: "analytics, marketing" cannot be read: write names with spaces for all of them, with ' +
        '| for any, ! for not, like "analytics marketing"',
    },

    {
      config: { texts: { baner: { title: 'T' } } },
      problem: 'warning texts.baner: is no part of the texts and no language of ours; did you mean "texts.banner"?',
    },
    {
      config: { texts: { 'de-AT': { banner: { title: 'T' } } } },
      problem: 'warning texts.de-AT: is no part of the texts and no language of ours; did you mean "texts.de"?',
    },
    {
      config: { texts: { German: { banner: { title: 'T' } } } },
      problem: 'warning texts.German: is no part of the texts and no language of ours; did you mean "texts.de"?',
    },
    {
      config: { texts: { words: {} } },
      problem:
        'warning texts.words: is no part of the texts and no language of ours; there are banner, preferences, ' +
        'purposes, signals, placeholder, status, reopen, rights, declaration, proof, minor, and languages such as "de"',
    },
    {
      config: { texts: { banner: { titel: 'T' } } },
      problem: 'warning texts.banner.titel: is no field; did you mean "texts.banner.title"?',
    },
    {
      config: { texts: { de: { banner: { titel: 'T' } } } },
      problem: 'warning texts.de.banner.titel: is no field; did you mean "texts.de.banner.title"?',
    },
    {
      config: { texts: { fr: { banner: { save: 'S' } } } },
      problem: 'warning texts.fr.banner.save: is no field; did you mean "texts.fr.preferences.save"?',
    },
    {
      config: { texts: { purposes: { stats: { title: 'S' } } } },
      problem: 'warning texts.purposes.stats: is no field; known here: necessary, preferences, analytics, marketing',
    },

    {
      config: { language: 'english' },
      problem:
        `warning language: no language of ours serves "english", so the page's (<html lang>) is used, ` +
        `else the visitor's, else English; did you mean "en"?`,
    },
    {
      config: { language: 'Deutsch' },
      problem:
        `warning language: no language of ours serves "Deutsch", so the page's (<html lang>) is used, ` +
        `else the visitor's, else English; did you mean "de"?`,
    },
    {
      config: { language: 'tlh' },
      problem:
        `warning language: no language of ours serves "tlh", so the page's (<html lang>) is used, ` +
        `else the visitor's, else English; write a tag such as "en" or "pt-BR"`,
    },

    {
      config: { region: 'Germany' },
      problem: 'warning region: "Germany" is no code of ISO 3166; write "US" or "US-CA"',
    },
    { config: { region: '*' }, problem: 'warning region: "*" is no code of ISO 3166; write "US" or "US-CA"' },
    { config: { region: 'us-ca' }, problem: 'warning region: "us-ca" is no code of ISO 3166; did you mean "US-CA"?' },
    {
      config: {
        regions: [
          { regions: ['DE'], model: 'opt-in' },
          { regions: ['*', 'USA'], model: 'notice' },
        ],
      },
      problem: 'warning regions.1.regions.1: "USA" is no code of ISO 3166; did you mean "US"?',
    },
    {
      config: { regions: [{ regions: ['EU'], model: 'notice' }] },
      problem: 'warning regions.0.regions.0: "EU" is no code of ISO 3166; did you mean the codes of its countries?',
    },
    {
      config: { regions: [{ regions: ['all'], model: 'notice' }] },
      problem: 'warning regions.0.regions.0: "all" is no code of ISO 3166; write "US", "US-CA", or "*" for everywhere',
    },
  ])('$problem', ({ config, problem }) => {
    expect(check({ ...base, ...config }).map(({ level, field, fix }) => `${level} ${field}: ${fix}`)).toEqual([
      problem,
    ]);
  });

  test('every text that a language has is known', () => {
    expect(check({ ...base, texts: { ...en.texts, de: en.texts } })).toEqual([]);
  });
});

test('several mistakes are told at once', () => {
  expect(fieldsOf({ policy: {}, model: 'x', ui: { layout: 'y' }, storage: { days: -1 } }).toSorted()).toEqual([
    'model',
    'policy.url',
    'storage.days',
    'ui.layout',
  ]);
});

test.each(['__proto__', 'constructor'])('the key %s is a typo like any other', (key) => {
  expect(fieldsOf(JSON.parse(`{ "policy": { "url": "/" }, "${key}": { "model": "opt-out" } }`))).toEqual([key]);
});

test('whatever is written in: no exception, and each problem names a field and what to write instead', () => {
  const nearly = fc.record(
    {
      policy: fc.record({ url: anything }),
      purposes: fc.dictionary(fc.string(), fc.record({ title: anything, legalBasis: anything })),
      services: fc.dictionary(
        fc.string(),
        fc.record({
          title: anything,
          purposes: fc.array(anything),
          cookies: fc.array(anything),
          storageKeys: anything,
        }),
      ),
      signals: fc.record({ dnt: fc.record({ applies: fc.array(anything) }), gpc: anything }),
      regions: fc.array(fc.record({ regions: anything, model: anything })),
      block: fc.array(anything),
      storage: fc.record({ days: anything, rejectDays: anything }),
      google: fc.record({ map: fc.dictionary(fc.string(), anything) }),
      compat: fc.array(anything),
      ui: fc.record({ reopen: fc.record({ offset: anything }) }),
      texts: fc.dictionary(fc.constantFrom('banner', 'de', 'x'), anything),
      language: fc.string(),
      model: anything,
      region: anything,
      records: anything,
    },
    { requiredKeys: [] },
  );
  holdsFor(
    200,
    fc.property(fc.oneof(anything, nearly), (input) =>
      check(input).every((problem) =>
        [problem.level, problem.field, problem.fix].every((text) => typeof text === 'string' && text !== ''),
      ),
    ),
  );
});
