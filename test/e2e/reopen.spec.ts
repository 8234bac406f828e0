import type { Page } from '@playwright/test';
import { faceOf } from '../support/face.ts';
import { expect, test } from '../support/gate-test.ts';

const all = ['preferences', 'analytics', 'marketing'];
const filler = '<p style="height: 1500px">Words</p>';
const shifts = `<script>
  var shifted = 0;
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shifted += value)))
      .observe({ type: 'layout-shift', buffered: true });
</script>`;

/** The words and controls of the page that something of ours lies on. */
const covered = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, li, .bar')]
      .filter((one) => {
        const own = document.querySelector('commsor-ui')!.shadowRoot!.querySelector('.corner')!.getBoundingClientRect();
        const box = one.getBoundingClientRect();
        return (
          own.width && box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top
        );
      })
      .map((one) => one.textContent),
  );

const end = (page: Page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));

test('the control is away while a link of the page is in sight, also one that came later', async ({ page, visit }) => {
  await visit({ body: `${filler}<footer><a href="#consent">Privacy choices</a></footer>${filler}` }, undefined, all);
  const { reopen, dialog } = faceOf(page);
  await expect(reopen).toBeVisible();
  await page.getByRole('link', { name: 'Privacy choices' }).scrollIntoViewIfNeeded();
  await expect(reopen).toBeHidden();
  await page.getByRole('link', { name: 'Privacy choices' }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await end(page);
  await expect(reopen).toBeVisible();
  await page.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.dataset.consentAction = 'preferences';
    button.textContent = 'Choose again';
  });
  await end(page);
  await expect(reopen).toBeHidden();
  // Who does not see it, as in a menu that is closed, has no other way.
  await page.evaluate(() => document.querySelectorAll('button').forEach((it) => (it.style.visibility = 'hidden')));
  await page.mouse.wheel(0, -10);
  await expect(reopen).toBeVisible();
});

test('a link that is in sight from the start never has the control beside it, not for one frame', async ({
  page,
  visit,
}) => {
  const seen = `<script>var frames = [], look = () => {
    const button = document.querySelector('commsor-ui')?.shadowRoot.querySelector('[part~=reopen]');
    if (performance.getEntriesByType('resource').some(({ name }) => name.includes('/reopen.js')))
      frames.push(!!button?.checkVisibility() && scrollY < 100);
    requestAnimationFrame(look);
  }; look()</script>`;
  await visit({ body: `${seen}<a href="#consent">Privacy choices</a>${filler}${filler}` }, undefined, all);
  const { reopen } = faceOf(page);
  // Longer than the control takes to follow what comes into sight.
  await expect.poll(() => page.evaluate('frames.length')).toBeGreaterThan(30);
  await end(page);
  await expect(reopen).toBeVisible();
  expect(await page.evaluate('frames.filter(Boolean).length')).toBe(0);
});

test('at the end of the page, and above a bar, the control covers nothing, and nothing of the page moves', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 760 });
  await visit(
    {
      head: shifts,
      body: `${filler}<footer><ul>${['Imprint', 'Terms', 'Help', 'About us']
        .map((name) => `<li><a href="/${name}">${name}</a></li>`)
        .join('')}</ul></footer>`,
    },
    undefined,
    all,
  );
  const { reopen } = faceOf(page);
  await expect(reopen).toBeVisible();
  const before = await reopen.boundingBox();
  await end(page);
  await expect.poll(() => covered(page)).toEqual([]);
  await expect(reopen).toBeInViewport({ ratio: 1 });
  for (const name of ['Imprint', 'About us']) await page.getByRole('link', { name }).click({ trial: true });

  await page.evaluate(() => scrollTo(0, 300));
  await expect.poll(() => reopen.boundingBox()).toEqual(before);
  await page.evaluate(() => {
    const bar = document.body.appendChild(document.createElement('div'));
    bar.className = 'bar';
    bar.style.cssText = 'position: fixed; bottom: 0; left: 0; right: 0; height: 64px; background: #ffd';
    bar.append(document.createElement('button'));
  });
  await expect.poll(() => covered(page)).toEqual([]);
  await expect(reopen).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => Reflect.get(window, 'shifted'))).toBe(0);
});

test('on a phone what a signal decided is said above the call to action, and folds after it could be read', async ({
  page,
  site,
}) => {
  await page.clock.install();
  await page.setViewportSize({ width: 390, height: 760 });
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const { url } = await site({
    body: `<a href="/buy"
      style="position: absolute; top: 690px; left: 16px; right: 16px; height: 48px">Buy</a>${filler}`,
  });
  await page.goto(url);
  const { status, reopen, dialog } = faceOf(page);
  await page.clock.runFor(1000);
  await expect(status).toHaveText('Your opt-out request was honoured.');
  await page.clock.runFor(1000);
  await expect.poll(() => covered(page)).toEqual([]);
  await page.mouse.wheel(0, 200);
  await page.clock.runFor(6000);
  await expect(status).toHaveText('Your opt-out request was honoured.');
  // What was pressed has the focus again when the preferences are closed: that keeps nothing on the screen.
  await reopen.click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(reopen).toBeFocused();
  await page.clock.runFor(4000);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => status.textContent()).toBe('');
  await expect(reopen).toBeVisible();
});

test('its label is shown as words', async ({ page, visit }) => {
  await visit({ config: { ui: { reopen: { label: 'Privacy choices' } } } }, undefined, all);
  await expect(faceOf(page).reopen).toHaveText('Privacy choices');
  await expect(faceOf(page).reopen).toBeVisible();
});
