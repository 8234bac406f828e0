import type { Page } from '@playwright/test';
import { axeRules } from '../support/a11y-rules.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { motion, watchMotion } from '../support/motion.ts';

axeRules();

/** What has the focus: its part, else its words, inside open shadow roots too. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.localName === 'input'
      ? element.getAttribute('value')
      : element?.part.value || element?.getAttribute('aria-label') || element?.textContent?.trim().slice(0, 30);
  });

const page1 = (body = '') => `<!doctype html><html lang="en"><head><title>A page</title>
  <script>window.__ran = [];</script><script src="/dist/commsor.js" data-policy="/privacy"></script></head>
  <body><h1>A page</h1><button>Of the page</button>${body}
  <script type="text/plain" data-consent="analytics">__ran.push('analytics');</script></body></html>`;

test.describe('what assistive technology is told', () => {
  test('of the banner: a named region, its question, its controls in order', async ({ page, demo }) => {
    await page.goto(await demo.store(page1()));
    await expect(page.getByRole('region', { name: 'Cookies and your privacy' })).toMatchAriaSnapshot(`
      - region "Cookies and your privacy":
        - heading "Cookies and your privacy" [level=2]
        - paragraph:
          - text: /We use cookies/
          - link "Privacy policy"
        - button "Reject all"
        - button "Accept all"
        - button "Preferences"
    `);
  });

  test('that there is a question, once and politely, without taking the focus', async ({ page, demo }) => {
    await page.goto(await demo.store(page1()));
    const live = faceOf(page).announcer;
    await expect(live).toHaveText('Cookies and your privacy');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await expect(live).toHaveText(''); // Who reads on finds the title in the banner alone.
  });

  test('of the preferences: a modal dialog, a switch for each purpose with its reason, no landmarks of a page', async ({
    page,
    demo,
  }) => {
    await page.goto(await demo.store(page1()));
    await faceOf(page).preferences.click();
    const dialog = page.getByRole('dialog', { name: 'Privacy preferences' });
    await expect(dialog).toMatchAriaSnapshot(`
      - dialog "Privacy preferences":
        - heading "Privacy preferences" [level=2]
        - button "Close"
        - paragraph:
          - link "Privacy policy"
        - list:
          - listitem:
            - heading "Necessary" [level=3]
            - text: Always on
          - listitem:
            - heading "Functional" [level=3]
            - switch "Functional"
          - listitem:
            - heading "Analytics" [level=3]
            - switch "Analytics"
          - listitem:
            - heading "Marketing" [level=3]
            - switch "Marketing"
        - region "Your rights":
          - heading "Your rights" [level=3]
          - paragraph:
            - link "Third parties that this page has contacted so far"
          - button "Download a copy"
          - button "Forget everything"
        - button "Reject all"
        - button "Accept all"
        - button "Save"
    `);
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    await expect(page.getByRole('switch', { name: 'Analytics' })).toHaveAccessibleDescription(/Counts visits/);
    await expect(dialog.getByRole('banner').or(dialog.getByRole('contentinfo'))).toHaveCount(0);
  });

  test('of the way back and of what was saved', async ({ page, demo }) => {
    await page.goto(await demo.store(page1()));
    await faceOf(page).preferences.click();
    await faceOf(page).save.click();
    await expect(page.getByRole('status')).toHaveText('Saved. You can change this at any time.');
    await expect(page.getByRole('button', { name: 'Privacy preferences' })).toBeVisible();
  });

  test('of a placeholder: whose content it is, and two buttons', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/placeholders.html'));
    const once = page.getByRole('button', { name: 'Load this once' }).first();
    await expect(once).toBeVisible();
    await expect(
      page.getByText('Content from Northlight Video').or(page.getByText('The Perseids in four minutes')).first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Always allow' }).first()).toBeVisible();
  });
});

test.describe('by keyboard alone', () => {
  test('the banner is reached before the page, and answered', async ({ page, demo }) => {
    await page.goto(await demo.store(page1()));
    await expect(faceOf(page).banner).toBeVisible();
    const order: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    expect(order).toEqual(['Privacy policy', 'reject', 'accept', 'preferences']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(faceOf(page).banner).toHaveCount(0);
  });

  test('the preferences take the focus, are walked and turned, close on Esc, and give the focus back', async ({
    page,
    demo,
  }) => {
    await page.goto(await demo.store(page1()));
    const { banner, preferences, dialog, reopen, switch: switchOf } = faceOf(page);
    await preferences.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    const order = [await focused(page)];
    for (let i = 0; i < 11; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    expect(order).toEqual([
      'Privacy preferences',
      'Close',
      'Privacy policy',
      'preferences',
      'analytics',
      'marketing',
      'proof',
      'download',
      'forget',
      'reject',
      'accept',
      'save',
    ]);

    await switchOf('analytics').focus();
    await page.keyboard.press('Space');
    await expect(switchOf('analytics')).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(dialog.getByText('Your changes are not saved. Close again to discard them.')).toHaveRole('status');
    expect(await focused(page)).toBe('analytics');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(banner).toBeVisible();
    await expect.poll(() => focused(page), 'the focus is back where it was').toBe('preferences');
    expect(await page.evaluate(() => window.commsorConsent!.get().record), 'closing answers nothing').toBeNull();

    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await switchOf('analytics').focus();
    await page.keyboard.press('Space');
    await faceOf(page).save.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(reopen).toBeVisible();

    await reopen.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe('reopen');
  });

  test('a link of the page that opened the preferences has the focus again', async ({ page, demo }) => {
    await page.goto(await demo.store(page1('<p><a href="#consent">Our preferences</a></p>')));
    await faceOf(page).reject.click();
    await expect(faceOf(page).banner).toHaveCount(0);
    await page.getByRole('link', { name: 'Our preferences' }).focus();
    await page.keyboard.press('Enter');
    await expect(faceOf(page).dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(faceOf(page).dialog).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe('Our preferences');
  });

  test('a placeholder loads its embed', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/placeholders.html'));
    const once = page.getByRole('button', { name: 'Load this once' });
    await expect(once).toHaveCount(5);
    await once.first().focus();
    await page.keyboard.press('Enter');
    await expect(once).toHaveCount(4);
    await expect(page.locator('iframe').first()).toHaveAttribute('src', /video/);
  });
});

test('who types while the banner comes loses neither the focus nor a character', async ({ page, demo }) => {
  let send = () => {};
  const held = new Promise<void>((resolve) => (send = resolve));
  await page.route(/\/dist\/prompt\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(await demo.store(page1('<input aria-label="A field">')), { waitUntil: 'domcontentloaded' });
  const field = page.getByRole('textbox');
  const words = 'The quick brown fox jumps over the lazy dog, and nobody takes the pen out of its paw meanwhile. Fine!';
  await field.pressSequentially(words.slice(0, 50));
  send();
  await expect(faceOf(page).banner).toBeVisible();
  await page.keyboard.type(words.slice(50));
  await expect(field).toHaveValue(words);
  await expect(field).toBeFocused();
});

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 768, height: 700 },
  { width: 390, height: 844 },
]) {
  test(`at ${width} x ${height} the banner hides nothing that has the focus`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height });
    await page.goto(demo.url('/'));
    await expect(faceOf(page).banner).toBeVisible();
    const hidden = await page.evaluate(async () => {
      const banner = document.querySelector('commsor-ui')!.shadowRoot!.querySelector('[part~="banner"]')!;
      const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input')];
      const found: string[] = [];
      for (const element of stops) {
        element.focus();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const [own, over] = [element.getBoundingClientRect(), banner.getBoundingClientRect()];
        if (
          own.height &&
          own.top >= over.top &&
          own.bottom <= over.bottom &&
          own.left >= over.left &&
          own.right <= over.right
        )
          found.push(element.textContent ?? '');
      }
      return { stops: stops.length, found };
    });
    expect(hidden.stops).toBeGreaterThan(15);
    expect(hidden.found).toEqual([]);
  });
}

test('on no phone does the banner of the demo hide its call to action', ONE_ENGINE, async ({ page, demo }) => {
  for (const [width, height] of [
    [390, 844],
    [360, 640],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(demo.url('/'));
    await expect(faceOf(page).banner).toBeVisible();
    const call = (await page.getByRole('link', { name: 'Book an evening' }).boundingBox())!;
    expect(call.y + call.height).toBeLessThanOrEqual((await faceOf(page).banner.boundingBox())!.y);
  }
});

test('what we draw moves a little when it comes', async ({ page, demo }) => {
  await watchMotion(page);
  await page.goto(demo.url('/'));
  await faceOf(page).preferences.click();
  await expect(faceOf(page).dialog).toBeVisible();
  expect(await motion(page)).not.toEqual([]); // a11y.reduced-motion.spec.ts: not for those who want none.
});

test('at 320 x 256 everything can be read and reached without scrolling sideways', async ({ page, demo }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(await demo.store(page1()));
  const { banner, dialog, preferences, save, reopen, switch: switchOf } = faceOf(page);
  await expect(banner).toBeVisible();
  const isSideways = () =>
    page.evaluate(() => {
      const root = document.querySelector('commsor-ui')!.shadowRoot!;
      return [document.documentElement, ...root.querySelectorAll('*')]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            element.clientWidth > 0 &&
            getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.localName);
    });
  expect(await isSideways()).toEqual([]);
  for (const control of [
    banner.getByRole('link'),
    banner.getByRole('button', { name: 'Accept all' }),
    banner.getByRole('button', { name: 'Reject all' }),
    preferences,
  ]) {
    await control.click({ trial: true }); // It can be scrolled to, and nothing lies over it.
    const box = (await control.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
  }
  await preferences.click();
  await expect(dialog).toBeVisible();
  expect(await isSideways()).toEqual([]);
  await switchOf('marketing').check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const unsaved = dialog.getByText('Your changes are not saved. Close again to discard them.');
  await expect(unsaved, 'all of it scrolls, and what is said is in sight').toBeInViewport({ ratio: 1 });
  await save.click();
  await expect(reopen).toBeVisible();
});
