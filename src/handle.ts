import type { CommsorConsent, ConsentEvents } from './api.ts';
import type { Gate, Idle, Lazy, Prompt, Stop } from './lazy.ts';
import { quietly } from './quietly.ts';
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
  const { config, state, allows, life } = store;

  /**
   * Resolves as soon as `test` holds, now or after a change; rejects when `signal` is aborted, or this handle is ended.
   */
  function until(test: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      for (const end of [life, signal]) {
        if (end?.aborted) return reject(end.reason);
        end?.addEventListener('abort', () => reject(end.reason), over);
      }
      const look = () => {
        if (!test()) return;
        resolve();
        // With a reason of our own: the browser's would be an error, whose stack takes time.
        over.abort('over');
      };
      over.signal.addEventListener('abort', store.on('change', look));
      look();
    });
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
  const deny = (names?: readonly string[]) => prompt((part) => part.choose('denied', names));

  return Object.freeze({
    version: __VERSION__,
    ready: quietly(until(() => !config.isAwaited).then(state)),
    decided: quietly(until(() => state().status === 'decided').then(state)),
    get: state,
    allows,
    explain: (name: string) => state().decisions[name] ?? Object.freeze({ allowed: false, reason: 'unknown' }),
    when: (name: string, { signal }: { signal?: AbortSignal } = {}) => until(() => allows(name), signal),
    on,
    abortSignal(name: string) {
      const controller = new AbortController();
      const abort = () => controller.abort();
      if (allows(name)) onWithdraw(name, abort);
      else abort();
      return controller.signal;
    },
    onWithdraw,
    grant: (names?: readonly string[]) => prompt((part) => part.choose('granted', names)),
    deny,
    withdraw: deny,
    object: (names: readonly string[]) => prompt((part) => part.choose('denied', names, true)),
    show: screen.show,
    hide: screen.hide,
    receipt: () => idle((part) => part.receipt()),
    erase: () => prompt((part) => part.erase()).then(nothing),
    scan: (root: ParentNode = document) => gate.scan(root),
    debug: () => idle((part) => part.debug()),
    destroy: store.end,
  } satisfies CommsorConsent);
}
