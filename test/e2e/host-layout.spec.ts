import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';
import { faceOf } from '../support/face.ts';

// Our element is a child of <html>, and takes no place there, however a page lays out its own.

const layouts = {
  'a grid with rows': 'html{display:grid;grid-template-rows:1fr;height:100%}body{margin:0;min-height:0}',
  'a grid that centres': 'html{display:grid;place-items:center;min-height:100%}body{margin:0}',
  'a grid with columns': 'html{display:grid;grid-template-columns:1fr 3fr;height:100%}body{margin:0}',
  'a flex box with space between': 'html{display:flex;justify-content:space-between;height:100%}body{margin:0}',
  'a flex box with gaps': 'html{display:flex;flex-direction:column;gap:40px;height:100%}body{margin:0;flex:1}',
  'a flex box whose children grow': 'html{display:flex;height:100%}html>*{flex:1}body{margin:0}',
  columns: 'html{columns:2}',
  'margins between all neighbours': '*+*{margin-top:24px}body{margin-bottom:0}',
  'boxes for all children': 'html>*{display:block!important;padding:20px;border:5px solid}head{display:none!important}',
};

const TAG = '<script src="/dist/commsor.js" data-policy="/privacy"></script>';
const page = (
  css: string,
  tag: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
  <style>${css}</style>${tag}</head><body><main style="height:100%">Words of the page.</main></body></html>`;

const bodyBox = (page: Page) => page.evaluate(() => JSON.stringify(document.body.getBoundingClientRect()));

for (const [name, css] of Object.entries(layouts)) {
  test(`${name}: the page keeps its place, before an answer and after it`, async ({ page: tab, serve }) => {
    const site = await serve({ '/': page(css, TAG), '/without': page(css, '') });
    await tab.goto(`${site.url}/without`);
    const own = await bodyBox(tab);

    await tab.goto(site.url);
    const { banner, reject, reopen, dialog } = faceOf(tab);
    await expect(banner).toBeVisible();
    expect(await bodyBox(tab)).toBe(own);

    await reject.click();
    await expect(reopen).toBeVisible();
    expect(await bodyBox(tab)).toBe(own);

    await reopen.click();
    await expect(dialog).toBeVisible();
    expect(await bodyBox(tab)).toBe(own);
  });
}

test('between the answer and the rest of our files the page keeps its place too', async ({ page: tab, serve }) => {
  // An image that does not come keeps `load` away, and with it what draws the way back.
  const waiting = (css: string, tag: string) => page(css, tag).replace('</main>', '<img src="/never" alt=""></main>');
  const css = layouts['a grid with columns'];
  const never = () => ({ after: Infinity });
  const site = await serve({ '/': waiting(css, TAG), '/without': waiting(css, ''), '/never': never });
  await tab.goto(`${site.url}/without`, { waitUntil: 'commit' });
  await expect(tab.locator('main')).toBeVisible();
  const own = await bodyBox(tab);

  await tab.goto(site.url, { waitUntil: 'commit' });
  await faceOf(tab).reject.click();
  await expect(faceOf(tab).banner).toHaveCount(0);
  await expect(tab.locator('commsor-ui')).toBeAttached();
  expect(await bodyBox(tab)).toBe(own);
});

test('in a page that writes in columns the banner is in sight', async ({ page: tab, serve }) => {
  const site = await serve({ '/': page('html{writing-mode:vertical-rl}', TAG) });
  await tab.goto(site.url);
  await expect(faceOf(tab).banner).toBeInViewport({ ratio: 1 });
  await faceOf(tab).reject.click();
  await expect(faceOf(tab).reopen).toBeInViewport({ ratio: 1 });
});
