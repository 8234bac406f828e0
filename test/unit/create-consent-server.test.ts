import { describe, expect, test, vi } from 'vitest';
import { ConsentConfigError, createConsent } from '../../src/index.ts';
import type { CommsorConsent, ConsentConfig } from '../../src/api.ts';
import { carefulConfig } from '../support/configurations.ts';

const config: ConsentConfig = {
  policy: { url: '/privacy' },
  model: 'opt-out',
  google: true,
  purposes: {
    analytics: {},
    security: { title: 'Security', legalBasis: 'legitimate-interest' },
    vital: { title: 'Vital', legalBasis: 'strictly-necessary' },
  },
  services: { stats: { title: 'Stats', purposes: ['analytics'] }, pay: { title: 'Pay', purposes: ['necessary'] } },
};

test('there is no document here: this is what a server sees', () => {
  expect(typeof document).toBe('undefined');
  expect(typeof window).toBe('undefined');
});

describe('on a server', () => {
  test('a wrong configuration throws as it does in a browser', () => {
    expect(() => createConsent({} as ConsentConfig)).toThrow(ConsentConfigError);
  });

  test('everything optional is denied, under any model, and nothing is remembered', () => {
    const consent = createConsent(config);
    expect(consent.get()).toMatchObject({
      status: 'undecided',
      region: null,
      signals: { dnt: false, gpc: false },
      record: null,
      purposes: { necessary: true, vital: true, analytics: false, security: false },
      services: { stats: false },
    });
    expect(consent.allows('necessary')).toBe(true);
    for (const name of ['analytics', 'security', 'stats', 'nonsense', 'constructor', 'analytics|nonsense'])
      expect(consent.allows(name)).toBe(false);
  });

  test('the handle says why', () => {
    const consent = createConsent(config);
    expect(consent.explain('necessary')).toEqual({ allowed: true, reason: 'necessary' });
    expect(consent.explain('analytics')).toEqual({ allowed: false, reason: 'default' });
    expect(consent.explain('nonsense')).toEqual({ allowed: false, reason: 'unknown' });
  });

  test('a necessary service is allowed, as in a browser, and expressions hold as in a browser', () => {
    const consent = createConsent(config);
    expect(consent.get().services.pay).toBe(true);
    expect(consent.allows('pay')).toBe(true);
    expect(consent.allows('necessary pay')).toBe(true);
    expect(consent.allows('analytics|necessary')).toBe(true);
    expect(consent.explain('pay')).toEqual({ allowed: true, reason: 'necessary' });
  });

  test('two requests do not share a handle: the second may be configured otherwise', () => {
    expect(createConsent(config)).not.toBe(createConsent({ policy: { url: '/' } }));
    expect(createConsent({ policy: { url: '/' }, purposes: { ads: { title: 'Ads' } } }).explain('ads').reason).toBe(
      'default',
    );
  });

  test('every method of the handle is there, none throws, and no answer changes anything', async () => {
    const consent: CommsorConsent = createConsent(config);
    const state = consent.get();
    expect(Object.isFrozen(consent)).toBe(true);
    expect(Object.isFrozen(state)).toBe(true);
    expect(await consent.ready).toBe(state);
    expect(await consent.grant()).toBe(state);
    expect(await consent.deny(['analytics'])).toBe(state);
    expect(await consent.withdraw()).toBe(state);
    expect(await consent.object(['security'])).toBe(state);
    await consent.show('banner');
    consent.hide();
    consent.scan();
    await consent.erase();
    await consent.debug();
    consent.on('change', () => undefined)();
    consent.onWithdraw('analytics', () => undefined)();
    expect(consent.abortSignal('analytics').aborted).toBe(true);
    await expect(consent.receipt()).rejects.toThrow('server');
    consent.destroy();
    expect(consent.get()).toBe(state);
  });

  test('a listener of changes is called at once, as in a browser, and one that throws stops nothing', () => {
    const consent = createConsent(config);
    const told: unknown[] = [];
    consent.on('change', (...args) => told.push(args));
    expect(told).toEqual([[consent.get(), { before: null, cause: 'start' }]]);
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    consent.on('change', () => {
      throw new Error('a fault of the page');
    });
    expect(error.mock.calls.flat().join()).toMatch(/listener-failed.*a fault of the page/);
    error.mockRestore();
  });

  test('`when` waits for ever, unless its signal aborts', async () => {
    const consent = createConsent(config);
    const controller = new AbortController();
    const waiting = consent.when('analytics', { signal: controller.signal });
    controller.abort(new Error('the request is over'));
    await expect(waiting).rejects.toThrow('the request is over');
    await expect(consent.when('analytics', { signal: controller.signal })).rejects.toThrow('the request is over');
    await expect(consent.when('necessary')).resolves.toBeUndefined();
  });

  test('nothing else of the page is called: it would look for a document', async () => {
    const consent = createConsent(config);
    let calls = 0;
    const call = () => void calls++;
    consent.on('show', call);
    consent.onWithdraw('analytics', call);
    void consent.when('analytics').then(call);
    void consent.decided.then(call);
    await consent.grant();
    expect(calls).toBe(0);
  });

  test('a full configuration is understood', () => {
    expect(createConsent(carefulConfig as unknown as ConsentConfig).get().purposes).toEqual({
      necessary: true,
      analytics: false,
      security: false,
      marketing: false,
    });
  });
});
