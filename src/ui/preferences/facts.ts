import type { Service } from '../../model/config.ts';
import { linkTo } from '../../page.ts';

/** Whether a service is what the visitor looks for. */
export const isServiceFound = ({ title, provider = '', cookies = [] }: Service, query: string) =>
  isFound(JSON.stringify([title, provider, cookies]), query);

/** Whether `words` are what the visitor looks for. */
export const isFound = (words: string, query: string) => words.toLowerCase().includes(query.trim().toLowerCase());

/** The host of a web address, or nothing: `javascript:` is no policy. */
export function hostOf(address = ''): string {
  const { protocol, host } = linkTo(address);
  return /^https?:/.test(protocol) ? host : '';
}
