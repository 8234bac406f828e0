// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { check } from '../../src/check/index.ts';
import { createConsent } from '../../src/index.ts';
import { readConfig } from '../../src/model/config.ts';
import { encodeRecord } from '../../src/model/record.ts';
import { createInert } from '../../src/server.ts';
import { services as table } from '../../src/services/table.ts';
import { fromAttributes } from '../../src/tag-attributes.ts';
import type { Choice, CommsorConsent } from '../../src/api.ts';
import type { Chunks } from '../../src/lazy.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const named = { services: ['google-analytics', 'youtube'] };

/** A page whose table comes when the test says so. */
function openSlowly(traits: PageTraits = {}) {
  let arrive: (part: Chunks['services']) => void = () => undefined;
  const coming = new Promise<Chunks['services']>((resolve) => (arrive = resolve));
  return { ...openPage({ ...traits, chunks: { services: () => coming } }), arrive: () => arrive({ services: table }) };
}

function tagged(consent: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.setAttribute('data-consent', consent);
  script.text = `document.documentElement.dataset.ran = '${consent}'`;
  return script;
}

const allowedBy = (consent: CommsorConsent, ...names: string[]) => names.filter((name) => consent.allows(name));

describe('services that are named by their ids', () => {
  test('take the rows of the table, and no other row', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start(named);
    await page.pass();
    expect(consent.get().services).toEqual({ 'google-analytics': true, youtube: true });
    expect(consent.allows('hotjar')).toBe(false);
    await consent.show('preferences');
    const { config } = page.views.at(-1)?.context ?? {};
    expect([...(config?.services.values() ?? [])]).toEqual([
      { ...table['google-analytics'], id: 'google-analytics' },
      { ...table.youtube, id: 'youtube' },
    ]);
  });

  test('hold everything that is optional until the rows are there, and release it as soon as they are', async () => {
    const page = openSlowly({ cookie: accepted });
    const consent = page.start(named);
    await page.pass(60_000);
    expect(allowedBy(consent, 'necessary', 'analytics', 'marketing', 'google-analytics', '!hotjar')).toEqual([
      'necessary',
    ]);
    expect(consent.explain('google-analytics')).toEqual({ allowed: false, reason: 'unknown' });
    expect(page.shown.size).toBe(0);
    page.arrive();
    await page.pass();
    expect(allowedBy(consent, 'analytics', 'marketing', 'google-analytics', 'youtube')).toHaveLength(4);
    expect(page.shown.size).toBe(0);
  });

  test('are known as names at once, so that nothing is said of tags that wait for them', async () => {
    const page = openSlowly({ cookie: accepted, body: [tagged('youtube')] });
    page.start(named);
    await page.pass();
    expect(page.reported).toEqual([]);
  });

  test('keep the banner waiting, and what is called by the handle', async () => {
    const page = openSlowly();
    const consent = page.start(named);
    const shown = vi.fn<() => void>();
    void consent.show('preferences').then(shown);
    await page.pass(60_000);
    expect(page.views).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
    page.arrive();
    await page.pass();
    expect(shown).toHaveBeenCalledOnce();
  });

  test('load the table at once, and no part that a return visit does not need', async () => {
    const page = openPage({ cookie: accepted });
    page.start(named);
    await page.pass();
    expect(page.loaded[0]).toBe('services');
    expect(page.loaded).not.toContain('prompt');
  });

  test('and the table is loaded for nobody else', async () => {
    const page = openPage({ cookie: accepted });
    page.start({ services: { maps: { title: 'Maps', purposes: ['marketing'] } } });
    await page.pass();
    expect(page.loaded).not.toContain('services');
  });

  test('make `ready` wait for them', async () => {
    const page = openSlowly({ cookie: accepted });
    const consent = page.start(named);
    const ready = vi.fn<(services: unknown) => void>();
    void consent.ready.then(({ services }) => ready(services));
    await page.pass();
    expect(ready).not.toHaveBeenCalled();
    page.arrive();
    await page.pass();
    expect(ready).toHaveBeenCalledWith({ 'google-analytics': true, youtube: true });
  });

  test('are part of what was asked: one that is new is asked about', async () => {
    const page = openPage();
    const consent = page.start(named);
    await page.pass();
    await Promise.all([consent.grant(), page.pass()]);
    const again = await page.revisit(named);
    await page.pass();
    expect(allowedBy(again, 'analytics', 'marketing')).toEqual(['analytics', 'marketing']);
    const more = await page.revisit({ services: [...named.services, 'hotjar'] });
    await page.pass();
    expect(allowedBy(more, 'analytics', 'marketing')).toEqual(['marketing']);
    expect(page.views.at(-1)?.context.pending()).toEqual(['analytics']);
  });

  test('obey a signal before the rows are there', async () => {
    const page = openSlowly({ cookie: accepted, sends: ['dnt'] });
    const consent = page.start(named);
    expect(consent.explain('analytics')).toEqual({ allowed: false, reason: 'signal', signal: 'dnt' });
    expect(consent.get().status).toBe('decided');
  });

  test('ask only when the visitor is found too', async () => {
    let found: (region: string) => void = () => undefined;
    const page = openPage();
    page.start({ ...named, region: () => new Promise<string>((resolve) => (found = resolve)) });
    await page.pass();
    expect(page.views).toEqual([]);
    found('DE');
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
  });

  test('start nothing while the page is being prepared', async () => {
    const page = openPage({ isPrerendering: true });
    page.start(named);
    await page.pass();
    expect(page.loaded).toEqual([]);
  });
});

describe('a table that does not come', () => {
  const broken = {
    errors: ['chunk-failed'] as const,
    chunks: {
      services: () => {
        throw new Error('404');
      },
    },
  };

  test('is one error; the services stay denied, and the rest goes on', async () => {
    const page = openPage({ ...broken, cookie: accepted });
    const consent = page.start(named);
    await page.pass();
    expect(page.reported.map(({ message }) => message)).toEqual(['services: Error: 404']);
    expect(allowedBy(consent, 'analytics', 'marketing', 'google-analytics', 'youtube')).toEqual([
      'analytics',
      'marketing',
    ]);
  });

  test('leaves visitors a way to choose', async () => {
    const page = openPage(broken);
    page.start(named);
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
  });

  test('lets no answer to the service itself count', async () => {
    const page = openPage({ ...broken, cookie: encodeRecord(recordOf({ youtube: 'granted' })) });
    const consent = page.start(named);
    await page.pass();
    expect(consent.allows('youtube')).toBe(false);
  });
});

describe('an id without a row', () => {
  test('is one error that names the nearest, and stays denied', async () => {
    const page = openPage({ cookie: accepted, errors: ['config-invalid'] });
    const consent = page.start({ services: ['hotjr', 'youtube'] });
    await page.pass();
    expect(page.reported.map(({ message }) => message)).toEqual([
      'services.hotjr: there is no "hotjr" in the table of services; did you mean "hotjar"?',
    ]);
    expect(allowedBy(consent, 'hotjr', 'youtube')).toEqual(['youtube']);
  });

  test.each(['constructor', '__proto__', 'tostring'])('%s is none that the table has', async (id) => {
    const page = openPage({ cookie: accepted, errors: ['config-invalid'] });
    const consent = page.start({ services: [id] });
    await page.pass();
    expect(consent.allows(id)).toBe(false);
    expect(page.reported[0]?.message).toContain(`there is no "${id}" in the table of services`);
  });

  test('of purposes that the site does not have is said with what to do', () => {
    const input = {
      policy: { url: '/privacy' },
      purposes: { statistics: { title: 'Statistics' } },
      services: ['hotjar'],
    };
    expect(check(input, [], table)).toEqual([
      {
        level: 'error',
        field: 'services.hotjar',
        fix: 'serves "analytics", which you have no purpose for; write its row out, with purposes of yours',
      },
    ]);
    expect(readConfig(input, table).services.get('hotjar')?.purposes).toEqual([]);
  });

  test.each([
    {
      ids: ['analytics'],
      field: 'services.analytics',
      fix: 'a purpose has this name: name tools here, such as "hotjar"',
    },
    {
      ids: ['hotjar,'],
      field: 'services.hotjar,',
      fix: 'name it with a-z, 0-9, _ and - only, and separate ids by spaces',
    },
    { ids: [7], field: 'services', fix: 'must be an object, or a list of ids' },
  ])('$ids: $fix', ({ ids, field, fix }) => {
    const found = check({ policy: { url: '/privacy' }, services: ids });
    expect(found).toEqual([{ level: 'error', field, fix }]);
  });

  test('that cannot be a name is thrown by createConsent', () => {
    expect(() => createConsent({ policy: { url: '/privacy' }, services: ['Hot Jar'] })).toThrow(/services/);
  });
});

test.each([
  { written: 'google-analytics  hotjar\nyoutube', expected: ['google-analytics', 'hotjar', 'youtube'] },
  { written: 'hotjar', expected: ['hotjar'] },
  { written: '  ', expected: undefined },
  { written: undefined, expected: undefined },
])('data-services="$written" names $expected', ({ written, expected }) => {
  expect(fromAttributes({ policy: '/privacy', services: written }).services).toEqual(expected);
});

test('a server knows the names and allows none', () => {
  const consent = createInert(readConfig({ policy: { url: '/privacy' }, ...named }));
  expect(consent.get().services).toEqual({ 'google-analytics': false, youtube: false });
});
