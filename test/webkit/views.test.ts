/** The preferences, placeholders, and what is painted on top, in the engine of Safari. */
import { Key } from 'selenium-webdriver';
import { until, type WebKitPage } from '../support/webkit-page.ts';
import { errorsIn, expect, settle, test } from '../support/webkit-test.ts';

const allowed = (page: WebKitPage, name: string) => page.run((it) => window.commsorConsent!.allows(it), name);
const switchOf = (name: string) => `[part~="switch"][value="${name}"]`;

test('what is chosen in the preferences is a draft until it is saved', async ({ page, visit }) => {
  await visit();
  await page.pressPart('preferences');
  await page.press(switchOf('analytics'));
  expect(
    await page.run(
      (it) => document.querySelector('commsor-ui')!.shadowRoot!.querySelector<HTMLInputElement>(it)!.checked,
      switchOf('analytics'),
    ),
  ).toBe(true);
  expect(await allowed(page, 'analytics')).toBe(false);
  await page.pressPart('save');
  await page.gone('dialog');
  expect(await allowed(page, 'analytics')).toBe(true);
  expect(await allowed(page, 'marketing')).toBe(false);
});

test('Escape says once that changes are not saved, then closes, and the focus is where it was', async ({
  page,
  visit,
}) => {
  await visit();
  await page.pressPart('reject');
  const reopen = await page.part('reopen');
  await page.press(reopen);
  await page.press(switchOf('analytics'));
  await page.keys(Key.ESCAPE);
  const dialog = await page.part('dialog');
  await until(async () => (await dialog.getText()).includes('Your changes are not saved.'), 'it is said');
  await page.keys(Key.ESCAPE);
  await page.gone('dialog');
  expect(await allowed(page, 'analytics')).toBe(false);
  await until(async () => (await page.focus()) === 'reopen', 'the focus is on what opened it');
});

test('the focus stays in the preferences, and keys alone choose and save', async ({ page, visit }) => {
  await visit({ body: '<button id="outside">Outside</button>' });
  await page.pressPart('preferences');
  await page.part('dialog');
  const order = new Set<string>();
  for (let i = 0; i < 24; i++) {
    await page.keys(Key.TAB);
    order.add(await page.focus());
  }
  expect(order).not.toContain('outside');
  expect([...order]).toEqual(expect.arrayContaining(['switch', 'reject', 'accept', 'save']));
  const isOn = (value: string) =>
    page.run((it) => document.activeElement!.shadowRoot!.activeElement!.getAttribute('value') === it, value);
  while (!(await isOn('marketing'))) await page.keys(Key.TAB);
  await page.keys(Key.SPACE);
  while ((await page.focus()) !== 'save') await page.keys(Key.TAB);
  await page.keys(Key.ENTER);
  await page.gone('dialog');
  expect([await allowed(page, 'marketing'), await allowed(page, 'analytics')]).toEqual([true, false]);
});

test('a link to #consent opens the preferences', async ({ page, visit }) => {
  await visit({ body: '<a id="link" href="#consent">Cookies</a>' });
  await page.pressPart('reject');
  await page.gone('banner');
  await page.press('#link');
  await page.part('dialog');
});

test('an embed has a placeholder in its place and size, whose button lets it in', async ({ page, visit }) => {
  const site = await visit(
    {
      config: { services: { films: { title: 'Films', purposes: ['marketing'] } } },
      body: `<iframe id="film" data-consent="films" data-src="/film.html"
        width="560" height="315" title="A film"></iframe>`,
    },
    { '/film.html': '<!doctype html><title>A film</title>' },
  );
  await page.pressPart('reject');
  await page.gone('banner');
  const box = await page.find('commsor-embed');
  await until(async () => (await box.getText()).includes('Films'), 'it says whose');
  const { width, height } = await box.getRect();
  expect([width, height]).toEqual([564, 319]); // With the border that frames have.
  expect(site.count('/film.html')).toBe(0);
  await page.press(
    await page.element(() => document.querySelector('commsor-embed')?.shadowRoot?.querySelector('button')),
  );
  await until(async () => site.count('/film.html') === 1, 'it is let in');
  await page.waitFor(() => !document.querySelector('commsor-embed'));
});

test('words from right to left are mirrored', async ({ page, visit }) => {
  await page.resize(1200, 800);
  await visit({ config: { language: 'ar', ui: { layout: 'bar' } } });
  await page.part('banner');
  const [words, buttons] = await page.run(() =>
    ['.words', '.actions'].map(
      (it) => document.querySelector('commsor-ui')!.shadowRoot!.querySelector(it)!.getBoundingClientRect().left,
    ),
  );
  expect(words).toBeGreaterThan(buttons!);
});

const GATE = `<dialog id="gate" aria-label="Age"><style>
    dialog { width: 100%; height: 100%; max-width: none; max-height: none; box-sizing: border-box }
    dialog button { position: absolute; left: 0; right: 0; bottom: 0; height: 420px }
  </style><p>Are you of age?</p><input id="year" aria-label="Year">
  <button onclick="ran.push('subscribe')">Subscribe</button></dialog>`;

/** The card is where a press reaches it: in a modal dialog of ours. */
const isAbove = (page: WebKitPage) =>
  page.waitFor(() =>
    document.querySelector('commsor-ui')?.shadowRoot?.querySelector('dialog.above:modal [part~="banner"]'),
  );

for (const [name, begin, end] of [
  [
    'a dialog of the page',
    () => document.querySelector<HTMLDialogElement>('#gate')!.showModal(),
    () => document.querySelector<HTMLDialogElement>('#gate')!.close(),
  ],
  [
    'a page that is inert',
    () => {
      document.documentElement.inert = true;
    },
    () => {
      document.documentElement.inert = false;
    },
  ],
] as const) {
  test(`the banner is above ${name}: Reject rejects`, async ({ page, visit }) => {
    await visit({ body: GATE });
    await page.part('banner');
    await page.run(begin);
    await isAbove(page);
    await page.pressPart('reject');
    await page.gone('banner');
    expect(await page.run(() => [window.commsorConsent?.get().status, Reflect.get(window, 'ran').length])).toEqual([
      'decided',
      0,
    ]);
  });

  test(`the banner is back in the page after ${name}, which can be used`, async ({ page, visit }) => {
    await visit({ body: `${GATE}<button id="own" style="float: right" onclick="ran.push('own')">Own</button>` });
    await page.part('banner');
    await page.run(begin);
    await isAbove(page);
    await page.run(end);
    await page.find('[part~="banner"]:popover-open');
    await page.press('#own');
    await page.pressPart('accept');
    await page.part('reopen');
    expect(await page.run(() => Reflect.get(window, 'ran'))).toEqual(['own']);
  });
}

test('Escape steps aside from a dialog of the page, which gets its focus back; the banner returns after it', async ({
  page,
  visit,
}) => {
  await visit({ body: `${GATE}<script>document.getElementById('gate').showModal()</script>` });
  await isAbove(page);
  await page.keys(Key.ESCAPE);
  await page.waitFor(() => document.activeElement?.id === 'year');
  await page.press('#gate button');
  expect(await page.run(() => [window.commsorConsent?.get().status, ...Reflect.get(window, 'ran')])).toEqual([
    'undecided',
    'subscribe',
  ]);
  await page.keys(Key.ESCAPE);
  await page.find('[part~="banner"]:popover-open');
  await page.pressPart('reject');
  await page.gone('banner');
});

test('the modal layout holds the page until there is an answer', async ({ page, visit }) => {
  await visit({
    config: { ui: { layout: 'modal' } },
    body: `<button id="own" onclick="ran.push('own')">Own</button>`,
  });
  await page.find('dialog[part~="banner"]:modal');
  await page.keys(Key.ESCAPE, Key.ESCAPE);
  await page.press('#own');
  expect(await page.run(() => Reflect.get(window, 'ran'))).toEqual([]);
  await page.pressPart('reject');
  await page.gone('banner');
  await page.press('#own');
  expect(await page.run(() => Reflect.get(window, 'ran'))).toEqual(['own']);
});

test('in full screen the banner waits below, and is there afterwards', async ({ page, visit }) => {
  await visit({
    body: `<div id="stage"><button id="play" onclick="ran.push('stage')">Play</button></div>
      <button id="enlarge" style="float: right" onclick="stage.requestFullscreen()">Enlarge</button>`,
  });
  await page.part('banner');
  await page.press('#enlarge');
  await page.waitFor(() => document.fullscreenElement?.id === 'stage');
  await page.gone('banner');
  await page.press('#play');
  await page.run(() => document.exitFullscreen().then(() => true));
  await page.pressPart('reject');
  await page.gone('banner');
  expect(await page.run(() => [window.commsorConsent?.get().status, ...Reflect.get(window, 'ran')])).toEqual([
    'decided',
    'stage',
  ]);
});

test('a popover of the page closes when the banner is pressed', async ({ page, visit }) => {
  await visit({
    body: '<div id="menu" popover>A menu</div><script>document.getElementById("menu").showPopover()</script>',
  });
  await page.pressPart('preferences');
  await page.part('dialog');
  expect(await page.run(() => document.querySelector('#menu')!.matches(':popover-open'))).toBe(false);
});

test('?consent-proof shows whom the page has contacted', async ({ page, visit }) => {
  const site = await visit();
  await page.open(`${site.url}/?consent-proof`);
  await page.part('proof');
  const text = await page.run(
    () => document.querySelector('commsor-ui')!.shadowRoot!.querySelector('[part=proof]')!.shadowRoot!.textContent,
  );
  expect(text).toContain('So far this page has contacted no third party.');
});

for (const [what, before] of [
  [
    'popover',
    ['popover', 'showPopover', 'togglePopover'].map((name) => `delete HTMLElement.prototype.${name};`).join(' '),
  ],
  [
    'requestIdleCallback, scheduler and CookieStore',
    'delete window.requestIdleCallback; delete window.scheduler; delete window.cookieStore;',
  ],
  ['BroadcastChannel', 'delete window.BroadcastChannel;'],
] as const)
  test(`an older engine without ${what} shows the banner, and takes an answer`, async ({ page, visit }) => {
    await visit({ before: `<script>${before}</script>` });
    await page.pressPart('reject');
    await page.gone('banner');
    await page.pressPart('reopen');
    await page.pressPart('accept');
    await page.gone('dialog');
    await settle(page);
    expect(await allowed(page, 'analytics')).toBe(true);
    await page.part('reopen');
    await page.run(() => window.commsorConsent!.debug());
    await page.waitFor(() => document.querySelector('commsor-ui')!.shadowRoot!.querySelector('[part=debug]'));
    expect(await errorsIn(page)).toEqual([]);
  });
