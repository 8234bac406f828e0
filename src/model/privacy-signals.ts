import type { PrivacySignals } from '../api.ts';

/** Where browsers keep, or kept, the wish. Everything here may be missing, shadowed by the page, or throw. */
export interface SignalSource {
  readonly navigator: object;
  readonly doNotTrack?: unknown;
}

/**
 * What the browser wishes, read once: both values are fixed for a navigation, so a page cannot flip them later.
 * Only `true` (GPC, https://w3c.github.io/gpc/) and `"1"` or `"yes"` (DNT) are a wish; anything else means that none
 * was expressed.
 */
export function readPrivacySignals(source: SignalSource): PrivacySignals {
  const { navigator } = source;
  const dnt = [...read(navigator, 'doNotTrack'), ...read(navigator, 'msDoNotTrack'), ...read(source, 'doNotTrack')];
  return Object.freeze({
    dnt: dnt.some((value) => value === '1' || value === 'yes'),
    gpc: read(navigator, 'globalPrivacyControl').includes(true),
  });
}

// A page script can shadow the property, even with one that throws; the getter on the prototype still tells the
// browser's own value.
function read(owner: object, name: string): unknown[] {
  return [owner, Object.getPrototypeOf(owner)].map((place) => {
    try {
      return Reflect.get(place, name, owner);
    } catch {
      return undefined; // A getter that throws expresses no wish.
    }
  });
}
