import type { ConsentError, ConsentEvents, ErrorCode } from './api.ts';
import type { Change, Stop } from './lazy.ts';

export type Follow = (change: Change) => void;
type Listener = Follow | ConsentEvents[keyof ConsentEvents];

/** Who is told of what, for as long as the store lives. */
export interface Listeners {
  /** Listens for what is told under `name`. */
  on(name: string, listener: Listener): Stop;
  /** Does `call` with everyone who listens for `name`, in the order in which they came. */
  tell<One extends Listener>(name: string, call: (listener: One) => void): void;
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

/** Where every code is explained. */
const DOCS = 'https://github.com/commsor/consent/blob/main/docs/errors.md#';

export function createListeners(): Listeners {
  const errors: ConsentError[] = [];
  const controller = new AbortController();
  const life = controller.signal;
  const entries = new Set<{ readonly name: string; readonly listener: Listener }>();
  let isTelling = false;

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

  return {
    on(name, listener) {
      const entry = { name, listener }; // One a call: the same function may listen twice.
      entries.add(entry);
      return () => void entries.delete(entry);
    },
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
