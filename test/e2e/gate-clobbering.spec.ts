import { ran as ranInDemo, test as demoTest } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';
import { consentPage } from '../support/consent-page.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { errorsIn, expect, ranIn, sentinels, test } from '../support/gate-test.ts';

for (const name of ['clobbering', 'clobbering-early']) {
  demoTest(
    `the demo’s page ${name}: the banner is usable, the choice is kept, nothing comes from the wrong address`,
    async ({ page, context, demo }) => {
      await page.goto(demo.url(`/pages/${name}.html`));
      const { banner, accept } = faceOf(page);
      await accept.click();
      await expect(banner).toHaveCount(0);
      await expect.poll(() => ranInDemo(page)).toContain('analytics');
      expect((await context.cookies()).map((cookie) => cookie.name)).toContain('commsor_consent');
      await page.reload();
      await expect.poll(() => ranInDemo(page)).toContain('analytics');
      await expect(banner).toHaveCount(0);
    },
  );
}

// How an element of each kind comes to hide a property of `document` or of the window.
// https://html.spec.whatwg.org/#dom-document-nameditem
const elements: Record<string, (name: string) => string> = {
  img: (name) => `<img name="${name}" alt="">`,
  form: (name) => `<form name="${name}"></form>`,
  embed: (name) => `<embed name="${name}">`,
  object: (name) => `<object id="${name}"></object>`,
  iframe: (name) => `<iframe name="${name}" hidden></iframe>`,
  'an anchor with an id': (name) => `<a id="${name}"></a><a id="${name}" name="${name}"></a>`,
};

/** By the standard they hide what a form hides, and so they do in every engine. */
const likeForms = ['img', 'embed', 'object'];

for (const [element, write] of Object.entries(elements)) {
  const details = likeForms.includes(element) ? ONE_ENGINE : {};
  test(
    `${element} called like every property of document there is, and like our own names, disturbs nothing`,
    details,
    async ({ page, context, serve }) => {
      const clobbered: string[] = [];
      const site = await serve({
        '/names': '<!doctype html><title>Names</title>',
        '/': () =>
          consentPage({
            config: { onWithdraw: 'keep' },
            before: `</head><body>${clobbered.map(write).join('')}`,
            body: `<script type="text/plain" data-consent="analytics" src="/tag.js"></script>
          <script type="text/plain" data-consent="analytics">document.title; ran.push('inline');</script>
          <div id="plain" data-consent="marketing">With marketing</div>`,
          }),
        '/tag.js': `ran.push('external');`,
        ...sentinels,
      });
      await page.goto(`${site.url}/names`);
      clobbered.push(
        ...(await page.evaluate(() =>
          [Document.prototype, Node.prototype, EventTarget.prototype]
            .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
            .filter((name) => /^[a-z]\w*$/i.test(name)),
        )),
        'commsorConsent',
        'commsorConsentConfig',
        'commsorConsentReady',
        'commsorConsentSnippet',
        'dataLayer',
      );
      expect(clobbered.length).toBeGreaterThan(200);

      await page.goto(site.url);
      const { banner, accept } = faceOf(page);
      await expect(banner).toBeVisible();
      await accept.click();
      const ran = () => page.evaluate(() => Reflect.get(window, 'ran').slice().sort().join());
      await expect.poll(ran).toBe('external,inline');
      expect((await context.cookies()).map(({ name }) => name)).toEqual(['commsor_consent']);
      await page.reload();
      await expect.poll(ran).toBe('external,inline');
      await expect(banner).toHaveCount(0);
    },
  );
}

/** Names that scripts of a page take for what is theirs, some as MooTools and Prototype.js do. */
const taken = `<script>
  const URL = '/search', CSS = { card: 'card' }, Text = 'Words';
  var Document = function () {}, Event = function (event) { this.event = event; };
  HTMLElement.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  Array.prototype.entries = function () { return this.slice(); };
</script>`;

for (const [when, place] of [
  ['before', 'before'],
  ['after', 'head'],
] as const)
  test(`scripts that take names of the browser ${when} our tag disturb nothing`, async ({ page, visit }) => {
    await visit(
      {
        [place]: taken,
        body: `<script type="text/plain" data-consent="analytics" src="/tag.js"></script>
          <script type="text/plain" data-consent="analytics">ran.push('inline');</script>
          <iframe id="frame" data-consent="marketing" data-consent-src="/frame.html" title="A film"></iframe>`,
      },
      { '/tag.js': `document.currentScript.remove(); ran.push('external');`, '/frame.html': '<title>A film</title>' },
    );
    const { reject, reopen, dialog, status } = faceOf(page);
    await reject.click();
    await expect(status).toHaveText(/^Rejected/);
    await reopen.click();
    await dialog.getByRole('button', { name: 'Accept all' }).click();
    await expect(status).toHaveText(/^Accepted/);
    await expect.poll(() => ranIn(page)).toEqual(['external', 'inline']);
    await expect(page.locator('#frame[src]')).toHaveCount(1);
    expect(await page.evaluate(() => window.commsorConsent?.receipt().then(Object.keys))).toContain('events');
    expect(await errorsIn(page)).toEqual([]);
    await reopen.click();
    await dialog.getByRole('button', { name: 'Reject all' }).click();
    await expect(page.locator('#frame[src]')).toHaveCount(0);
  });
