import type { Config, Purpose } from '../../model/config.ts';
import { namesIn } from '../../model/expression.ts';
import { matchesAddress } from '../../model/match.ts';
import { create } from '../element.ts';

const WAITING = '[data-consent-src],[data-src]';

/** What is known of a blocked embed from its markup and the configuration. */
export interface Embed {
  /** Who would load: as the page calls it, else the service, else the host. */
  readonly name: string;
  /** What it is used for. */
  readonly purposes: readonly Purpose[];
  /** The names to grant so that it is always allowed; none where that is in no one's power. */
  readonly grants: readonly string[];
}

export function describe(element: Element, { purposes, services }: Config): Embed {
  const expression = element.getAttribute('data-consent') ?? '';
  const named = namesIn(expression);
  const ways = expression.split('|').map((all) => all.trim().split(/\s+/));
  const holder = element.matches(WAITING) ? element : element.querySelector(WAITING);
  const address = holder?.getAttribute('data-consent-src') ?? holder?.getAttribute('data-src');
  // A link reads any address without complaint; the gate reports those that are none.
  const link = create('a', address ? { href: address } : {});

  const service = [...services.values()].find(
    ({ id, match }) => named.includes(id) || match?.some((pattern) => matchesAddress(pattern, link)),
  );
  return {
    name: element.getAttribute('data-consent-title') || service?.title || link.host,
    purposes: [...new Set(named.flatMap((name) => services.get(name)?.purposes ?? name))].flatMap(
      (id) => purposes.get(id) ?? [],
    ),
    grants: ways.find((way) => way.every((name) => purposes.has(name) || services.has(name))) ?? [],
  };
}
