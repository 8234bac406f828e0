import type { Page } from '@playwright/test';
import { expect, test as base } from './browser-test.ts';
import { consentPage, storedChoice, type PageParts } from './consent-page.ts';
import type { Received, Reply, Site } from './site.ts';

type Pages = Record<string, string | ((request: Received) => string | Reply)>;

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
      if (granted)
        await context.addCookies([{ name: 'commsor_consent', value: storedChoice({ granted }), url: site.url }]);
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => 'commsorConsent' in window);
      return site;
    });
  },
});

export { expect };

export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

/** What `settle` asks for. */
export const sentinels = { '/sentinel.js': '', '/sentinel.svg': PICTURE };

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
export async function passLimit(page: Page): Promise<void> {
  await expect(page.locator('script[src="/hang.js"]')).toHaveCount(2); // The author's node, and the copy that runs.
  await page.clock.runFor(LIMIT);
}

/**
 * Resolves when everything tagged had its chance: a script and an image that need no consent, put in last, are released
 * and loaded,
 * and what they set off has been done.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(
      (['script', 'img'] as const).map(
        (tag) =>
          new Promise((resolve) => {
            const sentinel = document.createElement(tag);
            const name = `sentinel${Math.random()}`;
            sentinel.setAttribute('data-consent', 'necessary');
            sentinel.setAttribute(
              tag === 'script' ? 'src' : 'data-src',
              tag === 'script' ? '/sentinel.js' : '/sentinel.svg',
            );
            if (tag === 'script') sentinel.setAttribute('type', 'text/plain');
            sentinel.setAttribute('onload', `this.remove(); window.dispatchEvent(new Event("${name}"))`);
            addEventListener(name, resolve, { once: true });
            document.documentElement.append(sentinel);
          }),
      ),
    );
    // Three tasks later whatever these two set off has begun.
    for (let i = 0; i < 3; i++) {
      const { port1, port2 } = new MessageChannel();
      const task = new Promise((resolve) => (port1.onmessage = resolve));
      port2.postMessage(0);
      await task;
    }
  });
}
