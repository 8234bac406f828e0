import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { builderOf } from './builder.ts';
import { contrastsIn, shortOf } from './contrast-audit.ts';
import { expect, test } from './demo-test.ts';

/** With something of everything on the screen: own purposes and services, messages, words, the link. */
export const FULL = `#${new URLSearchParams({
  policy: 'javascript:x',
  version: '2',
  model: 'by-region',
  accent: '#f2c200',
  services: 'google-analytics youtube google-maps',
  purposes: 'analytics marketing',
  google: 'yes',
  link: 'yes',
  ownPurposes: JSON.stringify([{ id: 'purpose-1', title: '' }]),
  ownServices: JSON.stringify([{ id: 'service-1', title: '', purpose: 'analytics' }]),
  words: JSON.stringify({ en: { title: 'Crumbs' } }),
  aside: '24',
})}`;

const schemes = ['light', 'dark'] as const;

/** Axe finds nothing in the light, nor, where colours are all that changes, in the dark. */
async function axeFindsNothing(page: Page): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page, colorScheme === 'light' ? 'everything' : 'colours')).toEqual([]);
  }
}

/** Rules of the builder's own page. */
export function builderRules(): void {
  for (const [name, address] of [
    ['as it opens', '/builder/'],
    ['with everything in use', `/builder/${FULL}`],
  ] as const) {
    test(`axe finds nothing, ${name}`, async ({ page }) => {
      await page.goto(address);
      await builderOf(page).settled();
      await axeFindsNothing(page);
    });

    test(`every text and every control can be made out, ${name}`, async ({ page }) => {
      await page.goto(address);
      await builderOf(page).settled();
      await page.keyboard.press('Tab');
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const pairs = await contrastsIn(page);
        expect(pairs.length).toBeGreaterThan(100);
        expect(shortOf(pairs)).toEqual([]);
      }
    });
  }

  test('axe finds nothing on a phone, neither in the form nor in the preview', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/builder/${FULL}`);
    await expect(page.getByRole('heading', { name: 'Take it with you' })).toBeAttached();
    await axeFindsNothing(page);
    await page.getByRole('navigation').getByRole('radio', { name: 'Preview' }).check({ force: true });
    await builderOf(page).settled();
    await axeFindsNothing(page);
  });
}
