// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import type { Choice, CommsorConsent, ConsentConfig, ConsentEvent, ConsentState } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const config: Partial<ConsentConfig> = {
  onWithdraw: 'keep',
  services: {
    maps: { title: 'Maps', purposes: ['marketing'] },
    heat: { title: 'Heat', purposes: ['analytics', 'marketing'] },
  },
};
const objectable: Partial<ConsentConfig> = {
  onWithdraw: 'keep',
  purposes: {
    analytics: {},
    security: { title: 'Security', legalBasis: 'legitimate-interest' },
    research: { title: 'Research', legalBasis: 'legitimate-interest' },
  },
};
const allowedIn = ({ purposes, services }: ConsentState) =>
  Object.entries({ ...purposes, ...services })
    .filter(([, is]) => is)
    .map(([id]) => id)
    .join(' ');
const storedIn = (page: ReturnType<typeof openPage>) =>
  page.jar.all('commsor_consent').map(({ value }) => decodeRecord(value, Date.now()));

/** The state after `act`, when everything that follows from it has happened. */
async function after(page: ReturnType<typeof openPage>, act: () => Promise<ConsentState>): Promise<ConsentState> {
  const result = act();
  await page.pass();
  return result;
}

describe('an answer', () => {
  test.each<{ act: string; call: (consent: CommsorConsent) => Promise<ConsentState>; allowed: string; status: string }>(
    [
      {
        act: 'grant()',
        call: (consent) => consent.grant(),
        allowed: 'necessary preferences analytics marketing maps heat',
        status: 'decided',
      },
      {
        act: 'grant of one purpose',
        call: (consent) => consent.grant(['analytics']),
        allowed: 'necessary analytics',
        status: 'undecided',
      },
      {
        act: 'grant of a service',
        call: (consent) => consent.grant(['heat']),
        allowed: 'necessary heat',
        status: 'undecided',
      },
      {
        act: 'grant of a purpose and refusal of its service',
        call: async (consent) =>
          [await consent.grant(['marketing']), await consent.deny(['maps'])].at(-1) ?? consent.get(),
        allowed: 'necessary marketing',
        status: 'undecided',
      },
      {
        act: 'grant of a service and then refusal of its purpose',
        call: async (consent) =>
          [await consent.grant(['maps']), await consent.deny(['marketing'])].at(-1) ?? consent.get(),
        allowed: 'necessary',
        status: 'undecided',
      },
      { act: 'grant of nothing', call: (consent) => consent.grant([]), allowed: 'necessary', status: 'undecided' },
      {
        act: 'grant of what is necessary',
        call: (consent) => consent.grant(['necessary']),
        allowed: 'necessary',
        status: 'undecided',
      },
      { act: 'deny()', call: (consent) => consent.deny(), allowed: 'necessary', status: 'decided' },
      {
        act: 'deny of what is necessary',
        call: (consent) => consent.deny(['necessary']),
        allowed: 'necessary',
        status: 'undecided',
      },
      { act: 'withdraw()', call: (consent) => consent.withdraw(), allowed: 'necessary', status: 'decided' },
    ],
  )('$act allows $allowed', async ({ call, allowed, status }) => {
    const page = openPage();
    const consent = page.start(config);
    const outcome = call(consent);
    await page.pass(900);
    const state = await outcome;
    expect(allowedIn(state)).toBe(allowed);
    expect(state.status).toBe(status);
    expect(consent.get()).toBe(state);
    const [stored] = storedIn(page);
    expect(stored ?? null).toEqual(state.record);
  });

  test('is kept: the next visit starts with it', async () => {
    const page = openPage();
    const consent = page.start(config);
    const { record } = await after(page, () => consent.grant(['analytics', 'marketing']));
    const later = await page.revisit(config);
    expect(later.get().record).toEqual(record);
    expect(allowedIn(later.get())).toBe('necessary analytics marketing maps heat');
  });

  test('is kept at once, before anything is painted: it outlives a click that leads away', async () => {
    const page = openPage();
    page.start(config);
    await page.pass();
    const answered = page.views[0]?.context.answer(everything('granted'), 'banner').catch(() => 'gone');
    expect(answered).toBeDefined();
    await vi.advanceTimersByTimeAsync(0);
    expect(storedIn(page)).toHaveLength(1);
  });

  test('is taken and kept in the task of the click, whatever else is still on its way', async () => {
    const page = openPage({ chunks: { idle: () => new Promise(() => undefined) } });
    const consent = page.start(config);
    await page.pass();
    void page.views[0]?.context.answer(everything('granted'), 'banner');
    expect(page.shown.size).toBe(0);
    expect(storedIn(page)).toHaveLength(1);
    expect(consent.get().record?.choices).toEqual(everything('granted'));
    await page.pass();
    expect(page.views).toHaveLength(1);
  });

  test('whose part does not load is said, and can be given when it does', async () => {
    let isThere = false;
    const page = openPage({ errors: ['chunk-failed'] });
    const { prompt } = page.fakes;
    page.fakes.prompt = () => (isThere && prompt ? prompt() : Promise.reject(new Error('404')));
    const consent = page.start(config);
    await page.pass();
    await expect(consent.deny()).rejects.toThrow('404');
    expect(page.reported).toContainEqual(expect.objectContaining({ code: 'chunk-failed' }));
    isThere = true;
    void consent.deny();
    await page.pass();
    expect(consent.get().record?.choices).toEqual(everything('denied'));
  });

  test('takes the banner off the screen before anyone is told and any tag runs', async () => {
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    const told: string[] = [];
    consent.on('change', (_, { cause }) => void told.push(`${cause}: ${page.shown.size} views`));
    void page.views[0]?.context.answer(everything('denied'), 'banner');
    await page.pass();
    expect(told).toEqual(['start: 1 views', 'choice: 0 views']);
  });

  test('says how and in which language it was asked', async () => {
    const page = openPage();
    document.documentElement.lang = 'de-AT';
    const consent = page.start(config);
    await page.pass();
    void page.views[0]?.context.answer(everything('denied'), 'banner');
    await page.pass();
    expect(consent.get().record).toMatchObject({ method: 'banner', language: 'de', givenAt: expect.closeTo(NOW, -4) });
    await after(page, () => consent.grant());
    expect(consent.get().record).toMatchObject({ method: 'api' });
  });

  test('that leaves part of the question open keeps the banner', async () => {
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    await after(page, () => consent.grant(['analytics']));
    expect([...page.shown]).toEqual(['banner']);
    await after(page, () => consent.deny(['marketing', 'preferences']));
    expect(page.shown.size).toBe(0);
  });

  test('through a view that closes without one asks again', async () => {
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    page.views[0]?.context.open('preferences');
    await page.pass();
    expect([...page.shown]).toEqual(['preferences']);
    page.views[1]?.context.close();
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    expect(consent.get().record).toBeNull();
  });

  test('names that nobody knows are left out of what a view says', async () => {
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    void page.views[0]?.context.answer(
      { analytics: 'granted', nonsense: 'granted', necessary: 'denied', __proto__: null } as unknown as Record<
        string,
        Choice
      >,
      'banner',
    );
    await page.pass();
    expect(consent.get().record?.choices).toEqual({ analytics: 'granted' });
    expect(consent.allows('necessary')).toBe(true);
  });

  test('two at once: the later one counts', async () => {
    const page = openPage();
    const consent = page.start(config);
    const both = Promise.all([consent.grant(), consent.deny()]);
    await page.pass();
    await both;
    expect(allowedIn(consent.get())).toBe('necessary');
    expect(storedIn(page)[0]).toEqual(consent.get().record);
  });

  test('after the clock was set back still replaces the one before', async () => {
    const page = openPage();
    const consent = page.start(config);
    await after(page, () => consent.grant());
    vi.setSystemTime(NOW - 3650 * DAY);
    await after(page, () => consent.deny());
    expect(allowedIn(consent.get())).toBe('necessary');
    const later = await page.revisit(config);
    expect(allowedIn(later.get())).toBe('necessary');
  });
});

describe('the recorded event follows from what changed', () => {
  test.each<{
    given: string;
    before?: Record<string, Choice>;
    call: (consent: CommsorConsent) => Promise<ConsentState>;
    event: ConsentEvent;
    site?: Partial<ConsentConfig>;
  }>([
    { given: 'a first grant', call: (consent) => consent.grant(), event: 'given' },
    { given: 'a first refusal', call: (consent) => consent.deny(), event: 'refused' },
    { given: '`withdraw` where nothing had been given', call: (consent) => consent.withdraw(), event: 'refused' },
    {
      given: '`deny` of what had been given',
      before: everything('granted'),
      call: (consent) => consent.deny(),
      event: 'withdrawn',
    },
    {
      given: '`withdraw` of one of several',
      before: everything('granted'),
      call: (consent) => consent.withdraw(['marketing']),
      event: 'withdrawn',
    },
    {
      given: 'a grant after a refusal',
      before: everything('denied'),
      call: (consent) => consent.grant(['analytics']),
      event: 'given',
    },
    { given: 'a second refusal', before: everything('denied'), call: (consent) => consent.deny(), event: 'refused' },
    {
      given: 'a service that was granted with its purpose',
      before: everything('granted'),
      call: (consent) => consent.deny(['maps']),
      event: 'withdrawn',
    },
    {
      given: 'a service that is turned off',
      before: { ...everything('granted'), maps: 'granted' },
      call: (consent) => consent.deny(['maps']),
      event: 'withdrawn',
    },
    {
      given: '`object` to a legitimate interest',
      call: (consent) => consent.object(['security']),
      event: 'objected',
      site: objectable,
    },
    {
      given: '`deny` of a legitimate interest',
      call: (consent) => consent.deny(['security', 'research']),
      event: 'objected',
      site: objectable,
    },
    { given: '`deny` of everything', call: (consent) => consent.deny(), event: 'refused', site: objectable },
  ])('$given: $event', async ({ before, call, event, site = config }) => {
    const page = openPage(before && { cookie: encodeRecord(recordOf(before)) });
    const consent = page.start(site);
    await after(page, () => call(consent));
    expect(consent.get().record?.event).toBe(event);
  });

  test('an objection denies with its reason, and nothing else', async () => {
    const page = openPage();
    const consent = page.start(objectable);
    expect(allowedIn(consent.get())).toBe('necessary security research');
    await after(page, () => consent.object(['security']));
    expect(consent.explain('security')).toMatchObject({ allowed: false, reason: 'objection' });
    expect(allowedIn(consent.get())).toBe('necessary research');
  });
});

describe('under Do Not Track', () => {
  const dnt: PageTraits = { sends: ['dnt'], errors: ['signal-locked'] };

  test('`grant` resolves with the state unchanged, says so, and stores nothing', async () => {
    const page = openPage(dnt);
    const consent = page.start(config);
    const before = consent.get();
    expect(await after(page, () => consent.grant())).toBe(before);
    expect(await after(page, () => consent.grant(['maps']))).toBe(before);
    expect(page.reported.map(({ code, message }) => [code, message])).toEqual([
      ['signal-locked', 'preferences,analytics,marketing'],
      ['signal-locked', 'maps'],
    ]);
    expect(page.jar.sets).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  test('a refusal is stored, and it stays when the signal goes', async () => {
    const page = openPage({ ...dnt, errors: [] });
    const consent = page.start({ ...config, model: 'opt-out' });
    await after(page, () => consent.deny());
    expect(storedIn(page)[0]).toMatchObject({
      event: 'refused',
      signals: { dnt: true, gpc: false },
      choices: everything('denied'),
    });
    Object.defineProperty(navigator, 'doNotTrack', { value: null, configurable: true });
    const later = await page.revisit({ ...config, model: 'opt-out' });
    expect(allowedIn(later.get())).toBe('necessary');
  });

  test('of a mixed answer only the refusals are stored', async () => {
    const page = openPage(dnt);
    const consent = page.start(config);
    await page.pass();
    void consent.show('preferences');
    await page.pass();
    void page.views[0]?.context.answer({ analytics: 'granted', marketing: 'denied' }, 'preferences');
    await page.pass();
    expect(storedIn(page)[0]?.choices).toEqual({ marketing: 'denied' });
    expect(page.reported.map(({ message }) => message)).toEqual(['analytics']);
  });

  test('that speaks for one purpose the others are free', async () => {
    const page = openPage(dnt);
    const consent = page.start({ ...config, signals: { dnt: { applies: ['marketing'] } } });
    await after(page, () => consent.grant());
    expect(allowedIn(consent.get())).toBe('necessary preferences analytics');
  });

  test('that may be overridden by a deliberate choice it is', async () => {
    const page = openPage({ sends: ['dnt'] });
    const consent = page.start({ ...config, signals: { dnt: { override: 'explicit' } } });
    expect(allowedIn(consent.get())).toBe('necessary');
    await after(page, () => consent.grant(['analytics']));
    expect(allowedIn(consent.get())).toBe('necessary analytics');
  });
});

describe('under Global Privacy Control', () => {
  test('a deliberate choice counts, now and at the next visit', async () => {
    const page = openPage({ sends: ['gpc'] });
    const consent = page.start(config);
    await after(page, () => consent.grant(['marketing']));
    expect(consent.explain('marketing')).toMatchObject({ allowed: true, reason: 'choice' });
    expect(consent.explain('analytics')).toMatchObject({ allowed: false, reason: 'signal', signal: 'gpc' });
    const later = await page.revisit(config);
    expect(allowedIn(later.get())).toBe('necessary marketing maps');
  });

  test('an earlier opt-in comes back when the visitor confirms it, and only what they confirm', async () => {
    const page = openPage({ sends: ['gpc'], cookie: encodeRecord(recordOf(everything('granted'))) });
    const consent = page.start(config);
    expect(allowedIn(consent.get())).toBe('necessary');
    await after(page, () => consent.deny(['preferences']));
    expect(allowedIn(consent.get())).toBe('necessary');
    await after(page, () => consent.grant(['analytics']));
    expect(allowedIn(consent.get())).toBe('necessary analytics');
  });

  test('that no choice beats locks like Do Not Track', async () => {
    const page = openPage({ sends: ['gpc'], errors: ['signal-locked'] });
    const consent = page.start({ ...config, signals: { gpc: { override: 'never', applies: ['marketing'] } } });
    await after(page, () => consent.grant());
    expect(allowedIn(consent.get())).toBe('necessary preferences analytics');
    expect(page.reported.map(({ message }) => message)).toEqual(['marketing']);
    await after(page, () => consent.grant(['heat']));
    expect(consent.allows('heat')).toBe(false);
  });
});

describe('erasing', () => {
  test('forgets every copy, shuts everything, and asks again', async () => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('granted'))) });
    page.jar.put(`commsor_consent=${encodeRecord(recordOf(everything('granted')))}; domain=shop.example`);
    localStorage.setItem('commsor_consent', encodeRecord(recordOf(everything('granted'))));
    const consent = page.start(config);
    await page.pass();
    const done = consent.erase();
    await page.pass();
    await done;
    expect(storedIn(page)).toEqual([]);
    expect(localStorage.getItem('commsor_consent')).toBeNull();
    expect(consent.get()).toMatchObject({ status: 'undecided', record: null });
    expect(allowedIn(consent.get())).toBe('necessary');
    expect([...page.shown]).toEqual(['banner']);
  });
});

describe('a permission that ends while the page is open', () => {
  test('because it expires is noticed when the page is looked at again', async () => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('granted'))) });
    const consent = page.start(config);
    const causes: string[] = [];
    consent.on('change', (_, { cause }) => void causes.push(cause));
    await page.pass();
    vi.setSystemTime(NOW + 101 * DAY);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(causes).toEqual(['start', 'expired']);
    expect(allowedIn(consent.get())).toBe('necessary');
    expect([...page.shown]).toEqual(['banner']);
  });

  test('because another tab withdrew it is followed without a reload', async () => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('granted'))) });
    const consent = page.start(config);
    const causes: string[] = [];
    consent.on('change', (_, { cause }) => void causes.push(cause));
    await page.pass();
    const withdrawal = recordOf(everything('denied'), { id: 'other', givenAt: NOW, event: 'withdrawn' });
    page.jar.put(`commsor_consent=${encodeRecord(withdrawal)}`);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(causes).toEqual(['start', 'other-tab']);
    expect(allowedIn(consent.get())).toBe('necessary');
  });

  test('because it was withdrawn while the page was in the back-forward cache', async () => {
    const page = openPage();
    const consent = page.start(config);
    const causes: string[] = [];
    consent.on('change', (_, { cause }) => void causes.push(cause));
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    page.jar.put(`commsor_consent=${encodeRecord(recordOf(everything('denied'), { givenAt: NOW, event: 'refused' }))}`);
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await page.pass();
    expect(causes).toEqual(['start', 'restored']);
    expect(page.shown.size).toBe(0);
  });

  test('a page that was shown for the first time is not looked at twice', async () => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('granted'))) });
    const consent = page.start(config);
    const causes: string[] = [];
    consent.on('change', (_, { cause }) => void causes.push(cause));
    await page.pass();
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(causes).toEqual(['start']);
  });
});
