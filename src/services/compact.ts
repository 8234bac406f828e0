/**
 * The table in few bytes, for what has to know it before any file has come: of each row the purposes, the hosts, and
 * the globals behind an equals sign, one row a line, `hubspot-forms m hsforms.net =hbspt`. In these `~` stands for the
 * id, which most of them hold, and a final dot for `.com`: `hotjar a ~. ~.io`. Pure.
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
export const pack = (rows: Readonly<Record<string, Pick<ServiceConfig, 'purposes' | 'match' | 'globals'>>>): string =>
  Object.entries(rows)
    .map(([id, { purposes, match = [], globals = [] }]) => {
      const words = [...match, ...globals.map((name) => `=${name}`)];
      const short = words.map((word) => word.replace(id, '~').replace(/\.com$/, '.'));
      return [id, purposes.map((purpose) => purpose[0]).join(''), ...short].join(' ');
    })
    .join('\n');

/** The rows in a text of `pack`; what visitors read of them is not in it. */
export const unpack = (text: string): Rows =>
  Object.fromEntries(
    text.split('\n').map((line) => {
      const [id = '', letters = '', ...rest] = line.split(' ');
      const purposes = letters.split('').flatMap((letter) => PURPOSES[letter] ?? []);
      const words = rest.map((word) => word.replace('~', id).replace(/\.$/, '.com'));
      const match = words.filter((word) => word[0] !== '=');
      const globals = words.filter((word) => word[0] === '=').map((word) => word.slice(1));
      return [id, { title: id, purposes, match, globals }];
    }),
  );
