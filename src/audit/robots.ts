/** What a site asks of programs that visit it, https://www.rfc-editor.org/rfc/rfc9309 */
import robotsParser from 'robots-parser';
import { parseAddress } from './party.ts';

/** The name by which robots.txt can speak to us. */
export const AGENT = 'CommsorConsentAudit';

/** How long is waited for robots.txt, in milliseconds. */
const PATIENCE = 10_000;
/** The longest pause between two pages that is honoured, in seconds. */
const LONGEST_PAUSE = 30;
/** A server that is asked to wait says so by this, and has not said what it asks for. */
const TOO_MANY_REQUESTS = 429;

export interface Robots {
  allows(address: string): boolean;
  /** Seconds between two pages. */
  pause: number;
  /** The addresses of the sitemaps that it names. */
  sitemaps: readonly string[];
}

/** What the server says in the place of `robots.txt`, as "answers with the status 503". */
export interface Unreachable {
  fault: string;
}

/**
 * Reads `robots.txt` of the site of `address`. A site without one asks nothing; of one that cannot be reached, nobody
 * knows what it asks (2.3.1.4).
 */
export async function readRobots(
  address: string,
  userAgent: string,
  patience = PATIENCE,
): Promise<Robots | Unreachable> {
  const place = new URL('/robots.txt', address).href;
  const headers = { 'user-agent': userAgent };
  try {
    const response = await fetch(place, { headers, signal: AbortSignal.timeout(patience) });
    if (response.ok) return parseRobots(place, await response.text());
    await response.body?.cancel();
    if (response.status >= 500 || response.status === TOO_MANY_REQUESTS)
      return { fault: `answers with the status ${response.status}` };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { fault: `did not come within ${patience / 1000} seconds` };
    // Whether the site answers at all is seen at its first page, where the browser says why.
  }
  return parseRobots(place, '');
}

/** What became of the audit, and what the owner of the site can do. */
export const REFUSALS = {
  unreachable: (address: string, fault: string) =>
    `${new URL('/robots.txt', address).href} ${fault}. Nobody knows what it asks then, so programs have to stay away ` +
    `(RFC 9309, 2.3.1.4), and nothing was visited. If it is your site, let the server give "${AGENT}" the file, or ` +
    'the status 404 where there is none, and audit again',
  forbidden: (address: string) =>
    `robots.txt keeps programs from ${address}; if it is your site, add "User-agent: ${AGENT}" and "Allow: /"`,
} as const;

export function parseRobots(place: string, text: string): Robots {
  const robots = robotsParser(place, text);
  return {
    allows: (address) => robots.isAllowed(address, AGENT) ?? true,
    pause: Math.min(robots.getCrawlDelay(AGENT) ?? 0, LONGEST_PAUSE),
    sitemaps: robots.getSitemaps().flatMap((written) => parseAddress(written, new URL(place))?.href ?? []),
  };
}
