import type { Circumstances } from './simulate.ts';

/**
 * What is used of Playwright, by its own names: its types fit, of any version, and nobody who tests with something else
 * has to install them.
 */
export interface CookieLike {
  readonly name: string;
}

export interface RequestLike {
  url(): string;
}

export interface LocatorLike {
  click(): Promise<void>;
  setChecked(checked: boolean): Promise<void>;
  waitFor(options?: { state?: 'visible' | 'hidden' }): Promise<void>;
}

export interface ContextLike {
  addCookies(cookies: readonly { name: string; value: string; url: string }[]): Promise<unknown>;
  addInitScript(script: (argument: Circumstances) => void, argument: Circumstances): Promise<unknown>;
  setExtraHTTPHeaders(headers: Record<string, string>): Promise<unknown>;
  cookies(): Promise<readonly CookieLike[]>;
  on(event: 'request', listener: (request: RequestLike) => void): unknown;
}

export interface PageLike {
  context(): ContextLike;
  url(): string;
  locator(selector: string): LocatorLike;
  evaluate<Result>(task: () => Result | Promise<Result>): Promise<Result>;
  waitForLoadState(state: 'load'): Promise<void>;
}
