// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import type { Choice, CommsorConsent, ConsentConfig, ConsentRecord, ConsentState } from '../../src/api.ts';
import { preferencesWords } from '../../src/ui/texts/en.ts';
import { configOf } from '../support/configurations.ts';
import { openPage } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const refused = encodeRecord(recordOf(everything('denied'), { event: 'refused' }));
const allowedIn = ({ purposes }: ConsentState) =>
  Object.keys(purposes)
    .filter((id) => purposes[id])
    .join(' ');

const isStored = (page: ReturnType<typeof openPage>) => page.jar.sets.length + localStorage.length > 0;

describe('a first visit', () => {
  test('allows what is necessary and nothing else, at once', () => {
    const consent = openPage().start({
      services: { maps: { title: 'Maps', purposes: ['marketing'] }, pay: { title: 'Pay', purposes: ['necessary'] } },
    });
    expect(consent.get()).toEqual({
      status: 'undecided',
      model: 'opt-in',
      region: null,
      signals: { dnt: false, gpc: false },
      record: null,
      purposes: { necessary: true, preferences: false, analytics: false, marketing: false },
      services: { maps: false, pay: true },
      decisions: {
        necessary: { allowed: true, reason: 'necessary' },
        preferences: { allowed: false, reason: 'default' },
        analytics: { allowed: false, reason: 'default' },
        marketing: { allowed: false, reason: 'default' },
        maps: { allowed: false, reason: 'default' },
        pay: { allowed: true, reason: 'necessary' },
      },
    });
  });

  test('asks, and the banner asks for every optional purpose', async () => {
    const page = openPage();
    page.start();
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    expect(page.views[0]?.context.pending()).toEqual(['preferences', 'analytics', 'marketing']);
  });

  test.each([
    { given: 'under opt-in', config: {} },
    { given: 'under opt-out', config: { model: 'opt-out' as const } },
    { given: 'under notice', config: { model: 'notice' as const } },
    { given: 'with DNT', config: {}, sends: ['dnt' as const] },
    { given: 'with GPC', config: {}, sends: ['gpc' as const] },
  ])('without an answer stores nothing, $given', async ({ config, sends }) => {
    const page = openPage({ sends });
    const consent = page.start(config);
    await page.pass();
    await consent.show('preferences');
    consent.hide();
    await page.pass(60_000);
    expect(isStored(page)).toBe(false);
  });

  test.each(['opt-out', 'notice'] as const)(
    'under %s starts with what the site wants, and asks all the same',
    async (model) => {
      const page = openPage();
      const consent = page.start({ model, purposes: { analytics: {}, marketing: { default: false } } });
      expect(consent.get()).toMatchObject({
        model,
        status: 'undecided',
        purposes: { necessary: true, analytics: true, marketing: false },
      });
      await page.pass();
      expect([...page.shown]).toEqual(['banner']);
    },
  );

  test('draws nothing of ours when the site draws it', async () => {
    const page = openPage();
    const consent = page.start({ ui: { headless: true } });
    await page.pass();
    expect(page.views).toEqual([]);
    expect(consent.get().status).toBe('undecided');
  });

  test('says in one error which fields are wrong, and asks all the same', async () => {
    const page = openPage({ errors: ['config-invalid'] });
    page.start({ policy: JSON.parse('{}'), model: JSON.parse('"optin"') });
    await page.pass();
    expect(
      page.reported.map(({ code, message }) => [code, message.split('\n').map((line) => line.split(':')[0])]),
    ).toEqual([['config-invalid', ['model', 'policy.url']]]);
    expect([...page.shown]).toEqual(['banner']);
  });
});

describe('a later visit', () => {
  test.each([
    { given: 'an accept', cookie: accepted, allowed: 'necessary preferences analytics marketing' },
    { given: 'a refusal', cookie: refused, allowed: 'necessary' },
    {
      given: 'a preset answer',
      cookie: `v=1&t=${NOW - 1}&granted=analytics&denied=preferences.marketing`,
      allowed: 'necessary analytics',
    },
  ])('after $given follows it at once and asks nothing', async ({ cookie, allowed }) => {
    const page = openPage({ cookie });
    const consent = page.start();
    expect(consent.get().status).toBe('decided');
    expect(allowedIn(consent.get())).toBe(allowed);
    expect(page.loaded).toEqual([]);
    await page.pass();
    expect(page.views).toEqual([]);
    expect(page.loaded).not.toContain('prompt');
    expect(page.jar.sets).toEqual([]);
  });

  test.each([
    { given: 'an accept', cookie: accepted },
    { given: 'a refusal', cookie: refused },
  ])('is asked again to the day when $given has expired', async ({ cookie }) => {
    const expiresAt = NOW + 100 * DAY;
    const page = openPage({ cookie });
    vi.setSystemTime(expiresAt - 1);
    expect(page.start().get().status).toBe('decided');
    vi.setSystemTime(expiresAt);
    const late = await page.revisit();
    expect(late.get().status).toBe('undecided');
    expect(allowedIn(late.get())).toBe('necessary');
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
  });

  test.each([
    '',
    'yes',
    'true',
    '{}',
    '[]',
    'v=2&t=1&granted=marketing',
    accepted.slice(0, 60),
    accepted.replace('v=1', 'v=9'),
    '%',
    'ü',
    '\u0000',
  ])('a damaged cookie, %j, is no choice', async (cookie) => {
    const page = openPage({ cookie });
    const consent = page.start();
    expect(consent.get()).toMatchObject({
      status: 'undecided',
      record: null,
      purposes: { analytics: false, marketing: false, preferences: false },
    });
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    void consent.grant();
    await page.pass();
    expect((await page.revisit()).get().status).toBe('decided');
  });
});

describe('a policy that moved', () => {
  const before: Partial<ConsentConfig> = { policy: { url: '/privacy', version: '1' } };
  const answeredBefore = (wanted: Partial<ConsentRecord> = {}) =>
    encodeRecord(
      recordOf(
        { analytics: 'granted', marketing: 'denied', preferences: 'granted' },
        { policyVersion: '1', ...wanted },
      ),
    );

  test('without words is told all the same, and asks nothing', async () => {
    const page = openPage({ cookie: answeredBefore() });
    page.start({ policy: { url: '/privacy', version: '2' } });
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    expect(page.views[0]?.context.pending()).toEqual([]);
  });

  test.each([
    { given: 'the site names no version any more', before: '1', now: {} },
    { given: 'the answer is older than the first version', before: '', now: { version: '1' } },
  ])('is not told where nobody knows that it moved: $given', async ({ before: known, now }) => {
    const page = openPage({ cookie: answeredBefore({ policyVersion: known }) });
    page.start({ policy: { url: '/privacy', ...now } });
    await page.pass();
    expect(page.views).toEqual([]);
  });

  test('with a sentence to say shows it, asks for nothing, and is told once', async () => {
    const moved = { policy: { url: '/privacy', version: '2', changes: 'We moved to Cork.' } };
    const page = openPage({ cookie: answeredBefore() });
    const consent = page.start(moved);
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    expect(page.views[0]?.context.pending()).toEqual([]);
    expect(allowedIn(consent.get())).toBe('necessary preferences analytics');
    void page.views[0]?.context.answer({}, 'banner');
    await page.pass();
    expect([...page.shown]).toEqual([]);
    expect(consent.get().record).toMatchObject({
      policyVersion: '2',
      choices: { analytics: 'granted', marketing: 'denied', preferences: 'granted' },
      expiresAt: NOW + 100 * DAY,
    });
    await page.revisit(moved);
    await page.pass();
    expect(page.views).toHaveLength(1);
  });

  test('asks for a purpose that is new, and keeps every other answer', async () => {
    const page = openPage({ cookie: answeredBefore() });
    const consent = page.start({
      ...before,
      purposes: { preferences: {}, analytics: {}, marketing: {}, research: { title: 'Research' } },
    });
    expect(consent.get().status).toBe('undecided');
    expect(allowedIn(consent.get())).toBe('necessary preferences analytics');
    await page.pass();
    expect(page.views[0]?.context.pending()).toEqual(['research']);
  });

  test('asks for a purpose that a service joined, and not for one that a service left', async () => {
    const services = (...ids: string[]) =>
      Object.fromEntries(ids.map((id) => [id, { title: id, purposes: ['analytics'] }]));
    const asked = configOf({ services: services('one', 'two') }).purposes.get('analytics');
    const cookie = answeredBefore({ revisions: { analytics: asked?.meanings.join('') ?? '' } });
    const page = openPage({ cookie });
    const fewer = page.start({ services: services('two') });
    expect(fewer.get().status).toBe('decided');
    const more = await page.revisit({ services: services('one', 'two', 'three') });
    expect(allowedIn(more.get())).toBe('necessary preferences');
    await page.pass();
    expect(page.views[0]?.context.pending()).toEqual(['analytics']);
  });
});

describe('a browser that sends a signal', () => {
  test.each(['dnt', 'gpc'] as const)(
    '%s answers for the visitor: decided, nothing asked, nothing allowed',
    async (signal) => {
      const page = openPage({ sends: [signal] });
      const consent = page.start();
      expect(consent.get()).toMatchObject({
        status: 'decided',
        signals: { dnt: signal === 'dnt', gpc: signal === 'gpc' },
      });
      expect(consent.explain('marketing')).toEqual({ allowed: false, reason: 'signal', signal });
      await expect(consent.decided).resolves.toBe(consent.get());
      await page.pass();
      expect(page.views).toEqual([]);
    },
  );

  test.each([
    { signal: 'dnt' as const, allowed: 'necessary' },
    { signal: 'gpc' as const, allowed: 'necessary' },
  ])('$signal wins at once over an earlier opt-in', ({ signal, allowed }) => {
    const consent = openPage({ cookie: accepted, sends: [signal] }).start();
    expect(allowedIn(consent.get())).toBe(allowed);
    expect(consent.get().status).toBe('decided');
  });

  test('GPC leaves an opt-in alone that was made under it', () => {
    const consent = openPage({
      cookie: encodeRecord(recordOf(everything('granted'), { signals: { dnt: false, gpc: true } })),
      sends: ['gpc'],
    }).start();
    expect(allowedIn(consent.get())).toBe('necessary preferences analytics marketing');
  });

  test('GPC for one purpose leaves the others to be asked', async () => {
    const page = openPage({ sends: ['gpc'] });
    page.start({ signals: { gpc: { applies: ['marketing'] } } });
    await page.pass();
    expect(page.views[0]?.context.pending()).toEqual(['preferences', 'analytics']);
  });

  test('is read once: what the page does to it later changes nothing', () => {
    const consent = openPage({ sends: ['dnt'] }).start();
    Object.defineProperty(navigator, 'doNotTrack', { value: '0', configurable: true });
    expect(consent.get().signals.dnt).toBe(true);
    expect(consent.allows('marketing')).toBe(false);
  });
});

describe('where the visitor is', () => {
  const regions: ConsentConfig['regions'] = [
    { regions: ['DE'], model: 'opt-in' },
    { regions: ['US'], model: 'opt-out' },
  ];

  test.each([
    { region: 'DE', model: 'opt-in' },
    { region: 'US-CA', model: 'opt-out' },
    { region: 'BR', model: 'notice' },
  ])('in the configuration, $region: $model, at once', ({ region, model }) => {
    const page = openPage();
    const consent = page.start({ model: 'notice', regions, region });
    expect(consent.get()).toMatchObject({ model, region });
    expect(page.loaded).not.toContain('locate');
  });

  const meta = '<meta name="commsor-region" content="US-CA">';

  test.each<{ given: string; head?: string; body?: string; cookie?: string; region: string | null; model: string }>([
    { given: 'nothing', region: null, model: 'notice' },
    { given: 'a <meta> in the head', head: meta, region: 'US-CA', model: 'opt-out' },
    { given: 'one in the body, which visitors may write', body: meta, region: null, model: 'notice' },
    { given: 'a cookie', cookie: 'commsor_region=de-by', region: 'DE-BY', model: 'opt-in' },
    { given: 'both', head: meta, cookie: 'commsor_region=DE', region: 'US-CA', model: 'opt-out' },
    {
      given: 'an empty <meta> and a cookie',
      head: meta.replace('US-CA', ''),
      cookie: 'commsor_region=DE',
      region: 'DE',
      model: 'opt-in',
    },
  ])(
    'where the configuration does not say, $given: $model',
    async ({ head = '', body = '', cookie, region, model }) => {
      const page = openPage();
      document.head.insertAdjacentHTML('beforeend', head);
      document.body.insertAdjacentHTML('beforeend', body);
      onTestFinished(() => document.head.querySelector('[name="commsor-region"]')?.remove());
      if (cookie) page.jar.put(cookie);
      const consent = page.start({ model: 'notice', regions });
      expect(consent.get()).toMatchObject({ model: 'opt-in', region: null });
      expect(page.views).toEqual([]);
      await page.pass();
      expect(consent.get()).toMatchObject({ model, region });
      expect([...page.shown]).toEqual(['banner']);
    },
  );

  test('a function that does not know leaves it to the page', async () => {
    const page = openPage();
    page.jar.put('commsor_region=US');
    const consent = page.start({ regions, region: () => undefined });
    await page.pass();
    expect(consent.get()).toMatchObject({ model: 'opt-out', region: 'US' });
  });

  test('what a server answers may end with a line, and be in small letters', async () => {
    const page = openPage();
    const consent = page.start({ regions, region: async () => 'us-ca\n' });
    await page.pass();
    expect(consent.get()).toMatchObject({ model: 'opt-out', region: 'US-CA' });
  });

  test.each([
    { region: 'US-CA', model: 'opt-out', allowed: 'necessary preferences analytics marketing' },
    { region: 'CA-QC', model: 'opt-in', allowed: 'necessary' },
    { region: 'XX', model: 'opt-in', allowed: 'necessary' },
  ])('what is recommended in $region: $model, as soon as the table has come', async ({ region, model, allowed }) => {
    const page = openPage();
    const consent = page.start({ model: 'notice', regions: 'recommended', region });
    expect(consent.get().model).toBe('opt-in');
    expect(allowedIn(consent.get())).toBe('necessary');
    await page.pass();
    expect(consent.get()).toMatchObject({ model, region });
    expect(allowedIn(consent.get())).toBe(allowed);
    expect([...page.shown]).toEqual(['banner']);
  });

  test('what is recommended stays when the rows of services come later', async () => {
    const page = openPage();
    const consent = page.start({ regions: 'recommended', region: 'US-CA', services: ['hotjar'] });
    await page.pass();
    expect(consent.get()).toMatchObject({ model: 'opt-out', services: { hotjar: true } });
  });

  test('where the table does not come, the strictest model holds, and there is a way to choose', async () => {
    const locate = () => {
      throw new Error('404');
    };
    const page = openPage({ errors: ['chunk-failed'], chunks: { locate } });
    const consent = page.start({ model: 'opt-out', regions: 'recommended', region: 'US-CA' });
    await page.pass();
    expect(page.reported.map(({ message }) => message)).toEqual(['locate: Error: 404']);
    expect(consent.get().model).toBe('opt-in');
    expect([...page.shown]).toEqual(['banner']);
  });

  test('nobody else loads what finds it out', async () => {
    const page = openPage();
    page.start({ model: 'opt-out', region: 'US-CA' });
    await page.pass();
    expect(page.loaded).not.toContain('locate');
  });

  test.each<{
    given: string;
    find: () => string | undefined | Promise<string | undefined>;
    region: string | null;
    model: string;
  }>([
    { given: 'a function', find: () => 'US', region: 'US', model: 'opt-out' },
    { given: 'a promise', find: async () => 'US', region: 'US', model: 'opt-out' },
    { given: 'a function that does not know', find: () => undefined, region: null, model: 'notice' },
    {
      given: 'a promise of something else',
      find: async () => JSON.parse('{"country":"US"}'),
      region: null,
      model: 'notice',
    },
  ])('$given is asked; until it has answered the strictest model holds', async ({ find, region, model }) => {
    const page = openPage();
    const consent = page.start({ model: 'notice', regions, region: find });
    const changes: [ConsentState, string][] = [];
    consent.on('change', (state, { cause }) => changes.push([state, cause]));
    expect(consent.get()).toMatchObject({ model: 'opt-in', region: null, purposes: { analytics: false } });
    await page.pass();
    expect(consent.get()).toMatchObject({ model, region, purposes: { analytics: true } });
    expect(changes.map(([state, cause]) => [state.model, cause])).toEqual([
      ['opt-in', 'start'],
      [model, 'start'],
    ]);
    expect([...page.shown]).toEqual(['banner']);
  });

  test.each([
    {
      given: 'throws',
      find: () => {
        throw new Error('no network');
      },
    },
    {
      given: 'fails',
      find: async () => {
        throw new Error('no network');
      },
    },
  ])('a function that $given is reported, and the default model applies', async ({ find }) => {
    const page = openPage({ errors: ['region-failed'] });
    const consent = page.start({ regions, region: find });
    await page.pass();
    expect(page.reported.map(({ code }) => code)).toEqual(['region-failed']);
    expect(consent.get()).toMatchObject({ model: 'opt-in', region: null });
    expect([...page.shown]).toEqual(['banner']);
  });

  test('a promise that never comes leaves the strictest model, and a way to choose', async () => {
    const page = openPage();
    const consent = page.start({ model: 'opt-out', region: () => new Promise(() => undefined) });
    await page.pass();
    expect(consent.get().model).toBe('opt-in');
    void consent.deny();
    await page.pass();
    expect(consent.get().status).toBe('decided');
  });

  test('a stored answer does not wait for it', () => {
    const consent = openPage({ cookie: accepted }).start({ region: async () => 'DE' });
    expect(consent.allows('marketing')).toBe(true);
  });
});

describe('purposes that the law of a place exempts', () => {
  const site: Partial<ConsentConfig> = { regions: [{ regions: ['GB'], exempt: ['analytics'] }], region: 'GB' };

  test('start allowed, are not asked about, and say why', async () => {
    const page = openPage();
    const consent = page.start(site);
    expect(consent.explain('analytics')).toEqual({ allowed: true, reason: 'exempt' });
    await page.pass();
    expect(page.views.at(-1)?.context.pending()).toEqual(['preferences', 'marketing']);
  });

  test('bring no banner where nothing else is asked', async () => {
    const page = openPage();
    const consent = page.start({ ...site, purposes: { analytics: {} } });
    await page.pass();
    expect(consent.get().status).toBe('decided');
    expect(page.views).toEqual([]);
    expect(isStored(page)).toBe(false);
  });

  test('start nowhere else', () => {
    const consent = openPage().start({ ...site, region: 'DE' });
    expect(consent.explain('analytics')).toEqual({ allowed: false, reason: 'default' });
  });

  test('can be objected to, for ever', async () => {
    const page = openPage();
    const consent = page.start(site);
    await Promise.all([consent.object(['analytics']), page.pass()]);
    expect(consent.get().record?.event).toBe('objected');
    expect(consent.explain('analytics')).toMatchObject({ allowed: false, reason: 'objection' });
    const again = await page.revisit(site);
    expect(again.explain('analytics')).toMatchObject({ allowed: false, reason: 'objection' });
    await expect(again.object(['marketing'])).rejects.toThrow(TypeError);
  });

  test('are not exempt for a minor', () => {
    expect(
      openPage()
        .start({ ...site, audience: 'minor' })
        .explain('analytics').allowed,
    ).toBe(false);
  });
});

describe('a minor', () => {
  const site: Partial<ConsentConfig> = { model: 'opt-out', onWithdraw: 'keep' };

  test.each<{ given: string; audience: unknown; model: string; errors?: 'listener-failed'[] }>([
    { given: 'by name', audience: 'minor', model: 'opt-in' },
    { given: 'by a function', audience: () => 'minor', model: 'opt-in' },
    { given: 'by a slip of the pen', audience: 'minors', model: 'opt-in' },
    {
      given: 'by a function that throws',
      audience: () => {
        throw new Error('no account');
      },
      model: 'opt-in',
      errors: ['listener-failed'],
    },
    { given: 'not by a function that says nothing', audience: () => undefined, model: 'opt-out' },
    { given: 'not by silence', audience: undefined, model: 'opt-out' },
  ])('$given: $model', async ({ audience, model, errors }) => {
    // A configuration of a page is any text or function.
    const wanted = Object.assign({}, site, { audience });
    const isSlip = audience === 'minors';
    const page = openPage({ errors: errors ?? (isSlip ? ['config-invalid'] : []) });
    const consent = page.start(wanted);
    expect(consent.get().model).toBe(model);
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
  });

  test.each(['US-CA', 'CH', 'XX'])('is asked first in %s, whatever its law', async (region) => {
    const page = openPage();
    const consent = page.start({ audience: 'minor', regions: 'recommended', region });
    await page.pass();
    expect(consent.get()).toMatchObject({ model: 'opt-in', region });
  });

  test('is asked once: news bring no banner', async () => {
    const page = openPage();
    const consent = page.start({ ...site, audience: 'minor', purposes: { analytics: {} } });
    await page.pass();
    await Promise.all([consent.deny(), page.pass()]);
    const shownBefore = page.views.length;
    const more = { ...site, audience: 'minor' as const, purposes: { analytics: {}, marketing: {} } };
    const again = await page.revisit(more);
    await page.pass();
    expect(again.get()).toMatchObject({ status: 'undecided', purposes: { analytics: false, marketing: false } });
    expect(page.views).toHaveLength(shownBefore);
    await Promise.all([again.show('preferences'), page.pass()]);
    expect([...page.shown]).toEqual(['preferences']);
  });
});

describe('those who wait', () => {
  test('`ready` comes with the state, `decided` only with an answer', async () => {
    const page = openPage();
    const consent = page.start();
    let decided: ConsentState | null = null;
    void consent.decided.then((state) => (decided = state));
    expect(await consent.ready).toMatchObject({ status: 'undecided' });
    await page.pass();
    expect(decided).toBeNull();
    void consent.deny();
    await page.pass();
    expect(decided).toMatchObject({ status: 'decided' });
  });

  test(
    'functions in the queue are called with the handle, those that come later at once, and one that throws stops ' +
      'no other',
    async () => {
      const page = openPage({ errors: ['listener-failed'] });
      const called: [string, CommsorConsent][] = [];
      const note = (name: string) => (consent: CommsorConsent) => void called.push([name, consent]);
      (window.commsorConsentReady ??= []).push(note('first'));
      window.commsorConsentReady.push(() => {
        throw new Error('broken');
      });
      window.commsorConsentReady.push(note('second'), note('third'));
      const consent = page.start();
      expect(called.map(([name]) => name)).toEqual(['first', 'second', 'third']);
      window.commsorConsentReady.push(note('late'));
      expect(called.map(([name]) => name)).toEqual(['first', 'second', 'third', 'late']);
      expect(called.every(([, given]) => given === consent)).toBe(true);
      await page.pass();
      expect(window.commsorConsent).toBe(consent);
    },
  );

  test('a page that is only prepared asks nobody until a visitor comes', async () => {
    const page = openPage({ isPrerendering: true });
    page.start();
    await page.pass();
    expect(page.loaded).toEqual([]);
    document.dispatchEvent(new Event('prerenderingchange'));
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    document.dispatchEvent(new Event('prerenderingchange'));
    await page.pass();
    expect(page.views).toHaveLength(1);
  });

  test('the guard of untagged tags stands in a page that is only prepared', async () => {
    const nothing = () => undefined;
    const guardPage = vi.fn(() => ({ reports: [], stop: nothing }));
    const page = openPage({ isPrerendering: true, chunks: { guard: () => ({ guardPage, start: () => nothing }) } });
    page.start({ block: [] });
    await page.pass();
    expect(page.loaded).toEqual(['guard']);
    document.dispatchEvent(new Event('prerenderingchange'));
    await page.pass();
    expect(guardPage).toHaveBeenCalledOnce();
  });
});

describe('a part that does not load', () => {
  const missing = (): never => {
    throw new Error('404');
  };

  test('is reported by name, grants nothing, and is tried again', async () => {
    let isThere = false;
    const page = openPage({
      errors: ['chunk-failed'],
      chunks: {
        preferences: () => (isThere ? { mount: () => () => undefined, english: preferencesWords } : missing()),
      },
    });
    const consent = page.start();
    const shows: string[] = [];
    consent.on('show', (view) => shows.push(view));
    await page.pass();
    void consent.show('preferences');
    await page.pass();
    expect(page.reported[0]).toMatchObject({ code: 'chunk-failed' });
    expect(page.reported[0]?.message).toMatch(/^preferences/);
    expect(allowedIn(consent.get())).toBe('necessary');
    isThere = true;
    void consent.show('preferences');
    await page.pass();
    expect(shows.at(-1)).toBe('preferences');
  });

  test('a language that is missing is reported once a try, and the answer still counts', async () => {
    const page = openPage({ errors: ['chunk-failed'], chunks: { 'texts/de': missing } });
    const consent = page.start({ language: 'de' });
    await page.pass();
    expect(page.views.map(({ context }) => context.language.tag)).toEqual(['en']); // There is always a way to choose.
    void consent.grant(['analytics']);
    await page.pass();
    expect(consent.allows('analytics')).toBe(true);
    expect(new Set(page.reported.map(({ code }) => code))).toEqual(new Set(['chunk-failed']));
  });
});
