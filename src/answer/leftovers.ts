import type { IdleNeeds } from '../lazy.ts';
import { cookiePatterns } from '../model/kept-names.ts';
import { matchesName } from '../model/match.ts';
import { keptUntil } from '../model/new-record.ts';
import { cookieNames, copies } from '../stored-record.ts';
import { mayHaveLeftovers } from './refused.ts';

/** What earlier visits left to do. */
export function tidy({ store, stored, prompt, withdrawal }: IdleNeeds): void {
  const { config, state, allows } = store;
  const { record, model } = state();
  // This browser may keep no cookies, but something else.
  const kept = record ? null : stored.readFallback();
  if (kept) void store.commit(kept, 'restored');
  // A refusal that guards against silence is renewed with each visit; copies on several domains become one.
  const isRenewed = record && keptUntil(record, config, model) > record.expiresAt;
  if (record && (isRenewed || copies(config.storage.name).length > 1)) void prompt((part) => part.keep(record));

  // Whatever the reason of a no: what was there before, and what a vendor wrote again before the page was left.
  const names = cookieNames();
  const isThere = (pattern: string) => names.some((name) => matchesName(pattern, name));
  const left = [...config.services.values()]
    .filter((service) => !allows(service.id) && (service.storageKeys || cookiePatterns(service).some(isThere)))
    .map(({ id }) => id);
  if (left[0]) void withdrawal((part) => part.sweep(left));

  const sweepKnown = () => {
    if (mayHaveLeftovers(store)) void withdrawal((part) => part.sweepKnown());
  };
  sweepKnown();
  store.follow('withdrawal', sweepKnown);
}
