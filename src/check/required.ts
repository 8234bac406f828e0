import type { Tell } from './compare.ts';
import { at, find } from './find.ts';
import { isObject, type Fields } from './kinds.ts';

/** The lists whose entries are objects: what each entry needs, and how one looks. */
const LISTS = {
  regions: { keys: ['regions'], example: '{ regions: ["US"], model: "opt-out" }' },
  block: { keys: ['match', 'consent'], example: '{ match: "example.com", consent: "analytics" }' },
};

/** What cannot be left out. */
export function checkRequired(input: Fields, tell: Tell): void {
  const error = (field: string, fix: string) => tell('error', field, fix);
  if (at(input, 'policy').url === undefined)
    error('policy.url', 'give the address of your privacy policy, for example data-policy="/privacy"');
  if (input.controller && at(input, 'controller').name === undefined)
    error('controller.name', 'give the name of the company or person that is responsible');
  if (input.records && at(input, 'records').endpoint === undefined)
    error('records.endpoint', 'give the address that records are sent to');
  for (const [field, { country }] of find(input, 'services.*.transfer'))
    if (!country) error(`${field}.country`, 'name the country that the data goes on to, for example "US"');
  for (const [list, { keys, example }] of Object.entries(LISTS)) {
    const entries: unknown = input[list];
    for (const [i, entry] of Array.isArray(entries) ? entries.entries() : []) {
      const isWhole = isObject(entry) && keys.every((key) => entry[key] !== undefined);
      if (!isWhole) error(`${list}.${i}`, `must be like ${example}`);
    }
  }
}
