import { runInNewContext } from 'node:vm';
import type { Page } from '@playwright/test';
import { presetChoice } from '../../src/testing/choice.ts';
import { expect, test } from '../support/browser-test.ts';
import { example, textOf } from '../support/docs.ts';
import { faceOf } from '../support/face.ts';
import type { Reply } from '../support/site.ts';
import { markdown } from '../support/untagged-kinds.ts';

// Examples of the README and of docs/ as pages. That each example has a test is a unit test, test/unit/docs.test.ts.

const TAG = '<script src="/dist/commsor.js" data-policy="/privacy"></script>';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

const pageWith = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>A page</title></head>
  <body><h1>A page</h1>${body}</body></html>`;

/** A visit without any answer has come to rest: what is tagged was looked at, and its banner is there. */
const whenAsked = (page: Page) => expect(faceOf(page).banner).toBeVisible();

test.describe('README', () => {
  test('the quick start', async ({ page, context, serve }) => {
    const site = await serve({
      '/': pageWith(example('README.md', 'quick-start'), example('README.md', 'quick-start-tags')),
      '/analytics.js': 'window.counted = true;',
      '/video': pageWith(''),
      '/privacy': pageWith(''),
    });
    await page.goto(site.url);
    const { banner, dialog, accept, reopen, status } = faceOf(page);
    await expect(banner.getByRole('link', { name: /Privacy/ })).toHaveAttribute('href', '/privacy');
    // The embed has its placeholder: whatever is tagged was looked at, and nothing of it was asked for.
    await expect(page.getByRole('button', { name: 'Load this once' })).toBeVisible();
    expect(site.received.map(({ path }) => path).filter((path) => /analytics|video/.test(path))).toEqual([]);
    expect(await context.cookies()).toEqual([]);

    await accept.click();
    await expect(page.locator('iframe')).toHaveAttribute('src', '/video');
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'counted'))).toBe(true);
    expect([site.count('/analytics.js'), site.count('/video')]).toEqual([1, 1]);
    // The page's own link leads there as long as it is in sight.
    await expect(status).toHaveText(/change/);
    await expect(reopen).toBeHidden();

    await page.getByRole('link', { name: 'Privacy preferences' }).click();
    await expect(dialog).toBeVisible();
  });

  for (const [file, name] of [
    ['README.md', 'quick-start-package'],
    ['docs/api.md', 'package'],
  ] as const) {
    test(`the package, as in ${file}`, async ({ page, serve }) => {
      const imports = '<script type="importmap">{ "imports": { "@commsor/consent": "/dist/index.js" } }</script>';
      const script = `<script type="module">${example(file, name)}
        await consent.ready; window.done = consent === window.commsorConsent;</script>`;
      const site = await serve({ '/': pageWith(imports, script) });
      await page.goto(site.url);
      await faceOf(page).accept.click();
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'done'))).toBe(true);
    });
  }
});

test.describe('Tagging', () => {
  const tagged = (name: string) => example('docs/tagging.md', name);

  /** What is asked for after Accept, in any order; before it nothing is. */
  const requests: Record<string, string[]> = {
    scripts: ['/library.js', '/module.js', '/pixel.js'],
    embeds: ['/video', '/small.svg', '/poster.svg', '/clip.webm', '/font.css'],
    expressions: ['/all-of.js', '/any-of.js'],
    placeholders: ['/video', '/counter'],
    compat: ['/counter.js'],
  };
  /** What runs, or is shown, without anybody having agreed. */
  const free = ['/not.js', '/still.svg'];
  const files = {
    '/library.js': 'window.library = (word) => (window.started = word);',
    '/module.js': '',
    '/pixel.js': '',
    '/all-of.js': '',
    '/any-of.js': '',
    '/not.js': '',
    '/counter.js': '',
    '/font.css': '',
    '/small.svg': PICTURE,
    '/still.svg': PICTURE,
    '/poster.svg': PICTURE,
    '/clip.webm': '',
    '/video': pageWith(''),
    '/counter': pageWith(''),
  };

  for (const [name, expected] of Object.entries(requests)) {
    test(`"${name}": nothing is asked for before Accept, and all that is allowed afterwards`, async ({
      page,
      serve,
    }) => {
      const config = '<script>window.commsorConsentConfig = { compat: ["data-category"] };</script>';
      const site = await serve({ '/': pageWith(config + TAG, tagged(name)), ...files });
      const asked = () => [
        ...new Set(site.received.map(({ path }) => path).filter((path) => Object.hasOwn(files, path))),
      ];
      await page.goto(site.url);
      await whenAsked(page);
      expect(asked().filter((path) => !free.includes(path))).toEqual([]);
      await faceOf(page).accept.click();
      await expect.poll(() => asked().filter((path) => expected.includes(path)).length).toBe(expected.length);
      expect(asked().filter((path) => !free.includes(path) && !expected.includes(path))).toEqual([]);
    });
  }

  test('an inline start follows its library', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(TAG, tagged('scripts')), ...files });
    await page.goto(site.url);
    await faceOf(page).accept.click();
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'started'))).toBe('start');
  });

  test('"not" runs while it is not allowed', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(TAG, tagged('expressions')), ...files });
    await page.goto(site.url);
    await expect.poll(() => site.count('/not.js')).toBe(1);
  });

  test('elements are shown and hidden', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(TAG, tagged('shown')) });
    await page.goto(site.url);
    const [before, after] = [page.getByText('Allow marketing'), page.getByText('Here is the map')];
    await expect(before).toBeVisible();
    await expect(after).toBeHidden();
    await faceOf(page).accept.click();
    await expect(before).toBeHidden();
    await expect(after).toBeVisible();
  });

  test('a placeholder has its title, and there is none where none is wanted', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(TAG, tagged('placeholders')), ...files });
    await page.goto(site.url);
    await expect(page.locator('commsor-embed')).toHaveCount(1);
    await expect(page.locator('commsor-embed')).toContainText('A talk about bookbinding');
    await page.getByRole('button', { name: 'Load this once' }).click();
    await expect.poll(() => site.count('/video')).toBe(1);
    expect(site.count('/counter')).toBe(0);
  });

  test('buttons and links act', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(TAG, tagged('actions')) });
    await page.goto(site.url);
    const allowed = () => page.evaluate(() => window.commsorConsent?.allows('marketing'));
    await page.locator('body > button', { hasText: 'Accept all' }).click();
    await expect.poll(allowed).toBe(true);
    await page.locator('body > button', { hasText: 'Withdraw everything' }).click();
    await expect.poll(allowed).toBe(false);
    await page.getByRole('link', { name: 'Privacy preferences' }).click();
    await expect(faceOf(page).dialog).toBeVisible();
  });

  test('tagged elements in a shadow root', async ({ page, serve }) => {
    const script = `<div id="host"></div><script>
      const element = document.getElementById('host');
      element.attachShadow({ mode: 'open' }).innerHTML = '<img data-consent="marketing" data-src="/small.svg" alt="">';
      ${tagged('shadow')}</script>`;
    const site = await serve({ '/': pageWith(TAG, script), ...files });
    await page.goto(site.url);
    await whenAsked(page);
    expect(site.count('/small.svg')).toBe(0);
    await faceOf(page).accept.click();
    await expect.poll(() => site.count('/small.svg')).toBe(1);
  });
});

test.describe('Configuration', () => {
  test('a block of JSON', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(example('docs/configuration.md', 'json-block')) });
    await page.goto(site.url);
    await whenAsked(page);
    // A bar is as wide as the page.
    const box = await faceOf(page).banner.boundingBox();
    expect(box?.width).toBeGreaterThan(1000);
  });

  test('attributes', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(example('docs/configuration.md', 'attributes')) });
    await page.goto(site.url);
    await expect(page.locator('commsor-ui')).toHaveAttribute('lang', 'de');
    expect(await page.evaluate(() => Object.keys(window.commsorConsent?.get().purposes ?? {}).toSorted())).toEqual([
      'analytics',
      'marketing',
      'necessary',
    ]);
  });
});

test.describe('API', () => {
  const code = (name: string) => example('docs/api.md', name);

  test('waiting, listening, handing over, and the receipt', async ({ page, serve, context }) => {
    const script = `<script>
        window.said = [];
        console.log = (...words) => said.push(words);
        ${code('ready')}</script>${TAG}
      <script type="module">
        ${code('event')}
        ${example('docs/errors.md', 'errors')}
        { ${code('hand-over')} window.signal = signal; }
        { ${code('receipt')} window.receipt = JSON.parse(await file.text()); }
        { ${code('when')} }
      </script>`;
    const site = await serve({ '/': pageWith(script) });
    await presetChoice(context, { granted: ['analytics'] }, { url: site.url });
    await page.goto(site.url);
    await expect(page.locator('body')).toHaveAttribute('data-counted', 'yes');
    expect(
      await page.evaluate(() => (Reflect.get(window, 'receipt') as { schema_version: string }).schema_version),
    ).toBe('ISO/IEC TS 27560:2023');
    await page.evaluate(() => window.commsorConsent?.withdraw(['analytics']));
    await expect.poll(() => page.evaluate(() => (Reflect.get(window, 'signal') as AbortSignal).aborted)).toBe(true);
    // The listener of the withdrawal, and the event with what was before, what is now, and why.
    await expect
      .poll(() =>
        page.evaluate(() =>
          (Reflect.get(window, 'said') as unknown[][]).map((words) => (words.length > 1 ? words.at(-1) : words[0])),
        ),
      )
      .toEqual(expect.arrayContaining(['stopped', 'api']));
  });

  test('an interface of one’s own', async ({ page, serve }) => {
    const names = ['preferences', 'analytics', 'marketing'];
    const boxes = names.map((name) => `<label><input type="checkbox" name="${name}"> ${name}</label>`).join('');
    const site = await serve({
      '/': pageWith(
        '',
        `<form id="form">${boxes}<button name="reject" type="button">Reject</button><button>Save</button></form>
        <script type="module">
          import { createConsent } from '/dist/index.js';
          const form = document.getElementById('form');
          ${code('headless')}
        </script>`,
      ),
    });
    await page.goto(site.url);
    const form = page.locator('form');
    const choices = () => page.evaluate(() => window.commsorConsent?.get().record?.choices);
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
});

test.describe('Decisions and releases', () => {
  test('a test presets the stored choice, and a server reads it', async ({ page, context, serve }) => {
    const file = 'docs/decisions-and-releases.md';
    const site = await serve({ '/': pageWith(TAG) });
    const [, value = ''] = /const value = `(.*)`/.exec(example(file, 'preset')) ?? [];
    await context.addCookies([
      { name: 'commsor_consent', value: value.replace('${Date.now()}', String(Date.now())), url: site.url },
    ]);
    await page.goto(site.url);
    expect(await page.evaluate(() => window.commsorConsent?.get().purposes)).toEqual({
      necessary: true,
      preferences: false,
      analytics: true,
      marketing: false,
    });
    await page.evaluate(() => window.commsorConsent?.grant(['marketing']));
    await page.reload();
    const cookie = site.received.findLast(({ path }) => path === '/')?.headers.cookie;
    const granted: string[] = runInNewContext(`${example(file, 'server')}; granted`, {
      request: { headers: { cookie } },
      URLSearchParams,
    });
    expect([...granted].toSorted()).toEqual(['analytics', 'marketing']);
  });
});

test.describe('Content-Security-Policy', () => {
  const file = 'docs/content-security-policy.md';
  const policy = example(file, 'csp-header').replace('Content-Security-Policy: ', '');
  const listen = `<script nonce="c2VjcmV0">
    var violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
  </script>`;

  for (const [what, header] of [
    ['as it is written', policy],
    ['with strict-dynamic', policy.replace("'nonce-c2VjcmV0'", "'nonce-c2VjcmV0' 'strict-dynamic'")],
  ] as const) {
    test(`the policy ${what}: no violation, the banner is styled, the tag runs`, async ({ page, serve }) => {
      const site = await serve({
        '/': (): Reply => ({
          body: pageWith(listen + example(file, 'csp')),
          headers: { 'content-security-policy': header },
        }),
        '/analytics.js': '',
        '/favicon.ico': '',
      });
      await page.goto(site.url);
      const { banner, accept, reopen, dialog } = faceOf(page);
      await expect(banner).toHaveCSS('position', 'fixed');
      await accept.click();
      await expect.poll(() => site.count('/analytics.js')).toBe(1);
      await reopen.click();
      await expect(dialog).toBeVisible();
      const violations = await page.evaluate(() => Reflect.get(window, 'violations') as string[]);
      expect(violations).toEqual([]);
    });
  }
});

test.describe('Looks', () => {
  test('properties, parts, and a click by script', async ({ page, serve }) => {
    const css = ['properties', 'parts'].map((name) => example('docs/looks.md', name)).join('\n');
    const site = await serve({ '/': pageWith(`${TAG}<style>${css}</style>`) });
    await page.goto(site.url);
    const { banner, reject } = faceOf(page);
    await expect(banner).toHaveCSS('background-color', 'rgb(255, 253, 248)');
    await expect(reject).toHaveCSS('border-radius', '0px');
    await page.addScriptTag({ content: example('docs/looks.md', 'click') });
    await expect(banner).toHaveCount(0);
    expect(await page.evaluate(() => window.commsorConsent?.get().record?.event)).toBe('refused');
  });
});

test.describe('Untagged tags', () => {
  test('the snippet and the rule hold a script that nobody tagged', async ({ page, serve, request, baseURL }) => {
    const snippet = await (await request.get(`${baseURL}/dist/snippet.html`)).text();
    const head = example('docs/untagged-tags.md', 'snippet').replace(
      '<!-- the contents of dist/snippet.html -->',
      () => snippet, // A text would have its `$` read as patterns.
    );
    const script = `<script>
      document.head.append(Object.assign(document.createElement('script'), { src: 'http://tracker.example/t.js' }));
    </script>`;
    const asked: string[] = [];
    await page.route('http://tracker.example/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: '', contentType: 'text/javascript' });
    });
    const site = await serve({ '/': pageWith(head, script) });
    await page.goto(site.url);
    await whenAsked(page);
    expect(asked).toEqual([]);
    await faceOf(page).accept.click();
    await expect.poll(() => asked.length).toBe(1);
  });
});

test('the table of untagged tags is the one that the tests hold', () => {
  expect(textOf('docs/untagged-tags.md')).toContain(markdown());
});
