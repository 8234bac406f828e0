import { expect, test } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { createRecord } from '../../src/model/new-record.ts';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentRecord } from '../../src/api.ts';
import { configOf } from '../support/configurations.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { DAY, firstVersionText, NOW } from '../support/records.ts';

/** A failing case is found again with it. */
const SEED = 20_261_127;

const config = configOf({
  policy: { url: '/privacy', version: '2026-11 "ä"' },
  services: {
    maps: { title: 'Maps', purposes: ['marketing'] },
    heat: { title: 'Heat', purposes: ['analytics', 'marketing'] },
    count: { title: 'Count', purposes: ['analytics'] },
  },
});
const NONE = { dnt: false, gpc: false };
const PURPOSES = ['preferences', 'analytics', 'marketing'];
const NAMES = [...PURPOSES, 'maps', 'heat', 'count'];

/** Ten records as the page makes them, one after the other, of all kinds. */
function realRecords(random: Random): ConsentRecord[] {
  let before: ConsentRecord | null = null;
  return Array.from({ length: 10 }, (_, i) => {
    const answered = i % 3 ? NAMES.filter(() => random.oneIn(2)) : PURPOSES;
    const choice = (): Choice => random.pick(['granted', 'denied']);
    const made = createRecord(
      i % 5 ? before : null,
      {
        // Refusals among them, always: those are what damage must not take away.
        choices: { ...Object.fromEntries(answered.map((name) => [name, choice()])), marketing: 'denied' },
        event: random.pick(['given', 'refused', 'withdrawn', 'objected']),
        method: random.pick(['banner', 'preferences', 'placeholder', 'page', 'api']),
        language: random.pick(['', 'de', 'pt-BR', 'zh-Hant']),
        signals: { dnt: random.oneIn(3), gpc: random.oneIn(3) },
      },
      config,
      NOW - (11 - i) * DAY,
    );
    const record = { ...made, id: random.below(2 ** 31).toString(36) }; // The page's own is another in each run.
    before = record;
    return record;
  });
}

/** Something hostile, and the text that it was made of, if any. */
interface Case {
  readonly text: string;
  readonly from?: string;
}

const cuts = (from: string): Case[] => Array.from(from, (_, length) => ({ text: from.slice(0, length), from }));
const flips = (from: string): Case[] =>
  Array.from(from, (_, i) =>
    Array.from({ length: 8 }, (_bit, bit) => ({
      text: from.slice(0, i) + String.fromCharCode(from.charCodeAt(i) ^ (1 << bit)) + from.slice(i + 1),
      from,
    })),
  ).flat();

/** One to three places of `from` with something else in them. */
function edited(from: string, random: Random): string {
  let text = from;
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const at = random.below(text.length + 1);
    const cut = random.oneIn(2) ? random.below(4) : 0;
    const put = random.pick([
      '',
      '',
      '%',
      '"',
      '\\',
      '*',
      '=',
      '\u0000',
      'ä',
      'x',
      '0',
      '%00',
      '%2',
      '"\\"',
      '__proto__',
    ]);
    text = text.slice(0, at) + put + text.slice(at + cut);
  }
  return text;
}

/** Pieces of what is valid, and of what is not, in any order. */
const jumbled = (random: Random): string =>
  Array.from({ length: 1 + random.below(12) }, () =>
    random.pick([
      ...['v=1', 'c=', 'c=1y0qyl2', 'id=a', `t=${NOW}`, 't=1e12', `x=${NOW + DAY}`, 'e=given', 'm=api', 's=gpc', 'p=%'],
      ...['granted', 'granted=', 'denied=', 'granted=__proto__', 'denied=constructor', 'granted[]=analytics'],
      ...['granted=Analytics', 'granted={"analytics":true}', 'v=2', '%00', 'true', '{}', '\uD800', 'x'.repeat(500)],
    ]),
  ).join(random.pick(['&', '&', '&', ';', '%26', '', '"']));

const read = (text: string, now = NOW) => decodeRecord(text, now);
const grantsIn = (record: ConsentRecord | null): string[] => {
  const decisions = decideAll({ config, model: 'opt-in', signals: NONE, record, now: NOW });
  return NAMES.filter((name) => decisions[name]?.allowed);
};
const named = (record: ConsentRecord | null, choice: Choice) =>
  Object.keys(record?.choices ?? {}).filter((name) => record?.choices[name] === choice);

/** The record that follows when the visitor answers `choices` after `record`, and what the next page reads of it. */
function answerAfter(record: ConsentRecord | null, choices: Record<string, Choice>) {
  const answer = { choices, event: 'given', method: 'banner', language: 'en', signals: NONE } as const;
  const next = createRecord(record, answer, config, NOW);
  return { next, kept: read(encodeRecord(next), NOW + 1000) };
}

const random = randomFrom(SEED);
const records = realRecords(random);
const ours = records.map(encodeRecord);
const first = records.map(firstVersionText);
const presets = records.map(
  (record) =>
    `v=1&t=${record.givenAt}&granted=${named(record, 'granted').join('.')}&denied=${named(record, 'denied').join('.')}`,
);
const strangers = [...hostileTexts(NOW), ...Array.from({ length: 1500 }, () => jumbled(random))];
const cases: Case[] = [
  ...ours.flatMap(cuts),
  ...ours.flatMap(flips),
  ...first.flatMap(cuts),
  ...first.flatMap(flips),
  ...[...ours, ...first, ...presets].flatMap((from) =>
    Array.from({ length: 60 }, () => ({ text: edited(from, random), from })),
  ),
  ...[...ours, ...first].flatMap((from) => cuts(encodeURIComponent(from)).map(({ text }) => ({ text, from }))),
  ...strangers.map((text) => ({ text })),
];

console.info(`${cases.length} hostile values, seed ${SEED}`);

test('there are more than ten thousand, and what they are made of is read', () => {
  expect(cases.length).toBeGreaterThan(10_000);
  expect(records.map((record) => named(record, 'granted').length > 0)).toContain(true);
  expect(ours.map((text) => read(text))).toEqual(records);
  expect(first.map((text) => read(text))).toEqual(records);
  expect(presets.map((text) => read(text)?.choices)).toEqual(records.map(({ choices }) => choices));
});

test('0 grants that were not there', () => {
  const wrong = cases.filter(({ text, from }) => {
    const there = from === undefined ? [] : grantsIn(read(from));
    return grantsIn(read(text)).some((name) => !there.includes(name));
  });
  expect(wrong).toEqual([]);
});

test('0 exceptions', () => {
  const thrown = cases.filter(({ text }) => {
    try {
      const record = read(text);
      if (record) encodeRecord(record);
      return false;
    } catch {
      return true; // Counted, and shown by the comparison below.
    }
  });
  expect(thrown).toEqual([]);
});

test('0 later choices that do not stick', () => {
  const all = (choice: Choice) => Object.fromEntries(PURPOSES.map((name) => [name, choice]));
  const byName = (choices: object = {}) =>
    JSON.stringify(Object.entries(choices).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const lost = [...new Map(cases.map(({ text }) => [text, read(text)]))].filter(([text, record]) =>
    // What is no choice is the same nothing each time: one in a hundred is enough.
    record || text.length % 100 === 0
      ? [all('granted'), all('denied'), { maps: 'granted' as const }].some((choices) => {
          const { next, kept } = answerAfter(record, choices);
          return (
            byName(kept?.choices) !== byName(next.choices) ||
            Object.entries(choices).some(([name, choice]) => kept?.choices[name] !== choice)
          );
        })
      : false,
  );
  expect(lost).toEqual([]);
});

test('a damaged record of ours is no choice at all, wherever one bit fell over or the rest was cut off', () => {
  const believed = ours.flatMap((from) => [...cuts(from), ...flips(from)]).filter(({ text }) => read(text));
  expect(believed).toEqual([]);
});

test('a cut before the refusals leaves no grant, in records of the first version too', () => {
  const wrong = first.flatMap(cuts).filter(({ text }) => read(text) && !text.includes('&denied='));
  expect(wrong).toEqual([]);
  // Within their last list, texts without a check value do not tell what is missing: what is left of it still counts.
  const worse = first.flatMap(cuts).filter(({ text, from = '' }) => {
    const grants = named(read(from), 'granted');
    return named(read(text), 'granted').some((name) => !grants.includes(name));
  });
  expect(worse).toEqual([]);
});
