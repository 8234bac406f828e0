import type { CookiePattern } from '../api.ts';
import type { IdleNeeds } from '../lazy.ts';
import { aText, listOf, ownFields } from '../model/coerce.ts';
import { matchesName } from '../model/match.ts';
import { keptUntil } from '../model/new-record.ts';
import { cookieNames, copies } from '../stored-record.ts';

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
  const isThere = (pattern: CookiePattern) =>
    names.some((name) => matchesName(aText(pattern) || aText(ownFields<{ name: string }>(pattern).name), name));
  const left = [...config.services.values()]
    .filter(
      ({ id, cookies, storageKeys }) => !allows(id) && (storageKeys || listOf<CookiePattern>(cookies).some(isThere)),
    )
    .map(({ id }) => id);
  if (left[0]) void withdrawal((part) => part.sweep(left));
}
