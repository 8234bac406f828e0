/**
 * Untagged tags with the built SDK: held from the first moment by the snippet, then by the guard, released by the gate.
 */
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/browser-test.ts';
import { dist } from '../support/dist.ts';
import type { startSite } from '../support/site.ts';

const config = {
  policy: { url: '/privacy' },
  block: [{ match: '127.0.0.1', consent: 'marketing' }],
};

const files = {
  '/tag.js': '(window.ran ??= []).push(document.currentScript.id);',
  '/frame': '<!doctype html><title>A frame</title>',
  '/data': 'text',
};

type Pages = Parameters<typeof startSite>[0];

/** A page whose other origin is a stranger. */
const pageWith = (head: string, body: string, configuration: object = config): Pages => ({
  ...files,
  '/': ({ headers }) => {
    const other = `http://127.0.0.1:${headers.host?.split(':')[1]}`;
    return `<!doctype html><html lang="en"><head><title>Untagged</title>
      <script>
        window.ran = [];
        window.other = '${other}';
        window.commsorConsentConfig = ${JSON.stringify(configuration)};
      </script>
      ${head}</head><body><h1>Untagged</h1>${body.replaceAll('OTHER', other)}</body></html>`;
  },
});

const tags = `
  <script id="first" src="OTHER/tag.js"></script>
  <script id="second" async src="OTHER/tag.js"></script>
  <iframe src="OTHER/frame" title="A frame"></iframe>
  <script>
    const s = document.createElement('script');
    s.id = 'third';
    s.src = 'OTHER/tag.js';
    s.type = 'text/javascript';
    document.head.append(s);
  </script>`;

const ran = (page: Page) => page.evaluate(() => [...Reflect.get(window, 'ran')].toSorted());
const frames = (page: Page) => page.frames().filter((frame) => frame.url().endsWith('/frame')).length;
const part = (page: Page, name: string) => page.locator(`commsor-ui [part~="${name}"]`);
/** Whether a request that a rule names is refused: the guard stands. */
const isRefused = (page: Page) =>
  page.evaluate(() =>
    fetch(`${Reflect.get(window, 'other')}/data`).then(
      () => false,
      () => true,
    ),
  );

const guardedTag = '<script src="/dist/commsor.guarded.js"></script>';

const ASYNC = 'the inline snippet and an asynchronous core';
const heads = {
  'the guarded tag': async () => guardedTag,
  [ASYNC]: async () =>
    `${await readFile(join(dist, 'snippet.html'), 'utf8')}<script async src="/dist/commsor.js"></script>`,
  'the inline snippet and a synchronous core': async () =>
    `${await readFile(join(dist, 'snippet.html'), 'utf8')}<script src="/dist/commsor.js"></script>`,
};

for (const [given, head] of Object.entries(heads)) {
  test(`${given}: nothing runs before an answer, each once after it`, async ({ page, serve }) => {
    const site = await serve(pageWith(await head(), tags));
    await page.goto(site.url);
    await expect(part(page, 'banner')).toBeVisible();
    await expect.poll(() => isRefused(page)).toBe(true);
    expect([await ran(page), frames(page)]).toEqual([[], 0]);

    await part(page, 'accept').click();
    await expect.poll(() => ran(page)).toEqual(['first', 'second', 'third']);
    await expect.poll(() => frames(page)).toBe(1);
    expect(await isRefused(page)).toBe(false);

    // On the next visit the answer is known.
    await page.reload();
    await expect.poll(() => ran(page)).toEqual(['first', 'second', 'third']);
    await expect.poll(() => frames(page)).toBe(1);
    await expect(part(page, 'banner')).toHaveCount(0);
  });

  test(`${given}: after a refusal nothing runs, now and on the next visit`, async ({ page, serve }) => {
    const site = await serve(pageWith(await head(), tags));
    await page.goto(site.url);
    await part(page, 'reject').click();
    await expect(part(page, 'banner')).toHaveCount(0);
    await page.reload();
    await expect.poll(() => isRefused(page)).toBe(true);
    expect([await ran(page), frames(page)]).toEqual([[], 0]);
  });
}

test('without the snippet the guard holds what is brought in once it stands', async ({ page, serve }) => {
  const site = await serve(pageWith('<script src="/dist/commsor.js"></script>', ''));
  await page.goto(site.url);
  await expect(part(page, 'banner')).toBeVisible();
  await expect.poll(() => isRefused(page)).toBe(true);
  const before = site.count('/tag.js');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.id = 'late';
    script.src = `${Reflect.get(window, 'other')}/tag.js`;
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.src = `${Reflect.get(window, 'other')}/frame`;
    document.body.append(frame);
  });
  await expect(page.locator('iframe[data-consent="marketing"]')).toHaveCount(1);
  expect([await ran(page), frames(page), site.count('/tag.js')]).toEqual([[], 0, before]);

  await part(page, 'accept').click();
  await expect.poll(() => ran(page)).toEqual(['late']);
  await expect.poll(() => frames(page)).toBe(1);
});

test('"Load this once" lets one held frame in and no other', async ({ page, serve }) => {
  const site = await serve(
    pageWith(
      `${await readFile(join(dist, 'snippet.html'), 'utf8')}<script async src="/dist/commsor.js"></script>`,
      '<iframe src="OTHER/frame" title="One" width="400" height="300"></iframe><iframe src="OTHER/frame" title="Two" ' +
        'width="400" height="300"></iframe>',
    ),
  );
  await page.goto(site.url);
  await expect.poll(() => isRefused(page)).toBe(true);
  await expect(part(page, 'placeholder').or(page.locator('[part~="placeholder"]')).first()).toBeVisible();
  await page.locator('[part~="placeholder"]').first().getByRole('button', { name: /once/i }).click();
  await expect.poll(() => frames(page)).toBe(1);
  await expect(page.locator('iframe[data-src][data-consent="marketing"]:not([src])')).toHaveCount(1);
});

test.describe('a library and its inline start, as vendors have them pasted', () => {
  const library = `window.hbspt = { forms: { create: () => ran.push('started') } }; ran.push('library');`;
  const services = {
    hubspot: { title: 'HubSpot', purposes: ['marketing'], match: ['127.0.0.1/library.js'], globals: ['hbspt'] },
  };
  const pages = (head: string, configuration: object) => ({
    ...pageWith(
      head,
      `<script src="OTHER/library.js"></script><script>hbspt.forms.create({ portalId: '1' });</script>
      <script>ran.push(typeof hbspt_own);</script><script type="application/json">"hbspt"</script>`,
      configuration,
    ),
    '/library.js': library,
  });
  const inOrder = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran').slice());

  for (const [given, configuration, head = async () => guardedTag] of [
    ['a service', { policy: config.policy, services, block: [] }],
    [
      'a service, behind a rule of the site for all strangers,',
      { policy: config.policy, services, block: [{ match: '*', consent: 'analytics' }] },
    ],
    ['a service, with the inline snippet', { policy: config.policy, services, block: [] }, heads[ASYNC]],
    [
      'a rule',
      { policy: config.policy, block: [{ match: '127.0.0.1/library.js', globals: ['hbspt'], consent: 'marketing' }] },
    ],
  ] as const) {
    test(`${given} that knows its global: both wait, both run in order, and nothing throws`, async ({
      page,
      serve,
    }) => {
      const site = await serve(pages(await head(), configuration));
      await page.goto(site.url);
      await expect(part(page, 'banner')).toBeVisible();
      expect(await inOrder(page)).toEqual(['undefined']);
      await part(page, 'accept').click();
      await expect.poll(() => inOrder(page)).toEqual(['undefined', 'library', 'started']);

      // Whoever has answered gets the page as it was written.
      await page.reload();
      await expect.poll(() => inOrder(page)).toEqual(['library', 'started', 'undefined']);
    });
  }

  for (const [where, cut] of Object.entries({ 'behind its tag': 0, 'within the name': 3 })) {
    test(`the parser may pause in the start: ${where}`, async ({ page, serve }) => {
      const start = `hbspt.forms.create({ portalId: '1' });`;
      let seen = () => {};
      const isSeen = new Promise<void>((resolve) => (seen = resolve));
      const watch = `new MutationObserver(() => {
          if (document.getElementById('start')?.text === '${start.slice(0, cut)}') fetch('/seen');
        }).observe(document, { childList: true, subtree: true, characterData: true });`;
      const site = await serve({
        ...files,
        '/library.js': library,
        '/seen': () => (seen(), 'text'),
        '/': ({ headers }) => ({
          body: `<!doctype html><html lang="en"><head><title>Slow</title><script>window.ran = [];
            window.commsorConsentConfig = ${JSON.stringify({ policy: config.policy, services, block: [] })};
            ${watch}</script>${guardedTag}</head><body><h1>Slow</h1>
            <script src="http://127.0.0.1:${headers.host?.split(':')[1]}/library.js"></script>
            <script id="start">${start.slice(0, cut)}`,
          rest: { body: `${start.slice(cut)}</script><p>The end</p>`, after: isSeen },
        }),
      });
      await page.goto(site.url);
      await expect(part(page, 'banner')).toBeVisible();
      await part(page, 'accept').click();
      await expect.poll(() => inOrder(page)).toEqual(['library', 'started']);
    });
  }

  test('the snippet knows the stored choice, so whoever has accepted need not wait for the core', async ({
    page,
    serve,
    context,
  }) => {
    const site = await serve(pages(await heads[ASYNC](), { policy: config.policy, services, block: [] }));
    await page.goto(site.url);
    await part(page, 'accept').click();
    await expect.poll(() => inOrder(page)).toEqual(['undefined', 'library', 'started']);

    await page.route('**/commsor.js', (route) => route.abort());
    await page.reload();
    expect(await inOrder(page)).toEqual(['library', 'started', 'undefined']);

    const [cookie] = await context.cookies();
    // Damaged text is no choice.
    await context.addCookies([{ ...cookie!, value: cookie!.value.replace('marketing', 'markering') }]);
    await page.reload();
    expect(await inOrder(page)).toEqual(['undefined']);
  });

  test('what the snippet holds is known to the guard: a start that comes once that stands waits too', async ({
    page,
    serve,
  }) => {
    let seen = () => {};
    const isSeen = new Promise<void>((resolve) => (seen = resolve));
    const head = await heads[ASYNC]();
    const block = [{ match: '127.0.0.1/data', consent: 'marketing' }];
    const configuration = { policy: config.policy, services, block };
    const site = await serve({
      ...files,
      '/library.js': library,
      '/seen': () => (seen(), 'text'),
      '/': ({ headers }) => {
        const other = `http://127.0.0.1:${headers.host?.split(':')[1]}`;
        return {
          body: `<!doctype html><html lang="en"><head><title>Slow</title><script>window.ran = [];
            window.commsorConsentConfig = ${JSON.stringify(configuration)};
            const look = () => fetch('${other}/data').then(look, () => fetch('/seen'));</script>
            ${head}</head><body><h1>Slow</h1>
            <script src="${other}/library.js"></script><script>look();</script><p>More</p>`,
          rest: { body: `<script>hbspt.forms.create();</script><p>The end</p>`, after: isSeen },
        };
      },
    });
    await page.goto(site.url);
    await expect(part(page, 'banner')).toBeVisible();
    await expect(page.getByText('The end')).toBeVisible();
    expect(await inOrder(page)).toEqual([]);
    await part(page, 'accept').click();
    await expect.poll(() => inOrder(page)).toEqual(['library', 'started']);
  });

  test('a start that is written into the page waits too; one that a script made has run, and does so once', async ({
    page,
    serve,
  }) => {
    const site = await serve(
      pageWith(
        guardedTag,
        `<script>
          const closing = '</' + 'script>';
          document.write(
            '<script src="' + other + '/library.js">' + closing + '<script>hbspt.forms.create()' + closing,
          );
          const made = document.createElement('script');
          made.text = "ran.push('made'); window.hbspt?.forms.create();";
          document.body.append(made);
        </script>`,
        { policy: config.policy, services, block: [] },
      ),
    );
    await page.route('**/library.js', (route) => route.fulfill({ contentType: 'text/javascript', body: library }));
    await page.goto(site.url);
    await expect(part(page, 'banner')).toBeVisible();
    expect(await inOrder(page)).toEqual(['made']);
    await part(page, 'accept').click();
    await expect.poll(() => inOrder(page)).toEqual(['made', 'library', 'started']);
  });

  test('what a rule does not hold is started as it was written', async ({ page, serve }) => {
    const site = await serve(pages(guardedTag, { policy: config.policy, services: {}, block: [] }));
    await page.goto(site.url);
    await expect.poll(() => inOrder(page)).toEqual(['library', 'started', 'undefined']);
  });
});

test('a script that had run before the guard came is told, with its address', async ({ page, serve }) => {
  const site = await serve(
    pageWith('', '<script src="OTHER/tag.js"></script><script src="/dist/commsor.js"></script>'),
  );
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(site.url);
  await expect.poll(() => said.filter((text) => text.includes('late-guard')).length).toBe(1);
  expect(said.find((text) => text.includes('late-guard'))).toMatch(/"marketing" http:\/\/127\.0\.0\.1:\d+\/tag\.js/);
});

test('services named by id: held by the hosts in the guarded tag, and run in their place once allowed', async ({
  page,
  serve,
}) => {
  await page.route('https://static.hotjar.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `ran.push('hotjar');` }),
  );
  const site = await serve(
    pageWith(
      '<script src="/dist/commsor.guarded.js" data-services="hotjar google-analytics"></script>',
      `<script src="https://static.hotjar.com/c/hotjar-1.js"></script><script>ran.push('after');</script>`,
      { policy: config.policy },
    ),
  );
  const inOrder = () => page.evaluate(() => Reflect.get(window, 'ran').slice());
  await page.goto(site.url);
  await expect(part(page, 'banner')).toBeVisible();
  expect(await inOrder()).toEqual(['after']);
  // What visitors read of a service is in the table.
  await part(page, 'preferences').click();
  await part(page, 'dialog').locator('summary').first().click();
  await expect(part(page, 'dialog')).toContainText('Hotjar');
  await part(page, 'dialog').getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(inOrder).toEqual(['after', 'hotjar']);
  await page.reload();
  await expect.poll(inOrder).toEqual(['hotjar', 'after']);
});
