import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { encodeRecord } from '../../src/model/new-record.ts';
import { decodeRecord } from '../../src/model/record.ts';
import { configOf } from '../support/configurations.ts';
import { anything, holdsFor } from '../support/properties.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const config = configOf({
  services: { maps: { title: 'Maps', purposes: ['marketing'] }, heat: { title: 'Heat', purposes: ['analytics'] } },
});

/** What `text`, stored by whomever, allows that nobody would have without it. */
function grantedBy(text: string): string[] {
  const decisions = decideAll({
    config,
    model: 'opt-in',
    signals: { dnt: false, gpc: false },
    record: decodeRecord(text),
    now: NOW,
  });
  return Object.keys(decisions).filter((id) => decisions[id]?.allowed && id !== 'necessary');
}

const meaningOf = (id: string) => {
  return config.purposes.get(id)?.meanings.join('') ?? '';
};
const real = recordOf(
  { analytics: 'granted', heat: 'granted', marketing: 'denied', preferences: 'denied', maps: 'denied' },
  {
    id: 'k3fz',
    policyVersion: '2026-11',
    language: 'de',
    signals: { dnt: false, gpc: true },
    revisions: Object.fromEntries(['analytics', 'marketing', 'preferences'].map((id) => [id, meaningOf(id)])),
  },
);
const TEXT = encodeRecord(real);
const GRANTED = ['analytics', 'heat'];

test('the text that the damage starts from grants what was granted', () => {
  expect(grantedBy(TEXT)).toEqual(GRANTED);
});

describe('what is damaged never grants what was not granted, and is never thrown', () => {
  const grantsNothingNew = (texts: Iterable<string>) =>
    [...texts].filter((text) => grantedBy(text).some((id) => !GRANTED.includes(id)));

  test('cut off anywhere, at either end', () => {
    expect(grantsNothingNew(Array.from(TEXT, (_, i) => TEXT.slice(0, i)))).toEqual([]);
    expect(grantsNothingNew(Array.from(TEXT, (_, i) => TEXT.slice(i + 1)))).toEqual([]);
  });

  test('three bits of each byte flipped', () => {
    const flipped = Array.from(TEXT, (_, i) =>
      [0, 2, 5].map(
        (bit) => TEXT.slice(0, i) + String.fromCharCode(TEXT.charCodeAt(i) ^ (1 << bit)) + TEXT.slice(i + 1),
      ),
    );
    expect(grantsNothingNew(flipped.flat())).toEqual([]);
  });

  test('any byte replaced by any character that means something, or left out, or doubled', () => {
    const damaged = Array.from(TEXT, (_, i) =>
      [...'&=.*%+;,| 0aZ_-\0\n', '', TEXT.charAt(i).repeat(2)].map(
        (character) => TEXT.slice(0, i) + character + TEXT.slice(i + 1),
      ),
    );
    expect(grantsNothingNew(damaged.flat())).toEqual([]);
  });
});

describe('what is not exactly one of ours is no choice', () => {
  const valid = `v=1&t=${NOW - 1000}&granted=marketing`;

  test('the shortest text that counts, as a test or a server presets it', () => {
    expect(grantedBy(valid)).toEqual(['marketing', 'maps']);
    expect(decodeRecord(valid)).toMatchObject({
      event: 'given',
      method: 'api',
      givenAt: NOW - 1000,
      expiresAt: NOW - 1000 + 182 * DAY,
      choices: { marketing: 'granted' },
    });
  });

  test.each([
    '',
    '1',
    'true',
    'yes',
    'granted',
    'null',
    'undefined',
    '{}',
    '[]',
    '{"granted":["marketing"]}',
    '%7B%22marketing%22%3Atrue%7D',
    '!marketing=true',
    'marketing=true',
    valid.replace('v=1', 'v=2'),
    valid.replace('v=1', 'v=1.0'),
    valid.replace('v=1', 'v=01'),
    valid.replace('v=1', 'v='),
    valid.replace('v=1&', ''),
    valid.replace('v=1', 'V=1'),
    valid.replace(/t=\d+/, 't='),
    valid.replace(/t=\d+/, 't=now'),
    valid.replace(/t=\d+/, 't=-1'),
    valid.replace(/t=\d+/, 't=0'),
    valid.replace(/t=\d+/, 't=NaN'),
    valid.replace(/t=\d+/, 't=Infinity'),
    valid.replace(/t=\d+/, 't=1e300'),
    valid.replace(/t=\d+/, 't=8640000000000001'),
    valid.replace(/t=\d+/, 't=2026-11-24'),
    valid.replace(/t=\d+&/, ''),
    `${valid}&x=1`,
    `${valid}&x=${NOW - 1000}`,
    `${valid}&x=never`,
    `${valid}&x=Infinity`,
    `${valid}&x=${NOW + 396 * DAY}`,
    `${valid}&x=-1`,
    `${valid}&e=allowed`,
    `${valid}&e=`,
    `${valid}&m=nobody`,
    `${valid}&e=givenbanner&m=`,
    `${valid}&e=given&m=bannerapi`,
    `${valid}.Marketing`,
    `${valid}.a b`,
    `${valid},analytics`,
    `${valid}|analytics`,
    `${valid}.<script>`,
    `${valid}*a`,
    `${valid}*abcd`,
    `${valid}*ABC`,
    `${valid}*abc*abc`,
    `${valid}*abc;path=/`,
    `${valid}*`,
    `${valid}.*abc`,
    `${valid}.ä`,
    `${valid}.%00`,
    `${valid}&denied=Analytics`,
    encodeURIComponent(valid),
    JSON.stringify(valid),
    `"${valid}"`,
    valid.toUpperCase(),
    `${valid}&p=${'x'.repeat(4096)}`,
  ])('%s', (text) => {
    expect(decodeRecord(text)).toBeNull();
  });

  test('a name that is granted and denied is denied', () => {
    expect(grantedBy(`${valid}.analytics&denied=marketing`)).toEqual(['analytics', 'heat']);
  });

  test('names that are on every object grant nothing and break nothing', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(grantedBy(`v=1&t=${NOW - 1}&granted=${name}&__proto__=x&constructor=y`)).toEqual([]);
      const odd = configOf({ purposes: { constructor: { title: 'C' }, [name]: { title: 'N' } } });
      const record = decodeRecord(`v=1&t=${NOW - 1}&granted=${name}`);
      const decisions = decideAll({
        config: odd,
        model: 'opt-in',
        signals: { dnt: false, gpc: false },
        record,
        now: NOW,
      });
      expect(decisions[name]?.allowed).toBe(true);
      expect(record && decodeRecord(encodeRecord(record))).toEqual(record);
    }
  });

  test('what was read can be written again without breaking out of the cookie', () => {
    const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^[\w*.-]{0,8}$/));
    const hostile = fc.record({ id: word, p: word, l: word, s: word, granted: word, denied: word });
    holdsFor(
      500,
      fc.property(hostile, (fields) => {
        const record = decodeRecord(String(new URLSearchParams({ ...fields, v: '1', t: String(NOW) })));
        if (record) expect(encodeRecord(record)).toMatch(/^[!#-+\--:<-[\]-~]+$/);
      }),
    );
  });

  test('random text, random bytes and anything that became a string', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'v=1&t01granted.*%ad;,x'), maxLength: 80 }),
      fc.json(),
      anything.map((value) => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? 0 : inner)) ?? ''),
    );
    holdsFor(
      1000,
      fc.property(texts, (text) => {
        expect(decodeRecord(text)).toBeNull();
      }),
    );
  });

  test('huge text, at once', () => {
    for (const text of ['x'.repeat(1e7), `${valid}${'.a'.repeat(1e6)}`, `${'&'.repeat(1e6)}${valid}`])
      expect(decodeRecord(text)).toBeNull();
  });
});
