/** What the guide to the services knows of those that were found. Pure. */
import { serviceGuide, type ConsentCall, type Dependence } from '../services/guide/index.ts';
import { serviceById } from './naming.ts';

/** What to know of a service before it is tagged. */
export interface ServiceAdvice {
  /** The id in the shipped table. */
  id: string;
  title: string;
  purposes: string[];
  /** Why it has these purposes. */
  reason: string;
  /** Its usual markup as it waits, under the name that the site's tag knows; `null` where a sentence says how. */
  tag: string | null;
  /** What to know beside the tag. */
  note: string | null;
  /** What its own code has for being told of consent. */
  consentCall: ConsentCall | null;
  /** What visitors miss while it waits, and what stands in its place. */
  depends: Dependence | null;
}

const guide = new Map(Object.entries(serviceGuide));

/** The advice on `ids`, in their order; `consentOf` says what a tag of the site waits for. */
export const adviceOn = (ids: Iterable<string>, consentOf: (id: string) => string): ServiceAdvice[] =>
  [...new Set(ids)].flatMap((id) => {
    const row = guide.get(id);
    const service = serviceById(id)?.service;
    if (!row || !service) return [];
    const { reason, tagging, consentCall, depends } = row;
    const { html, note = null } = tagging;
    const tag = html?.replaceAll(`data-consent="${id}"`, `data-consent="${consentOf(id)}"`) ?? null;
    const { title, purposes } = service;
    return [{ id, title, purposes: [...purposes], reason, tag, note, consentCall, depends }];
  });

/** "While it waits, visitors miss its chat. In its place: a link …" */
export const missing = ({ on, instead }: Dependence): string =>
  `While it waits, visitors miss its ${on}. In its place: ${instead}`;

/** The services among `advice` that an edit holds: those that it names, or those of the hosts that it keeps quiet. */
export function heldBy(
  { consent, hosts }: { consent: string | null; hosts: readonly string[] },
  advice: readonly ServiceAdvice[],
  servicesOf: (host: string) => readonly string[],
): ServiceAdvice[] {
  const ids = new Set([...(consent?.split(' ') ?? []), ...hosts.flatMap(servicesOf)]);
  return advice.filter(({ id }) => ids.has(id));
}
