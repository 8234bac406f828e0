import type { ConsentState } from '../../api.ts';
import type { Outcome } from '../../lazy.ts';

/** What an answer about `names` is told as, by what it led to: nothing is called accepted that stays off. */
export function outcomeOf(names: readonly string[], { decisions }: Pick<ConsentState, 'decisions'>): Outcome {
  const allowed = names.filter((name) => decisions[name]?.allowed);
  if (!allowed[0]) return 'rejected';
  return allowed.length < names.length ? 'saved' : 'accepted';
}
