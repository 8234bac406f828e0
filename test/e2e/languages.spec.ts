import { readdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { ConsentModel } from '../../src/api.ts';
import { violationsOf } from '../support/axe.ts';
import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

const tags = readdirSync(new URL('../../src/ui/texts/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];
/**
 * Of each direction one: words change no colour, and their roles and names are the same in every engine.
 * `EVERY_MODEL=1` looks at each language under each model and in dark, which takes a while.
 */
const SAMPLES = process.env.EVERY_MODEL ? tags : ['en', 'ar'];
const MODELS = process.env.EVERY_MODEL ? (['opt-in', 'opt-out', 'notice'] as const) : (['opt-in'] as const);

const page = (tag: string, model: ConsentModel = 'opt-in') => `<!doctype html><html lang="${tag}"><head>
<meta charset="utf-8"><title>A page</title><meta name="viewport" content="width=device-width">
<script>commsorConsentConfig = { model: '${model}' };</script>
<script src="/dist/commsor.js" data-policy="/privacy"></script></head>
<body><main><h1>A page</h1><p>Some words.</p></main></body></html>`;

test('there are at least forty languages', () => {
  expect(tags.length).toBeGreaterThanOrEqual(40);
});

for (const [tag, model] of tags.flatMap((one) => MODELS.map((each) => [one, each] as const))) {
  test(`${tag}, ${model}: axe finds nothing, nothing is cut off at 320 pixels, and it reads the right way`, async ({
    page: visit,
    demo,
    browserName,
  }) => {
    test.info().annotations.push({ type: 'language', description: tag });
    await visit.setViewportSize({ width: 320, height: 640 });
    await visit.goto(await demo.store(page(tag, model)));
    const { banner, reject, accept, preferences, dialog, save } = faceOf(visit);
    await expect(banner).toBeVisible();
    await expect(visit.locator('commsor-ui')).toHaveAttribute('dir', RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');
    const look = async () => {
      const isSample = SAMPLES.includes(tag);
      if (browserName !== 'chromium' && !isSample) return;
      expect(await violationsOf(visit)).toEqual([]);
      // Firefox ESR has a project of its own for dark.
      if (browserName !== 'chromium' || !isSample) return;
      await visit.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(visit, 'colours')).toEqual([]);
      await visit.emulateMedia({ colorScheme: 'light' });
    };
    await look();
    const [one, other] = [await reject.boundingBox(), await accept.boundingBox()];
    expect(Math.abs((one?.width ?? 0) - (other?.width ?? 9))).toBeLessThanOrEqual(1);
    expect(Math.abs((one?.height ?? 0) - (other?.height ?? 9))).toBeLessThanOrEqual(1);
    expect(await sidewaysOf(banner)).toBe(0);

    await preferences.click();
    await expect(dialog).toBeVisible();
    await look();
    expect(await sidewaysOf(dialog)).toBe(0);
    await save.click();
    await expect(dialog).toHaveCount(0);
  });
}

test('the language follows the page when that changes', async ({ page: visit, demo }) => {
  await visit.goto(await demo.store(page('en')));
  const { reject } = faceOf(visit);
  await expect(reject).toHaveText('Reject all');
  // The page settles before it is watched.
  await expect(faceOf(visit).announcer).toBeAttached();
  await visit.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
  await expect(reject).toHaveText('Alle ablehnen');
});

test('a page in a language that we do not speak is asked in one that the visitor reads', async ({
  page: visit,
  demo,
}) => {
  await visit.goto(await demo.store(page('x-klingon')));
  await expect(faceOf(visit).reject).toHaveText('Reject all');
});

/** By how many pixels `element`, or anything in it, is wider than the room that it has. */
function sidewaysOf(element: Locator): Promise<number> {
  return element.evaluate((root) => {
    const wider = [root, ...root.querySelectorAll('*')].filter(
      (one) =>
        one.clientWidth > 0 && getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1,
    );
    return Math.max(0, ...wider.map((one) => one.scrollWidth - one.clientWidth));
  });
}
