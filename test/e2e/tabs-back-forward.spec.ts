import type { Page } from '@playwright/test';
import { consentPage } from '../support/consent-page.ts';
import { faceOf } from '../support/face.ts';
import { expect, ranIn, sentinels, settle, test, withdraw } from '../support/gate-test.ts';

const CYCLES = 20;

const body = (name: string) => `
  <p>${name}</p>
  <script type="text/plain" data-consent="analytics">ran.push('tag');</script>
  <iframe data-consent="marketing" data-consent-placeholder="none" data-src="/frame.html"></iframe>
  <script>var restored = 0; addEventListener('pageshow', ({ persisted }) => (restored += persisted));</script>`;

async function leaveAndReturn(page: Page, away: string, meanwhile: () => Promise<unknown>): Promise<void> {
  await page.goto(away);
  await meanwhile();
  // Not `goBack`: Firefox tells nothing of a page that was restored, and it would wait for that.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => 'between the pages')).toBe('/');
}

const banners = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelectorAll('commsor-ui').length &&
      document.querySelector('commsor-ui')?.shadowRoot?.querySelectorAll('[part~="banner"]').length,
  );

test(`${CYCLES} times back to a page, answered and erased in between: no stale banner, no double run`, async ({
  page,
  serve,
}) => {
  test.setTimeout(120_000);
  const site = await serve({
    '/': consentPage({ config: { onWithdraw: 'keep' }, body: body('Here') }),
    '/away': consentPage({ config: { onWithdraw: 'keep' }, body: body('Away') }),
    '/frame.html': '',
    ...sentinels,
  });
  await page.goto(site.url);
  await expect(faceOf(page).banner).toBeVisible();
  let restored = 0;
  let kept = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    await settle(page); // A page that still loads something is not kept.
    const act = (['grant', 'deny', 'erase'] as const)[cycle % 3] ?? 'grant';
    await leaveAndReturn(page, `${site.url}/away`, async () => {
      await page.evaluate(async (name) => {
        await window.commsorConsent?.[name]();
      }, act);
      await expect.poll(() => banners(page)).toBe(act === 'erase' ? 1 : 0);
    });
    await expect.poll(() => banners(page)).toBe(act === 'erase' ? 1 : 0);
    // The frame that was let in has to have loaded, or Firefox does not keep the page.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { contentDocument } = document.querySelector('iframe') ?? {};
          return contentDocument?.readyState === 'complete' && contentDocument.location.pathname;
        }),
      )
      .toBe(act === 'grant' ? '/frame.html' : 'blank');
    const ran = await ranIn(page);
    expect(ran.length).toBeLessThanOrEqual(1);
    if (act === 'grant') expect(ran).toEqual(['tag']);
    const before = restored;
    restored = await page.evaluate(() => Reflect.get(window, 'restored'));
    if (restored > before) kept++;
  }
  // What keeps a page out of the back-forward cache does so every time; a browser lets one go now and then.
  expect(kept).toBeGreaterThan(CYCLES / 2);
  await settle(page);
  expect((await ranIn(page)).length).toBeLessThanOrEqual(1);
});

test('a page that comes back after a withdrawal is loaded anew where something had run, and runs nothing', async ({
  page,
  serve,
}) => {
  const loads = `<script>sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;</script>`;
  const site = await serve({
    '/': consentPage({ head: loads, body: body('Here') }),
    '/away': consentPage({ body: '' }),
    '/frame.html': '',
    ...sentinels,
  });
  await page.goto(site.url);
  await faceOf(page).accept.click();
  await expect.poll(() => ranIn(page)).toEqual(['tag']);
  await settle(page);
  await leaveAndReturn(page, `${site.url}/away`, () => withdraw(page));
  await page.waitForFunction(() => Number(sessionStorage.loads) === 2 && document.readyState === 'complete');
  await settle(page);
  expect(await ranIn(page)).toEqual([]);
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
});
