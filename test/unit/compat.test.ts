// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { start } from '../../src/gate/compat.ts';

const stops: (() => void)[] = [];
const read = (...marks: string[]) => void stops.push(start(marks));

function element(name: string, attributes: Record<string, string>): Element {
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
    { mark: 'optanon-category', attributes: { class: 'optanon-category-C0009' }, expected: 'c0009' },
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
