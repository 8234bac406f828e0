import { simulate } from '../../src/testing/index.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';
import { doNotTrackRules, globalPrivacyControlRules } from '../support/signal-rules.ts';

// A script stands in for the browser here; signals.dnt.spec.ts and signals.gpc.spec.ts have browsers that really send
// them.

test.describe('Do Not Track', () => {
  test.beforeEach(({ context }) => simulate(context, { dnt: true }));
  doNotTrackRules();
});

test.describe('Global Privacy Control', () => {
  test.beforeEach(({ context }) => simulate(context, { gpc: true }));
  globalPrivacyControlRules();
});

test.describe('both at once', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => 'yes' });
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
    }),
  );

  test('the one that no choice beats decides', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/signals.html'));
    await expect(faceOf(page).status).toBeVisible();
    expect(await page.evaluate(() => window.commsorConsent!.explain('analytics'))).toEqual({
      allowed: false,
      reason: 'signal',
      signal: 'dnt',
    });
    await faceOf(page).reopen.click();
    await expect(faceOf(page).dialog).toContainText('Your browser sends Do Not Track.');
    await expect(faceOf(page).dialog).toContainText('Your browser sends Global Privacy Control.');
    await expect(faceOf(page).switch('analytics')).toBeDisabled();
  });
});

for (const [what, value] of [
  ['a zero', '0'],
  ['nothing', null],
  ['"unspecified"', 'unspecified'],
  ['"false"', 'false'],
  ['the number 1', 1],
] as const) {
  test(`Do Not Track as ${what} is no wish: the visitor is asked`, async ({ page, demo }) => {
    await page.addInitScript(
      (wish) => Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => wish }),
      value,
    );
    await page.goto(demo.url('/pages/signals.html'));
    await expect(faceOf(page).banner).toBeVisible();
  });
}

test('signals that speak for some purposes leave the others to be asked', async ({ page, demo }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
  await page.goto(
    await demo.store(`<!doctype html><html lang="en"><head><title>Some</title><script>window.__ran = [];</script>
    <script type="application/json" id="commsor-consent-config">
      { "signals": { "gpc": { "applies": ["marketing"], "override": "never" } } }
    </script>
    <script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Some</h1>
    <script type="text/plain" data-consent="analytics">__ran.push('analytics');</script>
    <script type="text/plain" data-consent="marketing">__ran.push('marketing');</script></body></html>`),
  );
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['analytics']);
  expect(await page.evaluate(() => window.commsorConsent!.explain('marketing'))).toEqual({
    allowed: false,
    reason: 'signal',
    signal: 'gpc',
  });
});
