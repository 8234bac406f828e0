import type {
  Cause,
  ConsentError,
  ConsentEvents,
  ConsentRecord,
  ConsentState,
  ErrorCode,
  PrivacySignals,
} from './api.ts';
import type { Change, Stop } from './lazy.ts';
import type { Config } from './model/config.ts';
import { decideAll } from './model/decision.ts';
import { holds } from './model/expression.ts';
import { optionalPurposes } from './model/news.ts';
import { ruleFor, STRICTEST } from './model/region.ts';
import { quietly } from './quietly.ts';
import { afterPaint } from './schedule.ts';

/**
 * Who follows from an answer, in this order. Google comes before all others, so that no tag runs under the state of
 * before; what keeps the answer comes before what may load the page anew.
 */
const FOLLOWERS = ['google', 'listeners', 'gate', 'storage', 'withdrawal', 'other-tabs', 'records', 'reopen'] as const;
export type Follower = (typeof FOLLOWERS)[number];
type Follow = (change: Change) => void;

/** The only thing that changes: everyone reads the answer here, and `commit` is the one way to change it. */
export interface Store {
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
  /** Calls a stranger's function: one that throws is reported and stops nothing. */
  attempt(call: () => void): void;
  report(code: ErrorCode, message: string, element?: Element): void;
  readonly errors: readonly ConsentError[];
  /**
   * Ends with `end()`: from then on nothing writes, loads or draws. Its reason is the error that promises reject with.
   */
  readonly life: AbortSignal;
  end(): void;
}

export interface Beginning {
  readonly config: Config;
  readonly signals: PrivacySignals;
  readonly record: ConsentRecord | null;
}

/** Where every code is explained. */
const DOCS = 'https://github.com/commsor/consent/blob/main/docs/errors.md#';

/** What pages get to see cannot be changed under us. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

type Listener = Follow | ConsentEvents[keyof ConsentEvents];

export function createStore({ config, signals, record }: Beginning): Store {
  const errors: ConsentError[] = [];
  const controller = new AbortController();
  const life = controller.signal;
  const entries = new Set<{ readonly name: string; readonly listener: Listener }>();
  let isTelling = false;
  let { region } = config;
  let isSought = region === undefined;
  // Nobody is taken for an adult because a function of the site's failed.
  let isMinor = !!config.audience;
  if (typeof config.audience === 'function') attempt(() => (isMinor = !!(config.audience as () => unknown)()));
  let state = evaluate();

  /** The state follows from the configuration, the signals, the region and the record, and from nothing else. */
  function evaluate(): ConsentState {
    const { model, exempt } =
      region === undefined || isMinor ? STRICTEST : ruleFor(region, config.regions, config.model);
    const decisions = decideAll({ config, model, exempt, signals, record, now: Date.now() });
    const allowed = (names: ReadonlyMap<string, unknown>) => {
      const table: Record<string, boolean> = Object.create(null); // No name is found in it that was not put there.
      names.forEach((_, name) => (table[name] = !!decisions[name]?.allowed));
      return table;
    };
    return freeze({
      status: optionalPurposes(config).some((id) => decisions[id]?.reason === 'default') ? 'undecided' : 'decided',
      model,
      region: region ?? null,
      purposes: allowed(config.purposes),
      services: allowed(config.services),
      decisions,
      signals,
      record,
    });
  }

  function listen(name: string, listener: Listener): Stop {
    const entry = { name, listener }; // One a call: the same function may listen twice.
    entries.add(entry);
    return () => void entries.delete(entry);
  }

  /** Does `call` with everyone who listens for `name`, in the order in which they came. */
  function tell<One extends Listener>(name: string, call: (listener: One) => void): void {
    // Who comes while others are told knows already; who leaves then wants to hear no more.
    for (const entry of [...entries])
      if (entry.name === name && entries.has(entry)) attempt(() => call(entry.listener as One));
  }

  function attempt(call: () => void): void {
    if (life.aborted) return;
    try {
      call();
    } catch (error) {
      report('listener-failed', String(error));
    }
  }

  function report(code: ErrorCode, message: string, element?: Element): void {
    if (life.aborted) return;
    const error: ConsentError = { code, message, element };
    errors.push(error);
    if (!isTelling) {
      isTelling = true; // A listener of errors that throws is not told of that.
      tell<ConsentEvents['error']>('error', (listener) => listener(error));
      isTelling = false;
    }
    console.error(`[commsor] ${code}: ${message} ${DOCS + code}`, element ?? '');
  }

  async function take(next: ConsentRecord | null, cause: Cause): Promise<ConsentState> {
    life.throwIfAborted();
    const before = state;
    record = next;
    const after = (state = evaluate());
    const lead = (who: string) => tell<Follow>(who, (follow) => follow({ before, after, cause }));
    lead('screen');
    await new Promise<void>(afterPaint);
    life.throwIfAborted();
    FOLLOWERS.forEach(lead);
    return after;
  }

  const commit: Store['commit'] = (next, cause) => quietly(take(next, cause));
  const isAllowed = (name: string) => state.decisions[name]?.allowed;
  return {
    config,
    state: () => state,
    evaluate,
    allows: (expression) => holds(String(expression), isAllowed) === true,
    isAllowed,
    commit,
    isSettled: () => !isSought && !config.isAwaited,
    isMinor,
    locate(found) {
      isSought = false;
      region = found;
      void commit(record, 'start');
    },
    follow: listen,
    on: listen,
    tell,
    attempt,
    report,
    errors,
    life,
    end() {
      const reason = new Error('[commsor] destroyed: destroy() ended this handle; createConsent() starts a new one.');
      controller.abort(reason);
    },
  };
}
