// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { readConfig } from '../../src/model/config.ts';
import { readPageConfig } from '../../src/page-config.ts';

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
    { attributes: { 'data-records': '/consents' }, expected: { records: { endpoint: '/consents' } } },
  ])('$attributes', ({ attributes, expected }) => {
    expect(readConfig(readPageConfig(tag(attributes)))).toMatchObject(expected);
  });

  test.each([
    { attributes: {}, isOn: false },
    { attributes: { 'data-google': '' }, isOn: true },
    { attributes: { 'data-google': 'true' }, isOn: true },
    { attributes: { 'data-google': 'false' }, isOn: false },
  ])('$attributes: Google $isOn', ({ attributes, isOn }) => {
    expect(Boolean(readConfig(readPageConfig(tag(attributes as Record<string, string>))).google)).toBe(isOn);
  });

  test.each([
    { purposes: 'analytics marketing', expected: ['necessary', 'analytics', 'marketing'] },
    { purposes: '  marketing\n analytics ', expected: ['necessary', 'marketing', 'analytics'] },
    { purposes: '', expected: ['necessary', 'preferences', 'analytics', 'marketing'] },
  ])('data-purposes="$purposes"', ({ purposes, expected }) => {
    expect([...readConfig(readPageConfig(tag({ 'data-purposes': purposes }))).purposes.keys()]).toEqual(expected);
  });

  test('with a policy alone are a correct configuration, which takes its defaults', () => {
    expect(check(readPageConfig(tag({ 'data-policy': '/privacy' })))).toEqual([]);
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
    };
    expect(
      check(
        readPageConfig(
          tag(Object.fromEntries(Object.entries(everything).map(([name, value]) => [`data-${name}`, value]))),
        ),
      ),
    ).toEqual([]);
  });

  test('without a policy say which attribute is missing', () => {
    expect(check(readPageConfig(tag()))).toMatchObject([
      { level: 'error', field: 'policy.url', fix: expect.stringContaining('data-policy') },
    ]);
  });
});

describe('for each field the first source that has it counts', () => {
  test('the object before the JSON before the attributes', () => {
    page.commsorConsentConfig = { model: 'opt-out' };
    jsonBlock('{ "model": "notice", "language": "fr" }');
    const config = readConfig(readPageConfig(tag({ 'data-policy': '/privacy', 'data-lang': 'de' })));
    expect(config).toMatchObject({ model: 'opt-out', language: 'fr', policy: { url: '/privacy' } });
  });

  test('a field is taken whole: its parts are not mixed', () => {
    jsonBlock('{ "policy": { "url": "/legal" } }');
    expect(readConfig(readPageConfig(tag({ 'data-policy': '/privacy', 'data-policy-version': '9' }))).policy).toEqual({
      url: '/legal',
      version: '',
      changes: '',
    });
  });

  test('there need be no tag', () => {
    jsonBlock('{ "policy": { "url": "/legal" } }');
    expect(check(readPageConfig(null))).toEqual([]);
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
    expect(check(readPageConfig(tag({ 'data-policy': '/privacy' })))).toEqual([]);
  });

  test('an object without a prototype is one all the same, and one that cannot become a string breaks nothing', () => {
    page.commsorConsentConfig = Object.assign(Object.create(null), { model: 'opt-out' });
    expect(readConfig(readPageConfig(tag())).model).toBe('opt-out');
    page.commsorConsentConfig = { model: 'notice', toString: null };
    expect(readConfig(readPageConfig(tag())).model).toBe('notice');
  });

  test.each(['', '{', '{ "model": "opt-out", }', '{ model: "opt-out" }', '<!-- -->'])(
    'JSON that cannot be read, %j, is said, and the other sources count',
    (text) => {
      jsonBlock(text);
      const input = readPageConfig(tag({ 'data-policy': '/privacy' }));
      expect(check(input).map(({ level, field }) => [level, field])).toEqual([['error', 'commsor-consent-config']]);
      expect(readConfig(input)).toMatchObject({ model: 'opt-in', policy: { url: '/privacy' } });
    },
  );

  test.each(['null', '5', 'true', '[]', '""'])('JSON that is no object, %s, breaks nothing', (text) => {
    jsonBlock(text);
    expect(readConfig(readPageConfig(tag({ 'data-policy': '/privacy' }))).policy.url).toBe('/privacy');
  });

  test('another element with the id of the JSON is left out', () => {
    jsonBlock('{ "model": "opt-out" }', 'div');
    expect(readConfig(readPageConfig(tag())).model).toBe('opt-in');
  });

  test('a key that would reach into a prototype reaches nothing', () => {
    jsonBlock('{ "__proto__": { "model": "opt-out", "polluted": true } }');
    expect(readConfig(readPageConfig(tag())).model).toBe('opt-in');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('an element that takes the name `getElementById` in the document changes nothing', () => {
    jsonBlock('{ "model": "opt-out" }');
    Object.defineProperty(document, 'getElementById', { value: document.createElement('img'), configurable: true });
    expect(readConfig(readPageConfig(tag())).model).toBe('opt-out');
    Reflect.deleteProperty(document, 'getElementById');
  });
});
