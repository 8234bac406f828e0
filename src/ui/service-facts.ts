import type { Texts } from '../api.ts';
import type { RightsWords } from '../lazy.ts';
import type { Service } from '../model/config.ts';

/** What a visitor may want to know of a service, as rows of label and words. What the site does not say is left out. */
export function factsOf(
  { provider, role, country, transfer, dataCategories, retention, cookies = [] }: Service,
  texts: Texts['preferences'],
  rights: RightsWords,
  language: string,
): [string, string][] {
  const rows: [string, (string | undefined)[]][] = [
    [texts.provider, [provider, role && rights[role]]],
    [
      texts.country,
      [
        ...[...new Set([country, transfer?.country])].map((place) => place && countryName(place, language)),
        transfer?.safeguard,
      ],
    ],
    [rights.data, [dataCategories].flat()],
    [texts.retention, [retention]],
    [texts.cookies, [cookies].flat().map((cookie) => (typeof cookie === 'string' ? cookie : cookie.name))],
  ];
  return rows
    .map(([label, facts]): [string, string] => [label, facts.filter(Boolean).join(', ')])
    .filter((row) => row[1]);
}

/** ISO 3166-1 codes become names in the visitor's language; anything else is already words. */
const countryName = (country: string, language: string) =>
  /^[A-Z]{2}$/.test(country) ? new Intl.DisplayNames(language, { type: 'region' }).of(country) : country;
