import { describe, expect, test } from 'vitest';
import { matchesAddress, ruleFinder } from '../../src/model/match.ts';
import { rulesOf } from '../../src/model/rules.ts';
import { advertising } from '../../src/services/advertising.ts';
import { analytics } from '../../src/services/analytics.ts';
import { conversations } from '../../src/services/conversations.ts';
import { embeds } from '../../src/services/embeds.ts';
import { packed } from '../../scripts/build/packed-tables.mjs';
import { pack, unpack } from '../../src/services/compact.ts';
import { services } from '../../src/services/table.ts';
import { unverified } from '../../src/services/unverified.ts';
import type { ServiceConfig } from '../../src/api.ts';

const table: [string, ServiceConfig][] = Object.entries(services);
const patterns = table.flatMap(([id, { match = [], purposes }]) =>
  match.map((pattern) => ({ id, pattern, purpose: purposes.join(' ') })),
);

/** An address that `pattern` is about. */
const example = (pattern: string) =>
  new URL(`https://${pattern.includes('/') ? pattern.replaceAll('*', 'x') : `${pattern}/`}`);

test('at least 200 services, each under one id', () => {
  const parts = [analytics, advertising, embeds, conversations].flatMap((part) => Object.keys(part));
  expect(table.length).toBeGreaterThanOrEqual(200);
  expect(parts.toSorted()).toEqual(Object.keys(services).toSorted());
});

test.each(table)('%s is an entry that a configuration takes', (id, service) => {
  expect(id).toMatch(/^[a-z0-9_-]+$/);
  expect(['necessary', 'preferences', 'analytics', 'marketing']).not.toContain(id);
  expect(service.title).toMatch(/\S/);
  expect(service.provider).toMatch(/\S/);
  expect(service.purposes.length).toBeGreaterThan(0);
  for (const purpose of service.purposes)
    expect(['necessary', 'preferences', 'analytics', 'marketing']).toContain(purpose);
  if (service.policyUrl) expect(new URL(service.policyUrl).protocol).toBe('https:');
  if (service.country?.length === 2)
    expect(new Intl.DisplayNames('en', { type: 'region' }).of(service.country)).not.toBe(service.country);
  expect(service.match?.length).toBeGreaterThan(0);
});

test.each(patterns)('$id: $pattern is a host, or a host and the start of a path', ({ pattern }) => {
  expect(pattern).toMatch(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(\/\S*)?$/);
});

test.each(patterns)('no service of other purposes loads from $pattern', ({ pattern, purpose }) => {
  const others = table.filter(([, service]) => service.purposes.join(' ') !== purpose);
  expect(ruleFinder(rulesOf([], others), 'example.com')(example(pattern))).toBeUndefined();
});

/**
 * Patterns that fit addresses of another service with the same purposes, which has the longer pattern and so wins.
 * Where purposes differ there is none, see above.
 */
const OVERLAPS = [
  'google-ad-manager doubleclick.net > google-ads googleads.g.doubleclick.net',
  'google-ad-manager doubleclick.net > google-campaign-manager fls.doubleclick.net',
];

test('a host has one service, but for the overlaps that are told', () => {
  const overlaps = patterns.flatMap((wide) =>
    patterns
      .filter(({ id, pattern }) => id !== wide.id && matchesAddress(wide.pattern, example(pattern)))
      .map((narrow) => `${wide.id} ${wide.pattern} > ${narrow.id} ${narrow.pattern}`),
  );
  expect(overlaps.toSorted()).toEqual(OVERLAPS);
});

const names = table.flatMap(([id, { cookies = [], storageKeys = {} }]) =>
  [
    ...cookies.map((cookie) => (typeof cookie === 'string' ? cookie : cookie.name)),
    ...Object.values(storageKeys).flat(),
  ].map((name) => ({ id, name })),
);

test.each(names)("$id: $name takes only what is the service's", ({ name }) => {
  expect(name.replaceAll('*', '').length).toBeGreaterThanOrEqual(3);
  const own = [
    'session',
    'PHPSESSID',
    'csrftoken',
    'JSESSIONID',
    'cart',
    'lang',
    'token',
    'commsor_consent',
    'wordpress_logged_in_1',
    '_shopify_y',
    '__Host-id',
    '__cf_bm',
  ];
  const [start = '', ...rest] = name.split('*');
  expect(own.filter((cookie) => (rest.length ? cookie.startsWith(start) : cookie === name))).toEqual([]);
});

test.each([
  ['https://www.googletagmanager.com/gtag/js?id=G-ABC123', 'google-analytics'],
  ['https://www.googletagmanager.com/gtag/js?id=GT-ABC123', 'google-analytics'],
  ['https://www.googletagmanager.com/gtag/js?id=UA-1234-1', 'google-analytics'],
  ['https://www.googletagmanager.com/gtag/js?id=AW-123', 'google-ads'],
  ['https://www.googletagmanager.com/gtag/js?id=DC-123', 'google-campaign-manager'],
  ['https://widgets.leadconnectorhq.com/loader.js', 'leadconnector'],
  ['https://link.msgsndr.com/js/form_embed.js', 'leadconnector'],
  ['https://widget.treatwell.de/salon/1/', 'treatwell'],
  ['https://cdn.iubenda.com/cs/iubenda_cs.js', 'iubenda'],
  ['https://app.tianji.dev/tracker.js', 'tianji'],
  ['https://va.vercel-scripts.com/v1/script.js', 'vercel-analytics'],
  ['https://www.googleoptimize.com/optimize.js?id=OPT-1', 'google-optimize'],
  ['https://accounts.google.com/gsi/client', 'google-sign-in'],
  ['https://a.omappapi.com/app/js/api.min.js', 'optinmonster'],
  ['https://js.qualified.com/qualified.js?token=1', 'qualified'],
  ['https://play.vidyard.com/embed/v4.js', 'vidyard'],
  ['https://leadbooster-chat.pipedrive.com/assets/loader.js', 'pipedrive'],
  ['https://substackapi.com/widget.js', 'substack'],
  ['https://salesiq.zohopublic.in/widget?wc=1', 'zoho-salesiq'],
  ['https://js.hs-banner.com/v2/1/banner.js', 'hubspot-banner'],
  ['https://fonts.googleapis.com/css2?family=Inter', 'google-fonts'],
  ['https://www.googletagmanager.com/gtm.js?id=GTM-ABC', 'google-tag-manager'],
  ['https://region1.google-analytics.com/g/collect?v=2', 'google-analytics'],
  ['https://connect.facebook.net/en_US/fbevents.js', 'meta-pixel'],
  ['https://connect.facebook.net/de_DE/sdk.js', 'facebook'],
  ['https://www.facebook.com/tr?id=1&ev=PageView', 'meta-pixel'],
  ['https://www.youtube-nocookie.com/embed/abc', 'youtube'],
  ['https://www.google.com/recaptcha/api.js', 'recaptcha'],
  ['https://www.google.com/maps/embed?pb=1', 'google-maps'],
  ['https://static.hotjar.com/c/hotjar-1.js', 'hotjar'],
  ['https://eu-assets.i.posthog.com/static/array.js', 'posthog'],
  ['https://px.ads.linkedin.com/collect', 'linkedin-insight'],
  ['https://www.google.com/search', undefined],
  ['https://www.gstatic.com/charts/loader.js', undefined],
])('%s belongs to %s', (url, id) => {
  expect(ruleFinder(rulesOf([], table), 'example.com')(new URL(url))).toBe(id);
});

test.each(table.filter(([, { globals }]) => globals))('%s: a script that starts it has one of its names', (_, row) => {
  for (const name of row.globals ?? []) expect(name).toMatch(/^[\w$]+(\.[\w$]+)*$/);
});

test('each row that nobody has checked is a row, and is told once', () => {
  expect(unverified.filter((id) => !Object.hasOwn(services, id))).toEqual([]);
  expect(new Set(unverified).size).toBe(unverified.length);
});

describe('the table in few bytes', () => {
  test('has the purposes, the hosts and the globals of every row', () => {
    const expected = table.map(([id, { purposes, match, globals = [] }]) => [
      id,
      { title: id, purposes, match, globals },
    ]);
    expect(unpack(pack(services))).toEqual(Object.fromEntries(expected));
    const row = { title: 'x', purposes: ['analytics', 'marketing'], match: ['x.example/a'], globals: ['_x', 'x.y'] };
    expect(unpack(pack({ x: row }))).toEqual({ x: row });
  });

  test('is what the build puts in the place of src/services/hosts.ts', async () => {
    expect(await packed('services')).toBe(pack(services));
  });
});
