// @vitest-environment happy-dom
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { readConfig } from '../../src/model/config.ts';
import { faultsOf } from '../../src/model/faults.ts';
import { readPageConfig } from '../../src/page-config.ts';
import { fromAttributes } from '../../src/tag-attributes.ts';

const readTag = (script: HTMLScriptElement) => readPageConfig(undefined, fromAttributes(script.dataset));
const readInput = (script: HTMLScriptElement) => readTag(script).input;

const page = window as unknown as Record<string, unknown>;

/** The tag as it stands in the page. */
function tag(attributes: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

function jsonBlock(text: string, name = 'script'): void {
  const block = document.createElement(name);
  block.id = 'commsor-consent-config';
  block.setAttribute('type', 'application/json');
  block.textContent = text;
  document.body.append(block);
}

beforeEach(() => document.body.replaceChildren());
afterEach(() => void Reflect.deleteProperty(page, 'commsorConsentConfig'));

describe('the attributes of the tag', () => {
  test.each<{ attributes: Record<string, string>; expected: object }>([
    { attributes: { 'data-policy': '/privacy' }, expected: { policy: { url: '/privacy', version: '' } } },
    {
      attributes: { 'data-policy': '/privacy', 'data-policy-version': '3' },
      expected: { policy: { url: '/privacy', version: '3' } },
    },
    { attributes: { 'data-lang': 'de' }, expected: { language: 'de' } },
    { attributes: { 'data-region': 'US-CA' }, expected: { region: 'US-CA' } },
    { attributes: { 'data-layout': 'bar', 'data-theme': 'dark' }, expected: { ui: { layout: 'bar', theme: 'dark' } } },
    { attributes: { 'data-reopen-label': 'Privacy' }, expected: { ui: { reopen: { label: 'Privacy' } } } },
    { attributes: { 'data-accent': 'teal' }, expected: { ui: { accent: 'teal' } } },
    { attributes: { 'data-base': '/files/' }, expected: { base: '/files/' } },
    { attributes: { 'data-records': '/consents' }, expected: { records: { endpoint: '/consents' } } },
  ])('$attributes', ({ attributes, expected }) => {
    expect(readConfig(readInput(tag(attributes)))).toMatchObject(expected);
  });

  test.each([
    { attributes: {}, isOn: false },
    { attributes: { 'data-google': '' }, isOn: true },
    { attributes: { 'data-google': 'true' }, isOn: true },
    { attributes: { 'data-google': 'false' }, isOn: false },
  ])('$attributes: Google $isOn', ({ attributes, isOn }) => {
    expect(Boolean(readConfig(readInput(tag(attributes as Record<string, string>))).google)).toBe(isOn);
  });

  test.each([
    { purposes: 'analytics marketing', expected: ['necessary', 'analytics', 'marketing'] },
    { purposes: '  marketing\n analytics ', expected: ['necessary', 'marketing', 'analytics'] },
    { purposes: '', expected: ['necessary', 'preferences', 'analytics', 'marketing'] },
  ])('data-purposes="$purposes"', ({ purposes, expected }) => {
    expect([...readConfig(readInput(tag({ 'data-purposes': purposes }))).purposes.keys()]).toEqual(expected);
  });

  /** What the checker finds wrong, and what the core does, for which every visitor would load the checker. */
  const faultsIn = (attributes: Record<string, string>) => {
    const input = readInput(tag(attributes));
    return [...check(input), ...faultsOf(input, readConfig(input))];
  };

  test('with a policy alone are a correct configuration, which takes its defaults', () => {
    expect(faultsIn({ 'data-policy': '/privacy' })).toEqual([]);
    const everything = {
      policy: '/privacy',
      'policy-version': '2',
      purposes: 'analytics marketing',
      lang: 'fr',
      layout: 'modal',
      theme: 'light',
      region: 'FR',
      'reopen-label': 'Vie privée',
      google: '',
      records: '/r',
      accent: '#0a7d5a',
      base: '/files/',
    };
    const attributes = Object.entries(everything).map(([name, value]) => [`data-${name}`, value] as const);
    expect(faultsIn(Object.fromEntries(attributes))).toEqual([]);
    for (const [name, value] of attributes) expect(faultsIn({ 'data-policy': '/p', [name]: value }), name).toEqual([]);
  });

  test('without a policy say which attribute is missing', () => {
    expect(check(readInput(tag()))).toMatchObject([
      { level: 'error', field: 'policy.url', fix: expect.stringContaining('data-policy') },
    ]);
  });
});

describe('for each field the first source that has it counts', () => {
  test('the object before the JSON before the attributes', () => {
    page.commsorConsentConfig = { model: 'opt-out' };
    jsonBlock('{ "model": "notice", "language": "fr" }');
    const config = readConfig(readInput(tag({ 'data-policy': '/privacy', 'data-lang': 'de' })));
    expect(config).toMatchObject({ model: 'opt-out', language: 'fr', policy: { url: '/privacy' } });
  });

  test('some fields hold others, which are looked up one by one', () => {
    page.commsorConsentConfig = {
      policy: { changes: 'A map.' },
      ui: { reopen: { offset: ['1px', '2px'] } },
      storage: { days: 30 },
      signals: { gpc: { override: 'never' } },
      google: { dataLayer: 'layer' },
      records: {},
    };
    jsonBlock(
      JSON.stringify({
        policy: { url: '/legal', changes: 'Nothing.' },
        ui: { layout: 'bar', reopen: { label: 'Privacy' } },
        storage: { days: 10, domain: 'auto' },
        signals: { dnt: { override: 'explicit' }, gpc: { applies: ['marketing'] } },
        google: { waitForUpdate: 500 },
      }),
    );
    const attributes = {
      'data-policy': '/privacy',
      'data-policy-version': '9',
      'data-layout': 'modal',
      'data-accent': 'teal',
      'data-records': '/consents',
    };
    expect(readInput(tag(attributes))).toMatchObject({
      policy: { url: '/legal', version: '9', changes: 'A map.' },
      ui: { layout: 'bar', accent: 'teal', reopen: { offset: ['1px', '2px'], label: 'Privacy' } },
      storage: { days: 30, domain: 'auto' },
      signals: { dnt: { override: 'explicit' }, gpc: { override: 'never' } },
      google: { dataLayer: 'layer', waitForUpdate: 500 },
      records: { endpoint: '/consents' },
    });
  });

  test('any other field is taken whole', () => {
    page.commsorConsentConfig = { services: { maps: { title: 'Maps', purposes: ['marketing'] } } };
    jsonBlock('{ "services": { "chat": { "title": "Chat", "purposes": ["preferences"] } } }');
    expect(Object.keys(readInput(tag()).services as object)).toEqual(['maps']);
  });

  test.each<[first: unknown, then: unknown, google: unknown]>([
    [true, { dataLayer: 'layer' }, { dataLayer: 'layer' }],
    [false, { dataLayer: 'layer' }, false],
    [{ dataLayer: 'layer' }, false, { dataLayer: 'layer' }],
    [undefined, true, true],
    [null, true, null],
  ])('Google %j before %j is %j', (google, then, expected) => {
    page.commsorConsentConfig = { google };
    jsonBlock(JSON.stringify({ google: then }));
    expect(readInput(tag({ 'data-google': '' })).google).toEqual(expected);
  });

  test('what `createConsent` is given comes first', () => {
    page.commsorConsentConfig = { model: 'opt-out', ui: { layout: 'bar', theme: 'dark' } };
    const { input } = readPageConfig({ policy: { url: '/privacy' }, model: 'notice', ui: { layout: 'box' } });
    expect(input).toMatchObject({ model: 'notice', policy: { url: '/privacy' }, ui: { layout: 'box', theme: 'dark' } });
  });

  test('there need be no tag', () => {
    jsonBlock('{ "policy": { "url": "/legal" } }');
    expect(check(readPageConfig().input)).toEqual([]);
  });
});

describe('what is no configuration', () => {
  test.each<[string, () => unknown]>([
    ['an element that took the name', () => document.createElement('form')],
    ['a link that took the name', () => Object.assign(document.createElement('a'), { href: 'https://evil.example/' })],
    ['a list', () => [{ model: 'opt-out' }]],
    ['a function', () => () => ({ model: 'opt-out' })],
    ['text', () => '{"model":"opt-out"}'],
    ['null', () => null],
  ])('the object: %s is left out', (_, make) => {
    page.commsorConsentConfig = make();
    const { input, faults } = readTag(tag({ 'data-policy': '/privacy' }));
    expect(check(input)).toEqual([]);
    expect(faults.map(({ field }) => field)).toEqual(page.commsorConsentConfig ? ['commsorConsentConfig'] : []);
  });

  test('an element that only took the name of the object is not even complained about', () => {
    // As browsers do it: the name is found, but it is no property of the window's own.
    const names = Object.getPrototypeOf(window) as object;
    Object.defineProperty(names, 'commsorConsentConfig', { value: { model: 'opt-out' }, configurable: true });
    expect(readTag(tag({ 'data-policy': '/privacy' }))).toMatchObject({ faults: [] });
    expect(readConfig(readInput(tag())).model).toBe('opt-in');
    Reflect.deleteProperty(names, 'commsorConsentConfig');
  });

  test('a plain object of another window is one', () => {
    page.commsorConsentConfig = runInNewContext('({ model: "opt-out", block: [{ match: "a.example" }] })');
    expect(readTag(tag())).toMatchObject({
      input: { model: 'opt-out', block: [{ match: 'a.example' }] },
      faults: [],
    });
  });

  test('an object without a prototype is one all the same, and one that cannot become a string breaks nothing', () => {
    page.commsorConsentConfig = Object.assign(Object.create(null), { model: 'opt-out' });
    expect(readConfig(readInput(tag())).model).toBe('opt-out');
    page.commsorConsentConfig = { model: 'notice', toString: null };
    expect(readConfig(readInput(tag())).model).toBe('notice');
  });

  test.each(['', '{', '{ "model": "opt-out", }', '{ model: "opt-out" }', '<!-- -->'])(
    'JSON that cannot be read, %j, is said, and the other sources count',
    (text) => {
      jsonBlock(text);
      const { input, faults } = readTag(tag({ 'data-policy': '/privacy' }));
      expect(check(input, faults).map(({ level, field }) => [level, field])).toEqual([
        ['error', 'commsor-consent-config'],
      ]);
      expect(readConfig(input)).toMatchObject({ model: 'opt-in', policy: { url: '/privacy' } });
    },
  );

  test.each(['null', '5', 'true', '[]', '""'])('JSON that is no object, %s, breaks nothing', (text) => {
    jsonBlock(text);
    expect(readConfig(readInput(tag({ 'data-policy': '/privacy' }))).policy.url).toBe('/privacy');
  });

  test('another element with the id of the JSON is left out', () => {
    jsonBlock('{ "model": "opt-out" }', 'div');
    expect(readConfig(readInput(tag())).model).toBe('opt-in');
  });

  test('a key that would reach into a prototype reaches nothing', () => {
    jsonBlock('{ "__proto__": { "model": "opt-out", "polluted": true } }');
    expect(readConfig(readInput(tag())).model).toBe('opt-in');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('an element that takes the name `getElementById` in the document changes nothing', () => {
    jsonBlock('{ "model": "opt-out" }');
    Object.defineProperty(document, 'getElementById', { value: document.createElement('img'), configurable: true });
    expect(readConfig(readInput(tag())).model).toBe('opt-out');
    Reflect.deleteProperty(document, 'getElementById');
  });
});

describe('a getter that throws', () => {
  const throwing = (field: string, rest: object = {}) =>
    Object.defineProperty(rest, field, {
      enumerable: true,
      get() {
        throw new Error('out of order');
      },
    });

  test.each<{ what: string; config: () => object; field: string }>([
    { what: 'for a field', config: () => throwing('model'), field: 'model' },
    { what: 'inside a field', config: () => ({ policy: throwing('changes') }), field: 'policy.changes' },
    { what: 'deep inside', config: () => ({ services: { maps: throwing('title') } }), field: 'services.maps.title' },
    { what: 'in a list', config: () => ({ block: [throwing('match')] }), field: 'block.0.match' },
  ])('$what costs that field alone, and is named', ({ config, field }) => {
    page.commsorConsentConfig = Object.assign(config(), { language: 'fr' });
    const { input, faults } = readTag(tag({ 'data-policy': '/privacy' }));
    expect(faults).toEqual([{ field, fix: expect.stringContaining('out of order') }]);
    expect(readConfig(input)).toMatchObject({ language: 'fr', model: 'opt-in', policy: { url: '/privacy' } });
    expect(check(input, faults)[0]).toMatchObject({ level: 'error', field });
  });

  test('for the whole object leaves the other sources', () => {
    Object.defineProperty(window, 'commsorConsentConfig', {
      configurable: true,
      get() {
        throw new Error('out of order');
      },
    });
    const { input, faults } = readTag(tag({ 'data-policy': '/privacy' }));
    expect(faults).toMatchObject([{ field: 'commsorConsentConfig' }]);
    expect(input.policy).toMatchObject({ url: '/privacy' });
  });

  test('is asked once: what is read later is plain data', () => {
    let asked = 0;
    page.commsorConsentConfig = {
      get model() {
        asked++;
        return 'notice';
      },
    };
    const { input } = readTag(tag());
    expect([readConfig(input).model, readConfig(input).model]).toEqual(['notice', 'notice']);
    expect(asked).toBe(1);
  });
});

test('an object that contains itself is read once', () => {
  const config: Record<string, unknown> = { model: 'notice' };
  page.commsorConsentConfig = Object.assign(config, { purposes: { analytics: config } });
  const { input, faults } = readTag(tag());
  expect(readConfig(input).model).toBe('notice');
  expect(faults).toEqual([]);
});
