import type { Page } from '@playwright/test';
import { contrastsIn, shortOf } from './contrast-audit.ts';
import { expect, test } from './demo-test.ts';
import { ONE_ENGINE } from './engines.ts';
import { faceOf } from './face.ts';

export const pageWith = (
  css: string,
  body = '',
  head = '',
) => `<!doctype html><html lang="en"><head><title>A brand</title>
  ${head}<style>body { margin: 0; min-height: 100vh } ${css}</style>
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head><body>${body}</body></html>`;

/** Until what the page was given has been drawn. */
export const frames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Whether `property` of something of ours has this very colour. */
const isDrawn = (page: Page, property: string, colour: string) =>
  page.evaluate(
    ([name, wanted]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
      const pixel = (value: string) => {
        canvas.fillStyle = value;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].join();
      };
      const { shadowRoot } = document.querySelector('commsor-ui')!;
      const card = shadowRoot!.firstElementChild as HTMLElement;
      const resolved = (value: string) => {
        card.style.color = value;
        const { color } = getComputedStyle(card);
        card.style.color = '';
        return color;
      };
      const all = [...shadowRoot!.querySelectorAll('*')].map((it) => getComputedStyle(it).getPropertyValue(name!));
      return all.some((it) => pixel(it) === pixel(resolved(wanted!)));
    },
    [property, colour],
  );

export const schemeOf = (page: Page) =>
  faceOf(page).banner.evaluate((card) => getComputedStyle(card).colorScheme.replace('normal', 'light'));

/** What a page paints, and the scheme that it has, whatever the visitor's system says. */
const brands: readonly { brand: string; css: string; body?: string; scheme: 'light' | 'dark' }[] = [
  { brand: 'nothing at all', css: '', scheme: 'light' },
  { brand: 'a pink page', css: 'body { background: #ffd6e7 }', scheme: 'light' },
  { brand: 'a dark page that declares nothing', css: 'body { background: #101014; color: #eee }', scheme: 'dark' },
  { brand: 'a dark root', css: 'html { background: #222 }', scheme: 'dark' },
  { brand: 'a declared dark scheme', css: ':root { color-scheme: dark }', scheme: 'dark' },
  {
    brand: 'a light page in a scheme of both',
    css: ':root { color-scheme: light dark; background: #fff }',
    scheme: 'light',
  },
  {
    brand: 'a dark application in a transparent body',
    css: '#root { min-height: 100vh; background: oklch(20% 0.04 260) }',
    body: '<div id="root"><main><section>Words</section></main></div>',
    scheme: 'dark',
  },
  {
    brand: 'a dark body below half-transparent glass',
    css: 'body { background: #111 } main { min-height: 100vh; background: #fff2 }',
    body: '<main>Words</main>',
    scheme: 'dark',
  },
  {
    brand: 'a gradient with a dark colour',
    css: 'body { background: linear-gradient(red, blue) #111 }',
    scheme: 'dark',
  },
  { brand: 'a gradient alone', css: 'body { background: linear-gradient(#300, #003) }', scheme: 'light' },
  {
    brand: 'a small dark thing behind the card',
    css: 'i { position: fixed; bottom: 90px; left: 180px; width: 90px; height: 90px; background: #000 }',
    body: '<i></i>',
    scheme: 'light',
  },
];

const tokens = ['surface', 'ink', 'muted', 'accent', 'accent-ink'] as const;
const colours = [
  '#ffffff',
  '#000000',
  '#ffd6e7',
  '#ffd400',
  '#777777',
  '#0b57d0',
  '#3a0d4f',
  'light-dark(#036, #8ab4f8)',
];

/** What holds on a visitor's system that is light, or dark, as the browser is set. */
export function brandRules(system: 'light' | 'dark'): void {
  for (const { brand, css, body, scheme } of brands) {
    test(`on ${brand} the card is ${scheme}, and all on it is readable`, async ({ page, demo }) => {
      await page.goto(await demo.store(pageWith(css, body)));
      await expect(faceOf(page).banner).toBeVisible();
      await expect.poll(() => schemeOf(page)).toBe(scheme);
      expect(shortOf(await contrastsIn(page)).filter((pair) => !pair.includes('"Words"'))).toEqual([]);
    });
  }

  test('a page that follows the system is followed', async ({ page, demo }) => {
    await page.goto(
      await demo.store(
        pageWith('body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #111 } }'),
      ),
    );
    await expect.poll(() => schemeOf(page)).toBe(system);
  });

  for (const token of tokens) {
    test(
      `--commsor-${token} set alone leaves every pair readable, and itself as it is`,
      ONE_ENGINE,
      async ({ page, demo }) => {
        const scheme = ':root { color-scheme: light dark; background: Canvas }';
        for (const view of ['banner', 'preferences'] as const) {
          await page.goto(await demo.store(pageWith(scheme)));
          await expect(faceOf(page).banner).toBeVisible();
          if (view === 'preferences') await faceOf(page).preferences.click();
          const card = view === 'banner' ? faceOf(page).banner : faceOf(page).dialog;
          await expect(card).toBeVisible();
          for (const colour of colours) {
            await page.evaluate(
              ([name, value]) => document.documentElement.style.setProperty(`--commsor-${name}`, value!),
              [token, colour],
            );
            await frames(page);
            const what = `${colour} in the ${view}`;
            expect(shortOf(await contrastsIn(page)), what).toEqual([]);
            if (token === 'accent') expect(await isDrawn(page, 'background-color', colour), what).toBe(true);
            if (token === 'surface') expect(await isDrawn(page, 'background-color', colour), what).toBe(true);
          }
        }
      },
    );
  }
}
