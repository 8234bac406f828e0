import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';
import { motion, watchMotion } from '../support/motion.ts';

test('nothing of ours moves', async ({ page, demo }) => {
  await watchMotion(page);
  await page.goto(demo.url('/'));
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  const { preferences, dialog, save, reopen, switch: switchOf } = faceOf(page);
  await preferences.click();
  await switchOf('analytics').check();
  await save.click();
  await expect(dialog).toHaveCount(0);
  await reopen.hover();
  await reopen.click();
  await expect(dialog).toBeVisible();
  // The demo's own drawer is no part of us.
  expect((await motion(page)).filter((name) => !/tab|drawer/.test(name))).toEqual([]);
});
