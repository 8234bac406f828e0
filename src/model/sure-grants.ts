import type { ConsentConfig, DefaultPurpose, PrivacySignals, PurposeConfig } from '../api.ts';
import { listOf } from './coerce.ts';
import { fingerprint, isSealed } from './record.ts';

/** Beside the necessary one, which nobody answers. */
const DEFAULT_PURPOSES: readonly string[] = ['preferences', 'analytics', 'marketing'] satisfies DefaultPurpose[];

type Written = Pick<Partial<ConsentConfig>, 'purposes' | 'services'>;

/**
 * The names that a stored text allows for certain at `now`, in milliseconds since 1970, as far as that can be told
 * without the core: only what we have written ourselves is believed, only where everything means what it meant then,
 * and nothing under a signal of the browser. Whatever is missing here may be allowed all the same; whatever is here is.
 * `written` is the configuration as it stands in the page.
 */
export function sureGrants(text: string, written: Written, { dnt, gpc }: PrivacySignals, now: number): Set<string> {
  const fields = new URLSearchParams(text);
  const field = (key: string) => fields.get(key) ?? '';
  const isCurrent = +field('t') <= now && now < +field('x');
  // The rows of services that are named by their ids are not known here.
  if (!isSealed(text) || !isCurrent || dnt || gpc || Array.isArray(written.services)) return new Set();
  const granted = field('granted').split('.');
  const refused = field('denied').replace(/\*\w+/g, '').split('.');
  const purposes: Partial<Record<string, PurposeConfig>> = written.purposes ?? {};
  const services = Object.entries(written.services ?? {}).map(
    ([id, service]) => [id, listOf<string>(service?.purposes)] as const,
  );
  const ids = Object.keys(purposes);

  /** A purpose as it stands in the text, with the fingerprints of what it means by now, see `readConfig`. */
  const itemOf = (id: string) => {
    const { legalBasis = 'consent', title = '', description = '' } = purposes[id] ?? {};
    const under = services.filter(([, names]) => names.includes(id)).map(([name]) => name);
    return `${id}*${[legalBasis + title + description, ...under].map(fingerprint).join('')}`;
  };
  const sure = new Set((ids[0] ? ids : DEFAULT_PURPOSES).filter((id) => granted.includes(itemOf(id))));
  for (const [id, names] of services)
    if (names[0] && names.every((name) => sure.has(name)) && !refused.includes(id)) sure.add(id);
  return sure;
}
