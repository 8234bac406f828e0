import type { Tell } from './compare.ts';
import { find } from './find.ts';
import { isText, type Fields } from './kinds.ts';

/** ISO 3166: a country, and where wanted a part of it. */
const CODE = /^[A-Z]{2}(-[A-Z\d]{1,3})?$/;

/** What many write instead. */
const CUSTOMARY: Readonly<Record<string, string>> = { USA: '"US"', UK: '"GB"', EU: 'the codes of its countries' };

/** Codes that are no visitor's region. */
export function checkRegions(input: Fields, tell: Tell): void {
  const see = (field: string, code: unknown, form: string) => {
    if (!isText(code)) return;
    const neat = code.trim().toUpperCase().replace('_', '-');
    const meant = Object.hasOwn(CUSTOMARY, neat) ? CUSTOMARY[neat] : neat !== code && CODE.test(neat) && `"${neat}"`;
    if (meant) tell('warning', field, `"${code}" is no code of ISO 3166; did you mean ${meant}?`);
    else if (!CODE.test(code)) tell('warning', field, `"${code}" is no code of ISO 3166; write ${form}`);
  };
  if (input.region !== '') see('region', input.region, '"US" or "US-CA"');
  for (const [field, { regions }] of find(input, 'regions.#')) {
    for (const [i, code] of Array.isArray(regions) ? regions.entries() : [])
      if (code !== '*') see(`${field}.regions.${i}`, code, '"US", "US-CA", or "*" for everywhere');
  }
}
