import type { CommsorConsent, ConsentEvents, ConsentState } from './api.ts';
import type { Gate, Idle, Lazy, Prompt, Stop } from './lazy.ts';
import type { Screen } from './screen.ts';
import type { Store } from './store.ts';

export interface HandleNeeds {
  readonly store: Store;
  readonly screen: Screen;
  readonly gate: Gate;
  readonly prompt: Lazy<Prompt>;
  readonly idle: Lazy<Idle>;
}

/** The public handle. */
export function createHandle({ store, screen, gate, prompt, idle }: HandleNeeds): CommsorConsent {
  const { state, allows, life } = store;

  /** What `begin` promises, for as long as this handle lives and `signal` is not aborted: then it rejects. */
  const whileAlive = <T>(begin: () => Promise<T>, signals: readonly (AbortSignal | undefined)[] = [life]) =>
    new Promise<T>((resolve, reject) => {
      const over = new AbortController();
      for (const signal of signals) {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), over);
      }
      begin()
        .then(resolve, reject)
        .finally(() => over.abort());
    });

  /** Resolves as soon as `test` holds, now or after a change. */
  async function until(test: () => boolean, signal?: AbortSignal): Promise<ConsentState> {
    if (test()) return state();
    let stop: Stop = () => undefined;
    const change = new Promise<ConsentState>((resolve) => {
      stop = store.on('change', () => test() && resolve(state()));
    });
    return whileAlive(() => change, [life, signal]).finally(stop);
  }

  function onWithdraw(name: string, teardown: () => void): Stop {
    let is = allows(name);
    return store.on('change', () => {
      const was = is;
      is = allows(name);
      if (was && !is) teardown();
    });
  }

  function on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop {
    const stop = store.on(event, listener);
    const replay = (told: ConsentEvents['change']) => told(state(), { before: null, cause: 'start' });
    if (event === 'change') store.attempt(() => replay(listener as ConsentEvents['change']));
    return stop;
  }

  const nothing = () => undefined;
  const decided = until(() => state().status === 'decided');
  decided.catch(() => undefined); // A page that does not wait for it is not to hear of its end.
  const deny = (names?: readonly string[]) => whileAlive(() => prompt((part) => part.choose('denied', names)));

  return Object.freeze({
    version: __VERSION__,
    ready: Promise.resolve(state()),
    decided,
    get: state,
    allows,
    explain: (name: string) => state().decisions[name] ?? Object.freeze({ allowed: false, reason: 'unknown' }),
    when: (name: string, { signal }: { signal?: AbortSignal } = {}) => until(() => allows(name), signal).then(nothing),
    on,
    abortSignal(name: string) {
      const controller = new AbortController();
      const abort = () => controller.abort();
      if (allows(name)) onWithdraw(name, abort);
      else abort();
      return controller.signal;
    },
    onWithdraw,
    grant: (names?: readonly string[]) => whileAlive(() => prompt((part) => part.choose('granted', names))),
    deny,
    withdraw: deny,
    object: (names: readonly string[]) => whileAlive(() => prompt((part) => part.choose('denied', names, true))),
    show: (view) => whileAlive(() => screen.show(view)),
    hide: screen.hide,
    receipt: () => whileAlive(() => idle((part) => part.receipt())),
    erase: () => whileAlive(() => prompt((part) => part.erase())).then(nothing),
    scan: (root: ParentNode = document) => gate.scan(root),
    debug: () => whileAlive(() => idle((part) => part.debug())),
    destroy: store.end,
  } satisfies CommsorConsent);
}
