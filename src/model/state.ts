import type { ConsentState } from '../api.ts';
import type { Config } from './config.ts';
import { decideAll, type Situation } from './decision.ts';
import { optionalPurposes } from './news.ts';
import { ruleFor, STRICTEST } from './region.ts';

/** Everything that the state follows from. */
export interface Known extends Pick<Situation, 'signals' | 'record'> {
  readonly config: Config;
  /** `null`: nobody can tell where the visitor is; `undefined`: nobody has told yet. */
  readonly region: string | null | undefined;
  readonly isMinor: boolean;
}

/** What pages get to see cannot be changed under us. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The state as of `now`, in milliseconds since 1970. */
export function stateOf(known: Known, now: number): ConsentState {
  const { config, region } = known;
  const law = region === undefined || known.isMinor ? STRICTEST : ruleFor(region, config.regions, config.model);
  const decisions = decideAll({ ...known, ...law, now });
  const allowed = (names: ReadonlyMap<string, unknown>) => {
    const table: Record<string, boolean> = Object.create(null); // No name is found in it that was not put there.
    names.forEach((_, name) => (table[name] = !!decisions[name]?.allowed));
    return table;
  };
  return freeze({
    status: optionalPurposes(config).some((id) => decisions[id]?.reason === 'default') ? 'undecided' : 'decided',
    model: law.model,
    region: region ?? null,
    purposes: allowed(config.purposes),
    services: allowed(config.services),
    decisions,
    signals: known.signals,
    record: known.record,
  });
}
