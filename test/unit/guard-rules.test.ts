import { expect, test } from 'vitest';
import { rulesOf } from '../../src/model/rules.ts';
import type { BlockRule } from '../../src/api.ts';

test("the site's own rules come first, then a rule for each service that says where it loads from", () => {
  const own = { match: 'youtube.com/watch', consent: 'analytics' };
  expect(
    rulesOf(
      [own],
      [
        ['youtube', { match: ['youtube.com', 'ytimg.com'] }],
        ['internal', {}],
      ],
    ),
  ).toEqual([
    { match: ['youtube.com/watch'], consent: 'analytics' },
    { match: ['youtube.com', 'ytimg.com'], consent: 'youtube' },
  ]);
});

test('what is no rule stops no other', () => {
  const wrong: unknown[] = JSON.parse(
    '["x", null, 5, {}, {"match": 5, "consent": "a"}, {"match": "a.example"}, {"match": ["a.example", null], ' +
      '"consent": "ads"}]',
  );
  const services = JSON.parse('[["one", null], ["two", {"match": null}], ["three", {"match": "b.example"}]]');
  expect(rulesOf(wrong as BlockRule[], services)).toEqual([
    { match: ['a.example'], consent: 'ads' },
    { match: ['b.example'], consent: 'three' },
  ]);
});
