import type { Page } from '@playwright/test';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { expect, sentinels, settle, test, withdraw } from '../support/gate-test.ts';
import { builtApp, type RouterApp } from '../support/router-apps.ts';
import type { Pages } from '../support/site.ts';

// Apps as their frameworks build them, test/fixtures/next and astro: two routes that lead to each other.

const NAVIGATIONS = 4;

interface App {
  title: string;
  /** How many different scripts its pages have. */
  scripts: number;
  /** What React draws in the browser does not run there, and runs once a mount where it is tagged: docs/tagging.md. */
  drawn: string[];
  /** What is in the page once the router has taken over, and all that the first page puts in has come. */
  ready: string;
  readyInExample: string;
  /** What is in the page when `name` has put in what comes last. */
  shown(name: string): string;
}

const apps: Record<RouterApp, App> = {
  next: {
    title: 'Next 16',
    scripts: 13,
    drawn: ['page inline', 'page external'],
    ready: 'script[src="/script.js?Script"]',
    readyInExample: 'script[src="/chat.js"]',
    shown: (name) => `#page-${name}`,
  },
  astro: {
    title: 'Astro 6',
    scripts: 11,
    drawn: [],
    ready: 'script[data-astro-exec]',
    readyInExample: 'script[data-astro-exec]',
    // Astro says so when it has run what it runs.
    shown: () => '.astro-route-announcer',
  },
};

const script = ({ path }: { path: string }) => `ran.push('${path.split('?')[1]?.replaceAll('+', ' ')} external');`;
const files: Pages = { ...sentinels, '/script.js': script, '/favicon.ico': '' };

/** Opens a page as a visitor who has not been there, and waits until it has `ready`. */
async function open(page: Page, url: string, ready = 'html'): Promise<void> {
  await page.context().clearCookies();
  await page.goto(url);
  await expect(faceOf(page).banner).toBeVisible();
  await expect(page.locator(ready).first()).toBeAttached();
  await settle(page);
}

async function accept(page: Page): Promise<void> {
  const name = String(await page.locator('#name').textContent());
  await faceOf(page).accept.click();
  await settle(page);
  await expect(page.locator('#name')).toHaveText(name);
  await expect(page.locator('#name')).toBeVisible();
}

/** Follows the link. A document that is loaded for it would begin its counts anew. */
async function go(page: Page, shown: App['shown'] = () => 'html'): Promise<void> {
  const other = (await page.locator('#name').textContent()) === 'a' ? 'b' : 'a';
  await page.locator('#go').click();
  await expect(page.locator('#name')).toHaveText(other);
  await expect(page.locator('#name')).toBeVisible();
  await expect(page.locator(shown(other)).first()).toBeAttached();
  await settle(page);
}

/** How often each said that it ran. */
async function runsOf(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const line of await page.evaluate(() => Reflect.get(window, 'ran') as string[]))
    counts[line] = (counts[line] ?? 0) + 1;
  return counts;
}

for (const [app, { title, scripts, drawn, ready, readyInExample, shown }] of Object.entries(apps))
  test.describe(title, ONE_ENGINE, () => {
    // One worker for all of them: the app is built once.
    test.describe.configure({ mode: 'default' });
    let pages: Pages;
    test.beforeAll(() => {
      pages = { ...builtApp(app as RouterApp), ...files };
    });
    let complaints: string[] = [];
    test.beforeEach(async ({ page }) => {
      complaints = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.addInitScript(() => Object.assign(window, { ran: [] }));
    });

    test(`over ${NAVIGATIONS} navigations tags run as often as untagged, and after a withdrawal never`, async ({
      page,
      serve,
    }) => {
      const site = await serve(pages);
      const asked = () => site.received.filter(({ path }) => path.startsWith('/script.js')).length;
      const runs = () => runsOf(page);

      await open(page, `${site.url}/untagged/a`, ready);
      for (let i = 0; i < NAVIGATIONS; i++) await go(page, shown);
      const isRepeated = (line: string) => line.includes('rerun');
      await expect
        .poll(async () => {
          const lines = Object.entries(await runs());
          return [lines.length, lines.filter(([line, count]) => isRepeated(line) && count <= NAVIGATIONS)];
        })
        .toEqual([scripts, []]);
      const untagged = Object.entries(await runs());
      /** How often tagged ones run, where `times` pages were shown since Accept. */
      const wanted = (times: number) =>
        Object.fromEntries(
          untagged.map(([line, count]) => [line, isRepeated(line) || drawn.includes(line) ? times : count]),
        );

      let before = asked();
      await open(page, `${site.url}/tagged/a`, ready);
      expect([asked() - before, await runs()]).toEqual([0, {}]);
      await accept(page);
      await expect(page.locator('#with')).toBeVisible();
      for (let i = 0; i < NAVIGATIONS; i++) await go(page, shown);
      await expect.poll(runs).toEqual(wanted(NAVIGATIONS + 1));

      await withdraw(page);
      before = asked();
      for (let i = 0; i < 2; i++) await go(page, shown);
      await expect(page.locator('#without')).toBeVisible();
      await expect(page.locator('#with')).toBeHidden();
      expect([asked() - before, await runs()]).toEqual([0, wanted(NAVIGATIONS + 1)]);

      await open(page, `${site.url}/tagged/a`, ready);
      await go(page, shown);
      expect([asked() - before, await runs()]).toEqual([0, {}]);
      await accept(page);
      for (let i = 1; i < NAVIGATIONS; i++) await go(page, shown);
      await expect.poll(runs).toEqual(wanted(NAVIGATIONS));
      expect(complaints).toEqual([]);
    });

    test('the example of the documentation', async ({ page, serve }) => {
      const site = await serve({ ...pages, '/counter.js': '', '/chat.js': '' });
      const seen = async () => ({
        asked: ['/counter.js', '/chat.js'].map(site.count),
        said: await page.evaluate(() => ['started', 'views'].map((name) => Reflect.get(window, name) ?? null)),
      });
      await open(page, `${site.url}/documented/a`, readyInExample);
      expect(await seen()).toEqual({ asked: [0, 0], said: [null, null] });
      await accept(page);
      for (let i = 0; i < 2; i++) await go(page, app === 'next' ? undefined : shown);
      await expect
        .poll(seen)
        .toEqual(app === 'next' ? { asked: [1, 1], said: [true, null] } : { asked: [1, 0], said: [null, 3] });
      expect(complaints).toEqual([]);
    });

    if (app === 'next')
      test('of `next/script` other strategies ask for an address before the answer, and one holds up the page', async ({
        page,
        serve,
      }) => {
        const site = await serve(pages);
        await open(page, `${site.url}/early`);
        expect(['before', 'after'].filter((name) => site.count(`/script.js?${name}`) > 0)).toEqual(['before', 'after']);
        expect(await runsOf(page)).toEqual({});
        await faceOf(page).accept.click();
        await expect.poll(() => runsOf(page)).toEqual({ 'before external': 1, 'after external': 1, alive: 1 });
      });
  });
