import type { Choice, ConsentRecord } from '../../src/api.ts';
import { encodeRecord } from '../../src/model/record.ts';

/** In milliseconds. */
export const MINUTE = 6e4;
export const DAY = 864e5;
/** The moment at which most tests happen. */
export const NOW = Date.UTC(2026, 10, 24, 12);

/** A record that was given an hour ago to the question as it is, and what a test wants otherwise. */
export const recordOf = (choices: Record<string, Choice> = {}, wanted: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: 'abc123',
  givenAt: NOW - 36e5,
  expiresAt: NOW + 100 * DAY,
  policyVersion: '',
  event: 'given',
  method: 'banner',
  language: 'en',
  signals: { dnt: false, gpc: false },
  choices: Object.assign(Object.create(null), choices),
  revisions: {},
  ...wanted,
});

/** `record` as the first version stored it: the same fields, without a check value. */
export const firstVersionText = (record: ConsentRecord): string =>
  encodeRecord(record).replace(/(?<=^v=1)&c=[^&]*/, '');
