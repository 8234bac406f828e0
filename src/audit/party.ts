/** Whose an address is. */
import { getDomain } from 'tldts';

/**
 * The domain that one owner registered, by the Public Suffix List; for what has none (`localhost`), the host itself.
 */
export const siteOf = (hostname: string): string => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;

/**
 * Hosts at which builders keep the files of their customers' sites: the pictures, style sheets and scripts of the page
 * itself. Whoever serves the page serves these, so they are no more another's than the page is.
 */
const BUILDERS = [
  // Webflow
  'cdn.prod.website-files.com',
  'assets-global.website-files.com',
  'assets.website-files.com',
  'uploads-ssl.webflow.com',
  'd3e54v103j8qbb.cloudfront.net',
  // Shopify
  'cdn.shopify.com',
  // WordPress.com, and Jetpack's accelerator for the files of a site
  'i0.wp.com',
  'i1.wp.com',
  'i2.wp.com',
  'i3.wp.com',
  'c0.wp.com',
  's0.wp.com',
  's1.wp.com',
  's2.wp.com',
  'files.wordpress.com',
  // Wix
  'static.wixstatic.com',
  'static.parastorage.com',
  'siteassets.parastorage.com',
  // Squarespace
  'assets.squarespace.com',
  'static1.squarespace.com',
  'images.squarespace-cdn.com',
  // Framer
  'framerusercontent.com',
];

/** Whether `address` goes to another site than that of the page at `home`. What has no host goes nowhere. */
export function isThirdParty(address: URL, home: URL): boolean {
  if (!/^(https?|wss?):$/.test(address.protocol)) return false;
  if (BUILDERS.some((host) => `.${address.hostname}`.endsWith(`.${host}`))) return false;
  return siteOf(address.hostname) !== siteOf(home.hostname);
}

/** An address, or `undefined` for what is none. */
export const parseAddress = (text: string, base?: URL): URL | undefined =>
  URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
