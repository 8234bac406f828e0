import type { ConsentState } from '../api.ts';
import { matchesAddress, matchesName } from '../model/match.ts';

/** Something that was there although nobody had allowed it. */
export interface Leak {
  readonly kind: 'request' | 'cookie' | 'localStorage' | 'sessionStorage';
  /** The address, without its query; or the name. */
  readonly name: string;
}

export interface FollowOptions {
  /** `storage.name` of the site. Default `'commsor_consent'`. */
  readonly name?: string;
  /** Hosts that may always be asked, with their subdomains, beside that of the page itself. */
  readonly hosts?: readonly string[];
  /** Cookies and keys in storage that the site needs; `*` stands for any letters. */
  readonly keys?: readonly string[];
}

/** A page as its visitor uses it, and what it lets out meanwhile. */
export interface TestConsent {
  /** Resolves when the banner can be pressed. */
  banner(): Promise<void>;
  /** Presses the button in the banner, as a visitor does. */
  accept(): Promise<void>;
  reject(): Promise<void>;
  /** Opens the preferences, sets the switches of these purposes and services, and saves. */
  choose(switches: Readonly<Record<string, boolean>>): Promise<void>;
  state(): Promise<ConsentState>;
  /** What was requested, and what is kept, that is neither the site's own nor in `FollowOptions`. */
  leaks(): Promise<Leak[]>;
}

/** Those of `found` that are neither of `host`, the page's own, nor known to be needed; each once. */
export function leaksAmong(
  found: readonly Leak[],
  host: string,
  { name = 'commsor_consent', hosts = [], keys = [] }: FollowOptions,
): Leak[] {
  const isAllowed = (leak: Leak) =>
    leak.kind === 'request'
      ? [host, ...hosts].some((pattern) => matchesAddress(pattern, new URL(leak.name)))
      : [name, ...keys].some((pattern) => matchesName(pattern, leak.name));
  const leaks = new Map(found.map((leak) => [`${leak.kind} ${leak.name}`, leak]));
  return [...leaks.values()].filter((leak) => !isAllowed(leak));
}
