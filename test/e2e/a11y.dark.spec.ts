import { axeRules } from '../support/a11y-rules.ts';
import { expect, test } from '../support/demo-test.ts';

test('this browser is set to dark', async ({ page, demo }) => {
  await page.goto(demo.url('/'));
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});

axeRules('colours');
