import type { ContextLike } from './playwright.ts';

/** What a visitor said before the test begins. */
export interface TestChoice {
  /** Ids of purposes and services. */
  readonly granted?: readonly string[];
  readonly denied?: readonly string[];
  /** When, in milliseconds since 1970. Default: now. */
  readonly givenAt?: number;
}

export interface PresetOptions {
  /** An address of the site; a Playwright context needs it. */
  readonly url?: string;
  /** `storage.name` of the site. Default `'commsor_consent'`. */
  readonly name?: string;
}

/** The text in which such a choice is kept: the value of our cookie, without a check value, as every preset. */
export function storedChoice({ granted = [], denied = [], givenAt = Date.now() }: TestChoice): string {
  return `v=1&t=${givenAt}&granted=${granted.join('.')}&denied=${denied.join('.')}`;
}

/**
 * Lets the test begin with a visitor who has answered: nobody is asked, and what is granted runs from the start.
 *
 * @param target A Playwright context, before the page is opened, or the document of a unit test, before the SDK starts.
 * @throws TypeError where a context is given no `url`.
 */
export async function presetChoice(
  target: ContextLike | Document,
  choice: TestChoice,
  { url, name = 'commsor_consent' }: PresetOptions = {},
): Promise<void> {
  const value = storedChoice(choice);
  if (!('addCookies' in target)) {
    target.cookie = `${name}=${value}; Path=/; SameSite=Lax`;
    return;
  }
  if (!url) throw new TypeError('presetChoice(context, choice, { url }): give the address of the site');
  await target.addCookies([{ name, value, url }]);
}
