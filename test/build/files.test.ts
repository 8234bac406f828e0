import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parts } from '../../scripts/build/parts.mjs';
import { root } from '../../scripts/setup.mjs';
import { isForPages } from '../../src/audit/write.ts';
import { serviceGuide } from '../../src/services/guide/index.ts';
import { builtScripts, builtText, dist, filesUnder } from '../support/dist.ts';

const lazy = Object.keys(parts()).map((name) => `${name}.js`);

/** The files that a file imports, and whether at once or when it needs them. */
function imports(file: string): { now: string[]; later: string[] } {
  const text = builtText(file);
  const named = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();
  return {
    now: named(/\b(?:from|import)\s*["']([^"']+)["']/g),
    later: named(/\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g),
  };
}

/** It only names two others, so there is nothing to map. */
const UNMAPPED = 'services.index.js';

const mapped = [
  'commsor.all.js',
  'commsor.guarded.js',
  'commsor.js',
  'guide.js',
  'index.development.js',
  'index.js',
  'later.js',
  'regions.js',
  'testing.js',
  ...lazy,
];

test('dist holds the files that were asked for and no others', () => {
  const texts = ['licences.txt', 'snippet.html', 'audit.licences.txt', 'receipt.schema.json'];
  const expected = [...mapped, UNMAPPED, ...mapped.map((file) => `${file}.map`), ...texts, 'audit.mjs'];
  expect(filesUnder(dist).filter((file) => !file.startsWith('types/'))).toEqual(expected.toSorted());
});

test('the audit puts beside a site what its pages may ask for, and nothing else', () => {
  const files = filesUnder(dist).filter((file) => !file.startsWith('types/') && isForPages(file));
  expect(files).toEqual(['commsor.guarded.js', 'commsor.js', ...lazy].toSorted());
});

test.each(mapped)('a source map leads from %s to what was written, which is in the map', (file) => {
  const { sources, sourcesContent, mappings } = JSON.parse(builtText(`${file}.map`));
  expect(builtText(file)).toMatch(new RegExp(`//# sourceMappingURL=${basename(file)}\\.map\\n$`));
  expect(mappings.length).toBeGreaterThan(100);
  expect(sources.filter((source: string) => !/^(\.\.\/)+(src|node_modules)\//.test(source))).toEqual([]);
  for (const [index, source] of sources.entries()) {
    const written = readFileSync(join(root, source.replace(/^(\.\.\/)+/, '')), 'utf8');
    expect(sourcesContent[index]).toBe(written);
  }
});

test('the files of a visit, whose functions are nearly all called, ask to be compiled beside the main thread', () => {
  const asking = mapped.filter((file) => builtText(file).startsWith('//# allFunctionsCalledOnLoad\n'));
  expect(asking.toSorted()).toEqual(
    ['commsor.guarded.js', 'commsor.js', 'idle.js', 'prompt.js', 'reopen.js', 'stale-page.js'].toSorted(),
  );
});

test('no part needs another to start', () => {
  expect(lazy.filter((file) => imports(file).now.length > 0)).toEqual([]);
});

/** Its mark on what it makes. */
const PREACT = /Symbol\.for\(.pv.\)/;

test('Preact comes with the preferences alone, for pages that load parts', () => {
  const withPreact = builtScripts().filter((file) => PREACT.test(builtText(file)));
  expect(withPreact).toEqual(['commsor.all.js', 'preferences.js']);
});

test('the npm entry imports nothing at once, and every part from the very file that the tag loads', () => {
  const [first, second] = [imports('index.js'), imports('later.js')];
  expect([...first.now, ...second.now]).toEqual([]);
  const expected = ['later.js', ...lazy].map((file) => `./${file}`);
  expect([...first.later, ...second.later].toSorted()).toEqual(expected.toSorted());
});

test('while a site is developed the npm entry stands behind the checker', () => {
  expect(imports('index.development.js')).toEqual({ now: ['./check.js', './index.js'], later: [] });
});

test('the entry of the services takes the table from the file that pages load, and the guide from its own', () => {
  expect(imports(UNMAPPED)).toEqual({ now: ['./guide.js', './services.js'], later: [] });
});

test('what pages load has nothing of the guide', () => {
  const [reason] = Object.values(serviceGuide).map((row) => row.reason);
  const withGuide = builtScripts().filter((file) => builtText(file).includes(reason ?? ''));
  expect(withGuide).toEqual(['guide.js']);
});

test('every part is asked for by name, in the tag or in another part', () => {
  const texts = ['commsor.js', ...lazy].map(builtText);
  const names = lazy.filter((file) => !file.startsWith('texts/')).map((file) => file.slice(0, -'.js'.length));
  expect(names.filter((name) => !texts.some((text) => new RegExp(`["'\`]${name}["'\`]`).test(text)))).toEqual([]);
});

// Words that cookie-banner filter lists hide or block by, in addresses and file names.
const filtered = /cookie|gdpr|ccpa|\bcmp\b|(consent|privacy)-?(banner|manager|bar|notice)|tracking|analytics/i;

test('no built file has a name that filter lists look for', () => {
  expect(filesUnder(dist).filter((file) => filtered.test(file))).toEqual([]);
});

test('nothing in the built files tells where they were built', () => {
  expect(filesUnder(dist).filter((file) => builtText(file).includes(root.slice(0, -1)))).toEqual([]);
});
