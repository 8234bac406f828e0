import type { CommsorConsent, ConsentEvents, ConsentState, Decision, WhenOptions } from './api.ts';
import type { Config } from './model/config.ts';
import { holds } from './model/expression.ts';

/** What a server may render with: nothing optional, for ever. It asks nobody, stores nothing and touches no global. */
export function createInert({ purposes, services, model }: Config): CommsorConsent {
  function isNecessary(id: string): boolean {
    const under = services.get(id)?.purposes ?? [id];
    return !!under[0] && under.every((purpose) => purposes.get(purpose)?.isOptional === false);
  }
  const isKnown = (id: string) => purposes.has(id) || services.has(id);
  const decide = (id: string): Decision =>
    Object.freeze(
      isNecessary(id)
        ? { allowed: true, reason: 'necessary' }
        : { allowed: false, reason: isKnown(id) ? 'default' : 'unknown' },
    );
  const allows = (text: string) => holds(String(text), (id) => (isKnown(id) ? isNecessary(id) : undefined)) === true;
  function table<T>(ids: readonly string[], value: (id: string) => T): Readonly<Record<string, T>> {
    const filled: Record<string, T> = Object.create(null); // No name is found in it that was not put there.
    for (const id of ids) filled[id] = value(id);
    return Object.freeze(filled);
  }
  const state: ConsentState = Object.freeze({
    status: 'undecided',
    model,
    region: null,
    purposes: table([...purposes.keys()], isNecessary),
    services: table([...services.keys()], isNecessary),
    decisions: table([...purposes.keys(), ...services.keys()], decide),
    signals: Object.freeze({ dnt: false, gpc: false }),
    record: null,
  });
  const never = new Promise<never>(() => undefined);
  const nothing = () => undefined;
  const done = async () => undefined;
  const unchanged = async () => state;

  function on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): () => void {
    try {
      if (event === 'change') (listener as ConsentEvents['change'])(state, { before: null, cause: 'start' });
    } catch (error) {
      console.error(`[commsor] listener-failed: ${error}`);
    }
    return nothing;
  }

  function when(name: string, { signal }: WhenOptions = {}): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (allows(name)) return Promise.resolve();
    return signal
      ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
      : never;
  }

  return Object.freeze({
    version: __VERSION__,
    ready: Promise.resolve(state),
    decided: never,
    get: () => state,
    allows,
    explain: decide,
    when,
    on,
    abortSignal: (name: string) => (allows(name) ? new AbortController().signal : AbortSignal.abort()),
    onWithdraw: () => nothing,
    grant: unchanged,
    deny: unchanged,
    withdraw: unchanged,
    object: unchanged,
    show: done,
    hide: nothing,
    receipt: () => Promise.reject(new Error('there is no visitor on a server')),
    erase: done,
    scan: nothing,
    debug: done,
    destroy: nothing,
  });
}
