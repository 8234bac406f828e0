import { contrastsIn, shortOf } from '../support/contrast-audit.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { expect, PICTURE, test } from '../support/gate-test.ts';

const services = {
  films: {
    title: 'Films',
    provider: 'Films International Ltd',
    policyUrl: 'https://films.example/privacy',
    purposes: ['marketing'],
    match: ['films.example'],
  },
};
const still = PICTURE.replace('</svg>', '<path fill="#777" d="M0 0h1v1H0z"/></svg>');
const frame = (attributes: string) => `<iframe data-consent="films" ${attributes}></iframe>`;
const film = 'data-consent-src="https://www.films.example/embed/1"';

test('over a picture every word and control can be read, and none is taken from another site', async ({
  page,
  visit,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).hostname));
  const scheme = 'html { background: #111 }';
  const site = await visit(
    {
      config: { services },
      head: `<style>${scheme}</style>`,
      body:
        frame(`${film} width="560" height="315" title="A long film" data-consent-preview="/still.svg"`) +
        frame(`${film} id="foreign" data-consent-preview="https://img.example/still.svg"`),
    },
    { '/still.svg': () => ({ body: still, headers: { 'content-type': 'image/svg+xml' } }) },
  );
  const card = page.locator('commsor-embed').first();
  await expect(card.getByRole('group', { name: 'A long film' })).toBeVisible();
  await expect.poll(() => site.count('/still.svg')).toBe(1);
  // What is measured is the colour that is declared below the words: they stand beside the picture.
  await expect
    .poll(() =>
      card.evaluate((host) => {
        const [picture, words] = [...host.shadowRoot!.children].map((it) => it.getBoundingClientRect());
        return [picture!.height, words!.height < picture!.height].join();
      }),
    )
    .toBe('315,true');
  expect(shortOf(await contrastsIn(page)).filter((pair) => !pair.includes('A page'))).toEqual([]);

  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'errors'))).toEqual(['bad-url foreign']);
  await expect(page.locator('commsor-embed')).toHaveCount(2);
  expect(asked.filter((host) => host.endsWith('example'))).toEqual([]);
});

test('at 200 by 150 nothing is cut, its buttons are in sight, and the rest is reached', async ({ page, visit }) => {
  await visit({
    config: { services, language: 'de' },
    body: frame(`${film} width="200" height="150" title="Donaudampfschifffahrt"`),
  });
  const card = page.locator('commsor-embed').getByRole('group');
  await expect(card).toBeVisible();
  const wide = await card.evaluate((box) =>
    [box, ...box.querySelectorAll<HTMLElement>('*')]
      .filter((it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).display !== 'inline')
      .map((it) => it.textContent),
  );
  expect(wide).toEqual([]);
  // A word that is cut stands on two lines.
  const cut = await card.evaluate((box) => {
    const words: string[] = [];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode as Text;
      for (const { 0: word, index } of data.matchAll(/[^\s.-]+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) words.push(word);
      }
    }
    return words;
  });
  expect(cut).toEqual([]);
  for (const name of ['Einmal laden', 'Immer erlauben'])
    await expect(card.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await card.getByRole('link').focus();
  await expect(card.getByRole('link')).toBeInViewport();
});

// A stock Firefox cannot be told that it prints.
test('paper says what is missing, and at which address it is found', ONE_ENGINE, async ({ page, visit }) => {
  const body = frame(`${film} width="560" height="315" title="A long film"`);
  await visit({ config: { services, ui: { theme: 'dark' } }, body });
  const card = page.locator('commsor-embed').getByRole('group');
  await expect(card.getByRole('button')).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(card).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(card.getByText('A long film')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(card).toHaveText(/A long film/);
  await expect(card.getByRole('button')).toHaveCount(0);
  await expect(card.getByText('It is not loaded')).toBeHidden();
  expect(await card.getByText('A long film').evaluate((title) => getComputedStyle(title, '::after').content)).toBe(
    '"https://www.films.example/embed/1"',
  );
});

test('a press on what the banner covers in part counts at once: nothing moves from under the pointer', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await visit({
    config: { services },
    body: `${frame(`${film} style="position: absolute; top: 150px; left: 16px; width: 900px; height: 500px"`)}
      <button style="position: absolute; top: 640px; left: 300px; width: 600px"
        onclick="this.textContent = 'Pressed'">Of the page</button><p style="height: 3000px">`,
  });
  await expect(faceOf(page).banner).toBeVisible();
  await page.getByRole('button', { name: 'Of the page' }).click({ position: { x: 500, y: 10 } });
  await expect(page.getByRole('button', { name: 'Pressed' })).toBeVisible();
  await page.getByRole('button', { name: 'Load this once' }).click();
  await expect(page.locator('commsor-embed')).toHaveCount(0);
});

test('in a frame of another site its buttons wait until they could be seen', async ({ page, site }) => {
  const inner = await site({ config: { services }, body: frame(`${film} title="A long film"`) });
  const framed = inner.url.replace('localhost', '127.0.0.1');
  const outer = await site(
    {},
    {
      '/outer': `<!doctype html><title>Another site</title><iframe id="x" src="${framed}" width="600" height="600"
        style="margin-top: 200vh"></iframe>`,
    },
  );
  await page.goto(`${outer.url}/outer`);
  const card = page.frameLocator('#x').locator('commsor-embed');
  const once = card.getByRole('button', { name: 'Load this once' });
  await expect(once).toBeAttached();
  // Out of sight for the visitor, a press does nothing, however long it is there.
  await once.evaluate((button: HTMLElement) => button.click());
  await expect(card).toHaveCount(1);
  await page.locator('#x').scrollIntoViewIfNeeded();
  await expect
    .poll(async () => {
      await once.evaluateAll((buttons) => (buttons as HTMLElement[]).forEach((button) => button.click()));
      return card.count();
    })
    .toBe(0);
});
