import type { CookiePattern, ServiceConfig } from '../api.ts';
import { aText, listOf, ownFields } from './coerce.ts';

/** The patterns of the cookies' names that a service may set. What is no pattern fits nothing. */
export const cookiePatterns = ({ cookies }: Pick<ServiceConfig, 'cookies'>): string[] =>
  listOf<CookiePattern>(cookies).map((pattern) => aText(pattern) || aText(ownFields<{ name: string }>(pattern).name));

/** The patterns of the keys that a service may set in the storage of a page. */
export const storagePatterns = ({ storageKeys }: Pick<ServiceConfig, 'storageKeys'>): string[] => [
  ...listOf<string>(storageKeys?.local),
  ...listOf<string>(storageKeys?.session),
];
