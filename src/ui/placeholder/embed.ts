import type { Config, Purpose } from '../../model/config.ts';
import { namesIn } from '../../model/expression.ts';
import { matchesAddress } from '../../model/match.ts';
import { create } from '../element.ts';

const WAITING = '[data-consent-src],[data-src]';

/** What is known of a blocked embed from its markup and the configuration. */
export interface Embed {
  /** How the page calls it; `''`: it does not. */
  readonly title: string;
  /** Who would load: the service, else the host. */
  readonly name: string;
  /** What is known of that beside its name: where it would load from, and whose it is. */
  readonly origins: readonly string[];
  /** Where the provider says what it does with the data. */
  readonly policyUrl: string | undefined;
  /** The whole address, for paper. */
  readonly address: string;
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
  // What is written into the page itself comes from the page.
  const host = link.host || location.host;
  const name = service?.title || host;
  return {
    title: element.getAttribute('data-consent-title') || (element.getAttribute('title') ?? ''),
    name,
    origins: [host, service?.provider ?? name].filter((origin) => origin !== name),
    policyUrl: service?.policyUrl,
    address: link.href,
    purposes: [...new Set(named.flatMap((id) => services.get(id)?.purposes ?? id))].flatMap(
      (id) => purposes.get(id) ?? [],
    ),
    grants: ways.find((way) => way.every((id) => purposes.has(id) || services.has(id))) ?? [],
  };
}
