import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/setup.mjs';
import { dist } from '../support/dist.ts';
import { expect, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const core = readFileSync(join(dist, 'commsor.js'), 'utf8');

const withTag = (tag: string) => `<!doctype html><html lang="en"><head><title>A page</title>${tag}</head><body>
  <script type="text/plain" data-consent="analytics">document.title = 'ran';</script></body></html>`;

/** What the SDK says in the console, in order. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('[commsor]')) errors.push(message.text());
  });
  return errors;
}

const isDenied = (page: Page) => page.evaluate(() => window.commsorConsent?.allows('analytics') === false);

test('parts carry the version in their address', ONE_ENGINE, async ({ page, demo }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(await demo.store(withTag('<script src="/dist/commsor.js" data-policy="/privacy"></script>')));
  await expect(faceOf(page).banner).toBeVisible();
  const files = asked.map((url) => url.replace(/.*\/dist\//, ''));
  expect(files).toContain(`prompt.js?v=${version}`);
  expect(files.filter((file) => file.startsWith('prompt'))).toHaveLength(1);
});

for (const { what, tag } of [
  {
    what: 'a module that says it on its tag',
    tag: '<script type="module" src="/dist/commsor.js" data-base="/dist" data-policy="/privacy"></script>',
  },
  {
    what: 'a module whose configuration says it',
    tag:
      '<script>commsorConsentConfig = { base: "/dist/", policy: { url: "/privacy" } }</script>' +
      '<script type="module" src="/dist/commsor.js"></script>',
  },
  {
    what: 'a tag that was merged into another file',
    tag: '<script src="/merged.js" data-base="/dist/" data-policy="/privacy"></script>',
  },
]) {
  test(`the folder of the parts: ${what}`, async ({ page, demo }) => {
    const errors = errorsOf(page);
    await page.route('**/merged.js', (route) => route.fulfill({ path: join(dist, 'commsor.js') }));
    await page.goto(await demo.store(withTag(tag)));
    await faceOf(page).accept.click();
    await expect(page).toHaveTitle('ran');
    expect(errors).toEqual([]);
  });
}

for (const { what, tag } of [
  { what: 'a module', tag: '<script type="module" src="/dist/commsor.js"></script>' },
  { what: 'an inlined script', tag: `<script>${core}</script>` },
]) {
  test(`${what} that cannot know its folder says so once, and denies everything`, async ({ page, demo }) => {
    const errors = errorsOf(page);
    const config = '<script>commsorConsentConfig = { policy: { url: "/privacy" } }</script>';
    await page.goto(await demo.store(withTag(config + tag)));
    await expect.poll(() => errors).toEqual([expect.stringContaining('data-base')]);
    expect(await isDenied(page)).toBe(true);
    // Whoever asks for a part hears of it again, in a promise.
    const asked = page.evaluate(async () => {
      const consent = window.commsorConsent;
      const answers = await Promise.allSettled([consent?.show(), consent?.grant(), consent?.receipt()]);
      return answers.map(({ status }) => status);
    });
    expect(await asked).toEqual(['rejected', 'rejected', 'rejected']);
    expect(errors).toHaveLength(1);
    await expect(page).toHaveTitle('A page');
  });
}

test('opened from a folder the tag names the file that works there', async ({ page }, info) => {
  const errors = errorsOf(page);
  const address = pathToFileURL(join(dist, 'commsor.js')).href;
  const file = info.outputPath('page.html');
  await writeFile(file, withTag(`<script src="${address}" data-policy="/privacy"></script>`));
  await page.goto(pathToFileURL(file).href);
  await expect.poll(() => errors).toEqual([expect.stringContaining('commsor.all.js')]);
  expect(await isDenied(page)).toBe(true);
  await writeFile(file, withTag(`<script src="${address.replace('.js', '.all.js')}" data-policy="/privacy"></script>`));
  await page.goto(pathToFileURL(file).href);
  await faceOf(page).accept.click();
  await expect(page).toHaveTitle('ran');
});

test('a getter that throws costs one field and one error, not the banner', ONE_ENGINE, async ({ page, demo }) => {
  const errors = errorsOf(page);
  const config = '<script>commsorConsentConfig = { get model() { throw new Error("out of order") } }</script>';
  const tag = '<script src="/dist/commsor.js" data-policy="/privacy"></script>';
  await page.goto(await demo.store(withTag(config + tag)));
  await expect(faceOf(page).banner).toBeVisible();
  await expect.poll(() => errors).toEqual([expect.stringMatching(/config-invalid: model: .*out of order/)]);
});

for (const { what, start } of [
  {
    what: 'merged into one file',
    start: '<script src="/merged.js" data-base="/dist/" data-policy="/privacy"></script>',
  },
  {
    what: 'in a script that another one puts in',
    start: `<script>document.head.append(Object.assign(document.createElement('script'), { text:
      ${JSON.stringify(core).replaceAll('</', '<\\/')} }));
      seen = commsorConsent.get().status</script>`,
  },
]) {
  test(`code behind ours, ${what}, has the handle at once`, async ({ page, demo }) => {
    const config = `{ base: '/dist/', policy: { url: '/privacy' } }`;
    const errors = errorsOf(page);
    await page.route('**/merged.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `${core};var seen = commsorConsent.get().status` }),
    );
    await page.goto(await demo.store(withTag(`<script>var seen; commsorConsentConfig = ${config}</script>${start}`)));
    expect(await page.evaluate('seen')).toBe('undecided');
    await faceOf(page).accept.click();
    await expect(page).toHaveTitle('ran');
    expect(errors).toEqual([]);
  });
}

for (const clobber of ['<form name="commsorConsentConfig"></form>', '<iframe name="commsorConsentConfig"></iframe>']) {
  test(`${clobber} is no configuration and no error`, async ({ page, demo }) => {
    const errors = errorsOf(page);
    const tag = '<script src="/dist/commsor.js" data-policy="/privacy"></script>';
    const html = withTag('').replace('<body>', `<body>${clobber}${tag}`);
    await page.goto(await demo.store(html));
    await expect(faceOf(page).banner).toBeVisible();
    await demo.settled(page);
    expect(errors).toEqual([]);
  });
}
