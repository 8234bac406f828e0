/** A withdrawal takes what was given, in this tab and in the others, by the server's log. */
import { vendor } from '../support/sending-vendor.ts';
import { PICTURE } from '../support/settled.ts';
import { until, type WebKitPage } from '../support/webkit-page.ts';
import { askedOf, errorsIn, expect, ranIn, settle, test } from '../support/webkit-test.ts';

const consent = 'data-consent="analytics"';
const held = (text: string, attributes = '') => `<script type="text/plain" ${consent} ${attributes}>${text}</script>`;
const stats = { title: 'Stats', purposes: ['analytics'], cookies: ['_vendor'], storageKeys: { local: ['vendor'] } };

/** The names of the readable cookies, sorted. */
const namesIn = (page: WebKitPage) =>
  page.run(() =>
    document.cookie
      .split('; ')
      .map((pair) => pair.split('=')[0])
      .sort(),
  );

test('an image that is let in and taken back asks for one file, once, whatever it could choose from', async ({
  page,
  visit,
}) => {
  const site = await visit(
    {
      config: { onWithdraw: 'keep' },
      body: `<img ${consent} data-src="/a.svg?img" data-srcset="/b.svg?img 1x" alt="">
        <picture><source ${consent} data-srcset="/b.svg?apart"><img ${consent} data-src="/a.svg?apart" alt=""></picture>
        <picture ${consent}><source data-srcset="/b.svg?whole"><img data-src="/a.svg?whole" alt=""></picture>`,
    },
    { '/a.svg': PICTURE, '/b.svg': PICTURE },
  );
  await page.grant();
  await settle(page);
  await page.withdraw();
  await settle(page);
  expect(
    askedOf(site)
      .filter((path) => path.includes('?'))
      .toSorted(),
  ).toEqual(['/b.svg?apart', '/b.svg?img', '/b.svg?whole']);
});

test('frames and media lose their addresses, and nothing is asked for any more', async ({ page, visit }) => {
  const site = await visit(
    {
      config: { onWithdraw: 'keep' },
      body: `<iframe ${consent} data-src="/frame.html" title="A frame"></iframe>
        <video ${consent} data-src="/film" data-poster="/poster.svg"></video>
        <video><source ${consent} data-src="/one"><source ${consent} data-src="/two"></video>
        <object ${consent} data-data="/object.html" type="text/html"></object>
        <link rel="stylesheet" ${consent} data-href="/sheet.css">`,
    },
    { '/frame.html': '', '/poster.svg': PICTURE, '/object.html': '', '/sheet.css': '' },
  );
  expect(askedOf(site)).toEqual([]);
  await page.grant();
  await until(async () => ['/frame.html', '/film', '/one', '/two'].every((path) => site.count(path)), 'all is open');
  await settle(page);
  await page.withdraw();
  await settle(page);
  const before = askedOf(site).length;
  await page.run(() => window.commsorConsent?.scan());
  await settle(page);
  expect(askedOf(site).slice(before)).toEqual([]);
  const live = await page.run(
    () =>
      document.querySelectorAll('iframe[src], video[src], video[poster], source[src], object[data], link[href]').length,
  );
  expect(live).toBe(0);
  expect(await errorsIn(page)).toEqual([]);
});

test('cookies and storage that the visitor has refused go, and no name is written that was not there', async ({
  page,
  visit,
}) => {
  await visit({
    config: { onWithdraw: 'keep', services: { stats: { ...stats, cookies: ['_vendor', '_absent', '_other*'] } } },
    head: `<script>
      var written = [];
      { const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
        const set = function (text) { written.push(text.split('=')[0]); jar.set.call(this, text); };
        Object.defineProperty(Document.prototype, 'cookie', { ...jar, set }); }
    </script>`,
    body: held(
      `document.cookie = '_vendor=1; Path=/; Max-Age=1000'; document.cookie = '_own=1; Path=/';
       localStorage.setItem('vendor', '1'); localStorage.setItem('own', '1'); ran.push('tag');`,
    ),
  });
  await page.grant();
  await until(async () => (await ranIn(page)).length === 1, 'the tag ran');
  expect(await namesIn(page)).toEqual(['_own', '_vendor', 'commsor_consent']);
  await page.withdraw();
  await until(async () => (await namesIn(page)).join() === '_own,commsor_consent', 'the cookie went');
  await page.waitFor(() => localStorage.length === 1);
  const written = await page.run(() => [...new Set(Reflect.get(window, 'written') as string[])].sort());
  expect(written).toEqual(['_own', '_vendor', 'commsor_consent']);
  expect(await errorsIn(page)).toEqual([]);
});

test('a page on which something ran is loaded anew, and runs nothing', async ({ page, visit }) => {
  await visit({
    head: '<script>sessionStorage.loads = 1 + Number(sessionStorage.loads ?? 0)</script>',
    body: held("ran.push('tag')"),
  });
  await page.pressPart('accept');
  await until(async () => (await ranIn(page)).length === 1, 'the tag ran');
  await page.pressPart('reopen');
  await page.pressPart('reject');
  await page.waitFor(() => sessionStorage.loads === '2' && document.readyState === 'complete');
  await page.part('reopen');
  await settle(page);
  expect(await ranIn(page)).toEqual([]);
});

test('another tab hears of it: what ran there sends nothing more, and the visitor can load it anew', async ({
  page,
  visit,
}) => {
  const site = await visit(
    { config: { services: { stats } }, body: held('', 'src="/vendor.js"') },
    { '/vendor.js': vendor(''), '/hit': '' },
  );
  const { driver } = page;
  await page.pressPart('accept');
  const first = await driver.getWindowHandle();
  await driver.switchTo().newWindow('window');
  const second = await driver.getWindowHandle();
  await page.open(`${site.url}/?tab=2`);
  const hits = (allowed: boolean) =>
    site.received.filter(({ path }) => path.startsWith('/hit?') && path.includes(`tab=2&allowed=${allowed}`)).length;
  await until(async () => hits(true) > 4, 'the vendor sends');
  await page.part('reopen');

  await driver.switchTo().window(first);
  await page.pressPart('reopen');
  await page.pressPart('reject');
  await driver.switchTo().window(second);
  await page.part('reload');
  await page.waitFor(() => Number(Reflect.get(window, 'tracker')) > 4);
  expect(hits(false)).toBe(0);
  expect(await namesIn(page)).toEqual(['commsor_consent']);
  await page.pressPart('reload');
  await page.gone('reload');
  await settle(page);
  expect(await page.run(() => Reflect.get(window, 'tracker'))).toBe(null);
  await driver.close();
  await driver.switchTo().window(first);
});

test('a page that the back button brings again asks nothing that was answered, and runs nothing twice', async ({
  page,
  visit,
}) => {
  const restored = `<script>var restored = 0;
    addEventListener('pageshow', ({ persisted }) => (restored += persisted));</script>`;
  const site = await visit(
    { head: restored, body: held("ran.push('tag')") },
    { '/away': '<!doctype html><title>Away</title><p>Away' },
  );
  await page.part('banner');
  await settle(page);
  await page.driver.get(`${site.url}/away`);
  await page.run(
    () =>
      (document.cookie = 'commsor_consent=v=1&t=1795900000000&granted=&denied=preferences.analytics.marketing; Path=/'),
  );
  await page.driver.navigate().back();
  await page.waitFor(() => Reflect.get(window, 'restored') === 1);
  await page.gone('banner');
  await page.part('reopen');
  expect(await ranIn(page)).toEqual([]);

  await page.grant();
  await until(async () => (await ranIn(page)).length === 1, 'the tag ran');
  await page.driver.get(`${site.url}/away`);
  await page.driver.navigate().back();
  await page.waitFor(() => Reflect.get(window, 'restored') === 2);
  expect(await page.has('banner')).toBe(false);
  await settle(page);
  expect(await ranIn(page)).toEqual(['tag']);
});
