import type { ServiceConfig } from '../api.ts';
import { cookiePatterns } from '../model/kept-names.ts';
import type { Service } from '../model/config.ts';
import { listOf } from '../model/coerce.ts';
import { matchesName } from '../model/match.ts';
import { optionalPurposes } from '../model/news.ts';
import type { Store } from '../store.ts';
import { isRefused } from './refused.ts';
import { visibleNames } from './visible-names.ts';

type Table = Readonly<Record<string, ServiceConfig>>;
type Site = Pick<Store, 'config' | 'state'>;

/**
 * Whether the visitor refused the service of a row. Where the site has the service, or one of its purposes, that
 * decides; where it has neither, the service goes when all is refused that the site asks about.
 */
export function isRowRefused(id: string, row: ServiceConfig | undefined, { config, state }: Site): boolean {
  const isOff = (name: string) => isRefused(state(), name);
  if (config.services.has(id)) return isOff(id);
  const purposes = listOf<string>(row?.purposes).filter((name) => config.purposes.has(name));
  return purposes[0] ? purposes.some(isOff) : optionalPurposes(config).every(isOff);
}

/**
 * What services of the table left behind that the visitor refused: each with the very names that are there. A name that
 * a service which is not refused may have set stays; what the site's own services name is theirs to sweep.
 */
export function findKnown(table: Table, site: Site): Service[] {
  const { config } = site;
  const there = visibleNames(config.storage.name);
  const rows = Object.entries(table).map(([id, row]) => ({ ...row, id }));
  const refused = rows.filter((row) => isRowRefused(row.id, row, site));
  const others = [...rows.filter((row) => !refused.includes(row)), ...config.services.values()];

  /** Finds those of `names` that are a service's own, by its patterns. */
  const finder = (names: readonly string[], patternsOf: (service: Service) => readonly string[]) => {
    const fits = (service: Service, name: string) => patternsOf(service).some((pattern) => matchesName(pattern, name));
    return (service: Service) =>
      names.filter((name) => fits(service, name) && !others.some((other) => fits(other, name)));
  };
  const cookiesOf = finder(there.cookies, cookiePatterns);
  const localOf = finder(there.local, ({ storageKeys }) => listOf<string>(storageKeys?.local));
  const sessionOf = finder(there.session, ({ storageKeys }) => listOf<string>(storageKeys?.session));

  return refused.flatMap((row) => {
    const [cookies, local, session] = [cookiesOf(row), localOf(row), sessionOf(row)];
    const storageKeys = { ...row.storageKeys, local, session };
    return cookies[0] || local[0] || session[0] ? { ...row, cookies, storageKeys } : [];
  });
}
