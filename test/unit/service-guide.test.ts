import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { page, pageFile } from '../../scripts/services-page.mjs';
import { readMarkup } from '../../src/audit/markup.ts';
import { ruleFinder } from '../../src/model/match.ts';
import { rulesOf } from '../../src/model/rules.ts';
import { serviceGuide, type ServiceGuide } from '../../src/services/guide/index.ts';
import { services } from '../../src/services/table.ts';
import type { ServiceConfig } from '../../src/api.ts';
import { textOf } from '../support/docs.ts';

const rows = Object.entries<ServiceConfig>(services);
const guide: [id: string, row: ServiceGuide][] = Object.entries(serviceGuide);
const rowOf = (id: string) => rows.find(([one]) => one === id)?.[1];
const finder = ruleFinder(rulesOf([], rows), 'site.example');

/** The elements in the markup of a row that load something or run. */
const loadersIn = ({ tagging }: ServiceGuide) =>
  readMarkup(tagging.html ?? '', new URL('https://site.example/')).loaders;

/** The addresses in the markup of a row, live or not. */
const addressesIn = (row: ServiceGuide) =>
  loadersIn(row).flatMap(({ attributes }) =>
    ['src', 'data-consent-src', 'data-consent-href'].flatMap((name) => attributes.get(name)?.value ?? []),
  );

test('the guide has the rows of the table, and no other', () => {
  expect(guide.map(([id]) => id).toSorted()).toEqual(rows.map(([id]) => id).toSorted());
});

test.each(guide)('%s has every field, in short sentences', (_id, row) => {
  expect(Object.keys(row).toSorted()).toEqual(['consentCall', 'depends', 'reason', 'tagging']);
  const { reason, tagging, consentCall, depends } = row;
  expect(reason).toMatch(/^[^.]+\.$/);
  expect(reason.length).toBeLessThanOrEqual(120);
  for (const text of [tagging.note, consentCall?.note, depends?.instead])
    if (text !== undefined) expect(text).toMatch(/\S.*[.…!)"]$/);
  if (tagging.html === undefined) expect(tagging.note).toMatch(/\S/);
});

const tagged = guide.filter(([, { tagging }]) => tagging.html !== undefined);

test.each(tagged)('%s: nothing of its markup runs or loads before its answer', (id, row) => {
  const loaders = loadersIn(row);
  expect(loaders.length).toBeGreaterThan(0);
  for (const { tag, attributes } of loaders) {
    expect(attributes.get('data-consent')?.value).toBe(id);
    if (tag === 'script') expect(attributes.get('type')?.value).toBe('text/plain');
    else for (const live of ['src', 'href']) expect(attributes.has(live)).toBe(false);
  }
});

test.each(tagged)('%s: the addresses of its markup are those that the table knows it by', (id, row) => {
  for (const address of addressesIn(row)) expect(finder(new URL(address))).toBe(id);
});

const inline = guide.flatMap(([id, row]) => {
  const code = loadersIn(row).flatMap((loader) => loader.code ?? []);
  const globals = rowOf(id)?.globals ?? [];
  return code.length > 0 && globals.length > 0 ? [{ id, code: code.join('\n'), globals }] : [];
});

test.each(inline)('$id: its inline script has one of the globals that the table knows it by', ({ code, globals }) => {
  expect(globals.filter((name) => code.includes(name))).not.toEqual([]);
});

test('what is necessary is left as it is, and nothing else is', () => {
  const necessary = rows.filter(([, { purposes }]) => purposes.includes('necessary')).map(([id]) => id);
  const untagged = guide.filter(([, { tagging }]) => tagging.kind === 'untagged').map(([id]) => id);
  expect(untagged.toSorted()).toEqual(necessary.toSorted());
});

describe('a consent call', () => {
  const calls = guide.flatMap(([id, { consentCall }]) => (consentCall ? [{ id, ...consentCall }] : []));

  test.each(calls)('of $id says something, in code that can be parsed', ({ granted, denied }) => {
    const code = [granted, denied].filter((one) => one !== undefined);
    expect(code.length).toBeGreaterThan(0);
    for (const one of code) expect(() => new Script(one)).not.toThrow();
  });

  test.each(calls.filter(({ source }) => source))('of $id has a source with the day of its reading', ({ source }) => {
    expect(new URL(source?.url ?? '').protocol).toBe('https:');
    expect(source?.read).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(new Date(source?.read ?? '').getTime()).not.toBeNaN();
  });
});

test('docs/services.md is made of the two tables; `npm run services` writes it anew', async () => {
  expect(textOf(pageFile)).toBe(await page());
});
