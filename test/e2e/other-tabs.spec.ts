import type { BrowserContext, Page } from '@playwright/test';
import type { ServiceConfig } from '../../src/api.ts';
import { consentPage, storedChoice } from '../support/consent-page.ts';
import { faceOf } from '../support/face.ts';
import { errorsIn, expect, PICTURE, ranIn, sentinels, settle, test } from '../support/gate-test.ts';
import { vendor, WAYS } from '../support/sending-vendor.ts';
import type { Site } from '../support/site.ts';

const held = (inner: string, attributes = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${inner}</script>`;
const stats: ServiceConfig = {
  title: 'Stats',
  purposes: ['analytics'],
  cookies: ['_vendor'],
  storageKeys: { local: ['vendor'] },
};

interface Case {
  what: string;
  /** The body of the page. */
  body: string;
  services?: Record<string, ServiceConfig>;
  /** Scripts of the vendor. */
  files?: (site: () => Site) => Record<string, () => string>;
}

const cases: Case[] = [
  {
    what: 'a script of the site that sends to the site itself',
    body: held('', 'src="/vendor.js"'),
    files: () => ({ '/vendor.js': () => vendor('') }),
  },
  {
    what: 'a script of another host that sends there',
    body: held('', 'src="{{other}}/vendor.js"'),
    files: (site) => ({ '/vendor.js': () => vendor(site().otherUrl) }),
  },
  { what: 'an inline script that sends to the site itself', body: held(vendor('')) },
  {
    what: 'scripts whose view a router has left',
    body:
      `<main>${held('', 'src="/vendor.js"')}${held(vendor(''))}` +
      `${held('document.querySelector("main").remove()')}</main>`,
    files: () => ({ '/vendor.js': () => vendor('') }),
  },
  {
    what: 'a script that an inline start puts into the page, of a service that says where it sends',
    services: { stats: { ...stats, match: ['127.0.0.1'] } },
    body: held(
      `document.head.append(Object.assign(document.createElement('script'), { src: '{{other}}/vendor.js' }));`,
    ),
    files: (site) => ({ '/vendor.js': () => vendor(site().otherUrl) }),
  },
];

/** Two tabs of a visitor who had allowed everything. The second one is the tab in which the vendor is counted. */
async function open(
  { page, context, serve }: { page: Page; context: BrowserContext; serve(pages: object): Promise<Site> },
  { body, services = { stats }, files = () => ({}) }: Omit<Case, 'what'>,
  config = {},
) {
  const site: Site = await serve({
    '/': () => consentPage({ config: { services, ...config }, body: body.replaceAll('{{other}}', site.otherUrl) }),
    '/hit': () => ({ body: '', headers: { 'access-control-allow-origin': '*' } }),
    '/own.svg': PICTURE,
    '/own': '',
    ...sentinels,
    ...files(() => site),
  });
  await context.addCookies([
    {
      name: 'commsor_consent',
      value: storedChoice({ granted: ['preferences', 'analytics', 'marketing'] }),
      url: site.url,
    },
  ]);
  await page.goto(`${site.url}/?tab=1`);
  return site;
}

/** Opens the second tab as a visitor does, beside the first one in the same window. */
async function openLink(page: Page, address: string): Promise<Page> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noopener' });
    link.textContent = 'A second tab';
    document.body.prepend(link);
  }, address);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'A second tab' }).click(),
  ]);
  await isReady(tab);
  return tab;
}

/** The part that follows other tabs is there. */
async function isReady(page: Page): Promise<void> {
  await expect(faceOf(page).reopen).toBeVisible();
  await page.evaluate(async () => {
    await window.commsorConsent?.receipt();
  });
}

async function withdrawByHand(page: Page): Promise<void> {
  await page.bringToFront();
  await faceOf(page).reopen.click();
  await faceOf(page).reject.click();
}

const hits = (site: Site, wanted: Record<string, string>) =>
  site.received
    .map(({ path }) => new URL(path, site.url))
    .filter(({ pathname }) => pathname === '/hit')
    .map(({ searchParams }) => Object.fromEntries(searchParams))
    .filter((hit) => Object.entries(wanted).every(([key, value]) => hit[key] === value));

const waysIn = (found: Record<string, string>[]) => [...new Set(found.map(({ way }) => way))].toSorted();
const reload = (page: Page) => page.locator('commsor-ui [part~="reload"]');
const namesOf = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name).toSorted();
const mark = (page: Page) => page.evaluate(() => Reflect.set(window, 'isTheSamePage', true));
const isTheSame = (page: Page) => page.evaluate(() => Reflect.has(window, 'isTheSamePage'));
/** Whether the page is another one; while one goes and the next one comes, nobody can tell. */
const isAnother = (page: Page) => page.waitForFunction(() => !Reflect.has(window, 'isTheSamePage'));

test.describe('from the moment another tab hears of a withdrawal, it can send nothing and keep nothing', () => {
  for (const { what, ...parts } of cases) {
    test(what, async ({ page, context, serve }) => {
      const site = await open({ page, context, serve }, parts);
      const other = await context.newPage();
      await other.goto(`${site.url}/?tab=2`);
      await isReady(other);
      await expect.poll(() => waysIn(hits(site, { tab: '2' }))).toEqual(WAYS.toSorted());
      expect(await namesOf(context)).toEqual(['_vendor', 'commsor_consent']);

      await withdrawByHand(page);
      await expect(reload(other)).toBeVisible();
      await other.waitForFunction(() => Number(Reflect.get(window, 'tracker')) > 4);
      await settle(other);

      expect(waysIn(hits(site, { tab: '2', allowed: 'false' }))).toEqual([]);
      await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
      expect(await other.evaluate(() => localStorage.getItem('vendor'))).toBeNull();
      expect(await errorsIn(other)).toEqual([]);
    });
  }
});

test('a silenced page works on: its own scripts, and services that are allowed, send and keep what they want', async ({
  page,
  context,
  serve,
}) => {
  const parts: Case = {
    what: '',
    services: { stats, chat: { title: 'Chat', purposes: ['preferences'], match: ['127.0.0.1'] } },
    body: `${held('', 'src="/vendor.js"')}
      <script>
        const own = async (to) => { await fetch(to + '/own', { mode: 'no-cors' }); ran.push(to && 'elsewhere'); };
      </script>`,
    files: () => ({
      '/vendor.js': () =>
        `${vendor('')}; const { fetch: native } = window; window.fetch = (...args) => native(...args);`,
    }),
  };
  const site = await open({ page, context, serve }, parts);
  const other = await context.newPage();
  await other.goto(`${site.url}/?tab=2`);
  await isReady(other);
  await page.evaluate(async () => {
    await window.commsorConsent?.withdraw(['analytics']);
  });
  await expect(reload(other)).toBeVisible();

  await other.addScriptTag({
    content: `own('').then(() => own(${JSON.stringify(site.otherUrl)})).then(() => {
      document.cookie = 'own=1'; localStorage.setItem('own', '1');
      document.body.append(Object.assign(new Image(), { src: '/own.svg', onload: () => ran.push('image') }));
    })`,
  });
  await expect.poll(() => ranIn(other)).toEqual(['', 'elsewhere', 'image']);
  expect(await namesOf(context)).toEqual(['commsor_consent', 'own']);
  expect(await other.evaluate(() => localStorage.getItem('own'))).toBe('1');
});

test('what is allowed again is heard again, and the offer to reload goes', async ({ page, context, serve }) => {
  const site = await open(
    { page, context, serve },
    { body: held('', 'src="/vendor.js"'), files: () => ({ '/vendor.js': () => vendor('') }) },
  );
  const other = await context.newPage();
  await other.goto(`${site.url}/?tab=2`);
  await isReady(other);
  await mark(page);
  await withdrawByHand(page);
  await expect(reload(other)).toBeVisible();
  // Where it ran the page loads anew, and only the new one is asked.
  await isAnother(page);
  await page.waitForFunction(() => window.commsorConsent?.allows('analytics') === false);
  const before = hits(site, { tab: '2', allowed: 'true' }).length;
  await page.evaluate(async () => {
    await window.commsorConsent?.grant();
  });
  await expect(reload(other)).toBeHidden();
  await expect.poll(() => hits(site, { tab: '2', allowed: 'true' }).length).toBeGreaterThan(before);
});

test.describe('the other tab says so', () => {
  const parts = {
    body: `${held('', 'src="/vendor.js"')}<form><label>Name <input name="name"></label></form>`,
    files: () => ({ '/vendor.js': () => vendor('') }),
  };

  test('in its own language, to screen readers too, with a button that loads it anew; what was written stays', async ({
    page,
    context,
    serve,
  }) => {
    const site = await open({ page, context, serve }, parts, { language: 'de' });
    const other = await context.newPage();
    await other.goto(`${site.url}/?tab=2`);
    await isReady(other);
    await other.getByLabel('Name').pressSequentially('Ada');
    await mark(other);
    await withdrawByHand(page);

    await expect(other.getByRole('status')).toHaveText(
      'Ihre Auswahl hat sich geändert. Laden Sie diese Seite neu, damit sie vollständig gilt.',
    );
    const button = other.getByRole('button', { name: 'Neu laden' });
    await expect(button).toBeVisible();
    await expect(other.getByLabel('Name')).toHaveValue('Ada');
    expect(await isTheSame(other)).toBe(true);

    await button.click();
    await isAnother(other);
    await isReady(other);
    await expect(reload(other)).toBeHidden();
    await settle(other);
    expect(await namesOf(context)).toEqual(['commsor_consent']);
    expect(hits(site, { tab: '2', allowed: 'false' })).toEqual([]);
  });

  test('not where nothing of it ran', async ({ page, context, serve }) => {
    const site = await open({ page, context, serve }, { body: '' });
    const other = await context.newPage();
    await other.goto(`${site.url}/?tab=2`);
    await isReady(other);
    await withdrawByHand(page);
    await other.waitForFunction(() => window.commsorConsent?.allows('analytics') === false);
    await settle(other);
    await expect(reload(other)).toBeHidden();
  });

  test('with onWithdraw "keep" as well; the tab in which it was said is silenced, and says nothing', async ({
    page,
    context,
    serve,
  }) => {
    const site = await open({ page, context, serve }, parts, { onWithdraw: 'keep' });
    const other = await context.newPage();
    await other.goto(`${site.url}/?tab=2`);
    await isReady(page);
    await isReady(other);
    await mark(page);
    await withdrawByHand(page);
    await expect(reload(other)).toBeVisible();
    await page.waitForFunction(() => Number(Reflect.get(window, 'tracker')) > 4);
    await settle(page);
    expect(hits(site, { tab: '1', allowed: 'false' })).toEqual([]);
    expect(await isTheSame(page)).toBe(true);
    await expect(reload(page)).toBeHidden();
    await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
  });
});

test.describe('a tab that was hidden meanwhile', () => {
  const parts = { body: `${held(`ran.push('tag');`)}<form><label>Name <input name="name"></label></form>` };

  /**
   * Brings `shown` to the front of its window, and `hidden` behind it. Firefox does; Chromium without a screen calls
   * every page visible, so there the pages are told what a browser with one would tell them.
   */
  async function show(shown: Page, hidden: Page, browserName: string): Promise<void> {
    await shown.bringToFront();
    if (browserName === 'chromium') {
      for (const [page, state] of [
        [hidden, 'hidden'],
        [shown, 'visible'],
      ] as const) {
        await page.evaluate((visibilityState) => {
          const told = { visibilityState, hidden: visibilityState === 'hidden' };
          for (const [name, value] of Object.entries(told))
            Object.defineProperty(Document.prototype, name, { configurable: true, get: () => value });
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        }, state);
      }
    } else await hidden.waitForFunction(() => document.hidden);
  }

  /** The tab in which it is said goes as well: what a test asked of it meanwhile would be lost with the old page. */
  async function withdrawAndLoadAnew(page: Page): Promise<void> {
    await mark(page);
    await withdrawByHand(page);
    await isAnother(page);
  }

  test('is loaded anew when it is shown', async ({ page, context, serve, browserName }) => {
    const site = await open({ page, context, serve }, parts);
    const other = await openLink(page, `${site.url}/?tab=2`);
    await mark(other);
    await show(page, other, browserName);
    await withdrawAndLoadAnew(page);
    await other.waitForFunction(() => window.commsorConsent?.allows('analytics') === false);
    expect(await isTheSame(other)).toBe(true);
    await show(other, page, browserName);
    await isAnother(other);
    await isReady(other);
    await settle(other);
    expect(await ranIn(other)).toEqual([]);
  });

  test('is loaded anew as well where it hears of it only then', async ({ page, context, serve, browserName }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    const site = await open({ page, context, serve }, parts);
    const other = await openLink(page, `${site.url}/?tab=2`);
    await mark(other);
    await show(page, other, browserName);
    await withdrawAndLoadAnew(page);
    await page.waitForFunction(() => window.commsorConsent?.allows('analytics') === false);
    await show(other, page, browserName);
    await isAnother(other);
    await isReady(other);
    await settle(other);
    expect(await ranIn(other)).toEqual([]);
  });

  test('stays where a form is half filled, and offers it', async ({ page, context, serve, browserName }) => {
    const site = await open({ page, context, serve }, parts);
    const other = await openLink(page, `${site.url}/?tab=2`);
    await other.getByLabel('Name').pressSequentially('Ada');
    await mark(other);
    await show(page, other, browserName);
    await withdrawAndLoadAnew(page);
    await other.waitForFunction(() => window.commsorConsent?.allows('analytics') === false);
    await show(other, page, browserName);
    await expect(reload(other)).toBeVisible();
    await settle(other);
    expect(await isTheSame(other)).toBe(true);
    await expect(other.getByLabel('Name')).toHaveValue('Ada');
  });
});

test('a cookie that a vendor writes when its page goes is gone with the page', async ({ page, context, serve }) => {
  const write = `const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    const write = () => set.call(document, '_vendor=1; Path=/');
    write(); addEventListener('pagehide', write);`;
  const site = await open({ page, context, serve }, { body: held(write) });
  const other = await context.newPage();
  await other.goto(`${site.url}/?tab=2`);
  await isReady(other);
  await withdrawByHand(page);
  await expect(reload(other)).toBeVisible();
  await expect.poll(() => namesOf(context)).toEqual(['commsor_consent']);
  // The part that sweeps is there.
  await other.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/withdrawal.js')),
  );
  await settle(other);
  await other.goto(`${site.url}/own`);
  expect(await namesOf(context)).toEqual(['commsor_consent']);
});
