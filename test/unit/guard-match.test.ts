import { describe, expect, test } from 'vitest';
import { matchesAddress, matchesName, ruleFinder } from '../../src/model/match.ts';

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
  { pattern: 'tracker.net/', url: 'https://cdn.tracker.net/a.js', expected: true },
  { pattern: 'Tracker.NET', url: 'https://tracker.net/', expected: true },
  { pattern: 'tracker.net/SDK/', url: 'https://tracker.net/sdk/a.js', expected: false },
  { pattern: 'https://tracker.net/', url: 'https://tracker.net/a.js', expected: true },
  { pattern: 'https://tracker.net', url: 'http://cdn.tracker.net/a.js', expected: true },
  { pattern: '//tracker.net/sdk/', url: 'https://tracker.net/sdk/a.js', expected: true },
  { pattern: 'HTTPS://tracker.net/sdk/', url: 'https://tracker.net/other/a.js', expected: false },
  { pattern: 'tracker.net/go//', url: 'https://tracker.net/go//a', expected: true },
  { pattern: 'tracker.net/sdk/*', url: 'https://tracker.net/sdk/', expected: true },
  { pattern: '*.tracker.net', url: 'https://cdn.tracker.net/', expected: true },
  { pattern: '*.tracker.net', url: 'https://tracker.net/', expected: false },
  { pattern: '*.tracker.net', url: 'https://evil.com/.tracker.net/', expected: false },
  { pattern: 'cdn*.tracker.net', url: 'https://cdn.evil.com/?u=https://x.tracker.net/', expected: false },
  { pattern: '*/collect', url: 'https://anyone.org/v1/collect', expected: false },
  { pattern: '*/*/collect', url: 'https://anyone.org/v1/collect', expected: true },
  { pattern: 'tracker', url: 'https://tracker.net/', expected: false },
  { pattern: 'a.b.net', url: 'https://axb.net/', expected: false },
  { pattern: '', url: 'https://tracker.net/', expected: false },
  { pattern: '/', url: 'https://tracker.net/', expected: false },
  { pattern: '*', url: 'data:text/javascript,1', expected: false },
  { pattern: '*', url: 'blob:https://tracker.net/1', expected: false },
  { pattern: '*', url: 'javascript:void(0)', expected: false },
])('$pattern and $url: $expected', ({ pattern, url, expected }) => {
  expect(matches(pattern, url)).toBe(expected);
  // Rules, services and placeholders have one meaning.
  expect(matchesAddress(pattern, new URL(url))).toBe(expected);
});

test.each([
  { pattern: '_ga', name: '_ga', expected: true },
  { pattern: '_ga', name: '_ga_1', expected: false },
  { pattern: '_ga_*', name: '_ga_1', expected: true },
  { pattern: '_ga_*', name: '_ga_', expected: true },
  { pattern: '_ga_*', name: 'x_ga_1', expected: false },
  { pattern: '*_id', name: 'a_id_id', expected: true },
  { pattern: 'a*b*c', name: 'a-b-b-c', expected: true },
  { pattern: 'a*b*c', name: 'a-c-b', expected: false },
  { pattern: 'aa*aa', name: 'aaa', expected: false },
  { pattern: 'a*aba', name: 'aba', expected: false },
  { pattern: 'ab*ab*ab', name: 'abab', expected: false },
  { pattern: '*', name: '', expected: true },
  { pattern: '', name: '', expected: true },
  { pattern: '', name: 'a', expected: false },
  { pattern: 'a.b', name: 'axb', expected: false },
  { pattern: '[a-z]+$', name: 'abc', expected: false },
])('the name $name fits $pattern: $expected', ({ pattern, name, expected }) => {
  expect(matchesName(pattern, name)).toBe(expected);
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

describe('no pattern makes the comparison slow: one that went back would not end before the sun does', () => {
  const letters = 'a'.repeat(100_000);

  test.each([
    { what: 'many stars and a letter that is not there', pattern: `a.net/${'*a'.repeat(2000)}*b` },
    { what: 'ten thousand stars', pattern: `a.net/${'*'.repeat(10_000)}b` },
    { what: 'few stars, which a regular expression is slow at', pattern: `a.net/${'*a'.repeat(8)}b` },
    { what: 'stars in the host', pattern: `${'*a'.repeat(10_000)}*.net/b` },
    { what: 'a scheme that does not end', pattern: `${letters}:` },
  ])('$what', ({ pattern }) => {
    const address = new URL(`https://a.net/${letters}`);
    expect(matchesAddress(pattern, address)).toBe(false);
    expect(ruleFinder([{ match: pattern, consent: 'x' }], 'example.com')(address)).toBeUndefined();
    expect(matchesName(pattern, letters)).toBe(false);
  });

  test('each character of a name is looked at a few times, however many stars there are', () => {
    let steps = 0;
    /** A name that counts the searches in it. */
    const counting = {
      length: letters.length,
      startsWith: (part: string) => letters.startsWith(part),
      endsWith: (part: string) => letters.endsWith(part),
      indexOf(part: string, from: number) {
        const found = letters.indexOf(part, from);
        steps += (found < 0 ? letters.length : found + part.length) - from;
        return found;
      },
    };
    expect(matchesName('*a'.repeat(10_000) + '*', counting as unknown as string)).toBe(true);
    expect(steps).toBeLessThanOrEqual(letters.length);
    steps = 0;
    expect(matchesName('*a'.repeat(10_000) + '*b*a', counting as unknown as string)).toBe(false);
    expect(steps).toBeLessThanOrEqual(letters.length);
  });
});
