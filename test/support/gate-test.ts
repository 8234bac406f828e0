import type { Page } from '@playwright/test';
import { expect, test as base } from './browser-test.ts';
import { presetChoice } from '../../src/testing/choice.ts';
import { consentPage, type PageParts } from './consent-page.ts';
import { everythingHadItsChance, sentinels } from './settled.ts';
import type { Pages, Site } from './site.ts';

interface Fixtures {
  /** Serves a page made of `parts` at `/`, and `pages` beside it. */
  site(parts: PageParts, pages?: Pages): Promise<Site>;
  /** Serves it, and opens it; with `granted`, as a visitor who allowed these names before. */
  visit(parts: PageParts, pages?: Pages, granted?: string[]): Promise<Site>;
}

export const test = base.extend<Fixtures>({
  site: async ({ serve }, use) => {
    await use((parts, pages) => serve({ '/': consentPage(parts), ...sentinels, ...pages }));
  },
  visit: async ({ page, context, site: start }, use) => {
    await use(async (parts, pages, granted) => {
      const site = await start(parts, pages);
      // Cookies know no ports: what the visitor of another site on this machine said is none of this one's business.
      await context.clearCookies();
      if (granted) await presetChoice(context, { granted }, { url: site.url });
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => 'commsorConsent' in window);
      return site;
    });
  },
});

export { expect };

export { PICTURE, sentinels } from './settled.ts';

/** What scripts of the page said, in order. */
export const ranIn = (page: Page): Promise<string[]> => page.evaluate(() => [...Reflect.get(window, 'ran')]);

/** What the SDK reported, in order. */
export const errorsIn = (page: Page): Promise<string[]> => page.evaluate(() => [...Reflect.get(window, 'errors')]);

export const grant = (page: Page, names?: string[]): Promise<unknown> =>
  page.evaluate(async (some) => {
    await window.commsorConsent?.grant(some);
  }, names);

export const withdraw = (page: Page, names?: string[]): Promise<unknown> =>
  page.evaluate(async (some) => {
    await window.commsorConsent?.withdraw(some);
  }, names);

/** A `timeout` for `passLimit`, in ms: no machine is so slow that what does not hang is too late for it. */
export const LIMIT = 60_000;

/**
 * Lets the time limit of `/hang.js` pass, once it runs: by the page's own clock (`page.clock.install()`), which goes no
 * faster on a slow machine.
 */
export async function passLimit(page: Page, site: Site): Promise<void> {
  await expect.poll(() => site.count('/hang.js')).toBeGreaterThan(0);
  await expect(page.locator('link[href="/hang.js"]'), 'it no longer waits for its turn').toHaveCount(0);
  await page.clock.runFor(LIMIT);
}

/** Resolves when everything tagged had its chance. */
export const settle = (page: Page): Promise<void> => page.evaluate(everythingHadItsChance);
