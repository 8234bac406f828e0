import type { Leak } from './consent.ts';

/** What storage holds. It runs in a page too, so it may use nothing from here. */
export function keptIn(): Leak[] {
  const keys = (kind: 'localStorage' | 'sessionStorage') => {
    try {
      return Object.keys(window[kind]).map((name): Leak => ({ kind, name }));
    } catch {
      return []; // A browser that gives this page no storage keeps nothing for it.
    }
  };
  return [...keys('localStorage'), ...keys('sessionStorage')];
}
