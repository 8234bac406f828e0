import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choice, ConsentConfig } from '../../src/api.ts';
import { readConfig } from '../../src/model/config.ts';
import { decideAll } from '../../src/model/decision.ts';
import { createRecord } from '../../src/model/new-record.ts';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import { sureGrants } from '../../src/model/sure-grants.ts';
import { DAY, NOW } from '../support/records.ts';

type Written = Pick<ConsentConfig, 'purposes' | 'services' | 'storage'>;

const NONE = { dnt: false, gpc: false };
const NAMES = ['analytics', 'marketing', 'maps', 'heat'];

/** What a site may write, sense and nonsense. */
const purpose = fc.record(
  {
    title: fc.constantFrom('One', 'Another'),
    description: fc.constant('Why'),
    legalBasis: fc.constantFrom('consent', 'legitimate-interest', 'contract', 'none of these'),
  },
  { requiredKeys: [] },
);
const service = fc.oneof(
  { weight: 5, arbitrary: fc.record({ title: fc.constant('S'), purposes: fc.subarray(['analytics', 'marketing']) }) },
  fc.constantFrom(null, 'text', { title: 'S', purposes: 'marketing' }, { title: 'S', purposes: ['unknown'] }),
);
const written = fc.record(
  {
    purposes: fc.oneof(
      { weight: 4, arbitrary: fc.record({ analytics: purpose, marketing: purpose }, { requiredKeys: ['analytics'] }) },
      fc.constantFrom({}, null, 'text', ['analytics']),
    ),
    services: fc.oneof(
      { weight: 6, arbitrary: fc.record({ maps: service, heat: service }, { requiredKeys: [] }) },
      fc.constantFrom(null, ['hotjar'], 'text'),
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Written>;
const choices = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom<Choice>('granted', 'denied'), {
  noNullPrototype: true,
});
const signals = fc.record({ dnt: fc.boolean(), gpc: fc.boolean() });
const yes = fc.constant(NONE);

function textOf(config: Written, answered: Record<string, Choice>, sent = NONE): string {
  const answer = { choices: answered, event: 'given', method: 'banner', language: 'en', signals: sent } as const;
  return encodeRecord(createRecord(null, answer, readConfig(config), NOW));
}

function allowed(text: string, config: Written, sent: typeof NONE, now: number): Set<string> {
  const record = decodeRecord(text, now);
  const decisions = decideAll({ config: readConfig(config), model: 'opt-in', signals: sent, record, now });
  return new Set(Object.keys(decisions).filter((name) => decisions[name]?.allowed));
}

test('nothing is sure that the core does not allow, whatever was answered and whatever has changed since', () => {
  let sureOnes = 0;
  const moments = fc.constantFrom(0, 1, 100, 181, 183, 400, -1).map((days) => NOW + days * DAY);
  const isContained = (then: Written, now: Written, answered: Record<string, Choice>, ...rest: unknown[]) => {
    const [sentThen, sentNow, moment, isSame, damage] = rest as [typeof NONE, typeof NONE, number, boolean, number];
    const whole = textOf(then, answered, sentThen);
    const text = damage < whole.length ? whole.slice(0, damage) + '~' + whole.slice(damage + 1) : whole;
    const config = isSame ? then : now;
    const sure = sureGrants(text, config, sentNow, moment);
    const real = allowed(text, config, sentNow, moment);
    sureOnes += sure.size;
    expect([...sure].filter((name) => !real.has(name))).toEqual([]);
  };
  fc.assert(
    fc.property(
      written,
      written,
      choices,
      fc.oneof(yes, signals),
      fc.oneof({ weight: 3, arbitrary: yes }, signals),
      moments,
      fc.boolean(),
      fc.oneof({ weight: 4, arbitrary: fc.constant(9999) }, fc.nat(200)),
      isContained,
    ),
    { numRuns: 5000, seed: 20_261_128 },
  );
  expect(sureOnes).toBeGreaterThan(500);
});

test.each<{ what: string; config: Written }>([
  { what: 'the default purposes', config: {} },
  { what: 'purposes with words', config: { purposes: { analytics: { title: 'Visits' }, marketing: {} } } },
  { what: 'services', config: { services: { maps: { title: 'Maps', purposes: ['marketing'] } } } },
])('what was granted and has not changed is sure: $what', ({ config }) => {
  const text = textOf(config, { analytics: 'granted', marketing: 'granted' });
  const names = [...sureGrants(text, config, NONE, NOW + DAY)];
  expect(names).toEqual(['analytics', 'marketing', ...Object.keys(config.services ?? {})]);
});

test.each<{ what: string; text: string }>([
  { what: 'a preset, which has no check value', text: 'v=1&t=1795521600000&granted=analytics.marketing' },
  { what: 'nothing', text: '' },
  { what: 'two copies', text: [1, 2].map(() => textOf({}, { analytics: 'granted' })).join(',') },
])('only what we have written once is believed: not $what', ({ text }) => {
  expect([...sureGrants(text, {}, NONE, NOW + DAY)]).toEqual([]);
});
