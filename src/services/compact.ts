/**
 * The table in few bytes, for what has to know it before any file has come: of each row the purposes and the hosts, one
 * row a line, `google-analytics a google-analytics.com analytics.google.com`. Pure.
 */
import type { ServiceConfig } from '../api.ts';
import type { Rows } from '../model/config.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  n: 'necessary',
  p: 'preferences',
  a: 'analytics',
  m: 'marketing',
};

/** The text for `rows`, whose purposes are default ones. */
export const pack = (rows: Readonly<Record<string, Pick<ServiceConfig, 'purposes' | 'match'>>>): string =>
  Object.entries(rows)
    .map(([id, { purposes, match = [] }]) => [id, purposes.map((purpose) => purpose[0]).join(''), ...match].join(' '))
    .join('\n');

/** The rows in a text of `pack`; what visitors read of them is not in it. */
export const unpack = (text: string): Rows =>
  Object.fromEntries(
    text.split('\n').map((line) => {
      const [id = '', letters = '', ...match] = line.split(' ');
      return [id, { title: id, purposes: letters.split('').flatMap((letter) => PURPOSES[letter] ?? []), match }];
    }),
  );
