import type { Tell } from './compare.ts';
import { FIELDS } from './fields.ts';
import { at } from './find.ts';
import { isObject, type Fields } from './kinds.ts';

/** How an entry of a list looks; each of its fields is needed. */
const ENTRIES = {
  regions: '{ regions: ["US"], model: "opt-out" }',
  block: '{ match: "example.com", consent: "analytics" }',
} as const;

/** What cannot be left out. */
export function checkRequired(input: Fields, tell: Tell): void {
  const error = (field: string, fix: string) => tell('error', field, fix);
  if (at(input, 'policy').url === undefined)
    error('policy.url', 'give the address of your privacy policy, for example data-policy="/privacy"');
  if (input.records && at(input, 'records').endpoint === undefined)
    error('records.endpoint', 'give the address that records are sent to');
  for (const list of ['regions', 'block'] as const) {
    const entries: unknown = input[list];
    for (const [i, entry] of Array.isArray(entries) ? entries.entries() : []) {
      const isWhole = isObject(entry) && Object.keys(FIELDS[`${list}.#`]).every((key) => entry[key] !== undefined);
      if (!isWhole) error(`${list}.${i}`, `must be like ${ENTRIES[list]}`);
    }
  }
}
