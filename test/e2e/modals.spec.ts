import type { Locator, Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { faceOf } from '../support/face.ts';
import { inTurn } from '../support/in-turn.ts';
import { libraryFile } from '../support/library.ts';

// What is painted on top can be pressed: our card over a page that is modal, inert or in full screen.

const PHONE = { width: 390, height: 844 };

/** A dialog of the page that covers it, and counts what is pressed in it. */
const GATE = `<dialog id="gate" aria-label="Age"><style>
    dialog { width: 100%; height: 100%; max-width: none; max-height: none; box-sizing: border-box }
    dialog button { position: absolute; left: 0; right: 0; bottom: 0; height: 420px }
  </style><p>Are you of age?</p><input id="year" aria-label="Year">
    <button onclick="pressed.push('subscribe')">Subscribe</button></dialog>`;
const OPEN_GATE = '<script>document.getElementById("gate").showModal()</script>';

/** What a browser tells a page and nothing has thrown, as that an observer looked twice in a frame, is one too. */
const TELL_ERRORS = `addEventListener('error', ({ error, message }) => {
  if (!error) setTimeout(() => { throw new Error(message) });
});`;

const pageWith = (body: string, config = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>A page</title>
  <script>${TELL_ERRORS} var pressed = []; ${config}</script>
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
  <body><main><h1>A page</h1>
  <button id="own" onclick="pressed.push('own')">Of the page</button>${body}</main></body></html>`;

/** Presses what is painted in the middle of `target`, whatever that is. */
async function press(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { x, y, width, height } = (await target.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** The element of the page that a press in the middle of `target` would reach. */
async function paintedOver(page: Page, target: Locator): Promise<string | undefined> {
  const { x, y, width, height } = (await target.boundingBox())!;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.localName, middle);
}

/** Leaves the preferences with something that is not saved, which is said once. */
async function discard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(faceOf(page).dialog.getByText('Your changes are not saved.')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** The card is where a press reaches it: in a modal dialog of ours. */
const isAbove = (page: Page) => expect(page.locator('commsor-ui dialog.above:modal [part~="banner"]')).toBeVisible();

/** The card is where it is on a page without any dialog. */
const isInPage = (page: Page) => expect(page.locator('commsor-ui [part~="banner"]:popover-open')).toBeVisible();

const pressedIn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'pressed'));

const statusIn = (page: Page) => page.evaluate(() => window.commsorConsent?.get().status);

/** What has the focus in the page. */
const focusIn = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

/** Ways in which a page makes the rest of it wait, each as a script that begins it and one that ends it. */
const ways = [
  { name: 'a dialog', begin: 'gate.showModal()', end: 'gate.close()' },
  { name: 'a dialog that leaves the page', begin: 'gate.showModal()', end: 'gate.remove()' },
  {
    name: 'a dialog in a shadow root',
    begin: `const [dialog, element] = [gate, document.createElement('x-gate')];
      window.shadow = element.attachShadow({ mode: 'open' });
      shadow.append(dialog); document.body.append(element); dialog.showModal()`,
    end: 'shadow.firstChild.close()',
  },
  {
    name: 'a page that is inert',
    begin: 'document.documentElement.inert = true',
    end: 'document.documentElement.inert = false',
  },
  {
    name: 'a page that makes our element inert',
    begin: 'document.querySelector("commsor-ui").inert = true',
    end: 'document.querySelector("commsor-ui").inert = false',
  },
];

for (const { name, begin, end } of ways) {
  test.describe(name, () => {
    test('that comes after the banner is no way through it: Reject rejects', async ({ page, serve }) => {
      await page.setViewportSize(PHONE);
      const site = await serve({ '/': pageWith(GATE) });
      await page.goto(site.url);
      await isInPage(page);
      await page.evaluate(begin);
      await isAbove(page);

      await press(page, faceOf(page).reject);

      await expect(faceOf(page).banner).toHaveCount(0);
      expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', []]);
    });

    test('that ends leaves the banner in the page, and the page to be used', async ({ page, serve }) => {
      const site = await serve({ '/': pageWith(GATE) });
      await page.goto(site.url);
      await isInPage(page);
      await page.evaluate(begin);
      await isAbove(page);
      await page.evaluate(end);
      await isInPage(page);

      await press(page, page.locator('#own'));
      await press(page, faceOf(page).accept);

      await expect(faceOf(page).reopen).toBeVisible();
      expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', ['own']]);
    });

    test('hides the control that leads back, for as long as a press would go through it', async ({ page, serve }) => {
      const site = await serve({ '/': pageWith(GATE) });
      await page.goto(site.url);
      const { accept, reopen, dialog } = faceOf(page);
      await accept.click();
      await expect(reopen).toBeVisible();
      await page.evaluate(begin);
      await expect(reopen).toBeHidden();
      await page.evaluate(end);

      await press(page, reopen);
      await press(page, dialog.getByRole('switch', { name: 'Analytics' }));
      await discard(page);
      await expect(reopen).toBeVisible();
    });
  });
}

test.describe('a dialog that is open when the banner comes', () => {
  test.beforeEach(async ({ page, serve }) => {
    await page.setViewportSize(PHONE);
    const site = await serve({ '/': pageWith(GATE + OPEN_GATE), '/privacy': pageWith('') });
    await page.goto(site.url);
    await isAbove(page);
  });

  test('is below it, and as it was after an answer', async ({ page }) => {
    await press(page, faceOf(page).accept);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', []]);

    await expect(page.locator('#gate:modal')).toBeVisible();
    expect(await focusIn(page)).toBe('year');
    await page.keyboard.type('1985');
    await press(page, page.getByRole('button', { name: 'Subscribe' }));
    expect(await pressedIn(page)).toEqual(['subscribe']);
    await expect(page.locator('#year')).toHaveValue('1985');
  });

  test('is reached by Escape, which answers nothing; the banner is back when it has closed', async ({ page }) => {
    await page.keyboard.press('Escape');
    await expect(faceOf(page).banner).toBeHidden();
    await expect(page.locator('#gate:modal')).toBeVisible();
    expect(await focusIn(page)).toBe('year');
    await press(page, page.getByRole('button', { name: 'Subscribe' }));
    expect([await statusIn(page), await pressedIn(page)]).toEqual(['undecided', ['subscribe']]);
    await expect(faceOf(page).banner).toBeHidden();

    await page.keyboard.press('Escape');
    await expect(page.locator('#gate')).toBeHidden();
    await isInPage(page);
    await press(page, faceOf(page).reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(await statusIn(page)).toBe('decided');
  });

  test('is below the preferences too, and below the banner again when they close', async ({ page }) => {
    const { preferences, dialog, reject } = faceOf(page);
    await press(page, preferences);
    await expect(dialog).toBeVisible();
    await press(page, dialog.getByRole('switch', { name: 'Analytics' }));
    await expect(dialog.getByRole('switch', { name: 'Analytics' })).toBeChecked();
    await discard(page);
    await isAbove(page);
    await press(page, reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect([await statusIn(page), await pressedIn(page), await focusIn(page)]).toEqual(['decided', [], 'year']);
  });

  test('leaves the banner a dialog with a name, its title read first, that axe finds nothing wrong with', async ({
    page,
  }) => {
    await expect(page.getByRole('dialog', { name: 'Cookies and your privacy' })).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe(
      'Cookies and your privacy',
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  test('comes back below a second one: the banner is above both', async ({ page }) => {
    await page.evaluate(() => {
      const second = document.createElement('dialog');
      second.append('Another offer');
      document.body.append(second);
      second.showModal();
    });
    // Our dialog was open before as well: what tells that it was raised is what a press would reach.
    await expect.poll(() => paintedOver(page, faceOf(page).reject)).toBe('commsor-ui');
    await press(page, faceOf(page).reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', []]);
  });
});

test.describe('a dialog that is opened later', () => {
  test('is below the preferences, which stay as they are', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(GATE) });
    await page.goto(site.url);
    const { preferences, dialog, save } = faceOf(page);
    await preferences.click();
    await press(page, dialog.getByRole('switch', { name: 'Analytics' }));
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#gate')?.showModal());
    await page.waitForFunction(() => document.activeElement?.localName === 'commsor-ui');

    await expect(dialog.getByRole('switch', { name: 'Analytics' })).toBeChecked();
    await press(page, save);
    await expect(dialog).toHaveCount(0);
    expect(await page.evaluate(() => window.commsorConsent?.allows('analytics'))).toBe(true);
    await expect(page.locator('#gate:modal')).toBeVisible();
  });

  test('is below a banner that is modal itself', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(GATE, 'commsorConsentConfig = { ui: { layout: "modal" } }') });
    await page.goto(site.url);
    await expect(faceOf(page).banner).toBeVisible();
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#gate')?.showModal());
    await page.waitForFunction(() => document.activeElement?.localName === 'commsor-ui');

    await press(page, faceOf(page).reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', []]);
  });
});

test.describe('the modal layout', () => {
  const html = pageWith('', 'commsorConsentConfig = { ui: { layout: "modal" } }');
  const isModal = (page: Page) => page.locator('commsor-ui dialog[part~="banner"]:modal');

  test('leaves the policy that it links to free, and holds the pages beside it', async ({ page, serve }) => {
    const site = await serve({ '/': html, '/privacy': html, '/privacy/cookies': html, '/privacy-tools': html });
    await inTurn(
      [
        ['/', true],
        ['/?from=/privacy', true],
        ['/privacy-tools', true],
        ['/privacy', false],
        ['/privacy?from=banner#cookies', false],
        ['/privacy/cookies', false],
      ].map(([path, isHeld]) => [String(path), { path, isHeld }] as const),
      async ({ path, isHeld }) => {
        await page.goto(site.url + path);
        await expect(faceOf(page).banner).toBeVisible();
        await expect(isModal(page)).toHaveCount(isHeld ? 1 : 0);
        if (!isHeld) await press(page, page.locator('#own'));
        expect(await pressedIn(page)).toEqual(isHeld ? [] : ['own']);
      },
    );
  });

  test('leaves the policy free to which a router went, and holds the page to which it came back', async ({
    page,
    serve,
  }) => {
    const routed = html.replace('<script>', '<script src="/turbo.js"></script><script>');
    const turbo = libraryFile('@hotwired/turbo/dist/turbo.es2017-umd.js');
    const site = await serve({ '/': routed, '/privacy': routed, '/turbo.js': turbo });
    await page.goto(site.url);
    await expect(isModal(page)).toBeVisible();
    await expect(faceOf(page).announcer, 'the page is at rest').toBeAttached();
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await press(page, faceOf(page).banner.getByRole('link'));
    await page.waitForURL('**/privacy');
    await isInPage(page);
    await press(page, page.locator('#own'));
    expect(await pressedIn(page)).toEqual(['own']);
    await page.goBack();
    await expect(isModal(page)).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true);
  });

  test('lets the page go where the preferences cannot be loaded', async ({ page, serve }) => {
    const site = await serve({ '/': html });
    await page.route('**/preferences.js*', (route) => route.abort());
    await page.goto(site.url);
    await expect(isModal(page)).toBeVisible();
    await press(page, faceOf(page).preferences);
    await isInPage(page);
    await press(page, page.locator('#own'));
    expect(await pressedIn(page)).toEqual(['own']);
    await press(page, faceOf(page).reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(await statusIn(page)).toBe('decided');
  });
});

test.describe('full screen', () => {
  const STAGE = `<div id="stage"><button onclick="pressed.push('stage')">Play</button></div>
    <button id="enlarge" onclick="stage.requestFullscreen()">Enlarge</button>`;

  const enlarge = async (page: Page) => {
    await press(page, page.locator('#enlarge'));
    await page.waitForFunction(() => document.fullscreenElement?.id === 'stage');
  };
  const leave = (page: Page) => page.evaluate(() => document.exitFullscreen());

  test('lets the banner wait below it', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(STAGE) });
    await page.goto(site.url);
    await isInPage(page);
    await enlarge(page);
    await press(page, page.getByRole('button', { name: 'Play' }));
    await leave(page);
    await isInPage(page);

    await press(page, faceOf(page).reject);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect([await statusIn(page), await pressedIn(page)]).toEqual(['decided', ['stage']]);
  });

  test('lets a banner wait that comes meanwhile', async ({ page, serve }) => {
    const site = await serve({ '/': pageWith(STAGE) });
    await page.goto(site.url);
    const { accept, reject, banner, reopen } = faceOf(page);
    await accept.click();
    await expect(reopen).toBeVisible();
    await enlarge(page);
    await page.evaluate(() => window.commsorConsent?.show('banner'));
    await expect(banner).toBeHidden();
    await press(page, page.getByRole('button', { name: 'Play' }));
    await leave(page);
    await isInPage(page);

    await press(page, reject);
    await expect(reopen).toBeVisible();
    expect(await page.evaluate(() => window.commsorConsent?.allows('analytics'))).toBe(false);
    expect(await pressedIn(page)).toEqual(['stage']);
  });
});

test('a popover of the page closes and the banner is pressed, whichever came first', async ({ page, serve }) => {
  const site = await serve({
    '/': pageWith('<div id="menu" popover>A menu</div><script>document.getElementById("menu").showPopover()</script>'),
  });
  for (const isLater of [false, true]) {
    await page.goto(site.url);
    await isInPage(page);
    await page.evaluate((later) => {
      const menu = document.querySelector<HTMLElement>('#menu');
      if (later) menu?.hidePopover();
      menu?.togglePopover(true);
    }, isLater);

    await press(page, faceOf(page).preferences);
    await expect(faceOf(page).dialog).toBeVisible();
    await expect(page.locator('#menu')).toBeHidden();
  }
});
