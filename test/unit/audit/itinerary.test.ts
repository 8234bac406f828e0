import { expect, test } from 'vitest';
import { Itinerary } from '../../../src/audit/itinerary.ts';

const SITE = 'https://site.example';

/** The paths that somebody visits who finds on each page the links that it has. */
function visited(itinerary: Itinerary, linksOf: (path: string) => readonly string[] = () => []): string[] {
  const paths = [];
  for (const address of itinerary) {
    const path = address.slice(SITE.length);
    paths.push(path);
    for (const link of linksOf(path)) itinerary.add(SITE + link);
  }
  return paths;
}

test('links are visited once, in their order, as many as there may be; the rest is known', () => {
  const itinerary = new Itinerary([`${SITE}/`], 3);
  const links = ['/a', '/', '/a#top', '/b', '/c', '/d'];
  expect(visited(itinerary, () => links)).toEqual(['/', '/a', '/b']);
  expect(itinerary.left).toEqual([`${SITE}/c`, `${SITE}/d`]);
  expect(visited(itinerary)).toEqual(['/', '/a', '/b']);
});

test('a calendar that links to itself without end comes after pages with paths of their own', () => {
  const itinerary = new Itinerary([`${SITE}/`], 5);
  const month = (path: string) => Number(/\d+/.exec(path)?.[0] ?? 0) + 1;
  const linksOf = (path: string) => [`/calendar?month=${month(path)}`, '/contact', '/about'];
  expect(visited(itinerary, linksOf)).toEqual(['/', '/calendar?month=1', '/contact', '/about', '/calendar?month=2']);
  expect(itinerary.left).toHaveLength(1);
});

test('no visit is spent on pictures and downloads, nor on a page to which another led already', () => {
  const itinerary = new Itinerary([`${SITE}/`], 9);
  itinerary.reached(`${SITE}/home/`);
  const links = ['/home/', '/price-list.pdf', '/photo.JPG', '/vue.js', '/report.pdf?as=page', '/a.b/'];
  expect(visited(itinerary, () => links)).toEqual(['/', '/vue.js', '/a.b/']);
  expect(itinerary.left).toEqual([]);
});

test('what a sitemap names comes when no link leads further, and once', () => {
  const itinerary = new Itinerary([`${SITE}/`], 5);
  for (const path of ['/hidden', '/a', '/', '/hidden?page=2', '/hidden#top', '/photo.jpg', '/lost', '/over'])
    itinerary.suggest(SITE + path);
  const linksOf = (path: string) => (path === '/' ? ['/a', '/a?sort=up'] : path === '/hidden' ? ['/below'] : []);
  expect(visited(itinerary, linksOf)).toEqual(['/', '/a', '/hidden', '/below', '/lost']);
  expect(itinerary.left).toEqual([`${SITE}/a?sort=up`, `${SITE}/hidden?page=2`, `${SITE}/over`]);
  expect(visited(itinerary)).toEqual(['/', '/a', '/hidden', '/below', '/lost']);
});

test('of a folder as many files are visited as there may be', () => {
  const itinerary = new Itinerary([`${SITE}/`, `${SITE}/a`, `${SITE}/b`], 2);
  expect(visited(itinerary)).toEqual(['/', '/a']);
  expect(itinerary.left).toEqual([`${SITE}/b`]);
});
