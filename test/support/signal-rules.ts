import type { BrowserContext, Page } from '@playwright/test';
import { expect, ran, test } from './demo-test.ts';
import { faceOf } from './face.ts';

const PAGE = '/pages/signals.html';
const NAME = 'commsor_consent';
const HONOURED = 'Your opt-out request was honoured.';

const explain = (page: Page, name: string) => page.evaluate((it) => window.commsorConsent!.explain(it), name);

async function stored(page: Page, context: BrowserContext): Promise<string[]> {
  return [
    ...(await context.cookies()).map(({ name }) => name),
    ...(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])),
  ];
}

/** The rules that hold under either signal, in a browser that sends it. */
function commonRules(signal: 'dnt' | 'gpc'): void {
  test(
    'it answers: no banner, nothing optional runs, nothing is stored, and that it was honoured is said without a ' +
      'click',
    async ({ page, context, demo }) => {
      await page.goto(demo.url(PAGE));
      const { banner, reopen, status } = faceOf(page);
      await expect(status).toHaveText(HONOURED);
      await expect(status).toBeVisible();
      await expect(page.getByRole('status')).toHaveText(HONOURED);
      await expect(reopen).toBeVisible();
      expect(await demo.settled(page)).toEqual([]);
      expect(await ran(page)).toEqual([]);
      await expect(banner).toHaveCount(0);
      expect(await stored(page, context)).toEqual([]);
      expect(await page.evaluate(() => window.commsorConsent!.get())).toMatchObject({
        status: 'decided',
        signals: { [signal]: true },
        record: null,
      });
      for (const name of ['preferences', 'analytics', 'marketing'])
        expect(await explain(page, name)).toEqual({ allowed: false, reason: 'signal', signal });
      expect(await explain(page, 'necessary')).toEqual({ allowed: true, reason: 'necessary' });

      await page.reload();
      await expect(status).toHaveText(HONOURED);
    },
  );

  test('it wins over an opt-in that was given before it was sent', async ({ page, context, demo }) => {
    await context.addCookies([
      { name: NAME, value: `v=1&t=${Date.now() - 1000}&granted=preferences.analytics.marketing`, url: demo.url('/') },
    ]);
    await page.goto(demo.url(PAGE));
    expect(await demo.settled(page)).toEqual([]);
    expect(await ran(page)).toEqual([]);
    expect(await explain(page, 'analytics')).toEqual({ allowed: false, reason: 'signal', signal });
    await expect(faceOf(page).status).toHaveText(HONOURED);
    await expect(faceOf(page).banner).toHaveCount(0);
  });
}

/** The rules under Do Not Track: no choice beats it. */
export function doNotTrackRules(): void {
  commonRules('dnt');

  test('its switches are off and locked, and say why', async ({ page, demo }) => {
    await page.goto(demo.url(PAGE));
    const { reopen, dialog, switch: switchOf } = faceOf(page);
    await reopen.click();
    await expect(dialog).toContainText('Your browser sends Do Not Track.');
    await expect(dialog).toContainText(HONOURED);
    for (const name of ['preferences', 'analytics', 'marketing']) {
      await expect(switchOf(name)).toBeDisabled();
      await expect(switchOf(name)).not.toBeChecked();
      await expect(switchOf(name)).toHaveAccessibleDescription(/Do Not Track.*stay off/);
    }
    await expect(dialog.getByRole('button', { name: 'Accept all' })).toBeDisabled();
  });

  test('grant() reports that the signal locks it, and changes and stores nothing', async ({ page, context, demo }) => {
    await page.goto(demo.url(PAGE));
    const { codes, same } = await page.evaluate(async () => {
      const consent = window.commsorConsent!;
      const reported: string[] = [];
      consent.on('error', ({ code }) => reported.push(code));
      const before = consent.get();
      const after = await consent.grant();
      return { codes: reported, same: JSON.stringify(before) === JSON.stringify(after) };
    });
    expect(codes).toEqual(['signal-locked']);
    expect(same).toBe(true);
    await demo.settled(page);
    expect(await ran(page)).toEqual([]);
    expect(await stored(page, context)).toEqual([]);
  });

  test('a refusal is still an explicit choice, and is stored', async ({ page, context, demo }) => {
    await page.goto(demo.url(PAGE));
    const { reopen, dialog } = faceOf(page);
    await reopen.click();
    await dialog.getByRole('button', { name: 'Reject all' }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => stored(page, context)).toEqual([NAME]);
    expect((await context.cookies())[0]!.value).toMatch(/&e=refused&.*&s=dnt&granted=&denied=/);
  });

  test('an embed may be loaded once, which stores nothing; allowing it always is not offered', async ({
    page,
    context,
    demo,
  }) => {
    await page.goto(demo.url(PAGE));
    const embed = page.locator('iframe');
    await expect(page.getByRole('button', { name: 'Load this once' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Always allow' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Load this once' }).click();
    await expect(embed).toHaveAttribute('src', /frame\.html/);
    await expect
      .poll(async () => (await demo.log()).map(({ path }) => path))
      .toEqual(['/frame.html?id=signals', '/frame-loaded?id=signals']);
    expect(await stored(page, context)).toEqual([]);
    expect(await explain(page, 'marketing')).toMatchObject({ allowed: false });
  });
}

/** The rules under Global Privacy Control: a deliberate choice beats it. */
export function globalPrivacyControlRules(): void {
  commonRules('gpc');

  test('the visitor may still allow a purpose in the preferences, and is told that this overrides the signal', async ({
    page,
    context,
    demo,
  }) => {
    await page.goto(demo.url(PAGE));
    const { reopen, dialog, save, switch: switchOf } = faceOf(page);
    await reopen.click();
    await expect(dialog).toContainText('Your browser sends Global Privacy Control.');
    await expect(dialog).toContainText(HONOURED);
    await expect(switchOf('analytics')).toBeEnabled();
    await expect(switchOf('analytics')).not.toBeChecked();
    await expect(switchOf('analytics')).toHaveAccessibleDescription(
      /Turning one on overrides this signal on this site\./,
    );
    await switchOf('analytics').check();
    await save.click();
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    expect(await explain(page, 'analytics')).toMatchObject({ allowed: true, reason: 'choice' });
    expect(await explain(page, 'marketing')).toMatchObject({ allowed: false });
    expect((await context.cookies())[0]!.value).toMatch(/&e=given&m=preferences&.*&s=gpc&granted=analytics/);

    await page.reload(); // Given while the signal was sent: it counts.
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(faceOf(page).banner).toHaveCount(0);
  });

  test('a page that hides the signal from scripts does not hide it from us', async ({ page, demo }) => {
    await page.goto(
      await demo.store(`<!doctype html><html lang="en"><head><title>Hidden</title><script>
        window.__ran = [];
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: false });
      </script><script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Hidden</h1>
      <script type="text/plain" data-consent="analytics">__ran.push('analytics');</script></body></html>`),
    );
    await demo.settled(page);
    expect(await explain(page, 'analytics')).toEqual({ allowed: false, reason: 'signal', signal: 'gpc' });
  });
}
