import type { CommsorConsent } from '../types.ts';

/** The handle that another copy of us has claimed the page for, if any. An element with that name in the page is none. */
export function claimed(): CommsorConsent | undefined {
  const found = window.commsorConsent;
  return typeof found?.explain === 'function' ? found : undefined;
}

/**
 * Publishes `handle` as `window.commsorConsent`, which no script of the page can replace or delete, and calls the functions
 * that wait in `window.commsorConsentReady`. Returns the undo: afterwards the name is `undefined` and may be claimed anew.
 */
export function claim(handle: CommsorConsent, attempt: (call: () => void) => void): () => void {
  let current: CommsorConsent | undefined = handle;
  const own = Object.getOwnPropertyDescriptor(window, 'commsorConsent');
  if (own && !own.configurable) window.commsorConsent = handle; // Claimed before, and free again.
  else Object.defineProperty(window, 'commsorConsent', { get: () => current, set: (next) => void (current ??= next) });

  const waiting: unknown = window.commsorConsentReady;
  const push = (...listeners: ((consent: CommsorConsent) => void)[]) => listeners.forEach((listener) => attempt(() => listener(handle)));
  window.commsorConsentReady = { push: push as () => number };
  if (Array.isArray(waiting)) push(...waiting);
  return () => void (current = undefined);
}
