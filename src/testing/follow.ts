import type { FollowOptions, TestConsent } from './consent.ts';
import { followPage } from './in-browser.ts';
import { followDocument } from './in-unit-test.ts';
import type { PageLike } from './playwright.ts';

/**
 * Follows what a page asks for and keeps. In Playwright it is called before the page is opened, or what was asked for
 * until then is not known.
 */
export const followConsent = (page: PageLike | Document, options: FollowOptions = {}): TestConsent =>
  'waitForLoadState' in page ? followPage(page, options) : followDocument(page, options);

/**
 * Fails where something was requested from another host, or is kept, although nobody has allowed it.
 *
 * @throws Error that names each request, cookie and key.
 */
export async function expectNothingBefore(consent: TestConsent): Promise<void> {
  const leaks = await consent.leaks();
  if (!leaks[0]) return;
  const lines = leaks.map(({ kind, name }) => `  ${kind} ${name}`);
  throw new Error(`Before consent there was:\n${lines.join('\n')}\nTag what causes it, or name what the site needs.`);
}
