/** Whose an address, a cookie or a key is: by the site's own services first, then by the shipped table. Pure. */
import type { ServiceConfig } from '../api.ts';
import type { Naming, Owner, KeptPlace } from '../lazy.ts';
import { listOf } from '../model/coerce.ts';
import { cookiePatterns } from '../model/kept-names.ts';
import type { Config, Rows } from '../model/config.ts';
import { matchesName, ruleFinder } from '../model/match.ts';
import { mentions, rulesOf } from '../model/rules.ts';

/** What a service of the table waits for in this site: itself, or its purposes as far as the site has them. */
export const expressionOf = (
  id: string,
  row: Pick<ServiceConfig, 'purposes'> | undefined,
  { services, purposes }: Pick<Config, 'services' | 'purposes'>,
): string => (services.has(id) ? id : (row?.purposes ?? []).filter((name) => purposes.has(name)).join(' '));

/** `host` is that of the page. */
export function createNaming(config: Pick<Config, 'services' | 'purposes'>, table: Rows, host: string): Naming {
  const rows: readonly (readonly [string, ServiceConfig])[] = [...config.services, ...Object.entries(table)];
  const rules = rulesOf([], rows);
  const find = ruleFinder(rules, host);
  const home = '.' + host.replace(/^www\./, '');

  function owner(id: string | undefined): Owner | undefined {
    if (id === undefined) return undefined;
    const row = config.services.get(id) ?? table[id];
    return { id, title: row?.title ?? id, expression: expressionOf(id, row, config) };
  }

  return {
    ownerOf: (address) => owner(find(address)),
    keeperOf: (place, name) =>
      owner(rows.find(([, row]) => patternsOf(row, place).some((pattern) => matchesName(pattern, name)))?.[0]),
    starterOf: (code) => owner(rules.find(({ globals }) => globals.some((name) => mentions(code, name)))?.consent),
    isOwn: (hostname) => `.${hostname}`.endsWith(home),
  };
}

const patternsOf = (row: ServiceConfig, place: KeptPlace): readonly string[] =>
  place === 'cookie' ? cookiePatterns(row) : listOf<string>(row.storageKeys?.[place]);
