import type { Page } from '@playwright/test';
import { builderOf } from '../support/builder.ts';
import { builderRules, FULL } from '../support/builder-rules.ts';
import { contrastsIn, shortOf } from '../support/contrast-audit.ts';
import { expect, test } from '../support/demo-test.ts';
import type { UiConfig } from '../../src/api.ts';

builderRules();

test.describe('by keyboard alone', () => {
  test('a layout is chosen, a service is found, the tag is copied', async ({ page }) => {
    await page.goto('/builder/');
    await builderOf(page).settled();
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 60; steps++) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate(() => {
          const { activeElement } = document;
          const input = activeElement instanceof HTMLInputElement ? activeElement : null;
          return (
            input?.labels?.[0]?.textContent ??
            activeElement?.getAttribute('aria-label') ??
            activeElement?.textContent ??
            ''
          );
        });
        if (name.test(label)) return;
      }
      expect(`nothing called ${name}`).toBe('reached by Tab');
    };
    await tabTo(/^Box$/);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Bar' })).toBeChecked();
    await tabTo(/^Search \d+ services$/);
    await page.keyboard.type('vimeo');
    await tabTo(/^Vimeo/);
    await page.keyboard.press('Space');
    await tabTo(/^Copy$/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
    await expect(page.getByRole('region', { name: /ready to copy/ })).toContainText('"vimeo"');
  });

  test('the preview is entered and left', async ({ page }) => {
    await page.goto('/builder/');
    const { face, settled } = builderOf(page);
    await settled();
    await page.getByRole('radio', { name: 'Left to right' }).focus();
    const isIn = () => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
    await page.keyboard.press('Tab');
    expect(await isIn()).toBe(true);
    await expect(face.banner).toBeVisible();
    for (let steps = 0; steps < 20 && (await isIn()); steps++) await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Begin again' })).toBeFocused();
  });
});

test.describe('on a small screen', () => {
  test('form and preview take turns, and what is needed stays within reach', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/builder/${FULL}`);
    const { face, settled } = builderOf(page);
    const nav = page.getByRole('navigation');
    await expect(nav.getByRole('button', { name: 'Copy the tag' })).toBeInViewport();
    await nav.getByRole('radio', { name: 'Preview' }).check({ force: true });
    await settled();
    await expect(face.banner).toBeVisible();
    expect(await face.banner.evaluate(() => innerWidth)).toBe(390);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /to mend/ })
      .click();
    await expect(page.getByLabel('Address of your policy')).toBeFocused();
  });

  for (const width of [320, 390, 768, 1024]) {
    test(`nothing is cut off at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`/builder/${FULL}`);
      await expect(page.getByRole('heading', { name: 'Take it with you' })).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, select, textarea, label, legend, .problem')]
          .filter((element) => element.checkVisibility() && !element.closest('.hidden'))
          .filter(
            (element) =>
              element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1,
          )
          .map((element) => `${element.localName} ${element.textContent}`),
      );
      expect(cut).toEqual([]);
    });
  }
});

test.describe('the banner in every theme of the builder', () => {
  const THEMES: readonly (readonly [page: 'light' | 'dark', theme: NonNullable<UiConfig['theme']>])[] = [
    ['light', 'auto'],
    ['dark', 'auto'],
    ['dark', 'light'],
    ['light', 'dark'],
  ];
  const ACCENTS = [
    '#1f5fbf',
    '#b8860b',
    '#ffff00',
    '#00ff88',
    '#ffffff',
    '#000000',
    '#808080',
    '#ff2d2d',
    '#663399',
    'rebeccapurple',
    'hsl(200 100% 50%)',
    'oklch(0.9 0.3 140)',
  ];
  const SERVICE = {
    title: 'Example Maps',
    purposes: ['marketing'],
    provider: 'Example Inc.',
    country: 'US',
    retention: '6 months',
    policyUrl: 'https://maps.example/privacy',
    cookies: ['_m'],
  };

  async function open(page: Page, number: number, wish: object): Promise<void> {
    // Another query, so that it is another page and not another place in the same one.
    await page.goto(`/builder/page.html?${number}#${encodeURIComponent(JSON.stringify(wish))}`);
    await page.waitForFunction(() => 'shown' in window);
  }

  /**
   * Gives everything that is drawn another accent, as `ui.accent` does: the colours of the builder's own field are
   * proved elsewhere.
   */
  const paint = (page: Page, accent: string) =>
    page.evaluate((colour) => {
      const roots = [...document.querySelectorAll('commsor-ui, commsor-embed')].map((host) => host.shadowRoot!);
      const drawn = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[style*="--commsor-accent"]')]);
      for (const element of drawn) element.style.setProperty('--commsor-accent', colour);
      return drawn.length;
    }, accent);

  for (const [scheme, theme] of THEMES) {
    test(`theme ${theme} on a ${scheme} page: every text and control can be made out, whatever the accent`, async ({
      page,
    }) => {
      await page.addInitScript(() =>
        addEventListener('message', ({ data }) => Reflect.set(window, 'shown', data.shown)),
      );
      const short: string[] = [];
      for (const [number, view] of ['banner', 'preferences', 'placeholder', 'reopen'].entries()) {
        await open(page, number, {
          scheme,
          view,
          embed: 'maps',
          config: { policy: { url: '/privacy' }, ui: { theme, accent: 'teal' }, services: { maps: SERVICE } },
        });
        await page.keyboard.press('Tab');
        await page.evaluate(() => {
          for (const details of document.querySelector('commsor-ui')?.shadowRoot?.querySelectorAll('details') ?? [])
            details.open = true;
        });
        for (const accent of ACCENTS) {
          expect(await paint(page, accent)).toBeGreaterThan(0);
          const pairs = await contrastsIn(page);
          expect(pairs.length).toBeGreaterThan(10);
          short.push(...shortOf(pairs).map((it) => `${accent}, ${view}: ${it}`));
        }
      }
      expect(short).toEqual([]);
    });
  }

  test('an accent that is no colour leaves the buttons legible', async ({ page }) => {
    await page.addInitScript(() => addEventListener('message', ({ data }) => Reflect.set(window, 'shown', data.shown)));
    await open(page, 0, { view: 'banner', config: { policy: { url: '/privacy' }, ui: { accent: 'blurple' } } });
    expect(shortOf(await contrastsIn(page))).toEqual([]);
  });
});
