import type { Page } from '@playwright/test';
import { presetChoice } from '../../src/testing/choice.ts';
import { ran as ranInDemo, test as demoTest } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';
import { errorsIn, expect, ranIn, sentinels, test } from '../support/gate-test.ts';
import type { Received, Reply } from '../support/site.ts';

const NONCE = 'c2VjcmV0';
const policy = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'report-uri /violations',
].join('; ');

/** The SDK's own tag with these attributes, at the start of the head or the end of the body. */
const pageWith = (sdk: string, place: 'head' | 'body') => {
  const own = `<script nonce="${NONCE}" ${sdk} src="/dist/commsor.js" data-policy="/privacy"></script>`;
  const tag = (attributes: string, text = '') =>
    `<script type="text/plain" nonce="${NONCE}" data-consent="analytics" ${attributes}>${text}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title>
<script nonce="${NONCE}">
  var ran = [], errors = [], violations = [];
  const isBare = () => document.currentScript && document.currentScript.nonce !== '${NONCE}';
  const say = (name) => ran.push(name + (isBare() ? ' without its nonce' : ''));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    violations.push([violatedDirective, blockedURI, sample].join(' ')));
  var commsorConsentReady = [
    (consent) => consent.on('error', ({ code, message }) => errors.push(code + ' ' + message)),
  ];
</script>
${place === 'head' ? own : ''}
${tag('', `say('inline in the head');`)}</head><body><h1>Strict</h1>
${tag('', `say('inline');`)}${tag('src="/external.js"')}
${tag('async src="/async.js"')}${tag('defer src="/deferred.js"')}
${tag('data-type="module"', `say('inline module');`)}${tag('data-type="module" src="/module.js"')}
<iframe data-consent="marketing" data-src="/frame.html" width="300" height="200"></iframe>
<img data-consent="marketing" data-src="/picture.svg" alt="">
<div data-consent="!marketing">Not with marketing</div>
${place === 'body' ? own : ''}</body></html>`;
};

const all = ['async', 'deferred', 'external', 'inline', 'inline in the head', 'inline module', 'module'];

for (const [how, sdk, place] of [
  ['first in the head', '', 'head'],
  ['async', 'async', 'head'],
  ['last in the body', '', 'body'],
] as const) {
  for (const visitor of ['new', 'returning']) {
    test(`strict policy, SDK ${how}, ${visitor} visitor: no violation, a styled banner, every nonce`, async ({
      page,
      context,
      serve,
    }) => {
      const file = (name: string) => `say('${name}');`;
      const site = await serve({
        '/': (): Reply => ({ body: pageWith(sdk, place), headers: { 'content-security-policy': policy } }),
        '/external.js': file('external'),
        '/async.js': file('async'),
        '/deferred.js': file('deferred'),
        '/module.js': file('module'),
        '/frame.html': '<!doctype html><title>A frame</title>',
        '/picture.svg': sentinels['/sentinel.svg'],
        '/violations': (_: Received) => '',
      });
      if (visitor === 'returning') await presetChoice(context, { granted: ['analytics'] }, { url: site.url });
      await page.goto(site.url);
      const { banner, accept, reopen, dialog } = faceOf(page);
      await expect(banner).toBeVisible();
      await expect(page.locator('[part~="placeholder"]')).toHaveCount(1);
      const styles = await banner.evaluate((element) => ({
        position: getComputedStyle(element).position,
        radius: getComputedStyle(element).borderTopLeftRadius,
        background: getComputedStyle(element).backgroundColor,
      }));
      expect(styles).toMatchObject({ position: 'fixed', background: expect.stringMatching(/^(rgb|oklab|color)\(/) });
      expect(styles.radius).not.toBe('0px');
      await accept.click();
      await expect.poll(async () => (await ranIn(page)).toSorted()).toEqual(all);
      await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
      await reopen.click();
      await expect(dialog).toBeVisible();
      expect(await violationsIn(page)).toEqual([]);
      expect(site.received.filter(({ path }) => path === '/violations').map(({ body }) => body)).toEqual([]);
      expect(await errorsIn(page)).toEqual([]);
    });
  }
}

const violationsIn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'violations'));

demoTest('the demo’s strict page runs its tags, and no violation is reported', async ({ page, demo }) => {
  await page.goto(demo.url('/pages/csp.html'));
  await faceOf(page).accept.click();
  await expect
    .poll(async () => (await ranInDemo(page)).toSorted())
    .toEqual(['external with a nonce', 'inline with a nonce', 'module with a nonce']);
  expect(await page.evaluate(() => Reflect.get(window, '__violations'))).toEqual([]);
});
