/**
 * The table in few bytes, for what has to know it before any file has come: under a line with their purposes, one row a
 * line with its id, the hosts, and the globals behind an equals sign, `hubspot-forms hsforms.net =hbspt`. In these `~`
 * stands for the id, which most of them hold, and a final dot for `.com`: `hotjar ~. ~.io`. Pure.
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
export function pack(rows: Readonly<Record<string, Pick<ServiceConfig, 'purposes' | 'match' | 'globals'>>>): string {
  const groups = new Map<string, string>();
  for (const [id, { purposes, match = [], globals = [] }] of Object.entries(rows)) {
    const letters = purposes.map((purpose) => purpose[0]).join('');
    const words = [...match, ...globals.map((name) => `=${name}`)];
    const short = words.map((word) => word.replace(id, '~').replace(/\.com$/, '.'));
    groups.set(letters, [groups.get(letters) ?? letters, [id, ...short].join(' ')].join('\n'));
  }
  return [...groups.values()].join('\n\n');
}

/** The rows in a text of `pack`; what visitors read of them is not in it. */
export const unpack = (text: string): Rows =>
  Object.fromEntries(
    text.split('\n\n').flatMap((group) => {
      const [letters = '', ...lines] = group.split('\n');
      const purposes = letters.split('').flatMap((letter) => PURPOSES[letter] ?? []);
      return lines.map((line) => {
        const [id = '', ...rest] = line.split(' ');
        const words = rest.map((word) => word.replace('~', id).replace(/\.$/, '.com'));
        const match = words.filter((word) => word[0] !== '=');
        const globals = words.filter((word) => word[0] === '=').map((word) => word.slice(1));
        return [id, { title: id, purposes, match, globals }];
      });
    }),
  );
