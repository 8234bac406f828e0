import type { WebDriver } from 'selenium-webdriver';
import { expect, inject, test as base } from 'vitest';
import { consentPage, type PageParts } from './consent-page.ts';
import { startSite, type Received, type Reply, type Site } from './site.ts';
import { openWebKit, WebKitPage } from './webkit-page.ts';

type Pages = Record<string, string | ((request: Received) => string | Reply)>;

interface Fixtures {
  driver: WebDriver;
  page: WebKitPage;
  /** Serves pages for this one test, on a host of its own: no cookie or storage of another test is there. */
  serve(pages: Pages): Promise<Site>;
  /** Serves a page made of `parts` at `/`, and `pages` beside it, and opens it. */
  visit(parts?: PageParts, pages?: Pages): Promise<Site>;
}

/** This driver tells nobody of errors that nobody caught: every page says them to its server. */
const TELLS = `<script>
  addEventListener('error', ({ message }) => message && navigator.sendBeacon('/uncaught', message));
  addEventListener('unhandledrejection', ({ reason }) => navigator.sendBeacon('/uncaught', String(reason)));
</script>`;
const telling = (html: string) => html.replace(/<head>|(?=<title>)/, (found) => found + TELLS);

/** What pages ask for without being told to. */
const OWN_ACCORD = ['/favicon.ico', '/uncaught'];

/** Files that were asked for, except pages' own and what browsers ask for by themselves. */
export const askedOf = ({ received }: Site): string[] =>
  received.map(({ path }) => path).filter((path) => path !== '/' && !OWN_ACCORD.includes(path));

let number = 0;

export const test = base.extend<Fixtures>({
  driver: [
    async ({}, use) => {
      const driver = await openWebKit(inject('webkit'));
      await use(driver);
      await driver.quit();
    },
    { scope: 'file' },
  ],
  page: async ({ driver }, use) => {
    await use(new WebKitPage(driver));
  },
  serve: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (pages) => {
      const wrapped = Object.entries(pages).map(([path, page]) => [
        path,
        typeof page === 'string' ? telling(page) : page,
      ]);
      const site = await startSite({ '/uncaught': '', ...Object.fromEntries(wrapped) });
      sites.push(site);
      return Object.assign(site, { url: site.url.replace('localhost', `test${(number += 1)}.localhost`) });
    });
    const uncaught = sites.flatMap(({ received }) => received.filter(({ path }) => path === '/uncaught'));
    await Promise.all(sites.map((site) => site[Symbol.asyncDispose]()));
    expect(
      uncaught.map(({ body }) => body),
      'uncaught errors in the page',
    ).toEqual([]);
  },
  visit: async ({ serve, page }, use) => {
    await use(async (parts, pages) => {
      const site = await serve({ '/': consentPage(parts), ...pages });
      await page.open(`${site.url}/`);
      return site;
    });
  },
});

export { expect };
