import { expect, test } from '../support/demo-test.ts';
import { globalPrivacyControlRules } from '../support/signal-rules.ts';

test('this browser sends Global Privacy Control of its own accord', async ({ page, demo }) => {
  await page.goto(demo.url('/pages/signals.html'));
  expect(await page.evaluate(() => Reflect.get(navigator, 'globalPrivacyControl'))).toBe(true);
});

globalPrivacyControlRules();
