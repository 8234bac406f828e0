/** The question and its answer, as visitors see, press and type them in the engine of Safari. */
import { Key } from 'selenium-webdriver';
import { until, type WebKitPage } from '../support/webkit-page.ts';
import { errorsIn, expect, ranIn, settle, test } from '../support/webkit-test.ts';

const tag = (text: string, attributes = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;
const TAG = tag('', 'src="/tag.js"');
const files = { '/tag.js': 'ran.push("tag")' };

const statusIn = (page: WebKitPage) => page.run(() => window.commsorConsent?.get().status);

test('nothing is asked for and nothing kept before an answer', async ({ page, visit }) => {
  const site = await visit({ body: TAG }, files);
  await page.part('banner');
  await settle(page);
  expect(site.count('/tag.js')).toBe(0);
  expect(await page.run(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  expect(await statusIn(page)).toBe('undecided');
});

test('a press on Accept runs what is tagged, and is kept', async ({ page, visit }) => {
  const site = await visit({ body: TAG }, files);
  await page.pressPart('accept');
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs');
  await page.gone('banner');
  await page.open(`${site.url}/`);
  await page.part('reopen');
  expect(await page.has('banner')).toBe(false);
  expect(await ranIn(page)).toEqual(['tag']);
});

test('a press on Reject keeps it all away, and is kept', async ({ page, visit }) => {
  const site = await visit({ body: TAG }, files);
  await page.pressPart('reject');
  await page.gone('banner');
  await page.open(`${site.url}/`);
  await page.part('reopen');
  await settle(page);
  expect(await page.has('banner')).toBe(false);
  expect(site.count('/tag.js')).toBe(0);
});

test('Reject is as large, as high up and as dark as Accept', async ({ page, visit }) => {
  await visit();
  await page.part('banner');
  const [reject, accept] = await page.run(() =>
    ['reject', 'accept'].map((part) => {
      const button = document.querySelector('commsor-ui')!.shadowRoot!.querySelector(`[part~="${part}"]`)!;
      const { width, height, top } = button.getBoundingClientRect();
      const { color, backgroundColor, borderColor, fontWeight } = getComputedStyle(button);
      return [Math.round(width), height, top, color, backgroundColor, borderColor, fontWeight];
    }),
  );
  expect(reject).toEqual(accept);
});

test('an answer at first sight is kept, also by a visitor who leaves in the same task', async ({ page, serve }) => {
  const VISITORS = 20;
  const site = await serve({
    '/hasty': `<!doctype html><html lang="en"><head><title>Hasty</title><script>
      document.cookie = 'commsor_consent=; max-age=0; path=/';
      const leave = () => {
        document.querySelector('commsor-ui').shadowRoot.querySelector('[part~="reject"]').click();
        location.href = '/next';
      };
      var commsorConsentReady = [(consent) => consent.on('show', leave)];
    </script><script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Hasty</h1></body></html>`,
    '/next': `<!doctype html><html lang="en"><head><title>Next</title><script>
      const words = [...JSON.parse(sessionStorage.words ?? '[]'), /e=(\\w+)/.exec(document.cookie)?.[1] ?? 'lost'];
      sessionStorage.words = JSON.stringify(words);
      if (words.length < ${VISITORS}) location.replace('/hasty');
    </script></head><body></body></html>`,
  });
  await page.driver.get(`${site.url}/hasty`);
  await page.waitFor((count) => JSON.parse(sessionStorage.words ?? '[]').length === count, VISITORS);
  const words: string[] = await page.run(() => JSON.parse(sessionStorage.words ?? '[]'));
  expect(words).toEqual(Array(VISITORS).fill('refused'));
});

test('keys alone reach every button of the banner, and answer', async ({ page, visit }) => {
  await visit({ body: `<button id="first">First</button>${TAG}` }, files);
  await page.part('banner');
  await page.run(() => document.getElementById('first')!.focus());
  const reached: string[] = [];
  for (let i = 0; i < 8; i++) {
    await page.keys(Key.TAB);
    reached.push(await page.focus());
  }
  expect(reached).toEqual(expect.arrayContaining(['reject', 'accept', 'preferences']));
  while ((await page.focus()) !== 'accept') await page.keys(Key.TAB);
  await page.keys(Key.ENTER);
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs');
});

test('the banner takes no focus, and Escape answers nothing', async ({ page, visit }) => {
  await visit({ body: '<input id="name" autofocus>' });
  await page.part('banner');
  expect(await page.focus()).toBe('name');
  await page.keys('Ada', Key.ESCAPE);
  expect(await page.run(() => document.querySelector('input')!.value)).toBe('Ada');
  expect(await page.has('banner')).toBe(true);
  expect(await statusIn(page)).toBe('undecided');
});

test('tags run in the order of the same page without us', async ({ page, visit, serve }) => {
  const say = (word: string) => `ran.push('${word}')`;
  const make = (open: (attributes: string) => string) => `
    ${open('src="/one.js"')}</script>${open('')}${say('inline one')}</script>
    ${open('defer src="/deferred.js"')}</script>${open('TYPE="module"')}${say('module')}</script>
    ${open('src="/two.js"')}</script>${open('')}${say('inline two')}</script>
    ${open('TYPE="module" src="/module.js"')}</script>${open('')}${say('last')}</script>`;
  const scripts = {
    '/one.js': () => ({ body: say('one'), after: 200 }),
    '/two.js': say('two'),
    '/deferred.js': say('deferred'),
    '/module.js': say('external module'),
  };
  const untagged = make((attributes) => `<script ${attributes.replace('TYPE', 'type')}>`);
  const plain = await serve({
    '/': `<!doctype html><head><title>Plain</title><script>var ran = []</script></head><body>${untagged}`,
    ...scripts,
  });
  await page.driver.get(plain.url);
  await page.waitFor(() => document.readyState === 'complete');
  const expected = await ranIn(page);
  expect(expected).toHaveLength(8);

  await visit(
    { body: make((it) => `<script type="text/plain" data-consent="analytics" ${it.replace('TYPE', 'data-type')}>`) },
    scripts,
  );
  await page.pressPart('accept');
  await until(async () => (await ranIn(page)).length === expected.length, 'all have run');
  expect(await ranIn(page)).toEqual(expected);
  expect(await errorsIn(page)).toEqual([]);
});

for (const [name, signal, header] of [
  ['Global Privacy Control', 'globalPrivacyControl', 'gpc'],
  ['Do Not Track', 'doNotTrack', 'dnt'],
] as const)
  test(`${name} answers: nothing is asked, nothing runs, and it is said`, async ({ page, visit }) => {
    const value = header === 'gpc' ? 'true' : "'1'";
    const site = await visit(
      { before: `<script>Object.defineProperty(navigator, '${signal}', { value: ${value} })</script>`, body: TAG },
      files,
    );
    const status = await page.part('status');
    await until(async () => (await status.getText()) === 'Your opt-out request was honoured.', 'it is said');
    await settle(page);
    expect(await page.has('banner')).toBe(false);
    expect(site.count('/tag.js')).toBe(0);
    expect(await page.run(() => [document.cookie, window.commsorConsent!.allows('analytics')])).toEqual(['', false]);
  });

test('the answer is a cookie with the lifetime that the site gives', async ({ page, visit }) => {
  await visit({ config: { storage: { days: 30 } } });
  await page.pressPart('reject');
  await page.gone('banner');
  const [cookie, ...others] = await page.driver.manage().getCookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'commsor_consent', path: '/', sameSite: 'Lax', httpOnly: false, secure: false });
  const days = (Number(cookie?.expiry) * 1000 - Date.now()) / 864e5;
  expect(Math.round(days)).toBe(30);
});

test('without cookies the answer counts for this page, and the page is told', async ({ page, visit }) => {
  await visit(
    {
      before: `<script>
        Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set() {} });
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
      </script>`,
      body: TAG,
    },
    files,
  );
  await page.pressPart('accept');
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs');
  expect(await errorsIn(page)).toEqual(['storage-failed']);
});
