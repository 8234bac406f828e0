import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/sha-256.ts';

const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])('%i bytes have the hash of FIPS 180-4', (length) => {
  const text = 'a'.repeat(length);
  expect(sha256(text)).toBe(byNode(text));
});

test('any words have it, in every script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text));
    }),
  );
});
