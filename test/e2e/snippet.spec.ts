/** The inline snippet alone, before the core has come. */
import type { Page } from '@playwright/test';
import { expect } from '../support/browser-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { kinds } from '../support/untagged-kinds.ts';
import { marketing, snippetIn as head } from '../support/untagged-pages.ts';
import { among, expectOutcome, settle, test } from '../support/untagged-test.ts';

const layer = (page: Page, name = 'dataLayer') =>
  page.evaluate((key) => {
    const entries: unknown[] = Reflect.get(window, key) ?? [];
    return entries.map((entry) => [Object.prototype.toString.call(entry), ...Array.from(Object(entry))]);
  }, name);

test.describe.configure({ timeout: 60_000 });

test('brought in under the snippet', async ({ page, site, snippet }) => {
  for (const { name, html, snippet: expected } of kinds) {
    site.show({ head: head(snippet, { block: marketing }), body: among(html(`${site.tracker}/x`)) });
    await page.goto(site.url);
    await expectOutcome(page, site, expected, name);
  }
});

test("Google's default is denied, with all seven types, as a real command", async ({ page, site, snippet }) => {
  site.show({ head: head(snippet, { google: true }), body: '' });
  await page.goto(site.url);
  expect(await layer(page)).toEqual([
    [
      '[object Arguments]',
      'consent',
      'default',
      {
        ad_storage: 'denied',
        ad_user_data: 'denied',
        ad_personalization: 'denied',
        analytics_storage: 'denied',
        functionality_storage: 'denied',
        personalization_storage: 'denied',
        security_storage: 'granted',
      },
    ],
  ]);
});

test("Google's default goes to the data layer of the configuration, with its waiting time", async ({
  page,
  site,
  snippet,
}) => {
  const google = { dataLayer: 'layer', waitForUpdate: 500 };
  site.show({
    head: `<script>window.layer = [{ event: 'first' }];</script>${head(snippet, { google })}`,
    body: '',
  });
  await page.goto(site.url);
  expect(await layer(page, 'layer')).toEqual([
    ['[object Object]'],
    [
      '[object Arguments]',
      'consent',
      'default',
      expect.objectContaining({ analytics_storage: 'denied', wait_for_update: 500 }),
    ],
  ]);
  expect(await layer(page)).toEqual([]);
});

for (const [given, config] of Object.entries({
  'without google': { block: marketing, google: false },
  'without rules': { google: true },
  'in report mode': { block: marketing, blockMode: 'report' },
})) {
  test(
    `it does nothing that is not asked for: ${given}`,
    given === 'in report mode' ? {} : ONE_ENGINE,
    async ({ page, site, snippet }) => {
      site.show({ head: head(snippet, config), body: `<script src="${site.tracker}/x.js"></script>` });
      await page.goto(site.url);
      expect(await page.evaluate(() => Reflect.has(window, 'dataLayer'))).toBe(
        config === Object(config) && 'google' in config && config.google,
      );
      expect(await page.evaluate(() => Reflect.has(window, 'commsorConsentSnippet'))).toBe(given === 'without google');
      expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual(
        given === 'without google' ? [] : ['/x.js'],
      );
    },
  );
}

test('services with a `match` are rules too', async ({ page, site, snippet }) => {
  const services = {
    watcher: { title: 'Watcher', purposes: ['analytics'], match: ['tracker.localhost'] },
    other: { title: 'Other', purposes: ['analytics'] },
  };
  site.show({ head: head(snippet, { block: [], services }), body: `<script src="${site.tracker}/x.js"></script>` });
  await page.goto(site.url);
  await expect(page.locator('script[data-consent="watcher"]')).toHaveCount(1);
});

test('what it holds looks as if its author had tagged it', async ({ page, site, snippet }) => {
  const url = `${site.tracker}/x`;
  site.show({
    head: head(snippet, { block: marketing }),
    body: `<script id="a" type="module" src="${url}.js"></script><iframe id="b" src="${url}"></iframe>
      <script>
        const s = document.createElement('script');
        s.id = 'c';
        s.src = '${url}.js';
        s.type = 'module';
        document.body.append(s);
      </script>
      <iframe id="d" data-consent="analytics" data-src="${url}"></iframe>
      <script id="e" type="text/plain" data-category="x" src="${url}.js"></script>`,
  });
  await page.goto(site.url);
  const attributes = (id: string) =>
    page
      .locator(`#${id}`)
      .evaluate((element) => Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])));
  expect(await attributes('a')).toEqual({
    id: 'a',
    type: 'text/plain',
    src: `${url}.js`,
    'data-type': 'module',
    'data-consent': 'marketing',
  });
  expect(await attributes('b')).toEqual({ id: 'b', 'data-src': url, 'data-consent': 'marketing' });
  expect(await attributes('c')).toEqual({
    id: 'c',
    type: 'text/plain',
    src: `${url}.js`,
    'data-type': 'module',
    'data-consent': 'marketing',
  });
  expect(await attributes('d')).toEqual({ id: 'd', 'data-consent': 'analytics', 'data-src': url });
  expect(await attributes('e')).toEqual({ id: 'e', type: 'text/plain', 'data-category': 'x', src: `${url}.js` });
});

test('the core comes through whatever a rule says', async ({ page, site, snippet }) => {
  const block = [{ match: '*', consent: 'marketing' }];
  site.show({
    head: `${head(snippet, { block })}<script async src="${site.tracker}/commsor.js"></script>`,
    body: '',
  });
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'ran'))).toEqual(['/commsor.js']);
});

test('once the core answers for it, what is allowed passes and what is held can be released', async ({
  page,
  site,
  snippet,
}) => {
  site.show({ head: head(snippet, { block: marketing }), body: `<script src="${site.tracker}/x.js"></script>` });
  await page.goto(site.url);
  await settle(page);
  await page.evaluate(() => {
    if (window.commsorConsentSnippet) window.commsorConsentSnippet.allows = (expression) => expression === 'marketing';
    const script = document.querySelector('script[data-consent]');
    if (!(script instanceof HTMLScriptElement)) throw new Error('nothing is held');
    script.type = '';
    script.remove();
    document.body.append(script);
  });
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'ran'))).toEqual(['/x.js']);
});

test('a form with fields named like methods stops nothing', async ({ page, site, snippet }) => {
  const fields = ['src', 'getAttribute', 'querySelectorAll'].map((name) => `<input name="${name}">`).join('');
  site.show({
    head: head(snippet, { block: marketing }),
    body: `<form>${fields}<script src="${site.tracker}/x.js"></script></form>`,
  });
  await page.goto(site.url);
  await settle(page);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
});
