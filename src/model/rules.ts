import type { BlockRule, ServiceConfig } from '../api.ts';

/** The rules that a guard works by: the site's own, then one for each service that says where it loads from. */
export const rulesOf = (
  block: readonly BlockRule[],
  services: readonly (readonly [id: string, service: Pick<ServiceConfig, 'match'>])[],
): readonly BlockRule[] =>
  [...block, ...services.map(([consent, service]) => ({ match: service?.match, consent }))].flatMap((rule) => {
    // One that is no rule stops no other; the checker says what is wrong with it.
    const match = [rule?.match].flat().filter((pattern) => typeof pattern === 'string');
    return match[0] && typeof rule.consent === 'string' ? { match, consent: rule.consent } : [];
  });
