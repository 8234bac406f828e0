/** Names what was seen by the shipped table of services. Pure. */
import type { ServiceConfig } from '../api.ts';
import { type Address, matchesAddress, matchesName } from '../model/match.ts';
import { services } from '../services/table.ts';

/** Where a name was kept. */
export type StorageKind = 'cookie' | 'local' | 'session' | 'indexedDB' | 'caches';

export interface NamedService {
  id: string;
  service: ServiceConfig;
}

const rows: readonly NamedService[] = Object.entries<ServiceConfig>(services).map(([id, service]) => ({ id, service }));

/** Whole hosts that serve other people's libraries: what comes from them the page itself is built with. */
const LIBRARIES = [
  'ajax.aspnetcdn.com',
  'ajax.googleapis.com',
  'bootstrapcdn.com',
  'cdn.jsdelivr.net',
  'cdn.tailwindcss.com',
  'cdnjs.cloudflare.com',
  'code.jquery.com',
  'esm.sh',
  'esm.run',
  'ga.jspm.io',
  'polyfill-fastly.io',
  'unpkg.com',
];

/** Whether a host serves libraries that a page cannot do without: to hold them is to break the page. */
export const isLibraryHost = (hostname: string): boolean =>
  LIBRARIES.some((host) => `.${hostname}`.endsWith(`.${host}`));

/**
 * The service that an address belongs to. The longest pattern that fits wins; where only the host of a pattern fits,
 * and not its path, the host tells enough to name its owner.
 */
export function serviceOf(address: Address): NamedService | undefined {
  return best(address, (pattern) => pattern) ?? best(address, hostOf);
}

function best(address: Address, part: (pattern: string) => string): NamedService | undefined {
  let found: { row: NamedService; length: number } | undefined;
  for (const row of rows)
    for (const pattern of row.service.match ?? []) {
      const { length } = pattern;
      if (matchesAddress(part(pattern), address) && length > (found?.length ?? 0)) found = { row, length };
    }
  return found?.row;
}

const hostOf = (pattern: string) => pattern.replace(/^([a-z]*:)?\/\//i, '').split('/', 1)[0] ?? '';

/**
 * The service that keeps something under a name. Some names are used by several (`_pk_id` by Matomo and by Piwik PRO):
 * one that the page was seen to load, by `isSeen`, comes first.
 */
export function keeperOf(kind: StorageKind, name: string, isSeen: (id: string) => boolean): NamedService | undefined {
  const keepers = rows.filter(({ service }) => namesOf(service, kind).some((pattern) => matchesName(pattern, name)));
  return keepers.find(({ id }) => isSeen(id)) ?? keepers[0];
}

function namesOf(service: ServiceConfig, kind: StorageKind): readonly string[] {
  if (kind !== 'cookie') return service.storageKeys?.[kind] ?? [];
  return (service.cookies ?? []).map((cookie) => (typeof cookie === 'string' ? cookie : cookie.name));
}

/** The row of an id, or `undefined`. */
export const serviceById = (id: string): NamedService | undefined => rows.find((row) => row.id === id);
