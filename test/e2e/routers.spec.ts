import type { Page } from '@playwright/test';
import { consentPage } from '../support/consent-page.ts';
import { expect, grant, ranIn, sentinels, settle, test, withdraw } from '../support/gate-test.ts';
import { libraryFile } from '../support/library.ts';

const NAVIGATIONS = 4;

const libraries = {
  'Turbo 8': { file: '@hotwired/turbo/dist/turbo.es2017-umd.js', body: '<div>', once: 'data-turbo-eval="false"' },
  'htmx 1': { file: 'htmx1/dist/htmx.min.js', body: '<div hx-boost="true">', once: '' },
  'htmx 2': { file: 'htmx.org/dist/htmx.min.js', body: '<div hx-boost="true">', once: '' },
};

type Tag = (attributes: string, text?: string) => string;
const untagged: Tag = (attributes, text = '') => `<script ${attributes}>${text}</script>`;
const tagged: Tag = (attributes, text = '') =>
  untagged(`type="text/plain" data-consent="analytics" ${attributes}`, text);

/** What loads from elsewhere as soon as it is in the page with its address. */
const embeds =
  '<iframe data-consent="analytics" data-consent-placeholder="none" data-consent-src="/framed" title="Film"></iframe>' +
  '<div data-consent="analytics"><iframe data-consent-src="/framed?inside" title="Film"></iframe></div>' +
  '<link rel="stylesheet" data-consent="analytics" data-consent-href="/style.css">' +
  '<iframe data-consent="analytics" data-consent-placeholder="none" ' +
  `data-consent-srcdoc="<img src='/style.css?words' alt=''>" title="Words"></iframe>`;
const embedded = { '/framed': '<!doctype html><title>A frame</title>', '/style.css': '' };

/** Two pages that lead to each other, with scripts in head and body, external and inline. */
function pagesOf(library: keyof typeof libraries, tag: Tag): Record<string, string> {
  const { file, body, once } = libraries[library];
  const page = (name: string, other: string) =>
    consentPage({
      config: { onWithdraw: 'keep', ui: { headless: true } },
      head:
        // Whether Turbo shows a kept copy before the answer comes depends on how fast that is.
        '<meta name="turbo-cache-control" content="no-preview"><script src="/library.js"></script>' +
        tag('', `ran.push('head inline');`) +
        tag('src="/script.js?head"') +
        tag(once, `ran.push('head once');`),
      body:
        `${body}<h2 id="name">${name}</h2><a id="go" href="/${other}">Go to ${other}</a>` +
        tag('', `ran.push('body inline');`) +
        tag('src="/script.js?body"') +
        tag(once, `ran.push('body once');`) +
        `<p id="without" data-consent="!analytics" hidden>Without</p>` +
        `<p id="with" data-consent="analytics" hidden>With</p>${name === 'a' ? embeds : ''}</div>`,
    });
  const [a, b] = [page('a', 'b'), page('b', 'a')];
  return { '/': a, '/a': a, '/b': b, '/library.js': libraryFile(file), ...embedded };
}

const script = ({ path }: { path: string }) => `ran.push('${path.split('?')[1]} external');`;

async function go(page: Page): Promise<void> {
  const name = await page.locator('#name').textContent();
  await page.locator('#go').click();
  await expect(page.locator('#name')).toHaveText(name === 'a' ? 'b' : 'a');
  await expect(page.locator('html[data-turbo-preview]')).toHaveCount(0);
}

/** How often each has said that it ran. */
async function runsOf(page: Page): Promise<Record<string, number>> {
  await settle(page);
  const counts: Record<string, number> = {};
  for (const line of await ranIn(page)) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
}

for (const answer of ['none', 'given', 'withdrawn'] as const)
  test(`Turbo 8 refreshes a page by morphing it, the answer ${answer}: nothing runs again, flashes or leaks`, async ({
    page,
    serve,
    uncaught,
  }) => {
    const site = await serve({
      '/': consentPage({
        config: { onWithdraw: 'keep' },
        head:
          '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">' +
          '<script src="/library.js"></script>',
        body:
          '<iframe id="film" data-consent="analytics" data-consent-src="/frame.html" title="Film"></iframe>' +
          '<p id="with" data-consent="analytics" hidden>With</p><p id="bare" data-consent="analytics">Offer</p>' +
          tagged('', `ran.push('inline');`) +
          tagged('src="/script.js?external"'),
      }),
      ...sentinels,
      '/frame.html': '<!doctype html><title>A frame</title>',
      '/library.js': libraryFile(libraries['Turbo 8'].file),
      '/script.js': script,
    });
    await page.goto(site.url);
    await expect(page.locator('commsor-embed')).toHaveCount(1);
    if (answer !== 'none') await grant(page);
    const runs = answer === 'none' ? {} : { inline: 1, 'external external': 1 };
    await expect.poll(() => runsOf(page)).toEqual(runs);
    if (answer === 'withdrawn') await withdraw(page);
    await expect(page.locator('commsor-embed')).toHaveCount(answer === 'given' ? 0 : 1);
    const titleOf = () =>
      page.evaluate(() => document.querySelector<HTMLIFrameElement>('#film')?.contentDocument?.title);
    await expect.poll(titleOf).toBe(answer === 'given' ? 'A frame' : '');
    const asked = site.count('/frame.html');
    await page.evaluate(() => {
      const leaks: string[] = [];
      const look = () => {
        for (const id of ['film', 'with', 'bare']) if (document.getElementById(id)?.checkVisibility()) leaks.push(id);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { leaks });
    });
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('turbo:morph', resolve, { once: true });
          Reflect.get(window, 'Turbo').session.refresh(location.href);
        }),
    );
    expect(await runsOf(page)).toEqual(runs);
    await expect(page.locator('commsor-embed')).toHaveCount(answer === 'given' ? 0 : 1);
    const seen = new Set(await page.evaluate(() => Reflect.get(window, 'leaks') as string[]));
    expect([...seen]).toEqual(answer === 'given' ? ['film', 'with', 'bare'] : []);
    // An open frame shows on what it shows.
    expect(site.count('/frame.html')).toBe(asked);
    expect(await titleOf()).toBe(answer === 'given' ? 'A frame' : '');
    expect(uncaught).toEqual([]);
  });

for (const library of ['Turbo 8', 'htmx 1', 'htmx 2'] as const) {
  for (const when of ['before', 'after'] as const)
    test(`${library}: over ${NAVIGATIONS} navigations tags run as often as others, allowed ${when} the first`, async ({
      page,
      serve,
    }) => {
      const visit = async (tag: Tag) => {
        const site = await serve({ ...pagesOf(library, tag), ...sentinels, '/script.js': script });
        await page.goto(site.url);
        if (when === 'before') await grant(page);
        for (let i = 0; i < NAVIGATIONS; i++) {
          await go(page);
          if (i === 0 && when === 'after') await grant(page);
        }
        return runsOf(page);
      };
      const wanted = await visit(untagged);
      const runs = await visit(tagged);
      if (when === 'before') expect(runs).toEqual(wanted);
      // The page that was left before has not run, and no page runs more often than it would untagged.
      else
        for (const [line, count] of Object.entries(runs))
          expect.soft(count, line).toBeLessThanOrEqual(wanted[line] ?? 0);
    });

  test(`${library}: what is shown again from a kept copy obeys the answer of now`, async ({
    page,
    serve,
    uncaught,
  }) => {
    const site = await serve({ ...pagesOf(library, tagged), ...sentinels, '/script.js': script });
    await page.goto(`${site.url}/a`);
    await grant(page);
    await expect(page.locator('#with')).toBeVisible();
    const asked = () => ['/script.js?body', ...Object.keys(embedded)].map((path) => site.count(path));
    await expect.poll(() => asked().every(Boolean)).toBe(true);
    await go(page);
    await withdraw(page);
    await runsOf(page);
    await page.evaluate(() => (Reflect.get(window, 'ran').length = 0));
    const before = asked();
    await page.evaluate(() => history.back());
    await expect(page.locator('#name')).toHaveText('a');
    await expect(page.locator('#without')).toBeVisible();
    await expect(page.locator('#with')).toBeHidden();
    expect(await runsOf(page)).toEqual({});
    expect(asked()).toEqual(before);

    await grant(page);
    await expect(page.locator('#with')).toBeVisible();
    await expect(page.locator('#without')).toBeHidden();
    expect(uncaught).toEqual([]);
  });
}
