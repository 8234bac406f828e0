// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { start } from '../../src/compat/index.ts';
import type { ConsentConfig, ErrorCode } from '../../src/api.ts';
import { configOf } from '../support/configurations.ts';

const stops: (() => void)[] = [];
const told: { code: ErrorCode; message: string; element?: Element }[] = [];
/** What the names in the tests are to us. */
const service = (...purposes: string[]) => ({ title: 'A service', purposes });
const services = {
  maps: service('marketing'),
  matomo: service('analytics'),
  a: service('analytics'),
  'google-analytics': service('analytics'),
};
const allowed = new Set<string>();
const listeners = new Set<() => void>();
const allow = (name: string) => {
  allowed.add(name);
  listeners.forEach((tell) => tell());
};
function readWith(config: Partial<ConsentConfig>): void {
  const report = (code: ErrorCode, message: string, element?: Element) => void told.push({ code, message, element });
  const on = (_event: string, listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const allows = (expression: string) => allowed.has(expression);
  stops.push(start({ config: configOf({ services, ...config }), report, allows, on }));
}
const read = (...compat: string[]) => readWith({ compat });

function element(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  document.body.append(made);
  return made;
}
const ALL = ['data-category', 'data-name', 'data-cookieconsent', 'optanon-category', 'data-cookieyes'];
/** Long enough for a mutation observer. */
const turn = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  allowed.clear();
  document.body.replaceChildren();
});
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  vi.useRealTimers();
});

describe('a mark of another tool is read where the site names it', () => {
  test.each<{ mark: string; attributes: Record<string, string>; expected: string | null }>([
    { mark: 'data-category', attributes: { 'data-category': 'analytics' }, expected: 'analytics' },
    { mark: 'data-category', attributes: { 'data-category': '!analytics' }, expected: '!analytics' },
    { mark: 'data-category', attributes: { 'data-category': 'analytics', 'data-service': 'maps' }, expected: 'maps' },
    { mark: 'data-category', attributes: { 'data-category': '' }, expected: null },
    { mark: 'data-name', attributes: { 'data-name': 'matomo' }, expected: 'matomo' },
    { mark: 'data-cookieconsent', attributes: { 'data-cookieconsent': 'statistics' }, expected: 'analytics' },
    { mark: 'data-cookieconsent', attributes: { 'data-cookieconsent': 'marketing' }, expected: 'marketing' },
    {
      mark: 'data-cookieconsent',
      attributes: { 'data-cookieconsent': 'preferences, statistics,marketing' },
      expected: 'preferences analytics marketing',
    },
    { mark: 'data-cookieconsent', attributes: { 'data-cookieconsent': 'ignore' }, expected: null },
    { mark: 'optanon-category', attributes: { class: 'x optanon-category-C0002 y' }, expected: 'analytics' },
    { mark: 'optanon-category', attributes: { class: 'optanon-category-C0001' }, expected: 'necessary' },
    { mark: 'optanon-category', attributes: { class: 'optanon-category-C0003' }, expected: 'preferences' },
    {
      mark: 'optanon-category',
      attributes: { class: 'optanon-category-C0002-C0004' },
      expected: 'analytics marketing',
    },
    { mark: 'optanon-category', attributes: { class: 'optanon-category-C0009' }, expected: null },
    { mark: 'data-cookieyes', attributes: { 'data-cookieyes': 'cookieyes-analytics' }, expected: 'analytics' },
    { mark: 'data-cookieyes', attributes: { 'data-cookieyes': 'cookieyes-advertisement' }, expected: 'marketing' },
    { mark: 'data-cookieyes', attributes: { 'data-cookieyes': 'cookieyes-functional' }, expected: 'preferences' },
    { mark: 'data-cookieyes', attributes: { 'data-cookieyes': 'cookieyes-performance' }, expected: 'analytics' },
    { mark: 'data-cookieyes', attributes: { 'data-cookieyes': 'cookieyes-necessary' }, expected: 'necessary' },
  ])('$mark: $attributes means $expected', ({ mark, attributes, expected }) => {
    const script = element('script', { type: 'text/plain', ...attributes });
    read(mark);
    expect(script.getAttribute('data-consent')).toBe(expected);
  });

  test.each(ALL)('%s alone, and no other', (mark) => {
    const elements = [
      element('iframe', { 'data-category': 'a' }),
      element('iframe', { 'data-name': 'a' }),
      element('iframe', { 'data-cookieconsent': 'marketing' }),
      element('iframe', { class: 'optanon-category-C0002' }),
      element('iframe', { 'data-cookieyes': 'cookieyes-analytics' }),
    ];
    read(mark);
    expect(elements.map((one) => one.hasAttribute('data-consent'))).toEqual(ALL.map((one) => one === mark));
  });

  test.each(['nonsense', 'constructor', '__proto__', 'toString', ''])('%j is no mark and breaks nothing', (mark) => {
    const script = element('script', { type: 'text/plain', 'data-category': 'a' });
    read(mark);
    expect(script.hasAttribute('data-consent')).toBe(false);
  });
});

test('a mark of ours beside it counts', () => {
  const script = element('script', { type: 'text/plain', 'data-consent': 'marketing', 'data-category': 'analytics' });
  read(...ALL);
  expect(script.getAttribute('data-consent')).toBe('marketing');
});

test('elements that come later are read too, however deep, until it stops', async () => {
  read('data-category');
  const outer = document.createElement('div');
  const inner = Object.assign(document.createElement('iframe'), { id: 'inner' });
  inner.setAttribute('data-category', 'analytics');
  outer.append(inner);
  document.body.append(outer);
  await turn();
  expect(inner.getAttribute('data-consent')).toBe('analytics');
  stops.splice(0).forEach((stop) => stop());
  const late = element('iframe', { 'data-category': 'analytics' });
  await turn();
  expect(late.hasAttribute('data-consent')).toBe(false);
});

test('an inert script that waits with its address in `data-src` gets it in `src`, as the gate wants it', () => {
  const script = element('script', {
    type: 'text/plain',
    'data-name': 'matomo',
    'data-src': 'https://stats.example/m.js',
  });
  read('data-name');
  expect(script.getAttribute('src')).toBe('https://stats.example/m.js');
});

describe('a tool is read by its name', () => {
  test.each<{ tool: string; name?: string; attributes: Record<string, string>; expected: string }>([
    { tool: 'vanilla-cookieconsent', attributes: { 'data-cookiecategory': 'analytics' }, expected: 'analytics' },
    {
      tool: 'vanilla-cookieconsent',
      attributes: { 'data-category': 'analytics', 'data-service': 'Google Analytics' },
      expected: 'google-analytics',
    },
    {
      tool: 'vanilla-cookieconsent',
      attributes: { 'data-category': '!analytics', 'data-service': 'Unheard of' },
      expected: '!analytics',
    },
    { tool: 'klaro', attributes: { 'data-name': 'googleAnalytics' }, expected: 'google-analytics' },
    { tool: 'klaro', name: 'div', attributes: { 'data-name': 'maps' }, expected: 'maps' },
    { tool: 'klaro', name: 'p', attributes: { 'data-name': 'maps', 'data-type': 'placeholder' }, expected: '!maps' },
    { tool: 'orejime', attributes: { 'data-name': 'google_analytics' }, expected: 'google-analytics' },
    {
      tool: 'cookiebot',
      attributes: { 'data-cookieconsent': 'statistics,marketing' },
      expected: 'analytics marketing',
    },
    { tool: 'cookiebot', name: 'div', attributes: { class: 'cookieconsent-optin-marketing' }, expected: 'marketing' },
    {
      tool: 'cookiebot',
      name: 'div',
      attributes: { class: 'cookieconsent-optin' },
      expected: 'preferences analytics marketing',
    },
    {
      tool: 'cookiebot',
      name: 'p',
      attributes: { class: 'x cookieconsent-optout-statistics cookieconsent-optout-marketing' },
      expected: '!analytics|!marketing',
    },
    { tool: 'onetrust', attributes: { class: 'optanon-category-C0005' }, expected: 'marketing' },
    { tool: 'onetrust', attributes: { class: 'ot-vscat-C0002' }, expected: 'analytics' },
    { tool: 'cookieyes', attributes: { 'data-cookieyes': 'cookieyes-performance' }, expected: 'analytics' },
    { tool: 'osano', attributes: { 'data-osano': 'PERSONALIZATION' }, expected: 'preferences' },
    {
      tool: 'complianz',
      attributes: { 'data-service': 'google-analytics', 'data-category': 'statistics' },
      expected: 'google-analytics',
    },
    { tool: 'complianz', attributes: { 'data-category': 'statistics' }, expected: 'analytics' },
    {
      tool: 'iubenda',
      attributes: { class: '_iub_cs_activate', 'data-iub-purposes': '4, 5' },
      expected: 'analytics marketing',
    },
    {
      tool: 'iubenda',
      attributes: { class: '_iub_cs_activate-inline' },
      expected: 'preferences analytics marketing',
    },
    { tool: 'usercentrics', attributes: { 'data-usercentrics': 'Google Analytics' }, expected: 'google-analytics' },
    { tool: 'termly', attributes: { 'data-categories': 'advertising, analytics' }, expected: 'marketing analytics' },
  ])('$tool: $attributes means $expected', ({ tool, name = 'script', attributes, expected }) => {
    const made = element(name, name === 'script' ? { type: 'text/plain', ...attributes } : attributes);
    read(tool);
    expect(made.getAttribute('data-consent')).toBe(expected);
    expect(told).toEqual([]);
  });

  test.each<{ tool: string; attribute: string; mark: Record<string, string> }>([
    { tool: 'cookiebot', attribute: 'data-cookieblock-src', mark: { 'data-cookieconsent': 'marketing' } },
    { tool: 'complianz', attribute: 'data-src-cmplz', mark: { 'data-category': 'marketing', src: 'about:blank' } },
    { tool: 'iubenda', attribute: 'suppressedsrc', mark: { class: '_iub_cs_activate', src: 'about:blank' } },
    { tool: 'iubenda', attribute: 'data-suppressedsrc', mark: { class: '_iub_cs_activate' } },
    { tool: 'usercentrics', attribute: 'uc-src', mark: { 'data-usercentrics': 'maps' } },
  ])('$tool: the address of a frame in $attribute waits where the gate looks', ({ tool, attribute, mark }) => {
    const frame = element('iframe', { ...mark, [attribute]: 'https://video.example/1' });
    read(tool);
    expect(frame.getAttribute('data-consent-src')).toBe('https://video.example/1');
    expect(frame.hasAttribute('src')).toBe(false);
  });

  test.each<{ tool: string; attribute: string; mark: Record<string, string> }>([
    { tool: 'complianz', attribute: 'data-cmplz-src', mark: { 'data-category': 'marketing' } },
    { tool: 'iubenda', attribute: 'data-suppressedsrc', mark: { class: '_iub_cs_activate' } },
    { tool: 'klaro', attribute: 'data-src', mark: { 'data-name': 'maps' } },
    { tool: 'termly', attribute: 'data-src', mark: { 'data-categories': 'advertising' } },
  ])('$tool: the address of a script in $attribute is its `src`', ({ tool, attribute, mark }) => {
    const script = element('script', { type: 'text/plain', ...mark, [attribute]: 'https://t.example/t.js' });
    read(tool);
    expect(script.getAttribute('src')).toBe('https://t.example/t.js');
  });

  test('orejime: what a template keeps comes behind it, locked', () => {
    const template = element('template', { 'data-purpose': 'maps' });
    template.innerHTML = '<p>A map</p><script type="module">1</script><iframe src="https://maps.example/"></iframe>';
    read('orejime');
    const [, script, frame] = [...document.body.children].slice(1);
    expect(script?.getAttributeNames().map((name) => `${name}=${script.getAttribute(name)}`)).toEqual([
      'type=text/plain',
      'data-type=module',
      'data-consent=maps',
    ]);
    expect(frame?.getAttribute('data-consent-src')).toBe('https://maps.example/');
    expect(frame?.hasAttribute('src')).toBe(false);
  });

  test('klaro: a page’s own `data-name` that names no service is no mark, and nobody is told of it', () => {
    const made = element('div', { 'data-name': 'customer' });
    read('klaro');
    expect(made.hasAttribute('data-consent')).toBe(false);
    expect(told).toEqual([]);
  });

  test('orejime: a template of words is hidden, around a frame its placeholder is seen', () => {
    const template = element('template', { 'data-purpose': 'maps' });
    template.innerHTML = '<p>A map</p><div style="padding: 9px"><iframe src="https://maps.example/"></iframe></div>';
    read('orejime');
    const [words, box] = [...document.body.children].slice(1);
    expect(words?.getAttribute('data-consent')).toBe('maps');
    expect(box?.hasAttribute('data-consent')).toBe(false);
    expect(box?.firstElementChild?.getAttribute('data-consent')).toBe('maps');
  });

  test.each([
    '<style>@import url(https://maps.example/m.css)</style>',
    '<div style="background: url(https://maps.example/m.png)"></div>',
    '<img alt="" style="background: url(https://maps.example/m.png)">',
    '<svg><image href="https://maps.example/m.png"></image></svg>',
    '<link rel="preload" as="image" imagesrcset="https://maps.example/m.png">',
    '<input type="image" src="https://maps.example/m.png">',
    '<x-map></x-map>',
    'A map',
  ])('orejime: a template with what has no lock comes as a whole once it is allowed: %s', (html) => {
    const template = element('template', { 'data-purpose': 'maps' });
    template.innerHTML = `${html}<script>1</script>`;
    read('orejime');
    expect(document.body.childNodes).toHaveLength(1);
    allow('analytics');
    expect(document.body.childNodes).toHaveLength(1);
    allow('maps');
    expect(document.body.querySelector('script')?.getAttribute('data-consent')).toBe('maps');
    expect(document.body.childNodes).toHaveLength(3);
    // Only what the gate can hold, or hide, waits once more.
    expect(
      document.body.querySelector('style,svg,input,x-map,[imagesrcset]:not(link)')?.hasAttribute('data-consent'),
    ).not.toBe(true);
    allow('maps');
    expect(document.body.childNodes).toHaveLength(3);
  });

  test('what another tool would have shown is not left hidden', () => {
    const block = element('div', { class: 'cookieconsent-optout-marketing', style: 'display: none; color: red' });
    read('cookiebot');
    expect(block.style.display).toBe('');
  });
});

describe('names that are not ours', () => {
  test('mean what the site says, before all else', () => {
    const [social, both] = [
      element('script', { type: 'text/plain', class: 'optanon-category-C0005' }),
      element('script', { type: 'text/plain', class: 'optanon-category-C0002' }),
    ];
    readWith({ compat: ['onetrust'], migrate: { names: { C0005: 'maps', C0002: 'analytics preferences' } } });
    expect(social.getAttribute('data-consent')).toBe('maps');
    expect(both.getAttribute('data-consent')).toBe('analytics preferences');
  });

  test('mean a purpose of the same name before one that the tool usually means', () => {
    const script = element('script', { type: 'text/plain', 'data-cookieconsent': 'statistics' });
    readWith({ compat: ['cookiebot'], purposes: { statistics: { title: 'Statistics' } }, services: {} });
    expect(script.getAttribute('data-consent')).toBe('statistics');
  });

  test('are told once with the element, and stay as they are', async () => {
    const [first, second] = [
      element('script', { type: 'text/plain', 'data-name': 'mystery' }),
      element('script', { type: 'text/plain', 'data-name': 'mystery' }),
    ];
    read('klaro');
    element('p', {});
    await turn();
    expect(told).toEqual([
      {
        code: 'foreign-mark',
        message: 'klaro: nothing of yours is called "mystery"; say what it is in migrate.names',
        element: first,
      },
    ]);
    expect([first, second].some((one) => one.hasAttribute('data-consent'))).toBe(false);
  });
});

test.each([
  { tool: 'tarteaucitron', text: "(tarteaucitron.job = tarteaucitron.job || []).push('gtag')" },
  { tool: 'axeptio', text: '(_axcb = window._axcb || []).push((sdk) => sdk)' },
])('$tool starts tags by calls: what to write instead is said with the script', ({ tool, text }) => {
  const script = element('script', { type: 'application/json' });
  script.textContent = text;
  read(tool);
  expect(told).toEqual([
    { code: 'foreign-mark', message: expect.stringMatching(`^${tool}: tag the script of each`), element: script },
  ]);
});
