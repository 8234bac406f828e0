import type { CommsorConsent } from '../types.ts';

// One for all claims: the property that the first one defines is there for good.
let current: CommsorConsent | undefined;

/** The handle that another copy of us has claimed the page for, if any. An element with that name in the page is none. */
export function claimed(): CommsorConsent | undefined {
  const found = window.commsorConsent;
  return found?.explain ? found : undefined;
}

/**
 * Publishes `handle` as `window.commsorConsent`, which no script of the page can replace or delete, and calls the functions
 * that wait in `window.commsorConsentReady`. Returns the undo: afterwards the name is `undefined` and may be claimed anew.
 */
export function claim(handle: CommsorConsent, attempt: (call: () => void) => void): () => void {
  current = handle;
  window.commsorConsent = handle; // Where it was claimed before, and is free again.
  if (!claimed() || Object.getOwnPropertyDescriptor(window, 'commsorConsent')?.configurable) {
    Object.defineProperty(window, 'commsorConsent', { configurable: false, get: () => current, set: (next) => void (current ??= next) });
  }
  const waiting: unknown = window.commsorConsentReady;
  const push = (...listeners: ((consent: CommsorConsent) => void)[]) => listeners.forEach((listener) => attempt(() => listener(handle)));
  window.commsorConsentReady = { push: push as () => number };
  if (Array.isArray(waiting)) push(...waiting);
  return () => void (current = undefined);
}
