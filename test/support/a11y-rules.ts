import { violationsOf } from './axe.ts';
import { expect, test } from './demo-test.ts';
import { faceOf } from './face.ts';

/** Axe finds nothing in whatever we draw, in the browser as it is set up; `what` is for one that has other colours. */
export function axeRules(what: 'everything' | 'colours' = 'everything'): void {
  test('axe: the banner, on the demo’s home', async ({ page, demo }) => {
    await page.goto(demo.url('/'));
    await expect(faceOf(page).banner).toBeVisible();
    expect(await violationsOf(page, what)).toEqual([]);
  });

  test('axe: the preferences, with everything unfolded; then the way back and what was saved', async ({
    page,
    demo,
  }) => {
    await page.goto(demo.url('/blog/perseids-in-four-minutes'));
    const { preferences, dialog, save, status, reopen } = faceOf(page);
    await preferences.click();
    await expect(dialog).toBeVisible();
    for (const summary of await dialog.locator('summary').all()) await summary.click();
    await expect(dialog.getByRole('list').getByRole('table')).toHaveCount(2);
    expect(await violationsOf(page, what)).toEqual([]);

    await save.click();
    await expect(reopen).toBeVisible();
    await expect(status).toHaveText('Saved. You can change this at any time.');
    expect(await violationsOf(page, what)).toEqual([]);
  });

  test('axe: placeholders of every size', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/placeholders.html'));
    await expect(page.getByRole('button', { name: 'Load this once' })).toHaveCount(5);
    await faceOf(page).reject.click();
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(await violationsOf(page, what)).toEqual([]);
  });
}
