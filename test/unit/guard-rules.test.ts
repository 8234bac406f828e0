import { expect, test } from 'vitest';
import { mentions, rulesOf } from '../../src/model/rules.ts';
import type { BlockRule } from '../../src/api.ts';

test("the site's own rules come first, then a rule for each service that says where it loads from", () => {
  const own = { match: 'youtube.com/watch', globals: ['YT'], consent: 'analytics' };
  expect(
    rulesOf(
      [own],
      [
        ['youtube', { match: ['youtube.com', 'ytimg.com'] }],
        ['internal', {}],
      ],
    ),
  ).toEqual([
    { match: ['youtube.com/watch'], globals: ['YT'], consent: 'analytics' },
    { match: ['youtube.com', 'ytimg.com'], globals: [], consent: 'youtube' },
  ]);
});

test('what is no rule stops no other', () => {
  const wrong: unknown[] = JSON.parse(
    '["x", null, 5, {}, {"match": 5, "consent": "a"}, {"match": "a.example"}, {"match": ["a.example", null], ' +
      '"consent": "ads"}]',
  );
  const services = JSON.parse('[["one", null], ["two", {"match": null}], ["three", {"match": "b.example"}]]');
  expect(rulesOf(wrong as BlockRule[], services)).toEqual([
    { match: ['a.example'], globals: [], consent: 'ads' },
    { match: ['b.example'], globals: [], consent: 'three' },
  ]);
});

test.each([
  ['hbspt.forms.create({})', 'hbspt', true],
  ['window.hbspt=1', 'hbspt', true],
  ["w['hbspt']", 'hbspt', true],
  ['my_hbspt()', 'hbspt', false],
  ['hbspt2(); $hbspt()', 'hbspt', false],
  ['hbspt2(); hbspt()', 'hbspt', true],
  ['', 'hbspt', false],
  ['anything', '', false],
])('a global is a word of its own: %s mentions %s, %s', (code, name, isMentioned) => {
  expect(mentions(code, name)).toBe(isMentioned);
});
