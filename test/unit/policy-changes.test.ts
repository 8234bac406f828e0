import { describe, expect, test } from 'vitest';
import { changesSince } from '../../src/model/policy-changes.ts';

const newestFirst = [
  { version: '3', changes: 'A map came.' },
  { version: '2', changes: 'We moved to Cork.' },
  { version: '1', changes: 'The first one.' },
];

describe.each([
  { order: 'newest first', history: newestFirst },
  { order: 'oldest first', history: newestFirst.toReversed() },
])('of a history with the $order', ({ history }) => {
  test.each([
    { known: '1', version: '3', said: 'We moved to Cork. A map came.' },
    { known: '2', version: '3', said: 'A map came.' },
    { known: '1', version: '2', said: 'We moved to Cork.' },
    // Nobody knows what has changed since then.
    { known: '0', version: '3', said: 'A map came.' },
    { known: '', version: '3', said: 'A map came.' },
  ])('who knows $known is told, at $version: $said', ({ known, version, said }) => {
    expect(changesSince(known, { version, history })).toBe(said);
  });
});

test.each([
  { what: 'without a history', history: undefined },
  { what: 'with one that does not name the version', history: [{ version: '1', changes: 'Old.' }] },
  { what: 'with one that cannot be read', history: 'x' as never },
  { what: 'with entries that cannot be read', history: [null, 7, { version: '2', changes: 5 }] as never },
])('$what the sentence of now is told', ({ history }) => {
  expect(changesSince('1', { version: '2', changes: 'We moved.', history })).toBe('We moved.');
});
