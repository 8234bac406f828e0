import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packed } from '../../scripts/build/packed-tables.mjs';
import { check } from '../../src/check/index.ts';
import { ruleFor } from '../../src/model/region.ts';
import { pack, unpack } from '../../src/regions/compact.ts';
import { recommended } from '../../src/regions/rules.ts';
import { regions, type RegionLaw } from '../../src/regions/table.ts';

const table: [string, RegionLaw][] = Object.entries(regions);
const codes = table.flatMap(([, row]) => row.regions);

const MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const EEA = [...MEMBERS, 'IS', 'LI', 'NO'];

/** The states with a law, and the first day of each; whether an opt-out signal binds there by the lists of 2026. */
const STATES: Readonly<Record<string, { name: string; inForce: string; isBinding?: boolean }>> = {
  'US-AL': { name: 'Alabama', inForce: '2027-05-01' },
  'US-CA': { name: 'California', inForce: '2020-01-01', isBinding: true },
  'US-CO': { name: 'Colorado', inForce: '2023-07-01', isBinding: true },
  'US-CT': { name: 'Connecticut', inForce: '2023-07-01', isBinding: true },
  'US-DE': { name: 'Delaware', inForce: '2025-01-01', isBinding: true },
  'US-FL': { name: 'Florida', inForce: '2024-07-01' },
  'US-IA': { name: 'Iowa', inForce: '2025-01-01' },
  'US-IN': { name: 'Indiana', inForce: '2026-01-01' },
  'US-KY': { name: 'Kentucky', inForce: '2026-01-01' },
  'US-LA': { name: 'Louisiana', inForce: '2027-01-01', isBinding: true },
  'US-MD': { name: 'Maryland', inForce: '2025-10-01', isBinding: true },
  'US-MN': { name: 'Minnesota', inForce: '2025-07-31', isBinding: true },
  'US-MT': { name: 'Montana', inForce: '2024-10-01', isBinding: true },
  'US-NE': { name: 'Nebraska', inForce: '2025-01-01', isBinding: true },
  'US-NH': { name: 'New Hampshire', inForce: '2025-01-01', isBinding: true },
  'US-NJ': { name: 'New Jersey', inForce: '2025-01-15', isBinding: true },
  'US-OK': { name: 'Oklahoma', inForce: '2027-01-01' },
  'US-OR': { name: 'Oregon', inForce: '2024-07-01', isBinding: true },
  'US-RI': { name: 'Rhode Island', inForce: '2026-01-01' },
  'US-TN': { name: 'Tennessee', inForce: '2025-07-01' },
  'US-TX': { name: 'Texas', inForce: '2024-07-01', isBinding: true },
  'US-UT': { name: 'Utah', inForce: '2023-12-31' },
  'US-VA': { name: 'Virginia', inForce: '2023-01-01' },
};

const rowOf = (code: string) => table.find(([, row]) => row.regions.includes(code))?.[1];
const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().startsWith(text);

describe.each(table)('%s', (id, row) => {
  test('is a row in full', () => {
    expect(id).toMatch(/^[a-zA-Z]+$/);
    expect(row.title).toMatch(/\S/);
    expect(row.regions.length).toBeGreaterThan(0);
    for (const code of row.regions) expect(code).toMatch(/^([A-Z]{2}(-[A-Z\d]{1,3})?|\*)$/);
    expect(['opt-in', 'opt-out', 'notice']).toContain(row.model);
    for (const signal of row.signals) expect(['dnt', 'gpc']).toContain(signal);
    expect(row.links).toContain('privacy-policy');
    if (row.optInUnder !== null) {
      expect(row.optInUnder).toBeGreaterThanOrEqual(12);
      expect(row.optInUnder).toBeLessThanOrEqual(18);
    }
    expect(typeof row.verified).toBe('boolean');
    expect(isDate(row.inForce)).toBe(true);
  });

  test('says of silence what its model does', () => {
    expect(row.silence).toBe(row.model === 'opt-in' ? 'denied' : 'allowed');
  });

  test('was gone through after its law began, or says when that will be', () => {
    expect(isDate(row.checked)).toBe(true);
    expect(Date.parse(row.checked)).toBeLessThanOrEqual(Date.now());
  });

  test('names its law, and where its words were read if it is verified', () => {
    if (row.regions[0] !== '*') expect(row.sources.length).toBeGreaterThan(0);
    for (const { law, url } of row.sources) {
      expect(law).toMatch(/\S/);
      if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
    }
    if (row.verified) expect(row.sources.every(({ url }) => url !== undefined)).toBe(true);
  });

  test('exempts nothing but appearance and measurement, and says within which limits', () => {
    for (const purpose of row.mayExempt) expect(['preferences', 'analytics']).toContain(purpose);
    if (row.mayExempt.length > 0) expect(row.note).toMatch(/\S/);
  });
});

test('the checker knows where something may be exempt', () => {
  const exempting = table.flatMap(([, row]) => (row.mayExempt.length > 0 ? (row.regions[0] ?? '') : []));
  const warned = [...EEA, 'GB', 'CH', 'BR', 'IN', 'US-CA'].filter((code) =>
    check({ policy: { url: '/privacy' }, regions: [{ regions: [code], exempt: ['analytics'] }] }).every(
      ({ field }) => field !== 'regions.0.exempt',
    ),
  );
  expect(warned.toSorted()).toEqual(exempting.toSorted());
});

test('no code stands in two rows', () => {
  expect(codes).toEqual([...new Set(codes)]);
});

test.each(codes.filter((code) => /^[A-Z]{2}$/.test(code)))('%s is a country', (code) => {
  expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)).toBeDefined();
});

test.each(EEA)('%s, in the European Economic Area, asks first', (code) => {
  expect(rowOf(code)).toMatchObject({ model: 'opt-in', silence: 'denied' });
});

test('beside the countries of the Area its rows name parts of France and Finland that have codes of their own', () => {
  const more = [...regions.eea.regions, ...regions.france.regions].filter((code) => !EEA.includes(code));
  expect(more.toSorted()).toEqual(['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT']);
});

test.each([
  { code: 'GB', title: 'United Kingdom', model: 'opt-in' },
  { code: 'CH', title: 'Switzerland', model: 'opt-in' },
  { code: 'BR', title: 'Brazil', model: 'opt-in' },
  { code: 'CA-QC', title: 'Quebec', model: 'opt-in' },
  { code: 'CA', title: 'Canada, without Quebec', model: 'opt-out' },
  { code: 'IN', title: 'India', model: 'opt-in' },
  { code: '*', title: 'Everywhere else', model: 'opt-in' },
])('$title: $model', ({ code, title, model }) => {
  expect(rowOf(code)).toMatchObject({ title, model });
});

test('the states of the USA with a law are these 23', () => {
  expect(codes.filter((code) => code.startsWith('US')).toSorted()).toEqual(Object.keys(STATES));
});

test.each(Object.entries(STATES))('%s: $name since $inForce', (code, { name, inForce, isBinding = false }) => {
  expect(rowOf(code)).toMatchObject({
    title: name,
    model: 'opt-out',
    inForce,
    signals: isBinding ? ['gpc'] : [],
  });
  expect(rowOf(code)?.links).toContain('privacy-choices');
});

test('the documentation names the rows that are verified, and no other', () => {
  const page = readFileSync(new URL('../../docs/regions.md', import.meta.url), 'utf8');
  const named = /\*\*Verified:\*\* ([^.]+)\./.exec(page)?.[1]?.split(', ') ?? [];
  const verified = table.flatMap(([, row]) => (row.verified ? row.title : []));
  expect(named.toSorted()).toEqual(verified.toSorted());
});

test('California asks for its links by name', () => {
  expect(rowOf('US-CA')?.links).toEqual([
    'privacy-policy',
    'privacy-choices',
    'do-not-sell-or-share',
    'limit-sensitive-data',
  ]);
});

describe('what is recommended', () => {
  const modelIn = (region: string | null) => ruleFor(region, recommended, 'notice').model;

  test.each(table.flatMap(([, { regions: named, model }]) => named.map((code) => ({ code, model }))))(
    'in $code: $model, as the table says',
    ({ code, model }) => {
      expect(modelIn(code)).toBe(model);
      if (code !== 'CA') expect(modelIn(`${code}-XX`)).toBe(model);
    },
  );

  test.each([null, '', 'XX', 'T1', 'US', 'US-', 'US-NY', 'USA', 'EU', 'us-ca', 'JP'])(
    'the strictest model for %s, whatever the configuration holds elsewhere',
    (region) => {
      expect(modelIn(region)).toBe('opt-in');
    },
  );

  test.each(['CA-ON', 'CA-', 'CA'])('opt-out in %s, which is Canada and not Quebec', (region) => {
    expect(modelIn(region)).toBe('opt-out');
  });

  test('exempts nothing by itself', () => {
    expect(recommended.flatMap(({ exempt = [] }) => exempt)).toEqual([]);
  });

  test('is a list that a configuration takes', () => {
    const errors = check({ policy: { url: '/privacy' }, regions: recommended }).filter(
      ({ level }) => level === 'error',
    );
    expect(errors).toEqual([]);
  });

  test('is what a build puts in the place of the table', async () => {
    expect(await packed('regions')).toBe(pack(regions));
    expect(unpack(await packed('regions'))).toEqual(recommended);
  });
});

test('a part that is stricter than its country comes before it', () => {
  const rows = {
    country: { regions: ['AA'], model: 'notice' as const },
    part: { regions: ['AA-B'], model: 'opt-out' as const },
    strict: { regions: ['AA-C', 'DD'], model: 'opt-in' as const },
  };
  expect(pack(rows).split('\n')).toEqual(['opt-in AA-C', 'opt-out AA-B', 'notice AA']);
});
