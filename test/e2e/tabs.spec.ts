import type { Page } from '@playwright/test';
import { faceOf } from '../support/face.ts';
import { expect, grant, ranIn, settle, test, withdraw } from '../support/gate-test.ts';

const body = `
  <script type="text/plain" data-consent="analytics">ran.push('tag');</script>
  <iframe data-consent="marketing" data-consent-placeholder="none" data-src="/frame.html"></iframe>
  <script>
    var loads = sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
    document.addEventListener('commsor-consent', ({ detail }) => ran.push(detail.cause));
  </script>`;
const pages = {
  '/frame.html': '<!doctype html><title>A frame</title>',
  '/elsewhere': '<!doctype html><title>Elsewhere</title>',
};

const stateOf = (page: Page) => page.evaluate(() => ({ ...window.commsorConsent?.get().purposes }));
/** The part that follows other tabs is loaded when the page has settled. */
const isSettled = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/idle.js'))),
    )
    .toBe(true);

test(
  'a choice in one tab reaches the other without a reload: its banner goes, its tags run; a withdrawal locks them ' +
    'again',
  async ({ page, context, visit }) => {
    const site = await visit({ body }, pages);
    const other = await context.newPage();
    await other.goto(site.url);
    await isSettled(page);
    await isSettled(other);
    await expect(faceOf(page).banner).toBeVisible();
    await expect(faceOf(other).banner).toBeVisible();

    await faceOf(other).accept.click();
    await expect(faceOf(page).banner).toHaveCount(0);
    await expect.poll(async () => (await ranIn(page)).toSorted()).toEqual(['other-tab', 'tag']);
    await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
    await expect.poll(async () => (await ranIn(other)).toSorted()).toEqual(['choice', 'tag']);

    await withdraw(page);
    await expect(other.locator('iframe')).not.toHaveAttribute('src');
    expect(await stateOf(other)).toEqual({ necessary: true, preferences: false, analytics: false, marketing: false });
    // The tab in which it happened loads again, since something of it had run; the other does not.
    await page.waitForFunction(() => Reflect.get(window, 'loads') === 2);
    await settle(other);
    expect(await other.evaluate(() => Reflect.get(window, 'loads'))).toBe(1);
    expect((await ranIn(other)).filter((line) => line === 'tag')).toEqual(['tag']);
    await expect(faceOf(other).banner).toHaveCount(0);
  },
);

test('what one tab erases, the other asks for again', async ({ page, context, visit }) => {
  const site = await visit({ body }, pages, ['preferences', 'analytics', 'marketing']);
  const other = await context.newPage();
  await other.goto(site.url);
  await isSettled(page);
  await isSettled(other);
  await page.evaluate(() => window.commsorConsent?.erase());
  await expect(faceOf(page).banner).toBeVisible();
  await expect(faceOf(other).banner).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await faceOf(other).reject.click();
  await expect(faceOf(page).banner).toHaveCount(0);
});

test('a tab that was still loading its parts when another one answered follows too', async ({
  page,
  context,
  visit,
}) => {
  const site = await visit({ body }, pages);
  const other = await context.newPage();
  // Its core has started and read that there is no answer; the part that listens comes later.
  let answer = () => {};
  const kept = new Promise<void>((resolve) => (answer = resolve));
  await other.route(/\/idle\.js/, async (route) => {
    await kept;
    await route.continue();
  });
  // In Firefox a part that is on its way holds `load` up.
  await other.goto(site.url, { waitUntil: 'domcontentloaded' });
  await expect(faceOf(other).banner).toBeVisible();
  await faceOf(page).accept.click();
  await expect.poll(() => ranIn(page)).toContain('tag');
  answer();
  await expect(faceOf(other).banner).toHaveCount(0);
  await expect.poll(() => ranIn(other)).toContain('tag');
});

test('two answers in the same millisecond: both tabs, and what is stored, agree in the end', async ({
  page,
  context,
  visit,
}) => {
  const site = await visit({ body: '' }, pages);
  const other = await context.newPage();
  await other.goto(site.url);
  await isSettled(page);
  await isSettled(other);
  for (let round = 0; round < 20; round++) {
    const now = Date.now() + round * 1000;
    const answer = (tab: Page, choice: 'grant' | 'deny') =>
      tab.evaluate(
        ([name, time]) => {
          Date.now = () => time;
          void window.commsorConsent?.[name]();
        },
        [choice, now] as const,
      );
    await Promise.all([answer(page, 'grant'), answer(other, 'deny')]);
    const ids = async () => {
      const [mine, theirs] = await Promise.all(
        [page, other].map((tab) => tab.evaluate(() => window.commsorConsent?.get().record?.id)),
      );
      const stored = (await context.cookies())
        .find(({ name }) => name === 'commsor_consent')
        ?.value.match(/&id=([^&]+)/)?.[1];
      return mine && mine === theirs && mine === stored ? 'agree' : `${mine} ${theirs} ${stored}`;
    };
    await expect.poll(ids).toBe('agree');
  }
});

test('a page that comes back after everything was erased asks again', async ({ page, context, visit }) => {
  await visit({ body }, pages, ['preferences', 'analytics', 'marketing']);
  await isSettled(page);
  await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
  await context.clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(faceOf(page).banner).toBeVisible();
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
});

test('a page without the other tabs’ messages looks again when it is seen again', async ({ page, context, visit }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  const site = await visit({ body }, pages);
  await isSettled(page);
  const other = await context.newPage();
  await other.goto(site.url);
  await grant(other);
  // Playwright shows all pages at once; the event is what a browser sends when a tab comes to the front.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(faceOf(page).banner).toHaveCount(0);
  await expect.poll(() => ranIn(page)).toContain('tag');
});
