/** What a site asks of programs that visit it, https://www.rfc-editor.org/rfc/rfc9309 */
import robotsParser from 'robots-parser';

/** The name by which robots.txt can speak to us. */
export const AGENT = 'CommsorConsentAudit';

/** How long is waited for robots.txt, in milliseconds. */
const PATIENCE = 10_000;
/** The longest pause between two pages that is honoured, in seconds. */
const LONGEST_PAUSE = 30;

export interface Robots {
  allows(address: string): boolean;
  /** Seconds between two pages. */
  pause: number;
}

/** Reads `robots.txt` of the site of `address`. A site without one asks nothing. */
export async function readRobots(address: string, userAgent: string): Promise<Robots> {
  const place = new URL('/robots.txt', address).href;
  const text = await fetch(place, { headers: { 'user-agent': userAgent }, signal: AbortSignal.timeout(PATIENCE) }).then(
    (response) => {
      if (response.ok) return response.text();
      // A server that cannot say what it asks is taken to ask for being left alone (2.3.1.4).
      return response.status >= 500 ? 'User-agent: *\nDisallow: /' : '';
    },
    () => '', // Whether the site answers at all is seen at its first page.
  );
  return parseRobots(place, text);
}

export function parseRobots(place: string, text: string): Robots {
  const robots = robotsParser(place, text);
  return {
    allows: (address) => robots.isAllowed(address, AGENT) ?? true,
    pause: Math.min(robots.getCrawlDelay(AGENT) ?? 0, LONGEST_PAUSE),
  };
}
