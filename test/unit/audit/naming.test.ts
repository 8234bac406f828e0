import { describe, expect, test } from 'vitest';
import { isLibraryHost, keeperOf, serviceOf } from '../../../src/audit/naming.ts';
import { isThirdParty } from '../../../src/audit/party.ts';
import { hasPermission } from '../../../src/audit/permission.ts';
import { globalsOf, starterOf } from '../../../src/audit/starters.ts';

const idOf = (address: string) => serviceOf(new URL(address))?.id;

test.each([
  ['https://www.googletagmanager.com/gtag/js?id=G-1', 'google-analytics'],
  ['https://www.googletagmanager.com/gtm.js?id=GTM-1', 'google-tag-manager'],
  ['https://region1.google-analytics.com/g/collect', 'google-analytics'],
  ['https://www.facebook.com/tr?id=1', 'meta-pixel'],
  ['https://www.google.com/maps/embed?pb=1', 'google-maps'],
  ['https://not-hotjar.com/', undefined],
])('%s is %s', (address, id) => expect(idOf(address)).toBe(id));

test('a host tells its owner also where the path is none that the table has', () => {
  expect(idOf('https://connect.facebook.net/something-new')).toBe('meta-pixel');
});

test('a name that several services use is that of the one that was seen', () => {
  expect(keeperOf('cookie', '_pk_id.1', (id) => id === 'piwik-pro')?.id).toBe('piwik-pro');
  expect(keeperOf('cookie', '_ga_ABC', () => false)?.id).toBe('google-analytics');
  expect(keeperOf('local', '_hjActive', () => false)?.id).toBe('hotjar');
  expect(keeperOf('cookie', 'PHPSESSID', () => false)).toBeUndefined();
});

test('a host below a library’s host serves libraries too, one that only looks like it does not', () => {
  expect(isLibraryHost('maxcdn.bootstrapcdn.com')).toBe(true);
  expect(isLibraryHost('evilbootstrapcdn.com')).toBe(false);
});

test.each([
  ['https://static.example.co.uk/a', 'https://www.example.co.uk/', false],
  ['https://other.co.uk/a', 'https://example.co.uk/', true],
  ['https://alice.github.io/a', 'https://bob.github.io/', true],
  ['http://127.0.0.1:1/a', 'http://localhost:1/', true],
  ['wss://chat.example/socket', 'https://example.com/', true],
  ['data:text/plain,a', 'https://example.com/', false],
  // Where builders keep the files of a site, they are the site's own; what else they have is not.
  ['https://cdn.prod.website-files.com/1/css/site.css', 'https://example.com/', false],
  ['https://cdn.shopify.com/s/files/1/1.jpg', 'https://example.com/', false],
  ['https://i0.wp.com/example.com/1.jpg', 'https://example.com/', false],
  ['https://stats.wp.com/e-1.js', 'https://example.com/', true],
  ['https://monorail-edge.shopifysvc.com/v1', 'https://example.com/', true],
])('%s on %s is another site’s: %s', (address, home, expected) =>
  expect(isThirdParty(new URL(address), new URL(home))).toBe(expected),
);

describe('permission', () => {
  const analytics = serviceOf(new URL('https://www.hotjar.com/'));
  const allowed = (services: Record<string, boolean>, granted: boolean) => ({
    purposes: { necessary: true, analytics: granted, marketing: false },
    services,
  });

  test('without our tag there is some after Accept alone', () => {
    expect(hasPermission(analytics, 'accepted')).toBe(true);
    for (const phase of ['unanswered', 'rejected', 'withdrawn', 'gpc', 'dnt'] as const)
      expect(hasPermission(analytics, phase)).toBe(false);
  });

  test('our tag says it itself: by the service, else by its purposes, for strangers by all of them', () => {
    expect(hasPermission(analytics, 'unanswered', allowed({}, true))).toBe(true);
    expect(hasPermission(analytics, 'accepted', allowed({}, false))).toBe(false);
    expect(hasPermission(analytics, 'unanswered', allowed({ hotjar: false }, true))).toBe(false);
    expect(hasPermission(undefined, 'accepted', allowed({}, true))).toBe(false);
  });
});

test.each([
  ["hbspt.forms.create({ portalId: '1' });", 'hubspot-forms'],
  ['window.fbq && fbq("track", "Lead")', 'meta-pixel'],
  ['window["_paq"].push([1]);', 'matomo-cloud'],
  ['var notfbq = my.fbq(1); const fbqs = 2;', undefined],
])('%s starts %s', (code, id) => {
  expect(starterOf(code, ['hubspot-forms', 'meta-pixel', 'matomo-cloud'])).toBe(id);
  if (id) expect(globalsOf(id).length).toBeGreaterThan(0);
});
