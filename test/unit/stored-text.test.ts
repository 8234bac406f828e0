import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import { configOf } from '../support/configurations.ts';
import { anything, holdsFor } from '../support/properties.ts';
import { DAY, firstVersionText, MINUTE, NOW, recordOf } from '../support/records.ts';

/** The record in `text` at the moment of these tests. */
const read = (text: string) => decodeRecord(text, NOW);

const config = configOf({
  services: { maps: { title: 'Maps', purposes: ['marketing'] }, heat: { title: 'Heat', purposes: ['analytics'] } },
});

/** What `text`, stored by whomever, allows that nobody would have without it. */
function grantedBy(text: string): string[] {
  const decisions = decideAll({
    config,
    model: 'opt-in',
    signals: { dnt: false, gpc: false },
    record: read(text),
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
    expect(read(valid)).toMatchObject({
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
    `v=1&t=${NOW - 1000}`,
    `v=1&t=${NOW + 5 * MINUTE + 1}&granted=marketing`,
    `v=1&t=${NOW + 3650 * DAY}&granted=marketing`,
    `${valid}&granted=marketing`,
    `${valid}&v=1`,
    `${valid}&`,
    `&${valid}`,
    `${valid}&other=1`,
    `${valid}&__proto__=x`,
    `${valid}&constructor=y`,
    `${valid}&denied`,
    `${valid}&denied==`,
    `${valid}&p=1=2`,
    `${valid}&s=DNT`,
    `${valid}&s=gpcdnt`,
    `${valid}&s=x`,
    `${valid}&id=abc`,
    `v=1&id=abc&t=${NOW - 1000}&denied=marketing`,
    `${valid}&c=1`,
    `v=1&c=&t=${NOW - 1000}&granted=marketing`,
    `v=1&c=1&t=${NOW - 1000}&granted=marketing`,
    TEXT.replace('granted=analytics', 'granted=marketing.analytics'),
    TEXT.replace(/^v=1&(c=[^&]*)&(.*)$/, 'v=1&$2&$1'),
    TEXT.replace(/^v=1&(c=[^&]*)&(.*)$/, '$1&v=1&$2'),
    `${valid}&p=%`,
    `${valid}&p=%zz`,
    `${valid}&p=%E0%A4%A`,
    '%',
    '%E0%A4%A',
    encodeURIComponent(valid).slice(0, -1) + '%',
    encodeURIComponent(valid).replace('%3D', '%3'),
    encodeURIComponent(encodeURIComponent(valid)),
    `"${valid}`,
    `${valid}"`,
    `'${valid}'`,
    `""${valid}""`,
    valid.toUpperCase(),
    `${valid}&p=${'x'.repeat(4096)}`,
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a server whose clock is up to five minutes ahead of ours presets a choice', () => {
    expect(grantedBy(`v=1&t=${NOW + 5 * MINUTE}&granted=marketing`)).toEqual(['marketing', 'maps']);
  });

  test('a preset needs one of the lists, whichever, and its fields in no order', () => {
    expect(read(`v=1&t=${NOW}&denied=marketing.analytics`)?.choices).toEqual({
      marketing: 'denied',
      analytics: 'denied',
    });
    expect(grantedBy(`denied=analytics&granted=marketing&t=${NOW}&v=1`)).toEqual(['marketing', 'maps']);
    expect(read('v=1&t=1795500000000&granted=analytics&denied=marketing.preferences')?.choices).toEqual({
      analytics: 'granted',
      marketing: 'denied',
      preferences: 'denied',
    });
  });

  test('a text of the first version, which has no check value, is read', () => {
    expect(firstVersionText(real)).toMatch(
      /^v=1&id=k3fz&t=\d+&x=\d+&p=2026-11&e=given&m=banner&l=de&s=gpc&granted=.+&denied=/,
    );
    expect(read(firstVersionText(real))).toEqual(real);
  });

  test('a name that is granted and denied is denied', () => {
    expect(grantedBy(`${valid}.analytics&denied=marketing`)).toEqual(['analytics', 'heat']);
  });

  test('names that are on every object grant nothing and break nothing', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(grantedBy(`v=1&t=${NOW - 1}&granted=${name}`)).toEqual([]);
      const odd = configOf({ purposes: { constructor: { title: 'C' }, [name]: { title: 'N' } } });
      const record = read(`v=1&t=${NOW - 1}&granted=${name}`);
      const decisions = decideAll({
        config: odd,
        model: 'opt-in',
        signals: { dnt: false, gpc: false },
        record,
        now: NOW,
      });
      expect(decisions[name]?.allowed).toBe(true);
      expect(record && read(encodeRecord(record))).toEqual(record);
    }
  });

  test('what was read can be written again without breaking out of the cookie', () => {
    const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^[\w*.-]{0,8}$/));
    const hostile = fc.record({ id: word, p: word, l: word, s: word, granted: word, denied: word });
    holdsFor(
      500,
      fc.property(hostile, (fields) => {
        const record = read(String(new URLSearchParams({ ...fields, v: '1', t: String(NOW) })));
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
        expect(read(text)).toBeNull();
      }),
    );
  });

  test('huge text, at once', () => {
    for (const text of ['x'.repeat(1e7), `${valid}${'.a'.repeat(1e6)}`, `${'&'.repeat(1e6)}${valid}`])
      expect(read(text)).toBeNull();
  });
});

describe('as servers write it, it is read', () => {
  const preset = `v=1&t=${NOW - 1000}&p=${encodeURIComponent('2026 "ä"')}&granted=analytics*k3f.maps&denied=marketing`;
  /** As PHP's `urlencode`: everything but letters, digits and three marks. */
  const php = (text: string) =>
    encodeURIComponent(text).replace(/[*!'()~]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

  const WRITERS: { server: string; write: (text: string) => string; starts: RegExp }[] = [
    { server: 'PHP, setcookie', write: php, starts: /^v%3D1%26.*analytics%2Ak3f/ },
    { server: 'Express', write: encodeURIComponent, starts: /^v%3D1%26.*analytics\*k3f/ },
    { server: 'Rails', write: encodeURIComponent, starts: /^v%3D1%26/ },
    {
      server: 'ASP.NET, HttpUtility.UrlEncode',
      write: (text) => encodeURIComponent(text).replace(/%../g, (it) => it.toLowerCase()),
      starts: /^v%3d1%26/,
    },
    { server: 'Python, http.cookies', write: (text) => `"${text}"`, starts: /^"v=1&/ },
    {
      server: 'Tomcat, or Python for a text with quotes in it',
      write: (text) => `"${text.replace(/%22/g, '"').replace(/["\\]/g, '\\$&')}"`,
      starts: /^"v=1&/,
    },
    { server: 'one that writes it as it is', write: (text) => text, starts: /^v=1&/ },
  ];

  test.each(WRITERS)('$server', ({ write, starts }) => {
    expect(write(preset)).toMatch(starts);
    expect(read(write(preset))).toEqual(read(preset));
    expect(read(preset)).toMatchObject({ policyVersion: '2026 "ä"', revisions: { analytics: 'k3f' } });
    // One that a server renews, with its check value, and one of the first version.
    expect(read(write(TEXT))).toEqual(real);
    expect(read(write(firstVersionText(real)))).toEqual(real);
  });

  test.each(WRITERS)('$server, cut or damaged anywhere: never a grant that was not there', ({ write }) => {
    const text = write(TEXT);
    const damaged = Array.from(text, (_, i) => [text.slice(0, i), text.slice(0, i) + '%' + text.slice(i + 1)]).flat();
    expect(damaged.filter((it) => read(it) !== null && it !== text)).toEqual([]);
  });
});

describe('what a page puts on the prototype of all objects is no choice', () => {
  /** `task` on a page that gave every object these fields. */
  function polluted<T>(wanted: Record<string, string>, task: () => T): T {
    for (const [key, value] of Object.entries(wanted)) Reflect.set(Object.prototype, key, value);
    try {
      return task();
    } finally {
      for (const key of Object.keys(wanted)) Reflect.deleteProperty(Object.prototype, key);
    }
  }

  test.each<{ what: string; wanted: Record<string, string> }>([
    { what: 'a grant', wanted: { granted: 'analytics.marketing' } },
    { what: 'a refusal', wanted: { denied: 'analytics' } },
    { what: 'a whole record', wanted: { v: '1', t: String(NOW - 1), granted: 'analytics', denied: '', e: 'given' } },
    { what: 'a check value', wanted: { c: '1', id: 'x' } },
    { what: 'answers by name', wanted: { analytics: 'granted', marketing: 'granted', maps: 'granted' } },
  ])('$what', ({ wanted }) => {
    const texts = ['', 'v=1', `v=1&t=${NOW - 1}`, 'x', TEXT.slice(0, 40)];
    expect(polluted(wanted, () => texts.map((text) => read(text)))).toEqual(texts.map(() => null));
    expect(polluted(wanted, () => grantedBy(`v=1&t=${NOW - 1}&denied=preferences`))).toEqual([]);
    expect(polluted(wanted, () => grantedBy(TEXT))).toEqual(GRANTED);
  });
});
