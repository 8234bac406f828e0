/** Whether something had permission at the moment it happened. Pure. */
import type { NamedService } from './naming.ts';
import type { Phase } from './visitors.ts';

/** What the site's own consent tool allows, as `commsorConsent.get()` says it. */
export interface AllowedNames {
  purposes: Readonly<Record<string, boolean>>;
  services: Readonly<Record<string, boolean>>;
}

/**
 * Whether a service may run. A site that uses this SDK says so itself: under an opt-out law something may run before an
 * answer, and the site may need a service. Elsewhere there is permission only after Accept.
 * A service that nobody knows may run when everything may.
 */
export function hasPermission(service: NamedService | undefined, phase: Phase, allowed?: AllowedNames): boolean {
  if (!allowed) return phase === 'accepted' || isNecessary(service);
  const own = service && allowed.services[service.id];
  if (own !== undefined) return own;
  const asked = service?.service.purposes ?? Object.keys(allowed.purposes);
  return asked.every((purpose) => allowed.purposes[purpose] === true);
}

/** Whether the table lists a service under strictly necessary purposes alone. */
export const isNecessary = (service: NamedService | undefined): boolean =>
  service !== undefined && service.service.purposes.every((purpose) => purpose === 'necessary');
