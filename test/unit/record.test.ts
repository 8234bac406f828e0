import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { createRecord, keptUntil, type Answer } from '../../src/model/new-record.ts';
import { decodeRecord, encodeRecord, fingerprint, inDays, isUnchanged } from '../../src/model/record.ts';
import type { Choice, ConsentConfig, ConsentModel, ConsentRecord, PrivacySignals } from '../../src/api.ts';
import type { Config } from '../../src/model/config.ts';
import { configOf } from '../support/configurations.ts';
import { holdsFor } from '../support/properties.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const NONE: PrivacySignals = { dnt: false, gpc: false };
const GPC: PrivacySignals = { dnt: false, gpc: true };

const site: Partial<ConsentConfig> = {
  policy: { url: '/privacy', version: '7' },
  services: {
    maps: { title: 'Maps', purposes: ['marketing'] },
    heat: { title: 'Heat', purposes: ['analytics', 'marketing'] },
    count: { title: 'Count', purposes: ['analytics'] },
  },
};
const config = configOf(site);
const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });

interface Given {
  before?: ConsentRecord | null;
  signals?: PrivacySignals;
  config?: Config;
  now?: number;
}
/** The record that follows an answer to `choices`. */
const answered = (
  choices: Record<string, Choice>,
  { before = null, signals = NONE, config: asked = config, now = NOW }: Given = {},
): ConsentRecord =>
  createRecord(
    before,
    { choices, event: 'given', method: 'banner', language: 'en', signals } satisfies Answer,
    asked,
    now,
  );
const allowed = (
  record: ConsentRecord,
  { signals = NONE, now = NOW, model = 'opt-in' as ConsentModel, config: asked = config } = {},
) =>
  Object.entries(decideAll({ config: asked, model, signals, record, now }))
    .filter(([, decision]) => decision.allowed && decision.reason === 'choice')
    .map(([id]) => id)
    .join(' ');

describe('a new record', () => {
  test('says what was answered, when, how, to which policy and under which signals', () => {
    expect(
      createRecord(
        null,
        { choices: { analytics: 'granted' }, event: 'given', method: 'preferences', language: 'pt-BR', signals: GPC },
        config,
        NOW,
      ),
    ).toMatchObject({
      givenAt: NOW,
      expiresAt: NOW + inDays(182),
      policyVersion: '7',
      event: 'given',
      method: 'preferences',
      language: 'pt-BR',
      signals: GPC,
      choices: { analytics: 'granted' },
    });
  });

  test('has an id of its own that tells nothing', () => {
    const ids = new Set(Array.from({ length: 200 }, () => answered({ analytics: 'granted' }).id));
    expect(ids.size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{3,24}$/);
  });

  test.each([
    { given: 'does not exist', crypto: undefined },
    {
      given: 'throws',
      crypto: {
        getRandomValues() {
          throw new DOMException('not here', 'NotSupportedError');
        },
      },
    },
  ])('and has one where `crypto` $given', ({ crypto }) => {
    vi.stubGlobal('crypto', crypto);
    const ids = new Set(Array.from({ length: 50 }, () => answered({ analytics: 'granted' }).id));
    vi.unstubAllGlobals();
    expect(ids.size).toBe(50);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{3,24}$/);
  });

  test('takes no answer from what a page put on the prototype of all objects', () => {
    const before = answered({ maps: 'denied', marketing: 'granted' });
    Reflect.set(Object.prototype, 'marketing', 'granted');
    try {
      const after = answered({ analytics: 'granted' }, { before });
      expect(after.choices).toEqual({ maps: 'denied', marketing: 'granted', analytics: 'granted' });
      expect(answered({ analytics: 'granted' }).choices).toEqual({ analytics: 'granted' });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'marketing');
    }
  });

  test('sticks after one that leaves no room for it, which a stranger wrote, and keeps what was refused', () => {
    const strangers = Array.from({ length: 1200 }, (_, i) => `a${i.toString(36)}`)
      .join('.')
      .slice(0, 3900);
    const before = decodeRecord(`v=1&t=${NOW - 1}&granted=maps.${strangers}&denied=analytics.heat`, NOW);
    expect(before?.choices.maps).toBe('granted');
    const after = answered(everything('granted'), { before });
    expect(decodeRecord(encodeRecord(after), NOW)?.choices).toEqual(everything('granted'));
    const partly = answered({ preferences: 'granted' }, { before });
    expect(decodeRecord(encodeRecord(partly), NOW)?.choices).toEqual({
      preferences: 'granted',
      analytics: 'denied',
      heat: 'denied',
    });
  });

  test('keeps a grant for `days` and a refusal of everything for `rejectDays`', () => {
    const asked = configOf({ storage: { days: 100, rejectDays: 30 } });
    expect(answered(everything('granted'), { config: asked }).expiresAt).toBe(NOW + inDays(100));
    expect(answered(everything('denied'), { config: asked }).expiresAt).toBe(NOW + inDays(30));
    expect(answered({ ...everything('denied'), marketing: 'granted' }, { config: asked }).expiresAt).toBe(
      NOW + inDays(100),
    );
  });

  test('keeps earlier answers to other purposes', () => {
    const before = answered({ analytics: 'granted', marketing: 'denied' });
    expect(answered({ marketing: 'granted' }, { before }).choices).toEqual({
      analytics: 'granted',
      marketing: 'granted',
    });
    expect(answered({ preferences: 'granted' }, { before }).choices).toEqual({
      analytics: 'granted',
      marketing: 'denied',
      preferences: 'granted',
    });
  });

  test('an answer to a purpose clears those of its services, unless they are answered in the same breath', () => {
    const before = answered({ maps: 'denied', heat: 'granted', count: 'granted' });
    expect(answered({ marketing: 'granted' }, { before }).choices).toEqual({ count: 'granted', marketing: 'granted' });
    expect(answered({ marketing: 'granted', maps: 'denied' }, { before }).choices).toEqual({
      count: 'granted',
      marketing: 'granted',
      maps: 'denied',
    });
    expect(answered({ preferences: 'granted' }, { before }).choices).toEqual({
      maps: 'denied',
      heat: 'granted',
      count: 'granted',
      preferences: 'granted',
    });
  });

  test('an answer to a part of the question does not prolong the rest', () => {
    const before = answered(everything('granted'));
    const later = NOW + 100 * DAY;
    expect(answered({ marketing: 'denied' }, { before, now: later }).expiresAt).toBe(before.expiresAt);
    expect(answered({ maps: 'granted' }, { before, now: later }).expiresAt).toBe(before.expiresAt);
    expect(answered({}, { before, now: later }).expiresAt).toBe(before.expiresAt);
    expect(answered(everything('granted'), { before, now: later }).expiresAt).toBe(later + inDays(182));
  });

  test('an answer to a part does not bring back a grant that has expired', () => {
    const before = answered({ ...everything('granted'), maps: 'granted' });
    const later = NOW + 200 * DAY;
    expect(allowed(answered({ preferences: 'granted' }, { before, now: later }), { now: later })).toBe('preferences');
    expect(allowed(answered({ preferences: 'denied' }, { before, now: later }), { now: later })).toBe('');
  });

  test('an answer to a part is no confirmation of the rest under a signal that came later', () => {
    const before = answered({ ...everything('granted'), maps: 'granted' });
    const partly = answered({ preferences: 'granted' }, { before, signals: GPC });
    expect(allowed(partly, { signals: GPC })).toBe('preferences');
    expect(allowed(answered({ preferences: 'denied' }, { before, signals: GPC }), { signals: GPC })).toBe('');
    expect(
      allowed(answered({ analytics: 'granted', marketing: 'granted' }, { before: partly, signals: GPC }), {
        signals: GPC,
      }),
    ).toBe('preferences analytics marketing maps heat count');
  });

  test('a signal that does not speak for a purpose leaves its grant alone', () => {
    const asked = configOf({ signals: { gpc: { applies: ['marketing'] } } });
    const before = answered(everything('granted'), { config: asked });
    expect(
      allowed(answered({ preferences: 'granted' }, { before, signals: GPC, config: asked }), {
        signals: GPC,
        config: asked,
      }),
    ).toBe('preferences analytics');
  });

  test('an answer to a part keeps a refusal, expired or not', () => {
    const before = answered({ analytics: 'denied', maps: 'denied', marketing: 'denied' });
    expect(answered({ preferences: 'granted' }, { before, now: NOW + 300 * DAY, signals: GPC }).choices).toMatchObject({
      analytics: 'denied',
      marketing: 'denied',
    });
  });

  test('is newer than the one before, also when the clock was set back', () => {
    const before = answered(everything('granted'));
    const after = answered(everything('denied'), { before, now: NOW - 3650 * DAY });
    expect(after.givenAt).toBeGreaterThan(before.givenAt);
    expect(after.expiresAt).toBeGreaterThan(after.givenAt);
    expect(decodeRecord(encodeRecord(after), before.givenAt)).toEqual(after);
  });

  test('remembers what each answered purpose meant', () => {
    const record = answered({ marketing: 'granted' });
    expect(Object.keys(record.revisions)).toEqual(['marketing']);
    const isStillMeant = ({ purposes }: Config) =>
      isUnchanged(record.revisions.marketing, purposes.get('marketing')?.meanings ?? []);
    expect(isStillMeant(config)).toBe(true);
    expect(
      isStillMeant(
        configOf({ ...site, services: { ...site.services, video: { title: 'Video', purposes: ['marketing'] } } }),
      ),
    ).toBe(false);
    expect(isStillMeant(configOf({ ...site, services: {} }))).toBe(true);
  });

  test('remembers what the purposes of a service meant that was answered alone', () => {
    const said = config.purposes.get('marketing')?.meanings[0];
    expect(answered({ maps: 'granted' }).revisions).toEqual({ maps: said });
    expect(Object.keys(answered({ maps: 'granted' }, { before: answered({ marketing: 'denied' }) }).revisions)).toEqual(
      ['marketing'],
    );
  });
});

describe('how long a record is stored', () => {
  const objectable = configOf({
    purposes: {
      analytics: {},
      visits: { title: 'Visits' },
      security: { title: 'Security', legalBasis: 'legitimate-interest' },
    },
    regions: [{ regions: ['GB'], exempt: ['visits'] }],
    services: { shield: { title: 'Shield', purposes: ['security'] }, pay: { title: 'Pay', purposes: ['necessary'] } },
  });
  const until = (choices: Record<string, Choice>, model: ConsentModel) => {
    const record = recordOf(choices, { givenAt: Date.now(), expiresAt: Date.now() + inDays(10) });
    return keptUntil(record, objectable, model) > record.expiresAt ? 'thirteen months' : 'as long as it counts';
  };

  test.each<{ choices: Record<string, Choice>; model: ConsentModel; expected: string }>([
    { choices: { analytics: 'granted' }, model: 'opt-in', expected: 'as long as it counts' },
    { choices: { analytics: 'denied' }, model: 'opt-in', expected: 'as long as it counts' },
    { choices: { analytics: 'granted' }, model: 'opt-out', expected: 'as long as it counts' },
    { choices: { analytics: 'denied' }, model: 'opt-out', expected: 'thirteen months' },
    { choices: { analytics: 'denied' }, model: 'notice', expected: 'thirteen months' },
    { choices: { security: 'denied' }, model: 'opt-in', expected: 'thirteen months' },
    { choices: { security: 'granted' }, model: 'opt-in', expected: 'as long as it counts' },
    { choices: { visits: 'denied' }, model: 'opt-in', expected: 'thirteen months' },
    { choices: { visits: 'granted' }, model: 'opt-in', expected: 'as long as it counts' },
    { choices: { shield: 'denied' }, model: 'opt-in', expected: 'thirteen months' },
    { choices: { pay: 'denied' }, model: 'opt-in', expected: 'thirteen months' },
  ])('$choices under $model: $expected, so that no refusal lapses into permission', ({ choices, model, expected }) => {
    expect(until(choices, model)).toBe(expected);
  });
});

describe('the stored text', () => {
  const name = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
  const record = fc
    .record({
      policyVersion: fc.string({ unit: 'binary', maxLength: 20 }),
      event: fc.constantFrom('given' as const, 'refused' as const, 'withdrawn' as const, 'objected' as const),
      method: fc.constantFrom(
        'banner' as const,
        'preferences' as const,
        'placeholder' as const,
        'page' as const,
        'api' as const,
      ),
      language: fc.constantFrom('', 'en', 'pt-BR', 'zh-Hant'),
      signals: fc.record({ dnt: fc.boolean(), gpc: fc.boolean() }),
      givenAt: fc.integer({ min: 1, max: 4e12 }),
      days: fc.double({ min: 0.001, max: 395, noNaN: true }),
      id: fc.stringMatching(/^[a-z0-9]{1,20}$/),
      answers: fc.dictionary(
        fc.oneof(name, fc.constantFrom('constructor', '__proto__')),
        fc.record({
          choice: fc.constantFrom('granted' as const, 'denied' as const),
          revision: fc.stringMatching(/^([a-z0-9]{3}){0,4}$/),
        }),
        { maxKeys: 12, noNullPrototype: false },
      ),
    })
    .map(({ answers, days, givenAt, ...rest }): ConsentRecord => {
      const entries = Object.entries(answers);
      return {
        ...rest,
        givenAt,
        expiresAt: givenAt + Math.ceil(inDays(days)),
        choices: Object.assign(
          Object.create(null),
          Object.fromEntries(entries.map(([id, { choice }]) => [id, choice])),
        ),
        revisions: Object.assign(
          Object.create(null),
          Object.fromEntries(
            entries.filter(([, { revision }]) => revision).map(([id, { revision }]) => [id, revision]),
          ),
        ),
      };
    });

  test('read back it is the same record, whatever is in it, and it is ASCII that a cookie can hold', () => {
    holdsFor(
      500,
      fc.property(record, (given) => {
        const text = encodeRecord(given);
        expect(text).toMatch(/^[!#-+\--:<-[\]-~]+$/); // RFC 6265, cookie-octet.
        expect(decodeRecord(text, given.givenAt)).toEqual(given);
      }),
    );
  });

  test('50 services that each have an answer fit into a kilobyte', () => {
    const names = Array.from({ length: 50 }, (_, i) => `service-${i}`);
    const asked = configOf({
      services: Object.fromEntries(names.map((id) => [id, { title: id, purposes: ['marketing'] }])),
    });
    const some = answered(
      {
        ...everything('granted'),
        ...Object.fromEntries(names.map((id, i) => [id, i % 2 ? ('granted' as const) : ('denied' as const)])),
      },
      { config: asked },
    );
    expect(Object.keys(some.choices)).toHaveLength(53);
    expect(`commsor_consent=${encodeRecord(some)}`.length).toBeLessThanOrEqual(1024);
  });

  test('an answer to services alone fits too, and so does one to their purpose', () => {
    const names = Array.from({ length: 50 }, (_, i) => `service-${i}`);
    const asked = configOf({
      services: Object.fromEntries(names.map((id) => [id, { title: id, purposes: ['marketing', 'analytics'] }])),
    });
    for (const choices of [everything('granted'), Object.fromEntries(names.map((id) => [id, 'granted' as const]))]) {
      expect(`commsor_consent=${encodeRecord(answered(choices, { config: asked }))}`.length).toBeLessThanOrEqual(1024);
    }
  });
});

describe('a fingerprint', () => {
  test('is three characters that change with the text', () => {
    for (const text of ['', 'a', 'consentAnalyticsCounts visits.', 'ä'.repeat(10_000), '\u{1F600}'])
      expect(fingerprint(text)).toMatch(/^[a-z0-9]{3}$/);
    const words = [
      'consent',
      'consent ',
      'Consent',
      'consents',
      'tnesnoc',
      'analytics',
      'analytic',
      'marketing',
      'a',
      'b',
      'ab',
      'ba',
    ];
    expect(new Set(words.map(fingerprint)).size).toBe(words.length);
  });

  test('tells ids apart well enough: of 300 services few share one', () => {
    const prints = new Set(Array.from({ length: 300 }, (_, i) => fingerprint(`service-${i}`)));
    expect(prints.size).toBeGreaterThan(297);
  });
});
