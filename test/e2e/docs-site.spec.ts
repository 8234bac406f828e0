import { violationsOf } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { pages } from '../support/docs.ts';
import { NEEDS_WINDOW } from '../support/engines.ts';

const addresses = pages.map((file) =>
  file === 'README.md' ? '/docs/start' : `/docs/${file.slice('docs/'.length, -'.md'.length).replace('README', '')}`,
);

for (const address of addresses) {
  test(`${address}: axe finds nothing, nothing is wider than the page, each link is answered`, async ({
    page,
    request,
  }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], img[src]')].map((element) =>
        element instanceof HTMLAnchorElement ? element.href : (element as HTMLImageElement).src,
      ),
    );
    const own = new Set(
      links.filter((link) => link.startsWith(new URL('/', page.url()).href)).map((link) => link.split('#')[0] ?? ''),
    );
    const answers = await Promise.all(
      [...own].map(async (link) => `${(await request.get(link)).status()} ${new URL(link).pathname}`),
    );
    expect(answers.filter((answer) => !answer.startsWith('200'))).toEqual([]);
  });
}

test('dark, and on a phone: axe finds nothing', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${baseURL}/docs/tagging`);
  await expect(page.getByRole('button', { name: 'Copy' }).first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByText('Pages', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Law' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Law' })).toBeVisible();
  await context.close();
});

test('the navigation says where one is, and leads on', async ({ page }) => {
  await page.goto('/docs/');
  const navigation = page.getByRole('navigation', { name: 'Documentation' });
  await navigation.getByRole('link', { name: 'Tagging' }).click();
  await expect(page).toHaveURL(/\/docs\/tagging$/);
  await expect(navigation.getByRole('link', { name: 'Tagging' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('navigation', { name: 'Before and next' }).getByRole('link', { name: /Next/ }).click();
  await expect(page).toHaveURL(/\/docs\/configuration$/);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'regions' }).click();
  await expect(page.getByRole('heading', { name: 'regions' })).toBeInViewport();
});

test('the search works by keyboard alone', async ({ page }) => {
  await page.goto('/docs/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('trusted types');
  await expect(page.locator('#search [role="status"]')).toContainText('found');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('list', { name: 'Found' }).getByRole('link').first()).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs\/content-security-policy#/);

  await page.keyboard.press('/');
  await page.keyboard.type('chunk-failed');
  await expect(page.getByRole('list', { name: 'Found' }).getByRole('link').first()).toContainText('chunk-failed');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Found' })).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
  await page.keyboard.type('qqqqqq');
  await expect(page.locator('#search [role="status"]')).toHaveText('Nothing found');
});

test('an example is copied', NEEDS_WINDOW, async ({ page, context, browserName }) => {
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs/content-security-policy');
  const button = page.getByRole('button', { name: 'Copy' }).first();
  await button.click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  if (browserName === 'chromium')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<script nonce="c2VjcmV0"');
});

test('what is no page is answered as such', async ({ request }) => {
  const statuses = await Promise.all(
    ['/docs/nowhere', '/docs/../package.json', '/docs/README', '/docs/%2e%2e/package'].map(async (path) =>
      (await request.get(path)).status(),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});
