import type { CommsorConsent } from './api.ts';

/**
 * The handle that another copy of us has claimed the page for, if any. An element with that name in the page is none.
 */
export function claimed(): CommsorConsent | undefined {
  const found = window.commsorConsent;
  return found?.explain ? found : undefined;
}

/**
 * Runs `start`, which claims the page, as soon as the script that runs now is over, and before the next one; or when
 * code behind ours in the same file asks for the handle. Not at once: a browser that notes who reads a cookie or loads
 * a file, as one does that measures a page, parses every function under way once more, and in ours that is all of it.
 */
export function claimSoon(start: () => void): void {
  const ask = () => window.commsorConsent;
  const isFree = Reflect.defineProperty(window, 'commsorConsent', {
    configurable: true,
    get() {
      delete window.commsorConsent;
      start();
      return ask();
    },
  });
  // Where an earlier copy has come and gone, the name is there for good.
  if (isFree) queueMicrotask(ask);
  else start();
}

/**
 * Publishes `handle` as `window.commsorConsent`, which no script of the page can replace or delete, and calls the
 * functions that wait in `window.commsorConsentReady`. Returns the undo: afterwards the name is `undefined` and may be
 * claimed anew.
 */
export function claim(handle: CommsorConsent, attempt: (call: () => void) => void): () => void {
  let held: CommsorConsent | undefined = handle;
  // The property that the first claim defines is there for good; later ones, of other copies of us too, tell it whom to
  // ask.
  let ask = () => held;
  const own = Object.getOwnPropertyDescriptor(window, 'commsorConsent');
  if (own && !own.configurable) Reflect.set(window, 'commsorConsent', own.set ? ask : handle);
  else
    Object.defineProperty(window, 'commsorConsent', {
      configurable: false,
      get: () => ask(),
      set: (next) => void (ask() || typeof next !== 'function' || (ask = next)),
    });
  const waiting: unknown = window.commsorConsentReady;
  const push = (...listeners: ((consent: CommsorConsent) => void)[]) =>
    listeners.forEach((listener) => attempt(() => listener(handle)));
  window.commsorConsentReady = { push: push as () => number };
  if (Array.isArray(waiting)) push(...waiting);
  return () => void (held = undefined);
}
