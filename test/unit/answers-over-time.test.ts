import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { createRecord } from '../../src/model/new-record.ts';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentModel, ConsentRecord } from '../../src/api.ts';
import { configOf } from '../support/configurations.ts';
import { holdsFor } from '../support/properties.ts';
import { DAY, NOW } from '../support/records.ts';

/*
 * Any life of a stored choice: answers to everything, to a part or to one service, months that pass, signals that come
 * and go, the text written and read again. Beside it stands what the visitor said last about each name, and when, and
 * under which signal. Nothing may ever be allowed by a choice that is not that.
 */
const services = { maps: ['marketing'], heat: ['analytics', 'marketing'], count: ['analytics'], shield: ['security'] };
const config = configOf({
  purposes: { analytics: {}, marketing: {}, security: { title: 'Security', legalBasis: 'legitimate-interest' } },
  services: Object.fromEntries(Object.entries(services).map(([id, purposes]) => [id, { title: id, purposes }])),
});
const purposes = ['analytics', 'marketing', 'security'];
const names = [...purposes, ...Object.keys(services)];

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      answer: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('granted' as const, 'denied' as const), {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      answer: fc
        .constantFrom<Choice>('granted', 'denied')
        .map((choice) => Object.fromEntries(purposes.map((id) => [id, choice]))),
    }),
  },
  { weight: 2, arbitrary: fc.record({ days: fc.integer({ min: -400, max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ dnt: fc.boolean(), gpc: fc.boolean() }) },
);

interface Said {
  readonly choice: Choice;
  readonly at: number;
  readonly underGpc: boolean;
}

test.each(['opt-in', 'opt-out', 'notice'] satisfies ConsentModel[])(
  "under %s nothing is allowed against the visitor's last word",
  (model) => {
    holdsFor(
      200,
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        let now = NOW;
        // Answers are dated one after the other, also when the clock is set back.
        let latest = 0;
        let signals = { dnt: false, gpc: false };
        let record: ConsentRecord | null = null;
        const said = new Map<string, Said>();

        for (const happening of steps) {
          if ('days' in happening) now += happening.days * DAY;
          else if ('gpc' in happening) signals = happening;
          else {
            // Under a signal that no choice beats the page takes refusals only.
            const choices = Object.fromEntries(
              Object.entries(happening.answer).filter(([, choice]) => choice === 'denied' || !signals.dnt),
            );
            record = createRecord(
              record,
              { choices, event: 'given', method: 'banner', language: 'en', signals },
              config,
              now,
            );
            for (const id of purposes)
              if (choices[id])
                for (const [service, under] of Object.entries(services)) if (under.includes(id)) said.delete(service);
            latest = Math.max(now, latest + 1);
            for (const [id, choice] of Object.entries(choices))
              said.set(id, { choice, at: latest, underGpc: signals.gpc });
          }
          // Read at the latest moment that there was: a record from the future would be no answer.
          record = record && decodeRecord(encodeRecord(record), Math.max(now, latest));

          const decisions = decideAll({ config, model, signals, record, now });
          for (const id of names) {
            const word = said.get(id);
            const decision = decisions[id];
            const isOwnGrant = word?.choice === 'granted' && (!signals.gpc || word.underGpc);
            if (word?.choice === 'denied') expect([id, decision?.allowed]).toEqual([id, false]);
            if (signals.dnt) expect([id, decision?.allowed]).toEqual([id, false]);
            if (decision?.allowed && purposes.includes(id))
              expect([id, decision.reason === 'default' || isOwnGrant]).toEqual([id, true]);
            if (decision?.allowed && id in services) {
              const under = services[id as keyof typeof services];
              expect([id, isOwnGrant || under.every((purpose) => decisions[purpose]?.allowed)]).toEqual([id, true]);
            }
            if (decision?.reason === 'choice' && decision.allowed && word)
              expect(now - word.at).toBeLessThan(182 * DAY);
          }
        }
      }),
    );
  },
);
