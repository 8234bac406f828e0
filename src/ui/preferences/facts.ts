import type { Texts } from '../../api.ts';
import type { Service } from '../../model/config.ts';

/** What a visitor may want to know of a service, as rows of label and words. What the site does not say is left out. */
export function factsOf(
  { provider, country, retention, cookies }: Service,
  texts: Texts['preferences'],
  language: string,
): [string, string][] {
  const rows: [string, string | undefined][] = [
    [texts.provider, provider],
    [texts.country, country && countryName(country, language)],
    [texts.retention, retention],
    [
      texts.cookies,
      [cookies ?? []]
        .flat()
        .map((cookie) => (typeof cookie === 'string' ? cookie : cookie.name))
        .join(', '),
    ],
  ];
  return rows.filter((row): row is [string, string] => !!row[1]);
}

/** ISO 3166-1 codes become names in the visitor's language; anything else is already words. */
const countryName = (country: string, language: string) =>
  /^[A-Z]{2}$/.test(country) ? new Intl.DisplayNames(language, { type: 'region' }).of(country) : country;

/** Whether a service is what the visitor looks for. */
export const isServiceFound = ({ title, provider = '', cookies = [] }: Service, query: string) =>
  isFound(JSON.stringify([title, provider, cookies]), query);

/** Whether `words` are what the visitor looks for. */
export const isFound = (words: string, query: string) => words.toLowerCase().includes(query.trim().toLowerCase());

/** The host of a web address, or nothing: `javascript:` is no policy. */
export function hostOf(address = ''): string {
  try {
    const { protocol, host } = new URL(address, location.href);
    return /^https?:/.test(protocol) ? host : '';
  } catch {
    return ''; // What cannot be parsed is no address.
  }
}
