import type { ConsentState } from '../../api.ts';
import type { Config } from '../../model/config.ts';

/** The purposes that run until the visitor objects: on a legitimate interest, or exempt where the visitor is. */
export const interestsIn = ({ purposes }: Pick<Config, 'purposes'>, { decisions }: ConsentState): string[] =>
  [...purposes.values()]
    .filter(({ id, legalBasis }) => legalBasis === 'legitimate-interest' || decisions[id]?.reason === 'exempt')
    .filter(({ id }) => decisions[id]?.allowed)
    .map(({ id }) => id);

/** What the visitor allowed, and may withdraw: to what rests on a legitimate interest one objects. */
export const grantsIn = (
  { purposes, services }: Pick<Config, 'purposes' | 'services'>,
  { record }: ConsentState,
): string[] =>
  Object.keys(record?.choices ?? {}).filter(
    (name) =>
      record?.choices[name] === 'granted' && (services.has(name) || purposes.get(name)?.legalBasis === 'consent'),
  );
