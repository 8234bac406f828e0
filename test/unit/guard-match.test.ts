import { expect, test } from 'vitest';
import { ruleFinder } from '../../src/model/match.ts';

const matches = (pattern: string, url: string, host = 'www.example.com') =>
  ruleFinder([{ match: pattern, consent: 'marketing' }], host)(new URL(url)) === 'marketing';

test.each([
  { pattern: 'tracker.net', url: 'https://tracker.net/', expected: true },
  { pattern: 'tracker.net', url: 'http://tracker.net:8080/a?b#c', expected: true },
  { pattern: 'tracker.net', url: 'https://cdn.eu.tracker.net/a.js', expected: true },
  { pattern: 'tracker.net', url: 'https://nottracker.net/', expected: false },
  { pattern: 'tracker.net', url: 'https://tracker.net.evil.com/', expected: false },
  { pattern: 'tracker.net', url: 'https://evil.com/tracker.net/', expected: false },
  { pattern: 'tracker.net', url: 'https://evil.com/?u=https://www.tracker.net/', expected: false },
  { pattern: 'cdn.tracker.net', url: 'https://tracker.net/', expected: false },
  { pattern: 'tracker.net/sdk/', url: 'https://tracker.net/sdk/a.js', expected: true },
  { pattern: 'tracker.net/sdk/', url: 'https://cdn.tracker.net/sdk/', expected: true },
  { pattern: 'tracker.net/sdk/', url: 'https://tracker.net/other/sdk/a.js', expected: false },
  { pattern: 'tracker.net/gtag/js?id=G-', url: 'https://tracker.net/gtag/js?id=G-ABC', expected: true },
  { pattern: 'tracker.net/gtag/js?id=G-', url: 'https://tracker.net/gtag/js?id=AW-1', expected: false },
  { pattern: 'tracker.net/*/pixel', url: 'https://tracker.net/v1/pixel.gif', expected: true },
  { pattern: 'tracker.net/*/pixel', url: 'https://tracker.net/pixel.gif', expected: false },
  { pattern: 'tracker.net/a*b*c', url: 'https://tracker.net/a-c-b-c', expected: true },
  { pattern: 'tracker.net/a*b*c', url: 'https://tracker.net/a-c-b', expected: false },
  { pattern: 'tracker.*', url: 'https://tracker.org/', expected: true },
  { pattern: 'tracker.*', url: 'https://www.tracker.co.uk/', expected: true },
  { pattern: 'cdn*.tracker.net/sdk', url: 'https://cdn7.tracker.net/sdk.js', expected: true },
  { pattern: '*', url: 'https://anyone.org/', expected: true },
  { pattern: '*/collect', url: 'https://anyone.org/collect?x', expected: true },
  { pattern: '*', url: 'data:text/javascript,1', expected: false },
  { pattern: '*', url: 'blob:https://tracker.net/1', expected: false },
  { pattern: '*', url: 'javascript:void(0)', expected: false },
])('$pattern and $url: $expected', ({ pattern, url, expected }) => {
  expect(matches(pattern, url)).toBe(expected);
});

test.each([
  {
    given: "the page's own host",
    pattern: '*',
    url: 'https://www.example.com/a.js',
    host: 'www.example.com',
    expected: false,
  },
  {
    given: 'a host below its own',
    pattern: '*',
    url: 'https://cdn.www.example.com/',
    host: 'www.example.com',
    expected: false,
  },
  {
    given: 'a sister of www.',
    pattern: '*',
    url: 'https://static.example.com/',
    host: 'www.example.com',
    expected: false,
  },
  {
    given: 'a host that only ends like its own',
    pattern: '*',
    url: 'https://notexample.com/',
    host: 'example.com',
    expected: true,
  },
  {
    given: 'a neighbour on a shared domain',
    pattern: '*',
    url: 'https://other.pages.dev/',
    host: 'mine.pages.dev',
    expected: true,
  },
  {
    given: 'a pattern that names an own host',
    pattern: 'stats.example.com',
    url: 'https://stats.example.com/s.js',
    host: 'example.com',
    expected: true,
  },
  {
    given: 'a pattern that names an own host and path',
    pattern: 'example.com/gtm/',
    url: 'https://www.example.com/gtm/x.js',
    host: 'www.example.com',
    expected: true,
  },
  {
    given: 'a pattern above its own host',
    pattern: 'pages.dev',
    url: 'https://mine.pages.dev/',
    host: 'mine.pages.dev',
    expected: false,
  },
  { given: 'a page without a host', pattern: '*', url: 'https://tracker.net/', host: '', expected: true },
])('the site itself: $given, $expected', ({ pattern, url, host, expected }) => {
  expect(matches(pattern, url, host)).toBe(expected);
});

test('the first rule that fits counts, and a rule may have several patterns', () => {
  const find = ruleFinder(
    [
      { match: ['a.net', 'b.net/x'], consent: 'first' },
      { match: 'b.net', consent: 'second' },
    ],
    'example.com',
  );
  expect(
    ['https://a.net/', 'https://b.net/x', 'https://b.net/y', 'https://c.net/'].map((url) => find(new URL(url))),
  ).toEqual(['first', 'first', 'second', undefined]);
});

test('no pattern makes the comparison slow', () => {
  const find = ruleFinder([{ match: `a.net/${'*a'.repeat(2000)}*b`, consent: 'x' }], 'example.com');
  const address = new URL(`https://a.net/${'a'.repeat(100_000)}`);
  // A comparison that goes back and tries again would not end before the sun does.
  expect(find(address)).toBeUndefined();
});
