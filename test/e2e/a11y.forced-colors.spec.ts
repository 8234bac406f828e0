import { axeRules } from '../support/a11y-rules.ts';
import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.url('/'));
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
});

axeRules('colours');

test('the banner and its buttons have edges, since fills are gone', async ({ page }) => {
  const { banner, accept, reject, preferences } = faceOf(page);
  await expect(banner).toBeVisible();
  for (const part of [banner, accept, reject, preferences]) {
    const edge = await part.evaluate((element) => {
      const { borderTopWidth, borderTopStyle, outlineWidth, outlineStyle } = getComputedStyle(element);
      return (
        (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0) ||
        (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0)
      );
    });
    expect(edge).toBe(true);
  }
});

test('a switch that is on looks different from one that is off', async ({ page }) => {
  const { preferences, switch: switchOf } = faceOf(page);
  await preferences.click();
  const off = await switchOf('analytics').screenshot();
  await switchOf('analytics').check();
  await faceOf(page).save.focus(); // The focus ring is no part of the comparison.
  expect((await switchOf('analytics').screenshot()).equals(off)).toBe(false);
});

test('what has the focus has a ring', async ({ page }) => {
  const { accept } = faceOf(page);
  await accept.focus();
  await page.keyboard.press('Shift+Tab');
  const ring = await faceOf(page).reject.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(ring).not.toBe('none');
});
