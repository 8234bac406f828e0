import type { BrowserContext, Page } from '@playwright/test';
import { consentPage } from '../support/consent-page.ts';
import { faceOf } from '../support/face.ts';
import {
  errorsIn,
  expect,
  grant,
  LIMIT,
  passLimit,
  ranIn,
  sentinels,
  settle,
  test,
  withdraw,
} from '../support/gate-test.ts';

const stats = { title: 'Stats', purposes: ['analytics'] };
const tag = (code: string, consent = 'analytics') =>
  `<script type="text/plain" data-consent="${consent}">${code}</script>`;

const namesOf = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name).toSorted();

test.describe('what a service left behind', () => {
  test('cookies go from every domain and path that the page sees, and from a path that is known', async ({
    page,
    context,
    serve,
  }) => {
    const body = consentPage({
      config: {
        onWithdraw: 'keep',
        services: {
          stats: {
            ...stats,
            cookies: ['_ga', '_ga_*', { name: 'hidden', path: '/elsewhere' }, { name: 'here', path: '/deep/er' }],
          },
        },
      },
    });
    const site = await serve({ '/deep/er/page': body, ...sentinels });
    const address = new URL('/deep/er/page', site.url);
    address.hostname = 'a.b.localhost';
    await page.goto(address.href);
    await grant(page);
    await page.evaluate(() => {
      const paths = ['/', '/deep', '/deep/', '/deep/er', '/deep/er/', '/deep/er/page'];
      for (const path of paths)
        for (const domain of ['', 'a.b.localhost', 'b.localhost']) {
          for (const name of ['_ga', '_ga_ONE'])
            document.cookie = `${name}=1; Path=${path}${domain && `; Domain=${domain}`}`;
        }
      document.cookie = 'hidden=1; Path=/elsewhere';
      document.cookie = 'here=1; Path=/deep/er';
      document.cookie = '_ga_SECURE=1; Path=/; Secure';
      document.cookie = '_ga_OWN=1; Path=/; Secure; Partitioned';
      document.cookie = '_gaz=1; Path=/';
      document.cookie = 'x_ga=1; Path=/; Domain=b.localhost';
    });
    const count = async (wanted: string) => (await context.cookies()).filter(({ name }) => name === wanted).length;
    // The browsers take all of them, in their own time, so all of them have to go: 18 of each name, one per path and
    // domain.
    for (const name of ['_ga', '_ga_ONE']) await expect.poll(() => count(name)).toBe(18);
    await withdraw(page);
    await expect.poll(() => namesOf(context)).toEqual(['_gaz', 'commsor_consent', 'x_ga']);
    await settle(page);
    expect(await errorsIn(page)).toEqual([]);
  });

  test('localStorage, sessionStorage, databases and caches go, and nothing else', async ({ page, visit }) => {
    await visit({
      config: {
        onWithdraw: 'keep',
        services: {
          stats: {
            ...stats,
            storageKeys: {
              local: ['stats.*', 'exact'],
              session: ['*-tab'],
              indexedDB: ['stats-*'],
              caches: ['stats-cache'],
            },
          },
        },
      },
      body: tag(`
        for (const key of ['stats.id', 'stats.', 'exact', 'stats', 'exact.not', 'kept']) localStorage.setItem(key, '1');
        for (const key of ['a-tab', 'tab', 'a-tab-b']) sessionStorage.setItem(key, '1');
        const open = (name) => new Promise((resolve) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => { request.result.close(); resolve(); };
        });
        const databases = ['stats-one', 'stats-two', 'kept'].map(open);
        Promise.all([...databases, caches.open('stats-cache'), caches.open('kept')]).then(() => ran.push('stored'));`),
    });
    await grant(page);
    await expect.poll(() => ranIn(page)).toEqual(['stored']);
    await withdraw(page);
    const stored = () =>
      page.evaluate(async () => ({
        local: Object.keys(localStorage).toSorted(),
        session: Object.keys(sessionStorage).toSorted(),
        databases: (await indexedDB.databases()).map(({ name }) => name).toSorted(),
        caches: (await caches.keys()).toSorted(),
      }));
    await expect.poll(stored).toEqual({
      local: ['exact.not', 'kept', 'stats'],
      session: ['a-tab-b', 'tab'],
      databases: ['kept'],
      caches: ['kept'],
    });
    expect(await errorsIn(page)).toEqual([]);
  });

  test('is swept again after the vendor wrote it again, and on the next load', async ({ page, context, visit }) => {
    await visit({
      config: { onWithdraw: 'keep', services: { stats: { ...stats, cookies: ['_ga'] } } },
      body: tag(
        // It took the browser's own function for itself, so that nobody can stop it.
        `const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
        const write = () => set.call(document, '_ga=1; Path=/');
        write();
        addEventListener('rewrite', write);
        addEventListener('pagehide', write);`,
      ),
    });
    await grant(page);
    await expect.poll(() => namesOf(context)).toEqual(['_ga', 'commsor_consent']);
    await withdraw(page);
    await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
    await page.evaluate(() => dispatchEvent(new Event('rewrite')));
    expect(await namesOf(context)).toEqual(['_ga', 'commsor_consent']);
    await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
    await page.reload();
    await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
    expect(await ranIn(page)).toEqual([]);
  });

  test('is left alone when the visitor allows it again meanwhile', async ({ page, context, visit }) => {
    await page.clock.install();
    await visit({ config: { onWithdraw: 'keep', services: { stats: { ...stats, cookies: ['_ga'] } } } });
    await page.clock.runFor(1000);
    const answer = async (what: 'grant' | 'withdraw') => {
      await page.evaluate((name) => {
        void window.commsorConsent?.[name]().then(() => Reflect.get(window, 'ran').push(name));
      }, what);
      await expect
        .poll(async () => {
          await page.clock.runFor(50);
          return (await ranIn(page)).at(-1);
        })
        .toBe(what);
    };
    await answer('grant');
    await page.evaluate(() => {
      document.cookie = '_ga=1; Path=/';
    });
    await answer('withdraw');
    await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
    await answer('grant');
    await page.evaluate(() => {
      document.cookie = '_ga=2; Path=/';
    });
    await page.clock.runFor(10_000);
    expect(await namesOf(context)).toEqual(['_ga', 'commsor_consent']);
  });

  test('is reported with its reason where it cannot be removed', async ({ page, context, visit }) => {
    const site = await visit({
      config: {
        onWithdraw: 'keep',
        services: { stats: { ...stats, cookies: ['server_id', '_ga'], storageKeys: { indexedDB: ['stats-db'] } } },
      },
      body: `<script>
        var messages = [];
        commsorConsent.on('error', ({ code, message }) => messages.push(code + ': ' + message));
        const request = indexedDB.open('stats-db'); request.onsuccess = () => ran.push('open');
      </script>`,
    });
    await context.addCookies([
      { name: 'server_id', value: '1', url: site.url, httpOnly: true },
      { name: '_ga', value: '1', url: site.url },
    ]);
    await expect.poll(() => ranIn(page)).toEqual(['open']);
    await grant(page);
    await withdraw(page);
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'messages').toSorted()))
      .toEqual([expect.stringMatching(/^sweep-failed: stats: indexedDB stats-db: still open/)]);
    expect(await namesOf(context)).toEqual(['commsor_consent', 'server_id']);
  });
});

test.describe('by default the page loads again, once', () => {
  const head = `<script>sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;</script>`;
  const loads = (page: Page) => page.evaluate(() => Number(sessionStorage.loads));
  /** Unlike a question, this waits for a page that is being loaded anew. */
  const loaded = (page: Page, times: number) =>
    page.waitForFunction((wanted) => Number(sessionStorage.loads) === wanted, times);

  test('if something ran that is no longer allowed: by one click on Reject all, after the record was sent', async ({
    page,
    visit,
  }) => {
    const site = await visit(
      { config: { records: { endpoint: '/records' } }, head, body: tag(`ran.push('tag');`) },
      { '/records': '' },
    );
    await faceOf(page).accept.click();
    await expect.poll(() => ranIn(page)).toEqual(['tag']);
    await faceOf(page).reopen.click();
    await faceOf(page).reject.click();
    await loaded(page, 2);
    await settle(page);
    expect(await ranIn(page)).toEqual([]);
    expect(
      site.received
        .filter(({ path }) => path === '/' || path === '/records')
        .map(({ path, body }) => path + (body && JSON.parse(body).event)),
    ).toEqual(['/', '/recordsgiven', '/recordswithdrawn', '/']);
    // The same answer again, and another one, change nothing that ran.
    await withdraw(page);
    await grant(page);
    await settle(page);
    expect(await loads(page)).toBe(2);
    expect(await ranIn(page)).toEqual(['tag']);
  });

  test('an endpoint for records that does not answer holds nothing up', async ({ page, visit }) => {
    await visit(
      { config: { records: { endpoint: '/records' } }, head, body: tag(`ran.push('tag');`) },
      { '/records': () => ({ after: Infinity }) },
    );
    await grant(page);
    await expect.poll(() => ranIn(page)).toEqual(['tag']);
    await withdraw(page);
    await loaded(page, 2);
  });

  test('not if nothing of it ran', async ({ page, visit }) => {
    await visit(
      {
        head,
        body:
          tag(`ran.push('analytics');`) +
          '<iframe data-consent="marketing" data-src="/frame.html"></iframe>' +
          tag(`ran.push('not marketing');`, '!marketing'),
      },
      { '/frame.html': '' },
    );
    await expect.poll(() => ranIn(page)).toEqual(['not marketing']);
    await grant(page);
    await expect.poll(() => ranIn(page)).toEqual(['not marketing', 'analytics']);
    await withdraw(page, ['marketing', 'preferences']);
    await settle(page);
    expect(await loads(page)).toBe(1);
  });

  test('a tag that is still waiting for its turn stays locked, and counts as nothing that ran', async ({
    page,
    visit,
  }) => {
    await page.clock.install();
    const site = await visit(
      {
        head,
        config: { timeout: LIMIT },
        body:
          '<script type="text/plain" data-consent="analytics" src="/hang.js"></script>' +
          tag(`ran.push('waited');`, 'marketing'),
      },
      { '/hang.js': () => ({ after: Infinity }) },
    );
    await grant(page);
    await withdraw(page, ['marketing']);
    await passLimit(page, site);
    await settle(page);
    expect(await loads(page)).toBe(1);
    expect(await ranIn(page)).toEqual([]);
  });
});

test('with onWithdraw "keep" code is told, and the page stays', async ({ page, visit }) => {
  await visit({
    config: { onWithdraw: 'keep' },
    body: `<script>
      const { when, abortSignal, onWithdraw } = commsorConsent;
      const early = abortSignal('analytics');
      ran.push('aborted before: ' + early.aborted);
      when('analytics').then(() => {
        ran.push('allowed');
        abortSignal('analytics').onabort = () => ran.push('aborted');
        const stop = onWithdraw('analytics', () => ran.push('stopped listening'));
        stop();
        onWithdraw('analytics', () => { ran.push('torn down'); throw new Error('by a teardown'); });
        onWithdraw('analytics|marketing', () => ran.push('neither'));
        onWithdraw('necessary', () => ran.push('never'));
      });
    </script>${tag(`ran.push('tag');`)}`,
  });
  await grant(page);
  await expect
    .poll(() => ranIn(page))
    .toEqual(['aborted before: true', 'allowed', 'tag'].toSorted((a, b) => Number(a === 'tag') - Number(b === 'tag')));
  await withdraw(page, ['analytics']);
  expect((await ranIn(page)).slice(3)).toEqual(['aborted', 'torn down']);
  await grant(page, ['analytics']);
  await withdraw(page);
  expect((await ranIn(page)).slice(5)).toEqual(['torn down', 'neither']);
  expect(await errorsIn(page)).toEqual(['listener-failed', 'listener-failed']);
  await settle(page);
  expect(await ranIn(page)).toHaveLength(7);
});
