import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { expect, test } from '../support/browser-test.ts';
import { faceOf } from '../support/face.ts';

/** The HTML in the README's code block right behind `<!-- test:name -->`. */
function example(name: string): string {
  const mark = `<!-- test:${name} -->`;
  const [, rest] = readFileSync(join(root, 'README.md'), 'utf8').split(`${mark}\n`);
  if (rest === undefined) throw new Error(`README.md has no ${mark}`);
  const code = /^```html\n([\s\S]*?)\n```/.exec(rest)?.[1];
  if (!code) throw new Error(`README.md has no block of HTML right behind ${mark}`);
  return code;
}

test('the README’s quick start works as it is written', async ({ page, context, serve }) => {
  const site = await serve({
    '/': `<!doctype html><html lang="en"><head>${example('quick-start')}<title>Quick start</title></head><body><h1>Quick start</h1>${example('quick-start-tags')}</body></html>`,
    '/analytics.js': 'window.counted = true;',
    '/video': '<!doctype html><html lang="en"><title>A video</title></html>',
    '/privacy': '<!doctype html><html lang="en"><title>Privacy</title></html>',
  });
  await page.goto(site.url);
  const { banner, dialog, accept, reopen } = faceOf(page);
  await expect(banner.getByRole('link', { name: /Privacy/ })).toHaveAttribute('href', '/privacy');
  // The embed has its placeholder: whatever is tagged was looked at, and nothing of it was asked for.
  await expect(page.getByRole('button', { name: 'Load this once' })).toBeVisible();
  expect(site.received.map(({ path }) => path).filter((path) => /analytics|video/.test(path))).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  await accept.click();
  await expect(page.locator('iframe')).toHaveAttribute('src', '/video');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'counted'))).toBe(true);
  await expect(reopen).toBeVisible();
  expect([site.count('/analytics.js'), site.count('/video')]).toEqual([1, 1]);

  await page.getByRole('link', { name: 'Privacy preferences' }).click();
  await expect(dialog).toBeVisible();
});
