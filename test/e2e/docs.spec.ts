import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { expect, test } from '../support/browser-test.ts';
import { faceOf } from '../support/face.ts';

/** The code in the README's block right behind `<!-- test:name -->`. */
function example(name: string): string {
  const mark = `<!-- test:${name} -->`;
  const [, rest] = readFileSync(join(root, 'README.md'), 'utf8').split(`${mark}\n`);
  if (rest === undefined) throw new Error(`README.md has no ${mark}`);
  const code = /^```\w+\n([\s\S]*?)\n```/.exec(rest)?.[1];
  if (!code) throw new Error(`README.md has no block of code right behind ${mark}`);
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

test('the README’s own interface works as it is written', async ({ page, serve }) => {
  const names = ['preferences', 'analytics', 'marketing'];
  const site = await serve({
    '/': `<!doctype html><html lang="en"><head><title>Headless</title></head><body>
      <form id="form">${names.map((name) => `<label><input type="checkbox" name="${name}"> ${name}</label>`).join('')}<button name="reject" type="button">Reject</button><button>Save</button></form>
      <script type="module">import { createConsent } from '/dist/index.js'; const form = document.getElementById('form'); ${example('headless')}</script></body></html>`,
  });
  await page.goto(site.url);
  const form = page.locator('form');
  const choices = () => page.evaluate(() => window.commsorConsent!.get().record?.choices);
  await page.getByLabel('analytics').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect.poll(choices).toEqual({ preferences: 'denied', analytics: 'granted', marketing: 'denied' });
  await expect(page.getByLabel('analytics')).toBeChecked();

  await form.evaluate((element) => element.toggleAttribute('hidden', false));
  await page.getByRole('button', { name: 'Reject' }).click();
  await expect.poll(choices).toEqual({ preferences: 'denied', analytics: 'denied', marketing: 'denied' });
  await expect(page.locator('commsor-ui [part~="banner"]')).toHaveCount(0);
});
