import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { startSite, type Site } from './site.ts';

interface Fixtures {
  /** Serves pages for this one test; see `startSite`. */
  serve: typeof startSite;
  /**
   * Errors that nobody caught in any page of the test. The test fails when one is left at its end; a test that wants
   * some takes them out.
   */
  uncaught: string[];
}

/** What Firefox says of its own accord about cookies and connections comes to Playwright as if a script threw it. */
const FIREFOX_NOTE =
  /^(Cookie “|Firefox can’t establish a connection|The connection to wss?:|The Same Origin Policy disallows)/;

/** The tabs are the next test's: one that still loads would not come to rest when it is emptied. */
async function closeWhatStillLoads(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    const isLoaded = page.evaluate(() => Reflect.get(Document.prototype, 'readyState', document) === 'complete');
    if (!(await isLoaded.catch(() => false))) await page.close();
  }
}

/** Playwright's `test`, with real servers at hand and no patience for uncaught errors. */
export const test = base.extend<Fixtures>({
  serve: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (pages) => {
      const site = await startSite(pages);
      sites.push(site);
      return site;
    });
    await Promise.all(sites.map((site) => site[Symbol.asyncDispose]()));
  },
  uncaught: [
    async ({ context }, use) => {
      const uncaught: string[] = [];
      context.on('weberror', (error) => {
        const { message } = error.error();
        if (!FIREFOX_NOTE.test(message)) uncaught.push(message);
      });
      await use(uncaught);
      await closeWhatStillLoads(context);
      expect(uncaught, 'uncaught errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * For `test.extend`: a tab that no test had before. Else tests of one worker share a tab, emptied in between; its
 * session history stays, and at 50 entries it grows no more.
 */
export const ownTab = {
  page: async ({ context }: { context: BrowserContext }, use: (page: Page) => Promise<void>) =>
    use(await context.newPage()),
};

export { expect };
