import type { Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { consentPage } from '../support/consent-page.ts';
import { expect, test } from '../support/demo-test.ts';
import { example } from '../support/docs.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const config = {
  onWithdraw: 'keep',
  services: {
    atlas: {
      title: 'Atlas',
      purposes: ['analytics'],
      provider: 'Atlas Ltd',
      country: 'US',
      cookies: ['_atlas_visitor_identifier_of_this_browser'],
      policyUrl: 'https://atlas.example/privacy',
    },
  },
} as const;

/** As the privacy page of a site: everything in a landmark. */
const pageWith = (body: string) => consentPage({ config, body }).replace('<h1>A page</h1>', '');

const COPY = '<p>A copy for everyone.</p>';
const live = example('docs/declaration.md', 'declaration');
const body = `<main><h1>Privacy</h1>${live.replace('></div>', `>${COPY}</div>`)}</main>`;
const stateOf = (page: Page, caption: string) => page.getByRole('table', { name: caption }).locator('[part~="state"]');
const partsOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('/declaration.js')),
  );

test('the page tells what is used, follows the answer, and leads to the preferences', async ({ page, demo }) => {
  await page.goto(await demo.store(pageWith(body)));
  const face = faceOf(page);
  await expect(stateOf(page, 'Atlas')).toHaveText('Not allowed');
  await expect(page.getByText('A copy for everyone.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Analytics', level: 3 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Privacy preferences' })).toContainText('commsor_consent');

  await face.accept.click();
  await expect(stateOf(page, 'Atlas')).toHaveText('Allowed');

  const button = page.locator('main').getByRole('button', { name: 'Privacy preferences' });
  await button.click();
  await face.dialog.getByRole('button', { name: 'Reject all' }).click();
  await expect(face.dialog).toHaveCount(0);
  await expect(stateOf(page, 'Atlas')).toHaveText('Not allowed');
  await expect(button, 'the focus is where it was').toBeFocused();

  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('table', { name: 'Atlas' })).toBeVisible();
  const cut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(cut, 'nothing is cut at 320 px').toBeLessThanOrEqual(0);
  expect(await violationsOf(page)).toEqual([]);
});

test('an element that comes later is served, and nobody else loads the part', async ({ page, demo }) => {
  await page.goto(await demo.store(pageWith('<main id="main"></main>')));
  const face = faceOf(page);
  await face.reject.click();
  await expect(face.status).toContainText('Rejected.');
  expect(await partsOf(page)).toEqual([]);

  await page.evaluate((html) => (document.getElementById('main')!.innerHTML = html), body);
  await expect(stateOf(page, 'Atlas')).toHaveText('Not allowed');
  expect(await partsOf(page)).toHaveLength(1);
  // As a router that keeps its pages does.
  await page.evaluate(async () => {
    const element = document.querySelector('[data-consent-declaration]')!;
    const parent = element.parentElement!;
    element.remove();
    await window.commsorConsent!.grant();
    parent.append(element);
  });
  await expect(stateOf(page, 'Atlas')).toHaveText('Allowed');
});

// A stock Firefox cannot be told that it prints.
test(
  'on paper there is the declaration, each service on one page, and nothing else of ours',
  ONE_ENGINE,
  async ({ page, demo }) => {
    await page.goto(`${await demo.store(pageWith(body))}&consent-proof`);
    const { banner, dialog, preferences, reject, status } = faceOf(page);
    const proof = page.locator('commsor-ui [part~="proof"]');
    await expect(proof).toBeVisible();
    const print = (media: 'print' | null) => page.emulateMedia({ media });
    await print('print');
    await expect(page.getByRole('table', { name: 'Atlas' })).toHaveCSS('break-inside', 'avoid');
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await expect(banner).toBeHidden();
    await expect(proof).toBeHidden();

    await print(null);
    await preferences.click();
    await expect(dialog).toBeVisible();
    await print('print');
    await expect(dialog).toBeHidden();

    await print(null);
    await page.keyboard.press('Escape');
    await reject.click();
    await expect(status).toBeVisible();
    await print('print');
    await expect(status).toBeHidden();
  },
);

test('what the site copied is read without us, and again after us', async ({ page, demo }) => {
  const address = await demo.store(pageWith(body));
  const copy = page.getByText('A copy for everyone.');
  await page.route('**/commsor.js', (route) => route.abort());
  await page.goto(address);
  await expect(copy).toBeVisible();

  await page.unroute('**/commsor.js');
  await page.goto(address);
  await expect(copy).toBeHidden();
  await page.evaluate(() => window.commsorConsent!.destroy());
  await expect(copy).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
