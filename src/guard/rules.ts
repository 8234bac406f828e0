import type { BlockRule, ServiceConfig } from '../types.ts';

/** The rules that a guard works by: the site's own, then one for each service that says where it loads from. */
export const rulesOf = (
  block: readonly BlockRule[],
  services: readonly (readonly [id: string, service: Pick<ServiceConfig, 'match'>])[],
): readonly BlockRule[] => [...block, ...services.map(([consent, { match = [] }]) => ({ match, consent }))];
