import { test as base, expect } from '@playwright/test';
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
      expect(uncaught, 'uncaught errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
