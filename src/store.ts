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
import { modelFor } from './model/region.ts';
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
  /** Takes `record` for the answer. The screen follows at once, everyone else when that has been painted. */
  commit(record: ConsentRecord | null, cause: Cause): Promise<ConsentState>;
  /** Takes `region` for where the visitor is; `null`: nobody can tell. Until then the strictest model holds. */
  locate(region: string | null): void;
  /** Whether it is known where the visitor is, or that nobody can tell. */
  isLocated(): boolean;
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
  /** Ends with `end()`: from then on nothing writes, loads or draws. Its reason is the error that promises reject with. */
  readonly life: AbortSignal;
  end(): void;
}

export interface Beginning {
  readonly config: Config;
  readonly signals: PrivacySignals;
  /** `undefined`: nobody knows yet. */
  readonly region: string | null | undefined;
  readonly record: ConsentRecord | null;
}

/** Where every code is explained. */
const DOCS = 'https://github.com/commsor/consent/blob/main/docs/errors.md#';

/** What pages get to see cannot be changed under us. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

type Channel<Listener> = ReturnType<typeof createChannel<Listener>>;

/** Listeners in the order in which they came. One that throws stops no other. */
function createChannel<Listener>(attempt: (call: () => void) => void) {
  const entries = new Set<{ readonly listener: Listener }>();
  return {
    add(listener: Listener): Stop {
      const entry = { listener }; // One a call: the same function may listen twice.
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    tell(call: (listener: Listener) => void): void {
      // Who comes while others are told knows already; who leaves then wants to hear no more.
      for (const entry of [...entries]) if (entries.has(entry)) attempt(() => call(entry.listener));
    },
  };
}

export function createStore({ config, signals, ...beginning }: Beginning): Store {
  const optional = optionalPurposes(config);
  const errors: ConsentError[] = [];
  const life = new AbortController();
  const followers = new Map([...FOLLOWERS, 'screen' as const].map((who) => [who, createChannel<Follow>(attempt)]));
  const events: { readonly [E in keyof ConsentEvents]: Channel<ConsentEvents[E]> } = {
    change: createChannel(attempt),
    show: createChannel(attempt),
    hide: createChannel(attempt),
    error: createChannel(attempt),
  };
  let { record, region } = beginning;
  let state = evaluate();
  let isTelling = false;

  /** The state follows from the configuration, the signals, the region and the record, and from nothing else. */
  function evaluate(): ConsentState {
    const model = region === undefined ? 'opt-in' : modelFor(region, config.regions, config.model);
    const decisions = decideAll({ config, model, signals, record, now: Date.now() });
    const allowed = (names: ReadonlyMap<string, unknown>) => {
      const table: Record<string, boolean> = Object.create(null); // No name is found in it that was not put there.
      names.forEach((_, name) => (table[name] = !!decisions[name]?.allowed));
      return table;
    };
    return freeze({
      status: optional.some((id) => decisions[id]?.reason === 'default') ? 'undecided' : 'decided',
      model,
      region: region ?? null,
      purposes: allowed(config.purposes),
      services: allowed(config.services),
      decisions,
      signals,
      record,
    });
  }

  function attempt(call: () => void): void {
    if (life.signal.aborted) return;
    try {
      call();
    } catch (error) {
      report('listener-failed', String(error));
    }
  }

  function report(code: ErrorCode, message: string, element?: Element): void {
    if (life.signal.aborted) return;
    const error: ConsentError = { code, message, element };
    errors.push(error);
    if (!isTelling) {
      isTelling = true; // A listener of errors that throws is not told of that.
      events.error.tell((listener) => listener(error));
      isTelling = false;
    }
    console.error(`[commsor] ${code}: ${message} ${DOCS + code}`, element ?? '');
  }

  function commit(next: ConsentRecord | null, cause: Cause): Promise<ConsentState> {
    if (life.signal.aborted) return Promise.reject(life.signal.reason);
    const before = state;
    record = next;
    const after = (state = evaluate());
    const change = { before, after, cause };
    const tell = (who: Follower | 'screen') => followers.get(who)?.tell((follow) => follow(change));
    tell('screen');
    return new Promise((resolve, reject) => {
      afterPaint(() => {
        if (life.signal.aborted) return reject(life.signal.reason);
        FOLLOWERS.forEach(tell);
        resolve(after);
      });
    });
  }

  const isAllowed = (name: string) => state.decisions[name]?.allowed;
  return {
    config,
    state: () => state,
    evaluate,
    allows: (expression) => holds(String(expression), isAllowed) === true,
    isAllowed,
    commit,
    locate(found) {
      region = found;
      commit(record, 'start').catch(() => undefined); // Only `end()` rejects it, and then nobody wants to know.
    },
    isLocated: () => region !== undefined,
    follow: (who, listener) => followers.get(who)?.add(listener) ?? (() => undefined),
    on: (event, listener) => events[event].add(listener),
    tell: (event, call) => events[event].tell(call),
    attempt,
    report,
    errors,
    life: life.signal,
    end() {
      const reason = new Error('[commsor] destroyed: destroy() ended this handle; createConsent() starts a new one.');
      life.abort(reason);
    },
  };
}
