import type { IdleNeeds } from '../lazy.ts';
import { keptUntil } from '../model/new-record.ts';
import { copies } from '../stored-record.ts';

/** What earlier visits left to do. */
export function tidy({ store, stored, prompt, withdrawal }: IdleNeeds): void {
  const { config, state, allows } = store;
  const { record, model } = state();
  // This browser may keep no cookies, but something else.
  const kept = record ? null : stored.readFallback();
  if (kept) void store.commit(kept, 'restored');
  if (!record) return;
  // A refusal that guards against silence is renewed with each visit; copies on several domains become one.
  const isRenewed = keptUntil(record, config, model) > record.expiresAt;
  if (isRenewed || copies(config.storage.name).length > 1) void prompt((part) => part.keep(record));
  // What a vendor wrote again before the page was left.
  const denied = [...config.services.keys()].filter((id) => !allows(id));
  if (record.event === 'withdrawn' && denied[0]) void withdrawal((part) => part.sweep(denied));
}
