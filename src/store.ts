import type { Cause, ConsentEvents, ConsentRecord, ConsentState, PrivacySignals } from './api.ts';
import type { Stop } from './lazy.ts';
import { createListeners, type Follow, type Listeners } from './listeners.ts';
import type { Config } from './model/config.ts';
import { holds } from './model/expression.ts';
import { type Known, stateOf } from './model/state.ts';
import { quietly } from './quietly.ts';
import { afterPaint } from './schedule.ts';

/**
 * Who follows from an answer, in this order. Google comes before all others, so that no tag runs under the state of
 * before; what keeps the answer comes before what may load the page anew.
 */
const FOLLOWERS = ['google', 'listeners', 'gate', 'storage', 'withdrawal', 'other-tabs', 'records', 'reopen'] as const;
export type Follower = (typeof FOLLOWERS)[number];

/** The only thing that changes: everyone reads the answer here, and `commit` is the one way to change it. */
export interface Store extends Pick<Listeners, 'attempt' | 'report' | 'errors' | 'life' | 'end'> {
  readonly config: Config;
  /** Everything that is known now, frozen. */
  state(): ConsentState;
  /** What `commit` of the present record would give: time may have passed. */
  evaluate(): ConsentState;
  /** Whether an expression holds. */
  allows(expression: string): boolean;
  /** Whether a name is allowed; `undefined` for one that nobody knows. */
  isAllowed(name: string): boolean | undefined;
  /**
   * Takes `record` for the answer. The screen follows at once, everyone else when that has been painted. Rejects only
   * when all ends; whoever does not wait for it need not catch that.
   */
  commit(record: ConsentRecord | null, cause: Cause): Promise<ConsentState>;
  /** Whether all is known that a question depends on: where the visitor is, and which services there are. */
  isSettled(): boolean;
  /**
   * Takes `region` for where the visitor is; `null`: nobody can tell. Before that, and without a region, the strictest
   * model holds.
   */
  locate(region?: string | null): void;
  /** Whether the site says that the visitor is no adult. */
  readonly isMinor: boolean;
  /** Follows every answer, in the place of `who`. */
  follow(who: Follower | 'screen', listener: Follow): Stop;
  /** Listens for what pages may listen for. Does not replay. */
  on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop;
  /** Does `call` with everyone who listens for `event`. */
  tell<E extends keyof ConsentEvents>(event: E, call: (listener: ConsentEvents[E]) => void): void;
}

export interface Beginning {
  readonly config: Config;
  readonly signals: PrivacySignals;
  readonly record: ConsentRecord | null;
}

export function createStore(beginning: Beginning): Store {
  const { config } = beginning;
  const { audience, region } = config;
  const listeners = createListeners();
  const { life } = listeners;
  // Nobody is taken for an adult because a function of the site's failed.
  let isMinor = !!audience;
  if (typeof audience === 'function') listeners.attempt(() => (isMinor = !!audience()));
  let isSought = region === undefined;
  let known: Known = { ...beginning, region, isMinor };
  const evaluate = () => stateOf(known, Date.now());
  let state = evaluate();

  async function take(change: Partial<Known>, cause: Cause): Promise<ConsentState> {
    life.throwIfAborted();
    const before = state;
    known = { ...known, ...change };
    const after = (state = evaluate());
    const lead = (who: string) => listeners.tell<Follow>(who, (follow) => follow({ before, after, cause }));
    lead('screen');
    await new Promise<void>(afterPaint);
    life.throwIfAborted();
    FOLLOWERS.forEach(lead);
    return after;
  }

  const isAllowed = (name: string) => state.decisions[name]?.allowed;
  return {
    ...listeners,
    config,
    state: () => state,
    evaluate,
    allows: (expression) => holds(String(expression), isAllowed) === true,
    isAllowed,
    commit: (record, cause) => quietly(take({ record }, cause)),
    isSettled: () => !isSought && !config.isAwaited,
    isMinor,
    locate(found) {
      isSought = false;
      void quietly(take({ region: found }, 'start'));
    },
    follow: listeners.on,
  };
}
