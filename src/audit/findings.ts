/** Gathers what was seen on page after page. It grows with the number of vendors, and not with that of pages. */
import { type AllowedNames, hasPermission } from './permission.ts';
import { keeperOf, type NamedService, serviceOf } from './naming.ts';
import type { Contact, Kept, Origin } from './observer.ts';
import { siteOf } from './party.ts';
import type { HostFinding, KeptFinding, Place, Standing } from './report.ts';
import { type Phase, VISITORS } from './visitors.ts';

/** What the site's owner has decided about findings beforehand. */
export interface Exceptions {
  /** Service ids, hosts with everything below them, names of cookies and keys, in which `*` stands for anything. */
  allows(names: { services: readonly string[]; host?: string; name?: string }): boolean;
  /** Whether an earlier report has it. */
  knows(finding: { host: string } | { kind: string; name: string; domain: string }): boolean;
}

/** What all entries have. */
interface Entry {
  services: Map<string, NamedService>;
  without: Set<Phase>;
  with: Set<Phase>;
  page: string;
}
interface HostEntry extends Entry {
  host: string;
  kinds: Set<string>;
  requests: number;
  example: string;
  /** Where it was asked for without permission, and with. */
  places: Record<'without' | 'with', Map<string, Place>>;
}
interface KeptEntry extends Entry, Kept {}

/** So many places are told of one host: a template repeats its mistake on every page. */
const MOST_PLACES = 10;

/** The SDK's own cookie, or key: what was answered. */
const OWN = 'commsor_consent';

export class Findings {
  private readonly hosts = new Map<string, HostEntry>();
  private readonly kept = new Map<string, KeptEntry>();

  constructor(
    private readonly home: URL,
    private readonly exceptions: Exceptions,
    /** The place that people know: a file of the folder, or the address itself. */
    private readonly placeOf: (origin: Origin) => Place,
  ) {}

  contact({ url, kind, origin }: Contact, phase: Phase, page: string, allowed?: AllowedNames): void {
    const service = serviceOf(url);
    const entry =
      this.hosts.get(url.hostname) ??
      put(this.hosts, url.hostname, {
        ...fresh(page),
        host: url.hostname,
        kinds: new Set(),
        requests: 0,
        example: url.href,
        places: { without: new Map(), with: new Map() },
      });
    if (service) entry.services.set(service.id, service);
    const how = hasPermission(service, phase, allowed) ? 'with' : 'without';
    entry[how].add(phase);
    entry.kinds.add(kind);
    entry.requests++;
    const places = entry.places[how];
    if (!origin || places.size >= MOST_PLACES) return;
    const place = this.placeOf(origin);
    places.set(`${place.file}:${place.line}`, place);
  }

  keep(kept: Kept, phase: Phase, page: string, allowed?: AllowedNames): void {
    if (kept.name === OWN) return;
    const isSeen = (id: string) => [...this.hosts.values()].some(({ services }) => services.has(id));
    const service = this.isOwn(kept.domain) ? keeperOf(kept.kind, kept.name, isSeen) : this.ownerOf(kept.domain);
    const key = `${kept.kind} ${kept.domain} ${kept.name}`;
    const entry = this.kept.get(key) ?? put(this.kept, key, { ...fresh(page), ...kept });
    if (service) entry.services.set(service.id, service);
    entry[hasPermission(service, phase, allowed) ? 'with' : 'without'].add(phase);
  }

  /** The services that were contacted without permission, and not by the owner's leave. */
  looseServices(): Set<string> {
    return new Set(this.hostFindings().flatMap(({ standing, services }) => (standing === 'loose' ? services : [])));
  }

  hostFindings(): HostFinding[] {
    const findings = [...this.hosts.values()].map((entry): HostFinding => {
      const { host, kinds, requests, example, places } = entry;
      return {
        ...this.describe(entry, host, this.standingOf(entry, { host })),
        host,
        kinds: [...kinds].toSorted(),
        requests,
        example,
        // What releases a tag after an answer is not to be mended.
        places: [...places[entry.without.size > 0 ? 'without' : 'with'].values()],
      };
    });
    return findings.toSorted(byStanding);
  }

  keptFindings(): KeptFinding[] {
    const findings = [...this.kept.values()].map((entry): KeptFinding => {
      const { kind, name, domain } = entry;
      // A cookie of the site's own that the table does not know may be one that the site needs.
      const isUnknown = entry.services.size === 0 && this.isOwn(domain);
      const standing = this.standingOf(entry, { kind, name, domain });
      return {
        ...this.describe(entry, name, isUnknown && standing === 'loose' ? 'unclear' : standing),
        kind,
        name,
        domain,
      };
    });
    return findings.toSorted(byStanding);
  }

  private describe(entry: Entry, otherwise: string, standing: Standing) {
    const services = [...entry.services.values()];
    const list = (read: (named: NamedService) => string | undefined) =>
      [...new Set(services.flatMap((named) => read(named) ?? []))].join(', ');
    return {
      standing,
      services: services.map(({ id }) => id),
      title: list(({ service }) => service.title) || otherwise,
      provider: list(({ service }) => service.provider) || null,
      country: list(({ service }) => service.country) || null,
      purposes: [...new Set(services.flatMap(({ service }) => service.purposes))],
      without: inOrder(entry.without),
      with: inOrder(entry.with),
      page: entry.page,
    };
  }

  private standingOf(entry: Entry, named: { host: string } | { kind: string; name: string; domain: string }): Standing {
    if (entry.without.size === 0) return 'permitted';
    const services = [...entry.services.keys()];
    const host = 'host' in named ? named.host : named.domain;
    // Everything is on the site's own host: that says nothing of who keeps it.
    const names = 'name' in named ? { name: named.name, ...(this.isOwn(host) ? {} : { host }) } : { host };
    if (this.exceptions.allows({ services, ...names })) return 'allowed';
    return this.exceptions.knows(named) ? 'known' : 'loose';
  }

  private isOwn(domain: string): boolean {
    return siteOf(domain) === siteOf(this.home.hostname);
  }

  private ownerOf(domain: string): NamedService | undefined {
    return serviceOf({ hostname: domain, pathname: '/', search: '' });
  }
}

const fresh = (page: string): Entry => ({ services: new Map(), without: new Set(), with: new Set(), page });

function put<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  map.set(key, value);
  return value;
}

const inOrder = (phases: ReadonlySet<Phase>) => VISITORS.map(({ phase }) => phase).filter((phase) => phases.has(phase));

const ORDER: readonly Standing[] = ['loose', 'unclear', 'known', 'allowed', 'permitted'];
const byStanding = (a: { standing: Standing; title: string }, b: { standing: Standing; title: string }) =>
  ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.title.localeCompare(b.title);
