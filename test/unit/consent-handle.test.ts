// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import type { Cause, Choice, CommsorConsent, ConsentConfig, ConsentState } from '../../src/api.ts';
import { openPage } from '../support/core-page.ts';
import { recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const config: Partial<ConsentConfig> = {
  purposes: {
    preferences: {},
    analytics: {},
    marketing: {},
    security: { title: 'Security', legalBasis: 'legitimate-interest' },
  },
  services: { maps: { title: 'Maps', purposes: ['marketing'] }, heat: { title: 'Heat', purposes: ['analytics'] } },
};

/** Whether a promise has settled by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  let state = 'pending';
  promise.then(
    () => (state = 'resolved'),
    () => (state = 'rejected'),
  );
  await Promise.resolve();
  await Promise.resolve();
  return state;
}

describe('asking', () => {
  test.each([
    ['analytics', true],
    ['marketing', false],
    ['maps', false],
    ['heat', true],
    ['necessary', true],
    ['!marketing', true],
    ['analytics|marketing', true],
    ['analytics marketing', false],
    ['nonsense', false],
    ['!nonsense', false],
    ['', false],
    ['constructor', false],
    ['__proto__', false],
    ['!__proto__', false],
    ['Analytics', false],
  ])('allows(%j): %s', (name, expected) => {
    const consent = openPage({ cookie: encodeRecord(recordOf({ analytics: 'granted', marketing: 'denied' })) }).start(
      config,
    );
    expect(consent.allows(name)).toBe(expected);
  });

  test.each([undefined, null, 5, {}, [], ['analytics', 'marketing'], () => 'analytics'])(
    'allows(%o) never throws and allows nothing',
    (name) => {
      const consent = openPage().start(config);
      expect(consent.allows(name as unknown as string)).toBe(false);
    },
  );

  test.each(['nonsense', '', '!analytics', 'constructor', '__proto__', 'toString'])(
    'explain(%j) of what nobody knows: unknown',
    (name) => {
      const consent = openPage({ cookie: accepted }).start(config);
      expect(consent.explain(name)).toEqual({ allowed: false, reason: 'unknown' });
    },
  );

  test('explain gives the decision that `get` has', () => {
    const consent = openPage({ cookie: accepted }).start(config);
    expect(consent.explain('maps')).toEqual({ allowed: true, reason: 'choice', since: recordOf().givenAt });
    expect(consent.get().decisions.maps).toBe(consent.explain('maps'));
  });
});

describe('nothing that a page does to the handle or the state changes a decision', () => {
  const isDeeplyFrozen = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen));

  test('handle, state, decisions and record are frozen, all the way down', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start(config);
    expect(Object.isFrozen(consent)).toBe(true);
    expect(isDeeplyFrozen(consent.get())).toBe(true);
    expect(isDeeplyFrozen(consent.explain('nonsense'))).toBe(true);
    void consent.deny();
    await page.pass();
    expect(consent.get().record?.choices).toMatchObject({ analytics: 'denied' });
    expect(isDeeplyFrozen(consent.get())).toBe(true);
  });

  test.each<{ attack: string; strike: (consent: CommsorConsent) => void }>([
    {
      attack: 'write into a decision',
      strike: (consent) => Object.assign(consent.explain('marketing'), { allowed: true }),
    },
    {
      attack: 'write into the purposes',
      strike: (consent) => Object.assign(consent.get().purposes, { marketing: true }),
    },
    {
      attack: 'write into the decisions',
      strike: (consent) => Object.assign(consent.get().decisions, { marketing: { allowed: true, reason: 'choice' } }),
    },
    {
      attack: 'write into the record',
      strike: (consent) => Object.assign(consent.get().record?.choices ?? {}, { marketing: 'granted' }),
    },
    {
      attack: 'change a prototype',
      strike: (consent) => Object.setPrototypeOf(consent.get().decisions, { marketing: { allowed: true } }),
    },
    { attack: 'replace a method', strike: (consent) => Object.assign(consent, { allows: () => true }) },
    { attack: 'define a method', strike: (consent) => Object.defineProperty(consent, 'allows', { value: () => true }) },
    { attack: 'delete the global', strike: () => delete window.commsorConsent },
    { attack: 'replace the global', strike: (consent) => (window.commsorConsent = { ...consent, allows: () => true }) },
    {
      attack: 'define the global',
      strike: (consent) =>
        Object.defineProperty(window, 'commsorConsent', { value: { ...consent, allows: () => true } }),
    },
  ])('$attack', async ({ strike }) => {
    const page = openPage({ cookie: encodeRecord(recordOf(everything('denied'))) });
    const consent = page.start(config);
    try {
      strike(consent);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
    void consent.grant(['analytics']);
    await page.pass();
    expect(window.commsorConsent).toBe(consent);
    expect(window.commsorConsent?.allows('marketing')).toBe(false);
    expect(consent.get().purposes).toMatchObject({ analytics: true, marketing: false });
  });
});

describe('listening', () => {
  test('`change` replays the present state at once, then tells each change, what was before and why', async () => {
    const page = openPage();
    const consent = page.start(config);
    const told: [ConsentState, ConsentState | null, Cause][] = [];
    consent.on('change', (state, { before, cause }) => told.push([state, before, cause]));
    const first = consent.get();
    expect(told).toEqual([[first, null, 'start']]);
    void consent.grant(['analytics']);
    await page.pass();
    expect(told).toHaveLength(2);
    expect(told[1]).toEqual([consent.get(), first, 'api']);
    expect(told[1]?.[0].purposes.analytics).toBe(true);
  });

  test("a visitor's answer is a choice", async () => {
    const page = openPage();
    const causes: Cause[] = [];
    page.start(config).on('change', (_, { cause }) => causes.push(cause));
    await page.pass();
    void page.views[0]?.context.answer(everything('granted'), 'banner');
    await page.pass();
    expect(causes).toEqual(['start', 'choice']);
  });

  test('the document is told too', async () => {
    const page = openPage();
    const consent = page.start(config);
    const details: unknown[] = [];
    const note = (event: DocumentEventMap['commsor-consent']) => void details.push(event.detail);
    document.addEventListener('commsor-consent', note);
    const before = consent.get();
    void consent.grant(['analytics']);
    await page.pass();
    document.removeEventListener('commsor-consent', note);
    expect(details).toEqual([{ before, after: consent.get(), cause: 'api' }]);
  });

  test('whoever stops listening is told no more, and no other stops with them', async () => {
    const page = openPage();
    const consent = page.start(config);
    const told: string[] = [];
    const listener = () => void told.push('same');
    const stop = consent.on('change', listener);
    consent.on('change', listener);
    stop();
    stop();
    void consent.deny();
    await page.pass();
    expect(told).toEqual(['same', 'same', 'same']);
  });

  test('a listener that throws stops no other and is reported, at its replay too', async () => {
    const page = openPage({ errors: ['listener-failed'] });
    const consent = page.start(config);
    const told: string[] = [];
    consent.on('change', () => {
      throw new Error('broken');
    });
    consent.on('change', () => void told.push('other'));
    expect(page.reported.map(({ code, message }) => [code, message])).toEqual([['listener-failed', 'Error: broken']]);
    void consent.deny();
    await page.pass();
    expect(told).toEqual(['other', 'other']);
    expect(page.reported).toHaveLength(2);
  });

  test('a listener of errors that throws is not told of itself without end', async () => {
    const page = openPage({ errors: ['listener-failed', 'signal-locked'], sends: ['dnt'] });
    const consent = page.start(config);
    let calls = 0;
    consent.on('error', () => {
      calls++;
      throw new Error('broken');
    });
    void consent.grant();
    await page.pass();
    expect(calls).toBe(1);
    expect(page.reported.map(({ code }) => code)).toContain('signal-locked');
  });

  test('a listener that is added or removed while others are told breaks nothing', async () => {
    const page = openPage();
    const consent = page.start(config);
    const told: string[] = [];
    const stops: (() => void)[] = [];
    consent.on('change', (_, { cause }) => {
      told.push(`first ${cause}`);
      if (cause === 'start') return;
      stops.forEach((stop) => stop());
      consent.on('change', () => void told.push('new'));
    });
    stops.push(consent.on('change', (_, { cause }) => void told.push(`second ${cause}`)));
    consent.on('change', (_, { cause }) => void told.push(`third ${cause}`));
    void consent.deny();
    await page.pass();
    expect(told).toEqual(['first start', 'second start', 'third start', 'first api', 'new', 'third api']);
  });

  test('`show` and `hide` tell which view came and that it went', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start();
    const told: string[] = [];
    consent.on('show', (view) => void told.push(`show ${view}`));
    consent.on('hide', () => void told.push('hide'));
    void consent.show();
    await page.pass();
    expect([...page.shown]).toEqual(['preferences']);
    void consent.show('banner');
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    consent.hide();
    consent.hide();
    await page.pass();
    expect(page.shown.size).toBe(0);
    expect(told).toEqual(['show preferences', 'show banner', 'hide']);
  });

  test('`show` is the banner while there is something to ask; a view that left before it came is none', async () => {
    const page = openPage();
    const consent = page.start({ ...config, ui: { headless: true } });
    void consent.show();
    await page.pass();
    expect([...page.shown]).toEqual(['banner']);
    consent.hide();
    void consent.show('preferences');
    void consent.show('banner');
    await page.pass();
    expect(page.views.map(({ view }) => view)).toEqual(['banner', 'banner']);
  });
});

describe('waiting for a permission and for its end', () => {
  test('`when` resolves at once where it is allowed, else after the change, for names and expressions', async () => {
    const page = openPage();
    const consent = page.start(config);
    expect(await stateOf(consent.when('necessary'))).toBe('resolved');
    const waits = ['analytics', 'heat', 'analytics marketing', 'analytics|marketing', 'nonsense'].map((name) =>
      consent.when(name),
    );
    expect(await Promise.all(waits.map(stateOf))).toEqual(['pending', 'pending', 'pending', 'pending', 'pending']);
    void consent.grant(['analytics']);
    await page.pass();
    expect(await Promise.all(waits.map(stateOf))).toEqual(['resolved', 'resolved', 'pending', 'resolved', 'pending']);
    void consent.grant(['marketing']);
    await page.pass();
    expect(await Promise.all(waits.map(stateOf))).toEqual(['resolved', 'resolved', 'resolved', 'resolved', 'pending']);
  });

  test('`abortSignal` aborts when it is withdrawn, and is aborted already where it is not allowed', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start({ ...config, onWithdraw: 'keep' });
    const analytics = consent.abortSignal('analytics');
    const heat = consent.abortSignal('heat');
    const marketing = consent.abortSignal('marketing');
    expect(consent.abortSignal('nonsense').aborted).toBe(true);
    expect([analytics.aborted, heat.aborted, marketing.aborted]).toEqual([false, false, false]);
    void consent.withdraw(['analytics']);
    await page.pass();
    expect([analytics.aborted, heat.aborted, marketing.aborted]).toEqual([true, true, false]);
    expect(consent.abortSignal('analytics').aborted).toBe(true);
    void consent.grant(['analytics']);
    await page.pass();
    expect(consent.abortSignal('analytics').aborted).toBe(false);
    expect(analytics.aborted).toBe(true);
  });

  test('`onWithdraw` calls each time a permission is lost, and never for what never was', async () => {
    const page = openPage({ cookie: accepted, errors: ['listener-failed'] });
    const consent = page.start({ ...config, onWithdraw: 'keep' });
    const calls: string[] = [];
    consent.onWithdraw('analytics', () => {
      throw new Error('broken');
    });
    const stop = consent.onWithdraw('heat', () => void calls.push('heat'));
    consent.onWithdraw('nonsense', () => void calls.push('nonsense'));
    consent.onWithdraw('analytics marketing', () => void calls.push('both'));
    const steps: (() => Promise<unknown>)[] = [
      () => consent.deny(['marketing']),
      () => consent.deny(['analytics']),
      () => consent.deny(['analytics']),
      () => consent.grant(['analytics']),
      () => consent.deny(['heat']),
    ];
    for (const step of steps) {
      void step();
      await page.pass();
    }
    expect(calls).toEqual(['both', 'heat', 'heat']);
    stop();
    void consent.grant(['heat']).then(() => consent.deny(['heat']));
    await page.pass(600);
    expect(calls).toEqual(['both', 'heat', 'heat']);
  });
});

describe('a mistake of the caller', () => {
  test.each<[string, (consent: CommsorConsent) => Promise<unknown>]>([
    ['grant of a stranger', (consent) => consent.grant(['analytics', 'nonsense'])],
    ['deny of a stranger', (consent) => consent.deny(['nonsense'])],
    ['withdraw of a stranger', (consent) => consent.withdraw(['constructor'])],
    ['grant of an expression', (consent) => consent.grant(['!analytics'])],
    ['grant of text', (consent) => consent.grant('analytics' as unknown as string[])],
    ['objection to what needs consent', (consent) => consent.object(['analytics'])],
    ['objection to a service', (consent) => consent.object(['maps'])],
    ['objection to what is necessary', (consent) => consent.object(['necessary'])],
    ['objection to a stranger', (consent) => consent.object(['__proto__'])],
    ['objection to nothing in particular', (consent) => (consent.object as (names?: string[]) => Promise<unknown>)()],
  ])('%s rejects with a TypeError, and nothing is answered', async (_, call) => {
    const page = openPage();
    const consent = page.start(config);
    const outcome = call(consent).then(
      () => 'resolved',
      (error: unknown) => error,
    );
    await page.pass();
    expect(await outcome).toBeInstanceOf(TypeError);
    expect(consent.get().record).toBeNull();
    expect(page.jar.sets).toEqual([]);
  });
});
