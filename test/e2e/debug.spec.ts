/** The panel that answers "why does this tag (not) run?", in real pages. */
import type { Locator, Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { expect as expectDemo, test as demoTest } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { expect, grant, ranIn, settle, test, withdraw } from '../support/gate-test.ts';

const panelOf = (page: Page) => page.locator('commsor-ui [part~="debug"]');
/** The answer to one question. */
const section = (page: Page, name: string) => panelOf(page).getByRole('region', { name, exact: true });
const rowOf = (page: Page, name: string, start: string) =>
  section(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: start }) });
const button = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true });

const open = (page: Page) => page.evaluate(() => window.commsorConsent?.debug());

const ELEMENTS = 'Scripts, frames and images';
const KEPT = 'Cookies and storage';

test('each tag says what it waits for, then who allowed it', ONE_ENGINE, async ({ page, visit }) => {
  await visit(
    {
      body: `<script type="text/plain" data-consent="analytics" src="/counter.js"></script>
        <script type="text/plain" data-consent="anlytics" src="/typo.js"></script>`,
    },
    { '/counter.js': 'ran.push("counter")' },
  );
  await open(page);
  const tag = rowOf(page, ELEMENTS, '/counter.js');
  await expect(tag).toContainText('waits for permission: "analytics"; analytics: denied until the visitor answers');
  await expect(rowOf(page, ELEMENTS, '/typo.js')).toContainText('no purpose or service has this name');
  await expect(rowOf(page, 'This visitor', 'banner')).toContainText('shown: preferences, analytics, marketing wait');
  await grant(page);
  await expect(tag).toContainText('was released: "analytics"; analytics: allowed by the visitor');
  await expect(tag.getByRole('cell').last()).toHaveText(/^\d+\.\d\d\ss$/);
  await expect(rowOf(page, 'This visitor', 'banner')).toContainText('every optional purpose has an answer');
  await expect(rowOf(page, 'This visitor', 'stored answer')).toContainText('given in the api');
  // The typing error is said where errors are.
  await expect(rowOf(page, 'Errors', 'unknown-name')).toContainText('Correct data-consent');
});

test(
  'cookies as a server sets them: whose they are, and which should not be there',
  ONE_ENGINE,
  async ({ page, visit, serve }) => {
    const other = await serve({
      '/': () => ({
        headers: { 'set-cookie': '_ga=GA1.1; Path=/' },
        body: '',
      }),
      '/session': () => ({ headers: { 'set-cookie': 'SID=1; Path=/; HttpOnly' }, body: '' }),
      '/pixel': () => ({ headers: { 'set-cookie': '_fbp=fb.1; Path=/' }, body: '' }),
    });
    const site = await visit({}, {}, ['analytics']);
    // Cookies know no ports.
    for (const path of ['', '/session', '/pixel']) await page.goto(other.url + path);
    await page.goto(site.url);
    await open(page);
    await expect(rowOf(page, KEPT, '_ga')).toContainText('analytics: allowed by the visitor');
    await expect(rowOf(page, KEPT, '_fbp')).toContainText('is there, and should not be: marketing');
    await expect(rowOf(page, KEPT, 'commsor_consent')).toContainText('Commsor Consent');
    await expect(section(page, KEPT)).not.toContainText('SID');
    await page.evaluate(() => (document.cookie = '_hjSession_1=1'));
    await expect(rowOf(page, KEPT, '_hjSession_1')).toContainText(/Hotjar.*came after/);
    await withdraw(page);
    // What the withdrawal deletes leaves the list.
    await expect(section(page, KEPT)).not.toContainText('_fbp');
  },
);

test('Google’s layer: who was early, and what is in effect', ONE_ENGINE, async ({ page, visit }) => {
  await visit({
    config: { google: true },
    before: `<script>
      var dataLayer = [];
      // As a library does that reads the layer already.
      dataLayer.push = (...entries) => Array.prototype.push.apply(dataLayer, entries);
      function gtag() { dataLayer.push(arguments); }
      gtag('config', 'G-EARLY');
    </script>`,
  });
  await open(page);
  const google = section(page, 'Google’s data layer');
  await expect(google).toContainText('config came before the consent default');
  await expect(google.getByRole('row').filter({ hasText: 'config G-EARLY' })).toContainText('put our tag above it');
  const storage = google.getByRole('row').filter({ hasText: 'analytics_storage' }).first();
  await expect(storage).toContainText('denied');
  await grant(page);
  await expect(storage).toContainText('granted');
});

test(
  'the configuration: what is wrong with it, and where each field comes from',
  ONE_ENGINE,
  async ({ page, visit }) => {
    await visit({
      config: { servces: {} } as object,
      before: '<script>window.commsorConsentConfig = { ui: { accent: "#0a7363" } };</script>',
    });
    await open(page);
    await expect(rowOf(page, 'Configuration', 'servces')).toContainText('services');
    await section(page, 'Configuration').locator('summary').click();
    await expect(rowOf(page, 'Configuration', 'ui.accent')).toContainText('window.commsorConsentConfig');
    await expect(rowOf(page, 'Configuration', 'policy.url')).toContainText('the JSON in the page');
  },
);

test.describe('simulate', () => {
  const config = { region: 'DE', regions: [{ regions: ['US'], model: 'opt-out' as const }] };
  const body = `<script type="text/plain" data-consent="marketing">ran.push('marketing')</script>`;

  test(
    'another visitor is answered by the model alone: nothing runs, nothing is stored',
    ONE_ENGINE,
    async ({ page, visit, context }) => {
      await visit({ config, body });
      await open(page);
      const then = section(page, 'What this visitor would meet');
      await panelOf(page).getByLabel('region').fill('US-CA');
      await expect(panelOf(page)).toContainText('The law: opt-out, in US-CA');
      await expect(then.getByRole('row').filter({ hasText: 'marketing' })).toContainText(
        'allowed until the visitor answers',
      );
      await panelOf(page).getByLabel('Global Privacy Control').check();
      await expect(then.getByRole('row').filter({ hasText: 'marketing' })).toContainText('Global Privacy Control');
      await settle(page);
      expect(await ranIn(page)).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => window.commsorConsent?.get().region)).toBe('DE');
    },
  );

  test('forgetting the answer asks anew, with the panel open', ONE_ENGINE, async ({ page, visit, context }) => {
    await visit({ config, body }, {}, ['preferences', 'analytics', 'marketing']);
    await expect.poll(() => ranIn(page)).toEqual(['marketing']);
    await open(page);
    await page.evaluate(() => Reflect.set(window, 'isOld', true));
    await button(page, 'Forget my answer, load anew').click();
    await page.waitForFunction(() => !('isOld' in window));
    expect(page.url()).toContain('consent-debug');
    await expect(rowOf(page, 'This visitor', 'stored answer')).toContainText('none');
    await expect(faceOf(page).banner).toBeVisible();
    expect(await context.cookies()).toEqual([]);
    expect(await ranIn(page)).toEqual([]);
  });

  test('the question in another language', ONE_ENGINE, async ({ page, visit }) => {
    await visit({ config });
    await open(page);
    await panelOf(page).getByLabel('language').selectOption('de');
    await button(page, 'Ask in this language').click();
    await expect(faceOf(page).reject).toHaveText('Alle ablehnen');
  });
});

test.describe('by keyboard', () => {
  const body = '<button id="before">Before</button>';

  test('asked for, it takes the focus; Escape closes it and gives the focus back', async ({ page, visit }) => {
    await visit({ body });
    await page.locator('#before').focus();
    await open(page);
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
    for (const name of ['Copy text', 'Copy JSON', 'Close']) {
      await page.keyboard.press('Tab');
      await expect(button(page, name)).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(panelOf(page).getByRole('group', { name: 'Answers' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panelOf(page)).toHaveCount(0);
    await expect(page.locator('#before')).toBeFocused();
    // An answer that was not given is not given by Escape either.
    await expect(faceOf(page).banner).toBeVisible();
  });

  test('opened by the address, it leaves the focus alone; asked for twice, it is there once', async ({
    page,
    site,
  }) => {
    const { url } = await site({ body: '<input autofocus id="field">' });
    await page.goto(`${url}/?consent-debug`);
    await expect(section(page, 'This visitor')).toBeVisible();
    await expect(page.locator('#field')).toBeFocused();
    await open(page);
    await expect(panelOf(page)).toHaveCount(1);
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
    await page.evaluate(() => window.commsorConsent?.destroy());
    await expect(page.locator('commsor-ui')).toHaveCount(0);
  });

  test(
    'what changes while somebody reads keeps the focus, and what was unfolded',
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit({ body: '<script src="/own.js"></script>' }, { '/own.js': '' });
      await open(page);
      const summary = section(page, 'Requests').locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      const rows = section(page, 'Requests').locator('details').getByRole('rowheader');
      await page.evaluate(() => fetch('/sentinel.js?later'));
      await expect(rows.filter({ hasText: '/sentinel.js' })).toBeVisible();
      await expect(summary).toBeFocused();
    },
  );

  test('it can be used beside a question that makes all else wait', ONE_ENGINE, async ({ page, visit }) => {
    await visit({ config: { ui: { layout: 'modal' } } });
    await expect(faceOf(page).banner).toBeVisible();
    await open(page);
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panelOf(page)).toHaveCount(0);
    await expect(faceOf(page).banner).toBeVisible();
    await open(page);
    await button(page, 'Close').click();
    await faceOf(page).reject.click();
    await open(page);
    await expect(rowOf(page, 'Purposes and services', 'marketing')).toContainText('refused by the visitor');
  });
});

test.describe('the report', () => {
  const body = '<script type="text/plain" data-consent="analytics" src="/counter.js?token=secret"></script>';

  test('is copied as text and as JSON', ONE_ENGINE, async ({ page, visit }) => {
    // The clipboard is the edge: not every browser without a window has one.
    await page.addInitScript(() => {
      const writeText = async (text: string) => void Reflect.set(window, 'copied', text);
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await visit({ body });
    await open(page);
    const copied = () => page.evaluate(() => String(Reflect.get(window, 'copied')));
    await button(page, 'Copy text').click();
    await expect(panelOf(page).getByRole('status').first()).toHaveText('Copied.');
    expect(await copied()).toMatch(/^Commsor Consent .*\n\nKnown services that run untagged\n=+\n/);
    expect(await copied()).toContain('- <script src="/counter.js"> | this site | waits for permission: "analytics"');
    expect(await copied()).not.toContain('secret');
    await button(page, 'Copy JSON').click();
    const report = async () => {
      const text = await copied();
      return text.startsWith('{') ? (JSON.parse(text) as { sections: { title: string }[] }) : null;
    };
    await expect.poll(async () => (await report())?.sections[0]?.title).toBe('Known services that run untagged');
  });

  test('is selected where there is no clipboard', async ({ page, visit }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await visit({ body });
    await open(page);
    await button(page, 'Copy text').click();
    const field = panelOf(page).getByLabel('The text to copy');
    await expect(field).toBeFocused();
    expect(await field.evaluate((it: HTMLTextAreaElement) => it.selectionEnd - it.selectionStart)).toBeGreaterThan(500);
  });
});

/** How the panel looks, as far as a page could have a hand in it. */
const looks = (panel: Locator) =>
  panel.evaluate((shell) => {
    const say = (element: Element | null | undefined) => {
      if (!element) return null;
      const style = getComputedStyle(element);
      const names = ['color', 'backgroundColor', 'display', 'fontSize', 'fontFamily', 'fontStyle', 'letterSpacing'];
      const more = ['textTransform', 'direction', 'borderRadius', 'visibility', 'opacity', 'padding', 'lineHeight'];
      return [...names, ...more].map((name) => `${name}: ${Reflect.get(style, name)}`).join('; ');
    };
    const { x, y, width, height } = shell.getBoundingClientRect();
    const parts = ['.panel', 'h2', 'h3', 'button', 'table', 'th', 'td', 'code', 'input', 'select', '.wrong'];
    return [[width, height, y, x].join(), ...parts.map((part) => say(shell.shadowRoot?.querySelector(part)))];
  });

test('the page’s styles and names do not get in', async ({ page, site }) => {
  const loose = '<iframe src="https://www.youtube.com/embed/x" title="A film"></iframe>';
  const hostile = `<style>
    :root { --why-surface: red; --why-ink: lime; --why-bad: blue; --why-line: red; --surface: red; --ink: lime;
      --muted: pink; --radius: 40px; --commsor-surface: purple; --commsor-ink: yellow; }
    * { color: red !important; font: italic 30px serif !important; letter-spacing: 9px !important; opacity: .3;
      text-transform: uppercase !important; visibility: hidden; }
    commsor-ui, commsor-ui *, div, table { display: none; transform: rotate(9deg); }
    commsor-ui::part(debug) { inset: 0 auto auto 0; width: 10px; color: red; background: lime; opacity: 0; }
  </style>`;
  await page.route(/^https:/, (route) => route.abort());
  const see = async (head: string) => {
    const { url } = await site({ head, body: loose, config: { ui: { theme: 'light' } } });
    await page.goto(`${url}/?consent-debug`);
    await expect(section(page, 'Known services that run untagged').getByRole('rowheader')).toHaveText('YouTube');
    return looks(panelOf(page));
  };
  expect(await see(hostile)).toEqual(await see(''));
});

for (const theme of ['light', 'dark'] as const)
  test(`axe, in ${theme}, with everything unfolded`, ONE_ENGINE, async ({ page, visit }) => {
    await page.route(/^https:/, (route) => route.abort());
    const colours = theme === 'dark' ? 'background: #111; color: #eee' : 'background: #fff; color: #111';
    await visit({
      config: { ui: { theme, reopen: false }, google: true, servces: 1 } as object,
      head: `<style>html { ${colours} }</style>`,
      body: `<main><script async src="https://static.hotjar.com/c/hotjar-1.js"></script>
        <script type="text/plain" data-consent="analytics">1</script></main>`,
    });
    await page.evaluate(() => {
      document.cookie = '_ga=1';
      document.querySelector('main')?.prepend(document.querySelector('h1') ?? '');
    });
    await page.evaluate(() => window.commsorConsent?.deny());
    await open(page);
    await expect(
      rowOf(page, KEPT, '_ga')
        .or(rowOf(page, KEPT, 'commsor_consent'))
        .first(),
    ).toBeVisible();
    for (const summary of await panelOf(page).locator('summary').all()) await summary.click();
    expect(await violationsOf(page)).toEqual([]);
  });

test.describe('320 px wide, in a page that is read from the right', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing is cut, and every control can be pressed', async ({ page, visit }) => {
    await page.route(/^https:/, (route) => route.abort());
    await visit({
      head: '<meta name="viewport" content="width=device-width"><script>document.documentElement.dir = "rtl"</script>',
      body: '<iframe src="https://www.youtube.com/embed/a-very-long-address-that-has-no-end" title="A film"></iframe>',
    });
    await page.evaluate(() => window.commsorConsent?.deny());
    await open(page);
    await expect(section(page, 'Known services that run untagged').getByRole('rowheader')).toHaveText('YouTube');
    const widths = await panelOf(page).evaluate((shell) => {
      const scroll = shell.shadowRoot?.querySelector('.scroll');
      const box = shell.getBoundingClientRect();
      return [scroll?.scrollWidth === scroll?.clientWidth, box.left >= 0, box.right <= innerWidth];
    });
    expect(widths).toEqual([true, true, true]);
    for (const control of await panelOf(page).locator('button, select, summary').all()) {
      await control.click({ trial: true });
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  });
});

test(
  'in a page that is read from the right it stands at the left, opposite to the banner',
  ONE_ENGINE,
  async ({ page, visit }) => {
    await visit({
      head: '<script>document.documentElement.dir = "rtl"; document.documentElement.lang = "ar"</script>',
    });
    await expect(faceOf(page).banner).toBeVisible();
    await open(page);
    const [panel, banner] = [await panelOf(page).boundingBox(), await faceOf(page).banner.boundingBox()];
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(banner?.x ?? 0);
  },
);

test('beside the preferences it hides none of them, and whoever reads on notices nothing', async ({ page, visit }) => {
  await visit({});
  await open(page);
  const scrolled = () => panelOf(page).evaluate((shell) => shell.shadowRoot?.querySelector('.scroll')?.scrollTop);
  await panelOf(page).getByLabel('language').focus();
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => window.commsorConsent?.show('preferences'));
  const { dialog } = faceOf(page);
  await expect(dialog).toBeVisible();
  const edges = async () => {
    const [panel, view] = [await panelOf(page).boundingBox(), await dialog.boundingBox()];
    return (panel?.x ?? 0) - ((view?.x ?? 0) + (view?.width ?? 0));
  };
  expect(await edges()).toBe(16);
  expect(await scrolled()).toBe(before);
  // The panel is no dialog, and makes nothing wait.
  expect(await panelOf(page).evaluate((it) => getComputedStyle(it, '::backdrop').backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  );
  for (const control of await dialog.getByRole('switch').all()) await control.click({ trial: true });
  await button(page, 'Close').click();
  const middle = await dialog.evaluate((it) => it.getBoundingClientRect().left + it.getBoundingClientRect().width / 2);
  expect(middle).toBeCloseTo(await page.evaluate(() => document.documentElement.clientWidth / 2), 0);
});

test('nobody else loads it', ONE_ENGINE, async ({ page, visit }) => {
  const site = await visit({ body: '<a href="#consent">Privacy</a>' });
  await grant(page);
  await page.evaluate(() => window.commsorConsent?.receipt());
  await settle(page);
  const asked = site.asked.map((path) => path.replace(/\?.*/, ''));
  expect(asked).toContain('/dist/idle.js');
  expect(asked).not.toContain('/dist/debug.js');
});

demoTest('a real SDK: held, then allowed, with what it keeps by name', ONE_ENGINE, async ({ page, demo }) => {
  await page.goto(`${demo.url('/pages/vendor-posthog.html')}&consent-debug`);
  const waiting = section(page, ELEMENTS).getByRole('row').filter({ hasText: 'waits for permission' });
  await expectDemo(waiting.first()).toContainText('denied until the visitor answers');
  await expectDemo(section(page, KEPT)).not.toContainText('PostHog');
  await page.evaluate(() => window.commsorConsent?.grant());
  await expectDemo(waiting).toHaveCount(0);
  await expectDemo(section(page, KEPT).getByRole('row').filter({ hasText: 'PostHog' }).first()).toContainText(
    'allowed by the visitor',
  );
});
