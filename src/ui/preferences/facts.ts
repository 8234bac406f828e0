import type { Service } from '../../model/config.ts';

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
