import type { Page } from '@playwright/test';
import { contrastsIn, shortOf } from './contrast-audit.ts';
import { expect, test } from './demo-test.ts';
import { ONE_ENGINE } from './engines.ts';
import { faceOf } from './face.ts';
import { inTurn } from './in-turn.ts';

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

/** A picture without words: two colours side by side. */
const picture = (one: string, other: string) =>
  `url('data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path fill="${one}" d="M0 0h1v1H0z"/>` +
      `<path fill="${other}" d="M1 0h1v1H1z"/></svg>`,
  )}')`;

/** What a page paints, and the scheme that it has, whatever the visitor's system says. */
const brands: readonly { brand: string; css: string; body?: string; scheme: 'light' | 'dark' }[] = [
  { brand: 'nothing at all', css: '', scheme: 'light' },
  { brand: 'a pink page', css: 'body { background: #ffd6e7 }', scheme: 'light' },
  { brand: 'cream paper', css: 'html { background: #fdf6e3; color: #586e75 }', scheme: 'light' },
  { brand: 'brand yellow', css: 'body { background: #ffd400 }', scheme: 'light' },
  { brand: 'middle grey', css: 'body { background: #777 }', scheme: 'light' },
  { brand: 'a dark page that declares nothing', css: 'body { background: #101014; color: #eee }', scheme: 'dark' },
  { brand: 'a dark root', css: 'html { background: #222 }', scheme: 'dark' },
  { brand: 'deep red', css: 'body { background: #7a0019; color: #fff }', scheme: 'dark' },
  { brand: 'navy in a wide gamut', css: 'body { background: color(display-p3 0 0.1 0.3) }', scheme: 'dark' },
  { brand: 'a declared dark scheme', css: ':root { color-scheme: dark }', scheme: 'dark' },
  { brand: 'a declared light scheme', css: ':root { color-scheme: light }', scheme: 'light' },
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
    brand: 'a light application in a dark body',
    css: 'body { background: #111 } #root { min-height: 100vh; background: #fafafa }',
    body: '<div id="root">Words</div>',
    scheme: 'light',
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
    brand: 'a picture with a dark colour',
    css: `body { background: ${picture('navy', 'black')} 0 0 / cover #112 }`,
    scheme: 'dark',
  },
  { brand: 'a picture alone', css: `body { background: ${picture('pink', 'white')} 0 0 / cover }`, scheme: 'light' },
  {
    brand: 'a small dark thing behind the card',
    css: 'i { position: fixed; bottom: 90px; left: 180px; width: 90px; height: 90px; background: #000 }',
    body: '<i></i>',
    scheme: 'light',
  },
  ...[
    ['a light accent', '--commsor-accent: #ffe600', 'light'],
    ['a pale accent', '--commsor-accent: #fce4ec', 'light'],
    ['an accent as light as the page', '--commsor-accent: #fff', 'light'],
    ['a middle accent', '--commsor-accent: #1a8f5a', 'light'],
    ['a dark accent', '--commsor-accent: #111; background: #18181b', 'dark'],
    ['an accent and an ink that cannot be read on it', '--commsor-accent: #ff0; --commsor-accent-ink: #fff', 'light'],
    ['a surface of its own', '--commsor-surface: #3a0d4f', 'dark'],
    ['a light surface on a dark page', '--commsor-surface: #fff8e1; background: #111', 'light'],
    ['an ink of its own', '--commsor-ink: #0b3d2e', 'light'],
    ['all of its own', '--commsor-surface: #042f2e; --commsor-ink: #ccfbf1; --commsor-accent: #5eead4', 'dark'],
  ].map(([brand, css, scheme]) => ({
    brand: brand!,
    css: `:root { background: #fff; ${css} }`,
    scheme: scheme as 'light' | 'dark',
  })),
];

/** Every pair that falls short in what is ours. */
const shortIn = async (page: Page) => shortOf(await contrastsIn(page)).filter((pair) => !pair.includes('"Words"'));

/** The same while a button is pointed at and pressed, which lets go elsewhere, so that nothing is answered. */
async function shortUnderPointer(page: Page): Promise<string[]> {
  await faceOf(page).accept.hover();
  await page.mouse.down();
  const pressed = await shortIn(page);
  await page.mouse.move(1, 1);
  await page.mouse.up();
  return pressed;
}

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
  for (const from of [0, 10, 20]) {
    const rows = brands.slice(from, from + 10).map((row) => [row.brand, row] as const);
    test(`the card has the scheme of the page, and all of ours is readable: brand pages from ${from + 1} on`, async ({
      page,
      demo,
      context,
    }) => {
      const held = '<iframe data-consent="marketing" data-consent-src="/blog" title="Film" width="400" height="240">';
      await inTurn(rows, async ({ css, body = '', scheme }) => {
        await context.clearCookies();
        await page.goto(await demo.store(pageWith(css, `${body}<main>${held}</iframe></main>`)));
        await expect(faceOf(page).banner).toBeVisible();
        await expect.poll(() => schemeOf(page)).toBe(scheme);
        await expect(page.locator('commsor-embed')).toBeVisible();
        const asked = [...(await shortIn(page)), ...(await shortUnderPointer(page))];
        await faceOf(page).reject.click();
        await expect(faceOf(page).status).toHaveText(/^Rejected/);
        await frames(page);
        expect([...asked, ...(await shortIn(page))]).toEqual([]);
      });
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
