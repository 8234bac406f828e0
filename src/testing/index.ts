/**
 * `@commsor/consent/testing`: helpers for the tests of a site, in Playwright (a page, a context) and in vitest with a
 * document (happy-dom, jsdom, browser mode).
 */
export { presetChoice, storedChoice, type PresetOptions, type TestChoice } from './choice.ts';
export { expectNothingBefore, followConsent } from './follow.ts';
export type { FollowOptions, Leak, TestConsent } from './consent.ts';
export type { ContextLike, CookieLike, LocatorLike, PageLike, RequestLike } from './playwright.ts';
export { simulate, type Circumstances } from './simulate.ts';
