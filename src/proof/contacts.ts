/** Whom a page has contacted, and under which permission: from addresses, and what held at the moment of each. Pure. */
import type { ConsentState } from '../api.ts';
import type { Naming } from '../lazy.ts';
import type { Config, Rows } from '../model/config.ts';

/** Under which permission: the purposes of a service, this one time, or nobody who is known. */
export type Permission = 'allowed' | 'refused' | 'necessary' | 'once' | 'unlisted';

/** A third party that was contacted. */
export interface Contact {
  /** The service as the site or the table names it; empty where neither knows it. */
  readonly title: string;
  readonly hosts: readonly string[];
  /** The ids of the purposes that it serves in this site. */
  readonly purposes: readonly string[];
  readonly permission: Permission;
}

export interface Known {
  readonly config: Pick<Config, 'purposes' | 'services'>;
  readonly table: Rows;
  readonly naming: Naming;
}

/** From the worst to what is told of it last: what was asked for twice is told by the worse of the two. */
const WORST: readonly Permission[] = ['refused', 'unlisted', 'once', 'allowed', 'necessary'];

/** Those seen so far, by service or host. */
export type Contacts = ReadonlyMap<string, Contact>;

/**
 * `contacts` with the one that `address` belongs to, where that is no address of the site itself. `state` is what held
 * when it was asked for; `isOnce`: the visitor let this one in.
 */
export function withContact(
  contacts: Contacts,
  address: URL,
  state: ConsentState,
  isOnce: boolean,
  { config, table, naming }: Known,
): Contacts {
  const { protocol, hostname, host } = address;
  const owner = naming.ownerOf(address);
  if (!/^(https?|wss?):$/.test(protocol) || (!owner && naming.isOwn(hostname))) return contacts;
  const key = owner ? `service ${owner.id}` : `host ${host}`;
  const before = contacts.get(key);
  const row = owner && (config.services.get(owner.id) ?? table[owner.id]);
  const purposes = (row?.purposes ?? []).filter((id) => config.purposes.has(id));
  const permission = isOnce
    ? 'once'
    : permissionOf(owner && config.services.has(owner.id) ? [owner.id] : purposes, state);
  return new Map(contacts).set(key, {
    title: owner?.title ?? '',
    hosts: [...new Set([...(before?.hosts ?? []), host])],
    purposes,
    permission: WORST.find((one) => one === permission || one === before?.permission) ?? permission,
  });
}

function permissionOf(names: readonly string[], { decisions }: ConsentState): Permission {
  if (!names[0]) return 'unlisted';
  if (!names.every((name) => decisions[name]?.allowed)) return 'refused';
  return names.every((name) => decisions[name]?.reason === 'necessary') ? 'necessary' : 'allowed';
}
