import type { Page } from '@playwright/test';
import { errorsIn, expect, grant, PICTURE, settle, test, withdraw } from '../support/gate-test.ts';

const services = {
  maps: { title: 'Maps', provider: 'Maps Ltd', purposes: ['marketing'] },
  films: { title: 'Films', purposes: ['marketing'] },
};
const pages = {
  '/frame.html': '<!doctype html><title>A frame</title>',
  '/picture.svg': PICTURE,
  '/other.svg': PICTURE,
  '/style.css': 'h1 { color: green }',
  '/film.webm': '',
};

const markup: Record<string, string> = {
  'an iframe':
    '<iframe data-consent="maps" data-src="/frame.html?a=1&amp;b=%20" title="Map" width="300" height="150"></iframe>',
  'an iframe with a style of its own':
    '<iframe style="border:0;;  width: 50%" data-consent="maps" data-src="/frame.html" allow="fullscreen" ' +
    'loading="lazy"></iframe>',
  'an iframe without a placeholder':
    '<iframe data-consent="maps" data-consent-placeholder="none" data-src="/frame.html"></iframe>',
  'a video':
    '<video data-consent="films" data-src="/film.webm" data-poster="/picture.svg" controls="" preload="none" ' +
    'width="320"></video>',
  'a video with sources':
    '<video controls=""><source data-consent="films" data-src="/film.webm" type="video/webm"><source ' +
    'data-consent="films" data-src="/film.webm?2"></video>',
  'an audio': '<audio data-consent="films" data-src="/film.webm" preload="none"></audio>',
  'an img':
    '<img data-consent="maps" data-src="/picture.svg" data-srcset="/other.svg 2x" alt="" ' +
    'src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  'a picture':
    '<picture><source data-consent="maps" data-srcset="/other.svg" media="(min-width: 1px)"><img data-consent="maps" ' +
    'data-src="/picture.svg" alt=""></picture>',
  'an embed': '<embed data-consent="maps" data-src="/frame.html" type="text/html">',
  'an object': '<object data-consent="maps" data-data="/frame.html" type="text/html"><p>Instead</p></object>',
  'a stylesheet': '<link data-consent="maps" rel="stylesheet" data-href="/style.css">',
  'a plain element': '<div data-consent="maps" class="own" style="color: red">Shown with maps</div>',
};

// Not by locators: in Firefox they take the document of an `embed` for a navigation of the page.
const htmlOf = (page: Page) => byKind(page, (place) => place.innerHTML);
const tagsOf = (page: Page) =>
  byKind(page, (place) => [...place.querySelectorAll('[data-consent]')].map((tag) => tag.outerHTML).join(''));
const cardsOf = (page: Page) => page.evaluate(() => document.querySelectorAll('[part~="placeholder"]').length);
const placeholders = (page: Page) => page.locator('[part~="placeholder"]');

/** What `read` gives for each of the places, by the kind that stands there. */
async function byKind(page: Page, read: (place: Element) => string): Promise<Record<string, string>> {
  const all = await page.evaluate(`[...document.querySelectorAll('.place')].map(${read})`);
  return Object.fromEntries(Object.keys(markup).map((kind, i) => [kind, (all as string[])[i] ?? '']));
}

test('each loses its address on withdrawal, and is the same to the byte when it is granted again', async ({
  page,
  visit,
}) => {
  const cards = Object.keys(markup).filter((kind) => /^an iframe(?! without)|^a video$/.test(kind)).length;
  const body = Object.values(markup)
    .map((html) => `<div class="place">${html}</div>`)
    .join('');
  await visit({ config: { services }, body }, pages, ['preferences', 'analytics', 'marketing']);
  await settle(page);
  const fresh = await htmlOf(page);
  const held: Record<string, string>[] = [];
  for (let round = 0; round < 3; round++) {
    await withdraw(page);
    await settle(page);
    await expect.poll(() => cardsOf(page)).toBe(cards);
    held.push(await tagsOf(page));
    await grant(page);
    await settle(page);
    await expect.poll(() => cardsOf(page)).toBe(0);
    expect(await htmlOf(page)).toEqual(fresh);
  }
  expect(held[1]).toEqual(held[0]);
  expect(held[2]).toEqual(held[0]);
  const { 'a plain element': plain, ...others } = held[0] ?? {};
  expect(plain).toContain('hidden');
  for (const [kind, html] of Object.entries(others))
    expect.soft(html, kind).not.toMatch(/ (src|srcset|poster|href|data)="(?!data:)/);
  expect(await errorsIn(page)).toEqual([]);
});

test('a frame is really unloaded, and no history entry stays behind', async ({ page, visit }) => {
  // One after the other: on a slow machine they would queue up, and nothing else would get through.
  const beacon = (name: string) =>
    `<!doctype html><title>A beacon</title><script>
      (async function say() { await fetch('/beacon?${name}'); setTimeout(say, 20); })();
    </script>`;
  const site = await visit(
    {
      config: { services },
      body: '<iframe data-consent="maps" data-src="/withdrawn.html"></iframe><iframe src="/staying.html"></iframe>',
    },
    { '/withdrawn.html': beacon('withdrawn'), '/staying.html': beacon('staying'), '/beacon': '' },
  );
  const entries = await page.evaluate(() => history.length);
  for (let round = 0; round < 5; round++) {
    const before = site.count('/beacon?withdrawn');
    await grant(page);
    await expect.poll(() => site.count('/beacon?withdrawn')).toBeGreaterThan(before);
    await withdraw(page);
    await settle(page);
    // What was on its way arrives; then, while the other frame goes on, it says nothing any more.
    await expect(async () => {
      const stopped = site.count('/beacon?withdrawn');
      const others = site.count('/beacon?staying');
      await expect.poll(() => site.count('/beacon?staying')).toBeGreaterThan(others + 5);
      expect(site.count('/beacon?withdrawn')).toBe(stopped);
    }).toPass();
    expect(await page.evaluate(() => history.length)).toBe(entries);
  }
});

const sizes = [
  'width="640" height="360"',
  'width="240" height="135"',
  'style="width: 100%; height: auto; aspect-ratio: 21 / 9"',
  'style="width: 50%; height: 200px; display: block; margin: 10px auto"',
  '',
];

test('nothing moves when placeholders come and go', async ({ page, visit, browserName }) => {
  const embeds = sizes.flatMap((size) => [
    `<iframe data-consent="maps" data-src="/frame.html" ${size}></iframe>`,
    `<video data-consent="films" data-src="/film.webm" preload="none" controls ${size}></video>`,
  ]);
  await visit(
    {
      config: { services, ui: { headless: true } },
      head: `<script>
        var shift = 0;
        const add = (list) => list.getEntries().forEach(({ value }) => (shift += value));
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
          new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
      </script>`,
      body: embeds.map((embed) => `<div>${embed}<p class="mark">Text</p></div>`).join(''),
    },
    pages,
  );
  const marks = () =>
    page.locator('.mark').evaluateAll((all) => all.map((mark) => Math.round(mark.getBoundingClientRect().top)));
  await expect(placeholders(page)).toHaveCount(embeds.length);
  const held = await marks();
  for (let round = 0; round < 2; round++) {
    await grant(page);
    await expect(placeholders(page)).toHaveCount(0);
    expect(await marks()).toEqual(held);
    await withdraw(page);
    await expect(placeholders(page)).toHaveCount(embeds.length);
    expect(await marks()).toEqual(held);
  }
  if (browserName === 'chromium') expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0);
});

test('“Load this once” loads one and stores nothing; “Always allow” loads all of the service', async ({
  page,
  context,
  visit,
}) => {
  const frame = (id: string, consent: string) =>
    `<iframe id="${id}" data-consent="${consent}" data-src="/frame.html?${id}"></iframe>`;
  const site = await visit(
    {
      config: { services },
      body: frame('one', 'maps') + frame('two', 'maps') + frame('three', 'films') + frame('four', 'maps|films'),
    },
    pages,
  );
  await expect(placeholders(page)).toHaveCount(4);

  await placeholders(page).first().locator('[part~="once"]').click();
  await expect.poll(() => site.count('/frame.html?one')).toBe(1);
  await expect(placeholders(page)).toHaveCount(3);
  await settle(page);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => window.commsorConsent?.allows('maps'))).toBe(false);

  await placeholders(page).first().locator('[part~="always"]').click();
  await expect(placeholders(page)).toHaveCount(1);
  await settle(page);
  expect(['one', 'two', 'three', 'four'].map((id) => site.count(`/frame.html?${id}`))).toEqual([1, 1, 0, 1]);
  expect(await page.evaluate(() => window.commsorConsent?.get().record)).toMatchObject({
    method: 'placeholder',
    choices: { maps: 'granted' },
  });

  // What was loaded once goes with the next answer.
  await withdraw(page);
  await expect(placeholders(page)).toHaveCount(4);
  await expect(page.locator('iframe[src]')).toHaveCount(0);
});

test('a placeholder goes with its embed, and moves with it', async ({ page, visit }) => {
  await visit(
    {
      config: { services },
      body: '<div id="here"><iframe data-consent="maps" data-src="/frame.html"></iframe></div><div id="there"></div>',
    },
    pages,
  );
  await expect(page.locator('#here > [part~="placeholder"]')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('#there')?.append(document.querySelector('iframe') ?? ''));
  await expect(page.locator('#there > [part~="placeholder"]')).toHaveCount(1);
  await expect(placeholders(page)).toHaveCount(1);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect(placeholders(page)).toHaveCount(0);
  await page.evaluate(() =>
    document.querySelector('#here')?.replaceChildren(Object.assign(document.createElement('iframe'), { id: 'new' })),
  );
  await page.evaluate(() =>
    Object.assign(document.querySelector<HTMLElement>('#new')?.dataset ?? {}, { consent: 'maps', src: '/frame.html' }),
  );
  await expect(page.locator('#here > [part~="placeholder"]')).toHaveCount(1);
  await grant(page);
  await expect(placeholders(page)).toHaveCount(0);
  await expect(page.locator('#new')).toHaveAttribute('src', '/frame.html');
});

test('an element that gets its address after its tag is opened too', async ({ page, visit }) => {
  await visit({ config: { services }, body: '<iframe data-consent="maps"></iframe>' }, pages);
  await settle(page);
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('data-src', '/frame.html'));
  await grant(page);
  await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
  await expect(page.locator('iframe')).toBeVisible();
});

const inRun = 'parent.ran.push(document.URL)';
const forms = [
  'javascript:{}',
  'JAVASCRIPT:{}',
  ' javascript:{}',
  '\tjavascript:{}',
  '\njavascript:{}',
  'java\nscript:{}',
  'java\tscript:{}',
  'j\na\nv\na\ns\nc\nr\ni\np\nt:{}',
  'javascript\n:{}',
  '\u0001javascript:{}',
  '\u001fjavascript:{}',
  '\u0000javascript:{}',
  'javascript://%0a{}',
  'javascript:/*x*/{}',
  'javascript:void({})',
  'jAvAsCrIpT:{}',
  '\u00a0javascript:{}',
  '\u2028javascript:{}',
  'javascript&colon;{}',
  'javascript&#58;{}',
  'javascript%3a{}',
  '//javascript:{}',
  'view-source:javascript:{}',
  'feed:javascript:{}',
  'vbscript:{}',
  'livescript:{}',
  'mocha:{}',
  'data:text/html,<script>{}</script>',
  'DATA:text/html,<script>{}</script>',
  ' data:text/html,<script>{}</script>',
  'da\nta:text/html,<script>{}</script>',
  'data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuLnB1c2goMSk8L3NjcmlwdD4=',
  'data:,x',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="{}"/>',
  'data:application/xhtml+xml,<html xmlns="http://www.w3.org/1999/xhtml"><script>{}</script></html>',
  'data:text/javascript,{}',
  'blob:http://localhost/00000000-0000-0000-0000-000000000000',
  'file:///etc/passwd',
  'about:srcdoc',
  'about:blank',
  'filesystem:http://localhost/temporary/x.html',
  'ftp://localhost/x',
  'mailto:a@b.example',
  'ws://localhost/',
  'wss://localhost/',
  'chrome://version',
  'resource://gre/',
  'moz-extension://x/',
  'jar:http://localhost/x!/',
  'intent://x',
  'https://',
  'http://[',
  'http://localhost:99999/',
].map((form) => form.replace('{}', inRun));

test(`${forms.length} addresses that are code, data or nothing are never loaded`, async ({ page, visit, uncaught }) => {
  await visit({ config: { services, ui: { headless: true } } }, pages);
  await grant(page);
  await page.evaluate((addresses) => {
    const attributes: Record<string, string> = {
      iframe: 'data-src',
      embed: 'data-src',
      object: 'data-data',
      img: 'data-src',
      video: 'data-poster',
      link: 'data-href',
    };
    for (const address of addresses) {
      for (const [tag, attribute] of Object.entries(attributes)) {
        const element = document.createElement(tag);
        element.setAttribute('data-consent', 'maps');
        element.setAttribute(attribute, address);
        element.setAttribute('rel', 'stylesheet');
        element.className = 'bad';
        document.body.append(element);
      }
    }
  }, forms);
  await settle(page);
  await withdraw(page);
  await grant(page);
  await settle(page);
  // Some only look like code, and are relative addresses of the page's own site.
  const opened = await page
    .locator('.bad')
    .evaluateAll((all) =>
      all.flatMap((element) => ['src', 'data', 'poster', 'href'].flatMap((name) => element.getAttribute(name) ?? [])),
    );
  expect(opened.filter((address) => !new URL(address, page.url()).protocol.startsWith('http'))).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
  expect((await errorsIn(page)).every((error) => error === 'bad-url')).toBe(true);
  uncaught.splice(0, Infinity, ...uncaught.filter((message) => !message.includes('MIME')));
});
