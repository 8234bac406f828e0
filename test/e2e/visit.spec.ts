import type { Locator, Page } from '@playwright/test';
import { contrastOf } from '../support/contrast.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

test.describe('a first visit', () => {
  test('shows the banner: two equal buttons, Preferences beside them, a link to the policy', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/tag-sync.html'));
    const { banner, accept, reject, preferences } = faceOf(page);
    await expect(banner).toBeVisible();
    await expect(preferences).toBeVisible();
    await expect(banner.getByRole('link', { name: /Privacy/ })).toHaveAttribute('href', '/privacy');

    const [yes, no] = await looksOf(banner, ['accept', 'reject']);
    expect(Math.abs(yes.width - no.width), 'width').toBeLessThanOrEqual(1);
    expect(Math.abs(yes.height - no.height), 'height').toBeLessThanOrEqual(1);
    expect(Math.abs(yes.top - no.top), 'they stand side by side').toBeLessThanOrEqual(1);
    expect(yes.style).toEqual(no.style);
    for (const button of [accept, reject, preferences]) expect(await contrastOf(button)).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(yes.width, yes.height, no.height), 'the size of a target').toBeGreaterThanOrEqual(44);
  });

  test('keeps everything until Accept: the browser draws the page without the banner before any tag runs', async ({
    page,
    demo,
  }) => {
    await page.goto(
      await demo.store(`<!doctype html><html lang="en"><head><title>Order</title>
      <script src="/dist/commsor.js" data-policy="/privacy"></script>
      <script>
        window.__ran = [];
        const banner = () => {
          const { shadowRoot } = document.querySelector('commsor-ui');
          return shadowRoot.querySelector('[part~="banner"]') ? 'with' : 'without';
        };
        const drawn = () => __ran.push('drawn ' + banner() + ' the banner');
        addEventListener('click', () => requestAnimationFrame(drawn), true);
      </script></head><body><h1>Order</h1>
      <script type="text/plain" data-consent="analytics">__ran.push('runs ' + banner() + ' the banner');</script>
      </body></html>`),
    );
    await demo.settled(page);
    expect(await ran(page)).toEqual([]);
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['drawn without the banner', 'runs without the banner']);
  });

  test('runs each tag once and in order, whatever the answers take', async ({ page, demo }) => {
    await page.goto(
      await demo.store(`<!doctype html><html lang="en"><head><title>Order</title>
      <script src="/dist/commsor.js" data-policy="/privacy"></script><script>window.__ran = [];</script>
      <script type="text/plain" data-consent="analytics" src="{{third}}/slow.js?id=one&ms=150"></script></head>
      <body><h1>Order</h1>
      <script type="text/plain" data-consent="analytics">__ran.push('two');</script>
      <script type="text/plain" data-consent="marketing" src="{{third}}/echo.js?id=three"></script>
      <script type="text/plain" data-consent="preferences">__ran.push('four');</script></body></html>`),
    );
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['one', 'two', 'three', 'four']);
    expect((await demo.settled(page)).map(({ path }) => path).toSorted()).toEqual([
      '/echo.js?id=three',
      '/slow.js?id=one&ms=150',
    ]); // Fetched side by side.
    expect(await ran(page)).toHaveLength(4);
  });

  test('a click by a script on Reject all counts like a real one', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/tag-sync.html'));
    const { banner, reject, reopen } = faceOf(page);
    await reject.evaluate((button: HTMLElement) => button.click());
    await expect(banner).toHaveCount(0);
    await expect(reopen).toBeVisible();
    expect(await page.evaluate(() => window.commsorConsent!.get().record?.event)).toBe('refused');
    await demo.settled(page);
    expect(await ran(page)).toEqual([]);
  });
});

test.describe('a later visit', () => {
  const html = `<!doctype html><html lang="en"><head><title>Again</title>
    <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
    <body><h1>Again</h1><script type="text/plain" data-consent="analytics" src="/tag.js"></script></body></html>`;
  const tag = 'document.title = document.querySelector("commsor-ui") ? "Ran with our element" : "Ran";';

  test('asks us once before its tags are released, loads nothing to ask with, and offers a way back', async ({
    page,
    serve,
  }) => {
    const site = await serve({ '/': html, '/tag.js': tag });
    await page.goto(site.url);
    await faceOf(page).accept.click();
    await expect(page).toHaveTitle(/^Ran/);

    const before = site.asked.length;
    await page.goto(site.url);
    await expect(page).toHaveTitle('Ran'); // No element of ours was in the page by then.
    await expect(faceOf(page).reopen).toBeVisible();
    const asked = site.asked.slice(before);
    expect(asked.slice(0, asked.indexOf('/tag.js')).filter((path) => path.startsWith('/dist/'))).toEqual([
      '/dist/commsor.js',
    ]);
    expect(asked.filter((path) => /prompt|preferences/.test(path))).toEqual([]);
    await expect(faceOf(page).banner).toHaveCount(0);
  });

  test('withdrawing takes the way back and one click on Reject all', async ({ page, serve }) => {
    const site = await serve({ '/': html, '/tag.js': tag });
    await page.goto(site.url);
    await faceOf(page).accept.click();
    await expect(page).toHaveTitle(/^Ran/);
    await page.goto(site.url);
    await expect(page).toHaveTitle(/^Ran/);

    const { reopen, dialog } = faceOf(page);
    await reopen.click();
    const reloaded = page.waitForEvent('load'); // The tag had run: only a new page stops it.
    await dialog.locator('[part~="reject"]').click();
    await reloaded;
    await expect(reopen).toBeVisible();
    await expect(page).toHaveTitle('Again');
    expect(await page.evaluate(() => window.commsorConsent!.get().record)).toMatchObject({
      event: 'withdrawn',
      choices: { analytics: 'denied', marketing: 'denied', preferences: 'denied' },
    });
    expect(site.count('/tag.js')).toBe(2);
  });
});

test.describe('the tag', () => {
  for (const [name, where] of Object.entries({
    'tag-sync': 'first in the head',
    'tag-async': 'with `async`',
    'tag-end-of-body': 'at the end of the body',
    'tag-after-load': 'after everything has loaded',
    'tag-all': 'in one file',
    'tag-other-origin': 'from another origin',
    module: 'as a module',
    snippet: 'behind the inline snippet',
  })) {
    test(`works ${where}`, async ({ page, demo }) => {
      await page.goto(demo.url(`/pages/${name}.html`));
      const { banner, accept, reopen } = faceOf(page);
      await expect(banner).toBeVisible();
      const others = ({ path }: { path: string }) => !path.startsWith('/dist/');
      expect((await demo.settled(page)).filter(others)).toEqual([]);
      expect(await ran(page)).toEqual([]);

      await accept.click();
      await expect.poll(() => ran(page)).toEqual(['inline analytics', 'external analytics', 'external marketing']);
      await expect(banner).toHaveCount(0);
      await expect(reopen).toBeVisible();
      expect((await demo.log()).filter(({ path }) => path.startsWith('/echo.js?id=external'))).toHaveLength(2);
    });
  }
});

test.describe('the configuration', () => {
  /** A page with the given configuration; returns the state. */
  const visit = async (page: Page, url: string) => {
    await page.goto(url);
    await expect(faceOf(page).banner).toBeVisible();
    return page.evaluate(() => window.commsorConsent!.get());
  };

  test('as attributes of the tag', ONE_ENGINE, async ({ page, demo }) => {
    const state = await visit(
      page,
      await demo.store(`<!doctype html><html lang="en"><head><title>Attributes</title>
      <script src="/dist/commsor.js" data-policy="/our-privacy" data-policy-version="7"
        data-purposes="analytics marketing" data-lang="de" data-region="DE" data-theme="dark"></script>
      </head><body><h1>Attributes</h1></body></html>`),
    );
    expect(Object.keys(state.purposes)).toEqual(['necessary', 'analytics', 'marketing']);
    expect(state.region).toBe('DE');
    const { banner, accept } = faceOf(page);
    await expect(banner.getByRole('link')).toHaveAttribute('href', '/our-privacy');
    await expect(page.locator('commsor-ui')).toHaveAttribute('lang', 'de');
    await accept.click();
    await expect(banner).toHaveCount(0);
    expect(await page.evaluate(() => window.commsorConsent!.get().record)).toMatchObject({
      policyVersion: '7',
      language: 'de',
    });
  });

  test('as a plain object, which is no element with the same name', async ({ page, demo }) => {
    await visit(page, demo.url('/pages/config-window.html'));
    expect(Object.keys(await page.evaluate(() => window.commsorConsent!.get().purposes))).toEqual([
      'necessary',
      'maps',
    ]);

    const state = await visit(
      page,
      await demo.store(`<!doctype html><html lang="en"><head><title>Clobbered</title></head><body><h1>Clobbered</h1>
      <form id="commsorConsentConfig" name="commsorConsentConfig"><input name="model" value="opt-out"></form>
      <script src="/dist/commsor.js" data-policy="/privacy"></script></body></html>`),
    );
    expect(state.model).toBe('opt-in');
  });

  test(
    'as JSON in the page; each field from the first place that has it: object, JSON, attributes',
    ONE_ENGINE,
    async ({ page, demo }) => {
      const state = await visit(
        page,
        await demo.store(`<!doctype html><html lang="en"><head><title>Places</title>
      <script>window.commsorConsentConfig = { purposes: { analytics: {} } };</script>
      <script type="application/json" id="commsor-consent-config">
        { "purposes": { "marketing": {} }, "region": "FR", "policy": { "url": "/from-json" } }
      </script>
      <script src="/dist/commsor.js" data-policy="/from-attributes" data-region="DE"
        data-purposes="preferences" data-lang="fr"></script></head><body><h1>Places</h1></body></html>`),
      );
      expect(Object.keys(state.purposes)).toEqual(['necessary', 'analytics']);
      expect(state.region).toBe('FR');
      await expect(faceOf(page).banner.getByRole('link')).toHaveAttribute('href', '/from-json');
      await expect(page.locator('commsor-ui')).toHaveAttribute('lang', 'fr');
    },
  );
});

test.describe('the page', () => {
  test('is called back by its ready queue and told by an event', async ({ page, demo }) => {
    await page.goto(
      await demo.store(`<!doctype html><html lang="en"><head><title>Queue</title><script>
        window.__ran = [];
        const isOurs = (consent) => consent === window.commsorConsent;
        (window.commsorConsentReady ||= []).push((consent) => __ran.push('early ' + isOurs(consent)));
        document.addEventListener('commsor-consent', ({ detail: { before, after, cause } }) =>
          __ran.push([cause, before.purposes.analytics, after.purposes.analytics].join(' ')));
      </script><script src="/dist/commsor.js" data-policy="/privacy"></script>
      <script>commsorConsentReady.push((consent) => __ran.push('late ' + isOurs(consent)));</script></head>
      <body><h1>Queue</h1></body></html>`),
    );
    expect(await ran(page)).toEqual(['early true', 'late true']);
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['early true', 'late true', 'choice false true']);
  });

  test('opens the preferences by a link to #consent, and when it is opened there', async ({ page, demo }) => {
    const { dialog, banner } = faceOf(page);
    await page.goto(demo.url('/pages/actions.html'));
    await expect(banner).toBeVisible();
    await page.getByRole('link', { name: 'Privacy preferences' }).click();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(banner).toBeVisible(); // Closing answers nothing.

    await page.goto(demo.url('/pages/tag-sync.html') + '#consent');
    await expect(dialog).toBeVisible();
  });

  for (const { action, leaves } of [
    { action: 'Preferences', leaves: null },
    { action: 'Accept', leaves: { event: 'given', method: 'page' } },
    { action: 'Reject', leaves: { event: 'refused', method: 'page' } },
    { action: 'Withdraw', leaves: { event: 'refused', method: 'page' } },
  ]) {
    test(`a button of the page: ${action}`, action === 'Accept' ? {} : ONE_ENGINE, async ({ page, demo }) => {
      await page.goto(demo.url('/pages/actions.html'));
      const { banner, dialog } = faceOf(page);
      await expect(banner).toBeVisible();
      await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
      if (!leaves) return expect(dialog).toBeVisible();
      await expect(banner).toHaveCount(0);
      expect(await page.evaluate(() => window.commsorConsent!.get().record)).toMatchObject(leaves);
    });
  }

  for (const { name, leaves } of [
    { name: 'Reject', leaves: 'refused' },
    { name: 'Privacy preferences', leaves: null },
  ]) {
    test(`what is pressed before we are ready for it (${name}) acts when we are`, async ({ page, demo }) => {
      let send = () => {};
      const held = new Promise<void>((resolve) => (send = resolve));
      await page.route(/\/dist\/idle\.js/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(demo.url('/pages/actions.html'), { waitUntil: 'domcontentloaded' });
      const { banner, dialog } = faceOf(page);
      await expect(banner).toBeVisible();
      await page.getByRole('main').getByText(name, { exact: true }).click();
      send();
      if (!leaves) return expect(dialog).toBeVisible();
      await expect(banner).toHaveCount(0);
      expect(await page.evaluate(() => window.commsorConsent!.get().record?.event)).toBe(leaves);
    });
  }

  test('keeps an answer that is followed at once by another page', async ({ page, context, demo }) => {
    const next = await demo.store('<!doctype html><html lang="en"><title>The next page</title></html>');
    await page.goto(
      await demo.store(`<!doctype html><html lang="en"><head><title>Away</title>
      <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
      <body><h1>Away</h1><script>
        addEventListener('click', () => { location.href = ${JSON.stringify(next)}; }, true);
      </script></body></html>`),
    );
    await faceOf(page).reject.click();
    await expect(page).toHaveTitle('The next page');
    expect((await context.cookies()).map(({ name, value }) => `${name} ${/&e=(\w+)/.exec(value)?.[1]}`)).toEqual([
      'commsor_consent refused',
    ]);
  });
});

/**
 * What the eye compares, at one moment: the place, the size and every property that gives one button more weight than
 * the other.
 */
async function looksOf(banner: Locator, parts: [string, string]) {
  return banner.evaluate((element, names) => {
    const properties = [
      'color',
      'backgroundColor',
      'backgroundImage',
      'opacity',
      'fontFamily',
      'fontSize',
      'fontWeight',
      'fontStyle',
      'letterSpacing',
      'textTransform',
      'textDecorationLine',
      'padding',
      'borderWidth',
      'borderStyle',
      'borderColor',
      'borderRadius',
      'boxShadow',
      'outlineStyle',
      'cursor',
      'filter',
      'transform',
    ] as const;
    const look = (name: string) => {
      const button = element.querySelector(`[part~="${name}"]`)!;
      const { width, height, top } = button.getBoundingClientRect();
      const style = getComputedStyle(button);
      return { width, height, top, style: properties.map((property) => `${property}: ${style[property]}`) };
    };
    return [look(names[0]), look(names[1])] as const;
  }, parts);
}

test(
  'who comes back is told once what changed in the policy since the version that they know',
  ONE_ENGINE,
  async ({ page, demo }) => {
    const history = [
      { version: '3', changes: 'A map came.' },
      { version: '2', changes: 'We moved to Cork.' },
      { version: '1', changes: 'The first one.' },
    ];
    const visitAt = async (version: string) => {
      const config = JSON.stringify({ policy: { url: '/privacy', version, history } });
      await page.goto(
        await demo.store(`<!doctype html><html lang="en"><head><title>A page</title>
        <script type="application/json" id="commsor-consent-config">${config}</script>
        <script src="/dist/commsor.js"></script></head><body><h1>A page</h1></body></html>`),
      );
    };
    const notice = page.locator('commsor-ui [part~="notice"]');
    await visitAt('1');
    await faceOf(page).reject.click();
    await visitAt('3');
    await expect(notice).toContainText('We moved to Cork. A map came.');
    await notice.getByRole('button', { name: 'OK' }).click();
    await expect(faceOf(page).reopen).toBeVisible();
    await visitAt('3');
    await expect(faceOf(page).reopen).toBeVisible();
    await expect(notice).toHaveCount(0);
    expect(await page.evaluate(() => window.commsorConsent?.allows('analytics'))).toBe(false);
  },
);
