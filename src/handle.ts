import type { CommsorConsent, ConsentEvents } from './api.ts';
import type { Core, Stop } from './lazy.ts';

/** The public handle. */
export function createHandle(core: Core): CommsorConsent {
  const { on, state, allows } = core;

  /** Resolves as soon as `test` holds, now or after a change. */
  const until = (test: () => boolean) =>
    new Promise<void>((resolve) => {
      if (test()) return resolve();
      const stop = on('change', () => {
        if (test()) resolve(stop());
      });
    });

  function onWithdraw(name: string, teardown: () => void): Stop {
    let is = allows(name);
    return on('change', () => {
      const was = is;
      is = allows(name);
      if (was && !is) teardown();
    });
  }

  const deny = (names?: string[]) => core.later((page) => page.choose('denied', names));

  return Object.freeze({
    version: __VERSION__,
    ready: Promise.resolve(state()),
    decided: until(() => state().status === 'decided').then(state),
    get: state,
    allows,
    explain: (name: string) => state().decisions[name] ?? Object.freeze({ allowed: false, reason: 'unknown' }),
    when: (name: string) => until(() => allows(name)),
    on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop {
      const stop = on(event, listener);
      if (event === 'change')
        core.attempt(() => (listener as ConsentEvents['change'])(state(), { before: null, cause: 'start' }));
      return stop;
    },
    abortSignal(name: string) {
      const controller = new AbortController();
      const abort = () => controller.abort();
      if (allows(name)) onWithdraw(name, abort);
      else abort();
      return controller.signal;
    },
    onWithdraw,
    grant: (names?: string[]) => core.later((page) => page.choose('granted', names)),
    deny,
    withdraw: deny,
    object: (names: string[]) => core.later((page) => page.choose('denied', names, true)),
    show: core.show,
    hide: () => core.hide(),
    receipt: () => core.later((page) => page.receipt()),
    erase: () => core.later((page) => page.erase()) as Promise<void>,
    scan: (root: ParentNode = document) => core.scan(root),
    debug: () => core.later((page) => page.debug()) as Promise<void>,
    destroy: core.destroy,
  });
}
