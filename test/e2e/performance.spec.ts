import type { Browser, Page } from '@playwright/test';
import { storedChoice } from '../support/consent-page.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { ONE_ENGINE, OWN_NAME } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

// Sizes and counts only: what takes how long is for the benchmark, see bench/README.md.

const simple = (tag: string) => `<!doctype html><html lang="en"><head><title>Fast</title>
  <script>window.__ran = [];</script>${tag}</head><body><h1>Fast</h1>
  <script type="text/plain" data-consent="analytics">__ran.push('analytics');</script></body></html>`;
const SYNC = '<script src="/dist/commsor.js" data-policy="/privacy"></script>';

/** Where everything in the page's own content is. */
const layout = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main *')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [element.localName, left, top + scrollY, width, height].join(' ');
    }),
  );

/** A block of the demo's page may move by a line while it is loaded on a busy machine; a banner would move far more. */
const PAGES_OWN = 0.005;

/** What the browser itself counted, where it counts that. */
const observe = (page: Page) =>
  page.addInitScript(() => {
    const seen = { shifts: 0, largest: 'none' };
    Reflect.set(window, 'seen', seen);
    const types = PerformanceObserver.supportedEntryTypes;
    if (types.includes('layout-shift')) {
      new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => (seen.shifts += Number(Reflect.get(entry, 'value')))),
      ).observe({ type: 'layout-shift', buffered: true });
    }
    if (types.includes('largest-contentful-paint')) {
      new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => {
          const element = Reflect.get(entry, 'element') as Element | null;
          // The last one counts.
          seen.largest = element?.closest('main') ? 'the content' : `${element?.localName} outside of the content`;
        }),
      ).observe({ type: 'largest-contentful-paint', buffered: true });
    }
  });
const seen = (page: Page) => page.evaluate(() => Reflect.get(window, 'seen') as { shifts: number; largest: string });
/** The browser has told its observers of what it drew before. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`on the demo’s home at ${width} x ${height} nothing shifts, and the banner is never the largest paint`, async ({
    page,
    demo,
  }) => {
    await page.setViewportSize({ width, height });
    await observe(page);
    await page.route('**/dist/commsor.js', (route) => route.abort());
    await page.goto(demo.url('/'));
    const without = await layout(page);

    await page.unrouteAll();
    await page.goto(demo.url('/'));
    const { banner, accept, reopen } = faceOf(page);
    await expect(banner).toBeVisible();
    await expect(faceOf(page).announcer).not.toBeEmpty();
    await drawn(page);
    expect(await layout(page)).toEqual(without);
    const { shifts, largest } = await seen(page);
    expect(shifts).toBeLessThan(PAGES_OWN);
    expect(largest).toBe('the content');

    await accept.click();
    await expect(reopen).toBeVisible();
    await drawn(page);
    expect(await layout(page)).toEqual(without);
    expect((await seen(page)).shifts).toBeLessThan(PAGES_OWN);
  });
}

test('an embed that is blocked and then allowed moves nothing around it', async ({ page, demo }) => {
  await page.goto(demo.url('/blog/perseids-in-four-minutes'));
  const around = async () => (await layout(page)).filter((line) => !/^(iframe|commsor-embed) /.test(line));
  await expect(page.getByRole('button', { name: 'Load this once' })).toBeVisible();
  const blocked = await around();
  await faceOf(page).accept.click();
  await expect(page.locator('iframe')).toHaveAttribute('src', /video/);
  await drawn(page);
  expect(await around()).toEqual(blocked);
});

test('the page waits for no file of ours but the core, and for none with `async`', async ({ page, demo }) => {
  /**
   * Ours that keep the page from being drawn, as the browser says, where it does; and those that are in the page at
   * all.
   */
  const ours = () =>
    page.evaluate(() => ({
      blocking: performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.includes('/dist/') && Reflect.get(entry, 'renderBlockingStatus') === 'blocking')
        .map(({ name }) => name.replace(/.*\/dist\//, '')),
      inPage: [...document.querySelectorAll('script[src*="/dist/"], link[href*="/dist/"]')].map(
        (element) => `${element.localName}${element.hasAttribute('async') ? ' async' : ''}`,
      ),
      tells: 'renderBlockingStatus' in PerformanceResourceTiming.prototype,
    }));
  await page.goto(demo.url('/pages/tag-sync.html'));
  await expect(faceOf(page).banner).toBeVisible();
  const sync = await ours();
  expect(sync.blocking).toEqual(sync.tells ? ['commsor.js'] : []);
  expect(sync.inPage).toEqual(['script']);

  await page.goto(demo.url('/pages/tag-async.html'));
  await expect(faceOf(page).banner).toBeVisible();
  const async = await ours();
  expect(async.blocking).toEqual([]);
  expect(async.inPage).toEqual(['script async']);
});

test('the banner in another language costs the core and two files, which are fetched side by side', async ({
  page,
  demo,
}) => {
  const waiting: (() => void)[] = [];
  const names: string[] = [];
  // Both are held until both have been asked for: if one waited for the other, neither would come.
  await page.route(/\/dist\/(prompt|texts\/de)\.js/, async (route) => {
    names.push(new URL(route.request().url()).pathname);
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const go of waiting) go();
    });
    await route.continue();
  });
  const german = simple(SYNC).replace('lang="en"', 'lang="de"');
  await page.goto(await demo.store(german), { waitUntil: 'domcontentloaded' });
  await expect(faceOf(page).banner).toBeVisible();
  expect(names.toSorted()).toEqual(['/dist/prompt.js', '/dist/texts/de.js']);
});

const OPTIONAL = ['preferences', 'analytics', 'marketing'];
for (const { visitor, granted, files } of [
  { visitor: 'who has not answered', files: ['commsor.js', 'prompt.js', 'idle.js'] },
  { visitor: 'who said no and comes back', granted: [], files: ['commsor.js', 'idle.js', 'reopen.js'] },
  {
    visitor: 'who said yes and comes back',
    granted: OPTIONAL,
    files: ['commsor.js', 'idle.js', 'reopen.js', 'stale-page.js'],
  },
])
  test(`${visitor} loads the core first, and after the page only what that visit needs`, async ({
    page,
    demo,
    context,
  }) => {
    const asked: string[] = [];
    page.on(
      'request',
      (request) => request.url().includes('/dist/') && asked.push(request.url().replace(/.*\/dist\/|\?.*/g, '')),
    );
    if (granted !== undefined) {
      const value = storedChoice({ granted, denied: OPTIONAL.filter((name) => !granted.includes(name)) });
      await context.addCookies([{ name: 'commsor_consent', value, domain: OWN_NAME, path: '/' }]);
    }
    // On `localhost` the checker comes too, for whoever develops the page: it would not be seen if visitors loaded it.
    await page.goto((await demo.store(simple(SYNC))).replace('localhost', OWN_NAME));
    await expect.poll(() => ran(page)).toEqual(granted?.length ? ['analytics'] : []);
    const { announcer, banner, reopen } = faceOf(page);
    await expect(granted === undefined ? banner : reopen).toBeVisible();
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(files.length);
    if (granted === undefined) await expect(announcer, 'what a page at rest loads was asked for').not.toBeEmpty();
    expect(asked[0]).toBe('commsor.js');
    expect(asked.toSorted()).toEqual(files.toSorted());
  });

/** What Chromium tells of its work, as far as these tests read it. Times are in microseconds. */
interface Work {
  name: string;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string }; beginData?: { stackTrace?: { url: string }[] } };
}

/** What Chromium did, of these categories too, while the banner came to the page at `address`. */
async function workOf(browser: Browser, page: Page, address: string, categories: string[]): Promise<Work[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', ...categories] });
  await page.goto(address.replace('localhost', OWN_NAME));
  await expect(faceOf(page).banner).toBeVisible();
  await expect(faceOf(page).announcer, 'the page is at rest').not.toBeEmpty();
  await drawn(page);
  return JSON.parse(String(await browser.stopTracing())).traceEvents;
}

const pathOf = (url: string) => new URL(url).pathname;

/** The files whose scripts made Chromium do work of this name before its own time, once for each time. */
const forcedBy = (forced: string) => (work: Work[]) =>
  work.flatMap(({ name, args }) => {
    const by = name === forced && args?.beginData?.stackTrace?.[0];
    // What the test asks of the page meanwhile has no address.
    return by && by.url ? pathOf(by.url) : [];
  });

/** The files that Chromium parsed whole once more, to note at which line of them a script asks for something. */
function parsedAnew(work: Work[]): string[] {
  const around = (inner: Work, name: string) =>
    work.find(
      (outer) =>
        outer.name === name &&
        outer.tid === inner.tid &&
        outer.ts <= inner.ts &&
        outer.ts + (outer.dur ?? 0) >= inner.ts,
    );
  return work
    .filter((event) => event.name === 'V8.ParseProgram' && around(event, 'V8.CollectSourcePositions'))
    .flatMap((event) => around(event, 'EvaluateScript')?.args?.data?.url ?? [])
    .map(pathOf);
}

for (const { what, own, categories, find } of [
  {
    what: 'nothing of ours makes the browser lay the page out',
    own: 'document.body.append("More"); document.body.offsetHeight;',
    categories: ['disabled-by-default-devtools.timeline.stack'],
    find: forcedBy('Layout'),
  },
  {
    what: 'nothing that our core asks for makes the browser parse it anew',
    own: 'document.title = document.cookie;',
    categories: ['v8', 'disabled-by-default-v8.compile'],
    find: parsedAnew,
  },
])
  test(`${what} while the banner comes`, ONE_ENGINE, async ({ browser, browserName, page, demo }) => {
    if (browserName !== 'chromium') return; // No other browser tells.
    const address = await demo.store(simple(SYNC).replace('</body>', `<script>${own}</script></body>`));
    const found = find(await workOf(browser, page, address, categories));
    expect(found, 'the page’s own is seen, and nothing else').toEqual([new URL(address).pathname]);
  });

test('what the site leaves to us is not measured', ONE_ENGINE, async ({ browser, browserName, page, demo }) => {
  if (browserName !== 'chromium') return; // No other browser tells.
  const own = 'document.body.append("More"); getComputedStyle(document.body).color;';
  const address = await demo.store(simple(SYNC).replace('</body>', `<script>${own}</script></body>`));
  const work = await workOf(browser, page, address, ['disabled-by-default-devtools.timeline.stack']);
  const by = forcedBy('UpdateLayoutTree')(work);
  expect(by, 'the page’s own is seen').toContain(new URL(address).pathname);
  // For the page's font, for the top layer, and for whether a press reaches the card.
  expect(by.filter((path) => path.endsWith('/prompt.js')).length).toBeLessThanOrEqual(3);
});

test('a page with a thousand tags is one page, and each runs once', async ({ page, demo }) => {
  await page.goto(`${demo.url('/pages/many.html')}&n=1000`);
  await faceOf(page).accept.click();
  await expect.poll(async () => (await ran(page)).length).toBe(1000);
  expect(await ran(page)).toEqual(Array.from({ length: 1000 }, (_, i) => String(i)));
});
