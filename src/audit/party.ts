/** Whose an address is. */
import { getDomain } from 'tldts';

/**
 * The domain that one owner registered, by the Public Suffix List; for what has none (`localhost`), the host itself.
 */
export const siteOf = (hostname: string): string => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;

/** Whether `address` goes to another site than that of the page at `home`. What has no host goes nowhere. */
export function isThirdParty(address: URL, home: URL): boolean {
  return /^(https?|wss?):$/.test(address.protocol) && siteOf(address.hostname) !== siteOf(home.hostname);
}

/** An address, or `undefined` for what is none. */
export const parseAddress = (text: string, base?: URL): URL | undefined =>
  URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
