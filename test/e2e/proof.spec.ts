import type { Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { consentPage } from '../support/consent-page.ts';
import { expect, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const partsOf = (page: Page) => {
  const panel = page.locator('commsor-ui [part~="proof"]').getByRole('region');
  return { panel, lines: panel.getByRole('listitem'), close: panel.getByRole('button', { name: 'Close' }) };
};

/** A page with a tag that waits, and what else is in its head. */
const pageOf = (head = '') =>
  consentPage({
    config: {
      onWithdraw: 'keep',
      services: { echo: { title: 'Echo', purposes: ['analytics'], match: ['127.0.0.1/*echo.js'] } },
    },
    head,
    body: '<script type="text/plain" data-consent="echo" src="{{third}}/echo.js?id=1"></script>',
  }).replace(/(<h1>.*)(<\/body>)/s, '<main>$1</main>$2');

test('a visitor reads that nobody was contacted, and then who was, and under which permission', async ({
  page,
  demo,
}) => {
  await page.goto(`${await demo.store(pageOf())}&consent-proof`);
  const { panel, lines, close } = partsOf(page);
  const face = faceOf(page);
  await expect(panel).toHaveAccessibleName('So far this page has contacted no third party.');
  await expect(lines).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);

  await face.accept.click();
  await expect(panel).toHaveAccessibleName('Third parties that this page has contacted so far');
  await expect(lines).toHaveText([/^Echo127\.0\.0\.1:\d+Analytics · Allowed$/]);
  await face.reopen.click();
  await face.dialog.getByRole('button', { name: 'Reject all' }).click();
  await expect(face.dialog).toHaveCount(0);
  await expect(lines, 'it was allowed when it was asked for').toHaveText([/Allowed$/]);

  expect(await violationsOf(page)).toEqual([]);

  await close.focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test(
  'the panel hides nothing that has the focus, also where the page cannot scroll',
  ONE_ENGINE,
  async ({ page, demo }) => {
    const link = '<a href="#x" style="position:absolute;top:20px;right:24px">Of the page</a>';
    await page.goto(`${await demo.store(pageOf().replace('<main>', `${link}<main>`))}&consent-proof`);
    const { panel } = partsOf(page);
    await expect(panel).toBeVisible();
    const own = page.getByRole('link', { name: 'Of the page' });
    const isCovered = async () => {
      const [over, under] = [(await panel.boundingBox())!, (await own.boundingBox())!];
      return over.y < under.y + under.height && over.y + over.height > under.y;
    };
    expect(await isCovered()).toBe(true);
    await own.focus();
    expect(await isCovered()).toBe(false);
    await faceOf(page).reject.focus();
    expect(await isCovered()).toBe(true);
  },
);

test('what runs without permission is told so, and only who asks loads the part', async ({ page, demo }) => {
  const address = await demo.store(
    pageOf('<script src="{{third}}/page.js"></script><script src="{{third}}/echo.js?id=2"></script>'),
  );
  const loaded = (where: Page) =>
    where.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/proof.js')).length,
    );

  await page.goto(address);
  const face = faceOf(page);
  await face.reject.click();
  await expect(face.status).toContainText('Rejected.');
  expect(await loaded(page)).toBe(0);

  await face.reopen.click();
  const opened = page.waitForEvent('popup');
  await face.dialog.getByRole('link', { name: 'Third parties that this page has contacted so far' }).click();
  const proof = await opened;
  // Firefox lists first what was answered first.
  const { lines } = partsOf(proof);
  await expect(lines).toHaveCount(2);
  await expect(lines.filter({ hasText: 'Echo' })).toHaveText(/^Echo.*Analytics · Not allowed$/);
  await expect(lines.filter({ hasText: 'Not named' })).toHaveText(/^127\.0\.0\.1:\d+Not named by this site$/);
  expect(await loaded(proof)).toBe(1);
  await expect(face.dialog, 'what was not saved there is not lost').toBeVisible();
  await proof.evaluate(() => window.commsorConsent!.destroy());
  await expect(partsOf(proof).panel).toHaveCount(0);
});
