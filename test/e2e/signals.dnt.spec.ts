import { expect, test } from '../support/demo-test.ts';
import { doNotTrackRules } from '../support/signal-rules.ts';

test('this browser sends Do Not Track of its own accord', async ({ page, demo }) => {
  await page.goto(demo.url('/pages/signals.html'));
  expect(await page.evaluate(() => navigator.doNotTrack)).toBe('1');
});

doNotTrackRules();
