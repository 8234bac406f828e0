/**
 * What the guard of untagged tags prevents, by the log of a real server. Each line of the table
 * (test/support/untagged-kinds.ts) holds in both browsers; where it depends on the moment whether a request leaves, the
 * table says the worse.
 */
import type { Page } from '@playwright/test';
import { kinds } from '../support/untagged-kinds.ts';
import { guardIn, marketing } from '../support/untagged-pages.ts';
import type { UntaggedSite } from '../support/untagged-site.ts';
import { among, expectOutcome, settle, test } from '../support/untagged-test.ts';
import { expect } from '../support/browser-test.ts';

test.describe.configure({ timeout: 90_000 });

test('brought in while the guard stands', async ({ page, site }) => {
  for (const { name, html, guard } of kinds) {
    site.show({ head: guardIn({ next: `fetch('/rest')` }), body: among(html(`${site.tracker}/x`)), waits: true });
    await page.goto(site.url);
    await expectOutcome(page, site, guard, name);
  }
});

test('under way as the guard comes', async ({ page, site }) => {
  for (const { name, html, late } of kinds) {
    site.show({ head: guardIn(), body: among(html(`${site.tracker}/x`)) }, { answers: true, guard: true });
    await page.goto(site.url, { waitUntil: 'commit' });
    await expect.poll(() => site.requests().length, name).toBeGreaterThan(0);
    site.letGuardCome();
    await page.evaluate(() => Reflect.get(window, 'standing'));
    site.letTrackerAnswer();
    await expectOutcome(page, site, late, name);
  }
});

test('what is allowed runs as it would without a guard', async ({ page, site }) => {
  for (const { name, html } of kinds) {
    site.show({
      head: guardIn({ next: `allowed.push('marketing'); fetch('/rest')` }),
      body: among(html(`${site.tracker}/x`)),
      waits: true,
    });
    await page.goto(site.url);
    await expectOutcome(page, site, 'ran', name);
  }
});

/** A page with the guard in it; `body` comes when it stands. */
async function open(page: Page, site: UntaggedSite, body = '', options: Parameters<typeof guardIn>[0] = {}) {
  site.show({ head: guardIn({ next: `fetch('/rest')`, ...options }), body, waits: true });
  await page.goto(site.url);
}

test('what has run before the guard came is left alone, and listed', async ({ page, site }) => {
  site.show({ head: guardIn(), body: `<script src="${site.tracker}/x.js"></script>` }, { guard: true });
  // Firefox counts an `import()` that is under way among what the `load` of a page waits for.
  await page.goto(site.url, { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'ran'))).toEqual(['/x.js']);
  site.letGuardCome();
  await page.evaluate(() => Reflect.get(window, 'standing'));
  expect(await page.evaluate(() => Reflect.get(window, 'listed'))).toEqual(['missed script marketing /x.js']);
  await expect(page.locator('script[data-consent]')).toHaveCount(0);
});

test('held elements look as if their author had tagged them', async ({ page, site }) => {
  const url = `${site.tracker}/x`;
  await open(
    page,
    site,
    `
    <script id="a" src="${url}.js" defer></script>
    <script id="b" type="module" src="${url}.js"></script>
    <iframe id="c" src="${url}" width="10"></iframe>
    <img id="d" src="${url}.gif" srcset="${url}2.gif 2x" alt="">
    <script>
      const s = document.createElement('script'); s.id = 'e'; s.src = '${url}.js'; s.type = 'module';
      document.body.append(s);
      const f = document.createElement('iframe'); f.id = 'f'; f.setAttribute('SRC', '${url}'); document.body.append(f);
    </script>`,
  );
  const attributes = (id: string) =>
    page
      .locator(`#${id}`)
      .evaluate((element) => Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])));
  const held = { 'data-consent': 'marketing' };
  const script = { ...held, type: 'text/plain', src: `${url}.js` };
  expect(await attributes('a')).toEqual({ ...script, id: 'a', defer: '', 'data-type': '' });
  expect(await attributes('b')).toEqual({ ...script, id: 'b', 'data-type': 'module' });
  expect(await attributes('c')).toEqual({ ...held, id: 'c', width: '10', 'data-src': url });
  expect(await attributes('d')).toEqual({
    ...held,
    id: 'd',
    alt: '',
    'data-src': `${url}.gif`,
    'data-srcset': `${url}2.gif 2x`,
  });
  expect(await attributes('e')).toEqual({ ...script, id: 'e', 'data-type': 'module' });
  expect(await attributes('f')).toEqual({ ...held, id: 'f', 'data-src': url });
});

test("what its author tagged, what someone else holds and what is the site's own is left alone", async ({
  page,
  site,
}) => {
  const html = `
    <iframe src="${site.tracker}/x" data-consent="analytics"></iframe>
    <script type="text/plain" data-category="analytics" src="${site.tracker}/x.js"></script>
    <script src="/own.js"></script>
    <img src="http://static.site.localhost:1/own.gif" alt="">`;
  await open(page, site, html, { block: [{ match: '*', consent: 'marketing' }] });
  expect(await page.locator('[data-src], [data-type], [data-consent="marketing"]').count()).toBe(0);
});

test("the host that the SDK comes from counts as the site's own", async ({ page, site }) => {
  await open(page, site, `<script src="${site.tracker}/x.js"></script>`, { own: ['tracker.localhost'] });
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual(['/x.js']);
});

test('a held frame that gets another address waits with that', async ({ page, site }) => {
  await open(page, site, `<iframe src="${site.tracker}/x"></iframe>`);
  const frame = page.locator('iframe');
  await frame.evaluate((element: HTMLIFrameElement, url) => (element.src = url), `${site.tracker}/y`);
  await expect(frame).toHaveAttribute('data-src', `${site.tracker}/y`);
  await page.evaluate(() => Reflect.get(window, 'allowed').push('marketing'));
  await frame.evaluate((element: HTMLIFrameElement) =>
    element.setAttribute('src', element.getAttribute('data-src') ?? ''),
  );
  await expect.poll(() => page.frames().map((child) => child.url())).toContain(`${site.tracker}/y`);
});

test('after a withdrawal frames and images that had loaded lose their address, scripts stay', async ({
  page,
  site,
}) => {
  const url = `${site.tracker}/x`;
  await open(
    page,
    site,
    `<iframe src="${url}"></iframe><img src="${url}.gif" alt=""><script src="${url}.js"></script>`,
    { next: `allowed.push('marketing'); fetch('/rest')` },
  );
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain(url);
  const before = await page.evaluate(() => history.length);
  await page.evaluate(() => {
    Reflect.get(window, 'allowed').pop();
    Reflect.get(window, 'change')();
  });
  await expect.poll(() => page.frames().map((frame) => frame.url())).not.toContain(url);
  await expect(page.locator('iframe')).toHaveAttribute('data-src', url);
  await expect(page.locator('img')).toHaveAttribute('data-src', `${url}.gif`);
  await expect(page.locator('script[data-consent]')).toHaveCount(0);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('a pixel outside the page fails, so that nobody waits for it', async ({ page, site }) => {
  await open(page, site);
  expect(
    await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const pixel = new Image();
          pixel.addEventListener('load', () => resolve('load'));
          pixel.addEventListener('error', () => resolve('error'));
          pixel.src = url;
        }),
      `${site.tracker}/x.gif`,
    ),
  ).toBe('error');
});

test('refused requests fail as they do without a network', async ({ page, site }) => {
  await open(page, site);
  const url = `${site.tracker}/x.txt`;
  expect(
    await page.evaluate(
      (address) => fetch(new Request(address)).catch((error: unknown) => error instanceof TypeError),
      url,
    ),
  ).toBe(true);
  expect(
    await page.evaluate(
      (address) => fetch(new URL(address)).catch((error: unknown) => error instanceof TypeError),
      url,
    ),
  ).toBe(true);
  expect(await page.evaluate((address) => navigator.sendBeacon(address, 'x'), url)).toBe(false);
  expect(
    await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const events: string[] = [];
          const request = new XMLHttpRequest();
          request.addEventListener('error', () => events.push('error'));
          request.addEventListener('loadend', () =>
            resolve([...events, 'loadend', request.status, request.readyState]),
          );
          request.open('GET', address);
          request.addEventListener('readystatechange', () => events.push(`state ${request.readyState}`));
          request.send();
          events.push('sent');
        }),
      url,
    ),
  ).toEqual(['sent', 'state 4', 'error', 'loadend', 0, 4]);
  expect(
    await page.evaluate((address) => {
      const request = new XMLHttpRequest();
      request.open('GET', address, false);
      try {
        request.send();
      } catch (error) {
        return error instanceof DOMException && error.name;
      }
      return 'sent';
    }, url),
  ).toBe('NetworkError');
  // The same object may ask someone else next.
  expect(
    await page.evaluate(
      ([refused, fine]) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.addEventListener('error', () => {
            request.addEventListener('load', () => resolve([request.status, request.readyState]));
            request.open('GET', fine ?? '');
            request.send();
          });
          request.open('GET', refused ?? '');
          request.send();
        }),
      [url, '/own.js'],
    ),
  ).toEqual([200, 4]);
  expect(site.requests()).toEqual([]);
});

test('report mode holds nothing and says once per address what it would', async ({ page, site }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const url = `${site.tracker}/x`;
  const twice = `<script>fetch('${url}.txt?1'); fetch('${url}.txt?2');</script>`;
  await open(page, site, `<script src="${url}.js"></script><img src="${url}.gif" alt="">${twice}`, { mode: 'report' });
  await settle(page);
  await expect.poll(() => [...site.requests()].toSorted()).toEqual(['/x.gif', '/x.js', '/x.txt', '/x.txt']);
  expect(await page.evaluate(() => Reflect.get(window, 'listed').toSorted())).toEqual([
    'noticed fetch marketing /x.txt',
    'noticed img marketing /x.gif',
    'noticed script marketing /x.js',
  ]);
  expect(said.toSorted()).toEqual([
    `[commsor] "marketing" would hold fetch ${url}.txt`,
    `[commsor] "marketing" would hold img ${url}.gif`,
    `[commsor] "marketing" would hold script ${url}.js`,
  ]);
  await expect(page.locator('[data-consent]')).toHaveCount(0);
});

/** Everything that the guard stands in front of. */
const natives = `[
  [Element.prototype, 'setAttribute', 'value'],
  [Element.prototype, 'innerHTML', 'set'],
  [Element.prototype, 'outerHTML', 'set'],
  [Element.prototype, 'insertAdjacentHTML', 'value'],
  [ShadowRoot.prototype, 'innerHTML', 'set'],
  [Range.prototype, 'createContextualFragment', 'value'],
  [HTMLScriptElement.prototype, 'src', 'set'],
  [HTMLScriptElement.prototype, 'type', 'set'],
  [HTMLIFrameElement.prototype, 'src', 'set'],
  [HTMLImageElement.prototype, 'src', 'set'],
  [Document.prototype, 'write', 'value'],
  [Document.prototype, 'writeln', 'value'],
  [window, 'fetch', 'value'],
  [Navigator.prototype, 'sendBeacon', 'value'],
  [XMLHttpRequest.prototype, 'open', 'value'],
  [XMLHttpRequest.prototype, 'send', 'value'],
].map(([owner, name, field]) => Object.getOwnPropertyDescriptor(owner, name)[field])`;

test('what it stands in front of looks as before, and is given back at the end', async ({ page, site }) => {
  const look = `(f) => [f.name, f.length, Function.prototype.toString.call(f).includes('[native code]')].join(' ')`;
  site.show({
    head: `<script>window.before = ${natives}; window.looks = before.map(${look});</script>
      ${guardIn({ next: `fetch('/rest')` })}`,
    body: '',
    waits: true,
  });
  await page.goto(site.url);
  expect(await page.evaluate(`${natives}.map(${look})`)).toEqual(await page.evaluate('looks'));
  expect(await page.evaluate(`${natives}.filter((f, index) => f === before[index]).length`)).toBe(0);
  await page.evaluate('stopGuard()');
  expect(await page.evaluate(`${natives}.filter((f, index) => f !== before[index]).length`)).toBe(0);
  await page.evaluate((url) => fetch(url), `${site.tracker}/x.txt`);
  expect(site.requests()).toEqual(['/x.txt']);
});

test('others may stand behind it and in front of it', async ({ page, site }) => {
  // As zone.js does it: a function of their own that calls the one they found.
  const wrap = (name: string) =>
    `{ const found = window.fetch;
      window.fetch = function (...args) { calls.push('${name}'); return found.apply(this, args); }; }`;
  site.show({
    head: `<script>window.calls = []; ${wrap('behind')}</script>
      ${guardIn({ next: `${wrap('in front')} fetch('/rest')` })}`,
    body: '',
    waits: true,
  });
  await page.goto(site.url);
  const ask = (url: string) =>
    page.evaluate((address) => {
      Reflect.set(window, 'calls', []);
      return fetch(address).then(
        () => [...Reflect.get(window, 'calls'), 'answered'],
        () => [...Reflect.get(window, 'calls'), 'refused'],
      );
    }, url);
  expect(await ask(`${site.tracker}/x.txt`)).toEqual(['in front', 'refused']);
  expect(await ask('/own.js')).toEqual(['in front', 'behind', 'answered']);
  await page.evaluate('stopGuard()');
  expect(await ask(`${site.tracker}/x.txt`)).toEqual(['in front', 'behind', 'answered']);
});

test('it throws only where the browser does', async ({ page, site }) => {
  await open(page, site);
  const thrown = await page.evaluate(() => {
    const attempts: (() => unknown)[] = [
      () => document.createElement('img').setAttribute('src', Reflect.get(window, 'missing')),
      () => document.createElement('script').setAttribute('1 2', 'x'),
      () => Reflect.apply(Element.prototype.setAttribute, document.createElement('img'), ['src']),
      () => Reflect.apply(Element.prototype.setAttribute, {}, ['src', 'x']),
      () => (document.createElement('img').src = Reflect.get(window, 'missing')),
      () => (document.createElement('script').src = 'http://['),
      () => (document.createElement('div').innerHTML = Reflect.get(window, 'missing')),
      () => document.createElement('div').insertAdjacentHTML('beforeend', ''),
      () =>
        Reflect.apply(document.createElement('div').insertAdjacentHTML, document.createElement('div'), ['nowhere', '']),
      () => new XMLHttpRequest().send(),
      () => Reflect.apply(navigator.sendBeacon, navigator, []),
      () => Reflect.apply(navigator.sendBeacon, navigator, ['http://[']),
    ];
    const outcomes = () =>
      attempts.map((attempt) => {
        try {
          attempt();
          return 'nothing';
        } catch (error) {
          return error instanceof Error ? error.name : 'something';
        }
      });
    const guarded = outcomes();
    Reflect.get(window, 'stopGuard')();
    return [guarded, outcomes()];
  });
  expect(thrown[0]).toEqual(thrown[1]);
  expect(thrown[1]).toContain('TypeError');
});

test('it may start before the document has any element', async ({ page, site }) => {
  site.show({ head: '<script>window.ran ??= []</script>', body: `<script src="${site.tracker}/x.js"></script>` });
  await page.addInitScript(`${site.file('/guard.iife.js')}
    window.early = document.documentElement === null;
    guard.start({
      config: { block: ${JSON.stringify(marketing)}, blockMode: 'enforce', services: [] },
      own: [],
      allows: () => false,
      subscribe: () => () => {},
      listed() {},
      report() {},
    });`);
  await page.goto(site.url);
  await expect(page.locator('script[data-consent]')).toHaveCount(1);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
});

test('names in the page that hide properties of the document do not open it', async ({ page, site }) => {
  const names = ['createElement', 'querySelectorAll', 'readyState', 'implementation', 'baseURI', 'defaultView'];
  const inputs =
    '<input name="getAttribute"><input name="querySelectorAll"><input name="localName"><input name="isConnected">' +
    '<input name="insertBefore">';
  await open(
    page,
    site,
    `${names.map((name) => `<img name="${name}" alt="">`).join('')}
    <form>${inputs}<iframe src="${site.tracker}/x"></iframe></form>
    <script>
      const { createElement, querySelector } = Document.prototype;
      const s = document['createElement'] instanceof Function ? null : createElement.call(document, 'script');
      s.src = '${site.tracker}/x.js';
      querySelector.call(document, 'form').append(s);
    </script>`,
  );
  await settle(page);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${site.tracker}/x`);
});

test('under enforced Trusted Types it breaks nothing and still holds what the parser brings', async ({
  page,
  site,
}) => {
  const policy = `<meta http-equiv="Content-Security-Policy"
    content="require-trusted-types-for 'script'; trusted-types page">`;
  site.show({
    head: policy + guardIn({ next: `fetch('/rest')` }),
    body: `<script src="${site.tracker}/x.js"></script><iframe src="${site.tracker}/x"></iframe>
      <script>
        const page = trustedTypes.createPolicy('page', { createHTML: (text) => text, createScriptURL: (text) => text });
        document.body.append(document.createElement('div'));
        document.body.lastChild.innerHTML = page.createHTML('<b id="made">made</b><img src="/own.js">');
        const s = document.createElement('script');
        s.src = page.createScriptURL('${site.tracker}/y.js');
        document.body.append(s);
      </script>`,
    waits: true,
  });
  await page.goto(site.url);
  await expect(page.locator('#made')).toHaveText('made');
  await settle(page);
  await expect(page.locator('script[data-consent="marketing"][type="text/plain"]')).toHaveCount(2);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
});
