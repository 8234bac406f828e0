import { brandRules, frames, pageWith, schemeOf } from '../support/brand-rules.ts';
import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

brandRules('light');

test('a placeholder has the scheme of the section that it stands in, on the screen or below it', async ({
  page,
  demo,
}) => {
  const section = (css: string) =>
    `<section style="height: 900px; ${css}"><iframe
      data-consent="marketing" data-consent-src="/blog"></iframe></section>`;
  await page.goto(
    await demo.store(pageWith('', section('background: #111') + section('') + section('background: #222'))),
  );
  const placeholders = page.locator('commsor-embed');
  await expect(placeholders).toHaveCount(3);
  await frames(page);
  const schemes = await placeholders.evaluateAll((all) =>
    all.map((host) => getComputedStyle(host.shadowRoot!.firstElementChild!).colorScheme.replace('normal', 'light')),
  );
  expect(schemes).toEqual(['dark', 'light', 'dark']);
});

test('an ink that cannot be read on the accent gives way, and one that can stays', async ({ page, demo }) => {
  const inkOn = async (accent: string, ink: string) => {
    await page.goto(await demo.store(pageWith(`:root { --commsor-accent: ${accent}; --commsor-accent-ink: ${ink} }`)));
    await expect(faceOf(page).accept).toBeVisible();
    await frames(page);
    return faceOf(page).accept.evaluate((button) => getComputedStyle(button).color);
  };
  expect(await inkOn('#ffd400', '#fff')).toMatch(/^color\(xyz-d65 0 0 0\)/);
  expect(await inkOn('#ffd400', '#3a0d4f')).toBe('rgb(58, 13, 79)');
});

test('a theme that changes while the card is up is followed, also in a transition', async ({ page, demo }) => {
  await page.goto(
    await demo.store(
      pageWith('html { background: #fff; transition: background 100ms } html.night { background: #101014 }'),
    ),
  );
  await expect.poll(() => schemeOf(page)).toBe('light');
  await page.evaluate(() => document.documentElement.classList.add('night'));
  await expect.poll(() => schemeOf(page)).toBe('dark');
  await page.evaluate(() => document.documentElement.classList.remove('night'));
  await expect.poll(() => schemeOf(page)).toBe('light');
});

test('a modal dialog has the scheme of what it lies above, which it makes inert', async ({ page, demo }) => {
  const css = `body { background: none }
    #app { min-height: 100vh; background: #101014 } .day #app { background: #fff }
    #menu { position: fixed; inset: 0; background: #fff; opacity: 0; visibility: hidden }`;
  const app = '<div id="app"><main>Words</main></div><div id="menu">Closed</div><dialog>Closed too</dialog>';
  const schemeOfDialog = () => faceOf(page).dialog.evaluate((dialog) => getComputedStyle(dialog).colorScheme);
  await page.goto(await demo.store(pageWith(css, app)));
  await faceOf(page).preferences.click();
  await expect.poll(schemeOfDialog).toBe('dark');
  await page.evaluate(() => document.documentElement.classList.add('day'));
  await expect.poll(schemeOfDialog).toBe('light');
  await page.goto(await demo.store(pageWith(css, app).replace('data-policy', 'data-layout="modal" data-policy')));
  await expect.poll(() => schemeOf(page)).toBe('dark');
});

test('what lies behind a card is followed, whatever a router puts into its place, and in however many steps', async ({
  page,
  demo,
}) => {
  const css = `#app > main { min-height: 100vh; background: #fff; transition: opacity 60ms } .night { color: #fff }
    #app > main.night { background: #101014 } #menu, #glass { position: fixed; inset: 0; background: #fff; opacity: 0 }
    #menu { visibility: hidden; opacity: 1 } .glass { opacity: 0 }`;
  const body = '<div id="app"></div><div id="menu">Closed</div><div id="glass" inert></div>';
  const turn = (look: string) =>
    page.evaluate(async (name) => {
      const app = document.getElementById('app')!;
      app.replaceChildren();
      // Nothing is there for a while, and what comes fades in.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const main = Object.assign(document.createElement('main'), { className: `${name} glass`, textContent: 'Words' });
      app.append(main);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      main.classList.remove('glass');
    }, look);
  await page.goto(await demo.store(pageWith(css, body)));
  for (const view of ['banner', 'dialog'] as const) {
    if (view === 'dialog') await faceOf(page).preferences.click();
    const scheme = () =>
      faceOf(page)[view].evaluate((card) => getComputedStyle(card).colorScheme.replace(/^normal$/, 'light'));
    await expect.poll(scheme, `a light page behind the ${view}`).toBe('light');
    await turn('night');
    await expect.poll(scheme, `a dark page behind the ${view}`).toBe('dark');
    await turn('day');
    await expect.poll(scheme, `a light page behind the ${view}`).toBe('light');
  }
});

test('a page that has a modal dialog of its own keeps the scheme of the banner', async ({ page, demo }) => {
  const css = 'body { background: none } #app { min-height: 100vh; background: #101014 }';
  await page.goto(await demo.store(pageWith(css, '<div id="app">Words</div><dialog>Theirs</dialog>')));
  await expect.poll(() => schemeOf(page)).toBe('dark');
  await page.evaluate(() => {
    document.querySelector('dialog')!.showModal();
    document.body.classList.add('locked');
  });
  await frames(page);
  await frames(page);
  expect(await schemeOf(page)).toBe('dark');
});

test('above a dark bar the re-open control has the scheme of the page, where it stands', async ({ page, demo }) => {
  const css = '#bar { position: fixed; inset: auto 0 0; height: 72px; background: #111 }';
  await page.goto(await demo.store(pageWith(css, '<div id="bar"></div>')));
  await faceOf(page).reject.click();
  const standing = () =>
    faceOf(page).reopen.evaluate(({ parentElement }) => {
      const { colorScheme, translate } = getComputedStyle(parentElement!);
      return [colorScheme.replace('normal', 'light'), translate];
    });
  await expect.poll(standing).toEqual(['light', '0px -64px']);
});

for (const [page, css, body, font] of [
  ['names a font alone', 'body { font-family: Verdana }', '', 'Verdana, system-ui'],
  ['ends in a generic one', 'body { font-family: Verdana, serif }', '', 'Verdana, serif, system-ui'],
  [
    'gives a font to its paragraphs',
    'p { font-family: Georgia } h1 { font-family: Impact }',
    'p',
    'Georgia, system-ui',
  ],
  ['gives a font to none', '', 'p', 'system-ui, system-ui'],
  ['gives our own token', ':root { --commsor-font: Verdana }', 'p', 'Verdana, system-ui'],
] as const) {
  test(`the card has the font of a page that ${page}`, async ({ page: tab, demo }) => {
    const words = '<h1>Title</h1><p>A paragraph of many words.</p><p>Another one.</p>';
    await tab.goto(await demo.store(pageWith(css, body && words)));
    const familyOf = () => faceOf(tab).accept.evaluate((button) => getComputedStyle(button).fontFamily);
    await expect.poll(familyOf).toBe(font);
  });
}

test('a theme that the site asks for stands on any ground', async ({ page, demo }) => {
  await page.goto(
    await demo.store(pageWith('body { background: #111 }').replace('data-policy', 'data-theme="light" data-policy')),
  );
  await expect.poll(() => schemeOf(page)).toBe('light');
});
