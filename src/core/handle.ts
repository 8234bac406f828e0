import type { Choice, CommsorConsent, ConsentEvents, ConsentState, Decision, Settled, Stop, View } from '../types.ts';

/** What the handle is made of. */
export interface HandleContext {
  readonly optional: readonly string[];
  readonly ready: Promise<ConsentState>;
  state(): ConsentState;
  allows(expression: string): boolean;
  answer(choices: Readonly<Record<string, Choice>>, method: 'api', cause: 'api'): Promise<ConsentState>;
  show(view?: View): Promise<void>;
  hide(): void;
  on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop;
  scan(root: ParentNode): void;
  later<T>(task: (page: Settled) => T): Promise<Awaited<T>>;
  isObjectable(name: string): boolean;
  destroy: Stop;
}

/** The public handle. */
export function createHandle({ optional, ready, state, allows, answer, show, hide, on, scan, later, isObjectable, destroy }: HandleContext): CommsorConsent {
  /** Calls `then` as soon as `test` holds, now or after a change. */
  function once(test: () => boolean, then: () => void): void {
    if (test()) return then();
    const stop = on('change', () => {
      if (!test()) return;
      stop();
      then();
    });
  }

  /** Answers `names`, which all must pass `test`. */
  async function choose(choice: Choice, names: readonly string[] = optional, test = (name: string) => name in state().decisions): Promise<ConsentState> {
    const stranger = names.find((name) => !test(name));
    if (stranger !== undefined) throw new TypeError(`[commsor] unknown-name: "${stranger}"`);
    return answer(Object.fromEntries(names.map((name) => [name, choice])), 'api', 'api');
  }
  const deny = (names?: string[]) => choose('denied', names);

  return Object.freeze({
    version: __VERSION__,
    ready,
    decided: new Promise<ConsentState>((resolve) => once(() => state().status === 'decided', () => resolve(state()))),
    get: state,
    allows,
    explain: (name: string): Decision => state().decisions[name] ?? Object.freeze({ allowed: false, reason: 'unknown' }),
    when: (name: string) => new Promise<void>((resolve) => once(() => allows(name), resolve)),
    on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop {
      const stop = on(event, listener);
      if (event === 'change') (listener as ConsentEvents['change'])(state(), { before: null, cause: 'start' });
      return stop;
    },
    abortSignal(name: string) {
      const controller = new AbortController();
      once(() => !allows(name), () => controller.abort());
      return controller.signal;
    },
    onWithdraw(name: string, teardown: () => void) {
      let is = allows(name);
      return on('change', () => {
        const was = is;
        is = allows(name);
        if (was && !is) teardown();
      });
    },
    grant: (names?: string[]) => choose('granted', names),
    deny,
    withdraw: deny,
    object: (names: string[]) => choose('denied', names, isObjectable),
    show,
    hide,
    receipt: () => later((page) => page.receipt()),
    erase: () => later((page) => page.erase()) as Promise<void>,
    scan: (root: ParentNode = document) => scan(root),
    debug: () => later((page) => page.debug()) as Promise<void>,
    destroy,
  });
}
