import type { WebDriver } from 'selenium-webdriver';
import { expect, inject, test as base } from 'vitest';
import { consentPage, type PageParts } from './consent-page.ts';
import { everythingHadItsChance, sentinels } from './settled.ts';
import { startSite, type Pages, type Site } from './site.ts';
import { openWebKit, WebKitPage } from './webkit-page.ts';

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
const tell = (html: string) => html.replace(/<head>|(?=<title>)/, (found) => found + TELLS);
const telling = (pages: Pages): Pages =>
  Object.fromEntries(
    Object.entries(pages).map(([path, page]) => [
      path,
      (request) => {
        const reply = typeof page === 'function' ? page(request) : page;
        return typeof reply === 'string' ? tell(reply) : reply;
      },
    ]),
  );

/** What pages ask for without being told to, or by the tests' own hand. */
const OWN_ACCORD = ['/favicon.ico', '/uncaught', ...Object.keys(sentinels)];

/** Files that were asked for, except pages' own and what browsers ask for by themselves. */
export const askedOf = ({ received }: Site): string[] =>
  received.map(({ path }) => path).filter((path) => path !== '/' && !OWN_ACCORD.includes(path));

/** Resolves when everything tagged in `page` had its chance. */
export const settle = (page: WebKitPage): Promise<void> => page.run(everythingHadItsChance);

/** What scripts of the page said, in order. */
export const ranIn = (page: WebKitPage): Promise<string[]> => page.run(() => [...Reflect.get(window, 'ran')]);

/** What the SDK reported, in order. */
export const errorsIn = (page: WebKitPage): Promise<string[]> => page.run(() => [...Reflect.get(window, 'errors')]);

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
      const site = await startSite({ '/uncaught': '', ...telling(pages) });
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
      const site = await serve({ '/': consentPage(parts), ...sentinels, ...pages });
      await page.open(`${site.url}/`);
      return site;
    });
  },
});

export { expect };
