import type { ConsentState } from '../api.ts';
import type { Store } from '../store.ts';
import { visibleNames } from './visible-names.ts';

/**
 * Whether `name` is off because the visitor answered, not because nobody has asked yet. Who has not answered here may
 * have accepted on a sister site, whose cookies this page sees too.
 */
export function isRefused({ record, decisions }: ConsentState, name: string): boolean {
  const decision = decisions[name];
  return !!record && !!decision && !decision.allowed && !/default|unknown/.test(decision.reason);
}

/** Whether services that the site does not name may have left something that the visitor refused. */
export function mayHaveLeftovers({ config, state }: Pick<Store, 'config' | 'state'>): boolean {
  const now = state();
  if (!Object.keys(now.decisions).some((name) => isRefused(now, name))) return false;
  return Object.values(visibleNames(config.storage.name)).some((names: readonly string[]) => names[0] !== undefined);
}
