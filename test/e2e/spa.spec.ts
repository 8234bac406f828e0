import type { Page } from '@playwright/test';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { expect, grant, ranIn, sentinels, settle, test } from '../support/gate-test.ts';

/** A body of its own around the tag. */
const newBody = `const body = document.createElement('body');
  body.append(document.createElement('main'));
  body.firstChild.append(tag);`;

/** What routers and frameworks do to a page. Each gets a fresh tag for the new view. */
const moves = {
  'history.pushState and new content': `history.pushState({}, '', '?visit=' + visit);
    document.querySelector('main').replaceChildren(tag);`,
  'a new body, assigned': `${newBody} document.body = body;`,
  'a new body, replaced': `${newBody} document.body.replaceWith(body);`,
  'a new body and a new head': `const head = document.createElement('head');
    head.append(document.createElement('title'));
    document.head.replaceWith(head);
    ${newBody} document.body.replaceWith(body);`,
  'new children of <html>': `document.body.querySelector('main').replaceChildren(tag);
    document.documentElement.replaceChildren(document.head, document.body);`,
  'our element removed': `document.querySelectorAll('commsor-ui').forEach((element) => element.remove());
    document.querySelector('main').replaceChildren(tag);`,
  'the body by innerHTML': `document.body.innerHTML = '<main></main>';
    document.querySelector('main').innerHTML = tag.outerHTML;`,
  'a view transition': `const update = () => {
      document.body.innerHTML = '<main></main>';
      document.querySelector('main').append(tag);
    };
    if (document.startViewTransition)
      document.startViewTransition(update).ready.catch(() => 'skipped for the next one');
    else update();`,
} as const;

type Move = keyof typeof moves;

/** Does `move`, and tags the new view with a script that says `name`. */
const go = (page: Page, move: Move, name: string) =>
  page.evaluate(
    ([code, visit]) => {
      const tag = document.createElement('script');
      tag.type = 'text/plain';
      tag.dataset.consent = 'analytics';
      tag.textContent = `ran.push('${visit}');`;
      const script = document.createElement('script');
      script.textContent = `{ const visit = '${visit}'; const tag = document.importNode(window.tag, true); ${code} }`;
      Object.assign(window, { tag });
      document.head.append(script);
      script.remove();
    },
    [moves[move], name] as const,
  );

const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('commsor-ui').length);
const body = '<main><script type="text/plain" data-consent="analytics">ran.push(\'first\');</script></main>';

for (const move of Object.keys(moves) as Move[]) {
  test(`${move}: one banner while undecided, which works, and none after the answer`, async ({ page, visit }) => {
    await visit({ body });
    const { banner, accept, reopen } = faceOf(page);
    await expect(banner).toBeVisible();
    for (const name of ['one', 'two']) {
      await go(page, move, name);
      await expect(banner).toHaveCount(1);
      await expect(banner).toBeVisible();
      expect(await hosts(page)).toBe(1);
    }
    await accept.click();
    await expect(banner).toHaveCount(0);
    // Only what is in the page now; the tags of views that are gone went with them.
    await expect.poll(() => ranIn(page)).toEqual(['two']);
    for (const name of ['three', 'four']) {
      await go(page, move, name);
      await expect.poll(() => ranIn(page)).toContain(name);
      await expect(reopen).toBeVisible();
    }
    await settle(page);
    await expect(banner).toHaveCount(0);
    expect(await hosts(page)).toBe(1);
    expect(await ranIn(page)).toEqual(['two', 'three', 'four']);
  });
}

test('what is drawn below a view transition can be pressed after it', async ({ page, visit }) => {
  const parts: string[] = [];
  page.on('request', (request) => parts.push(new URL(request.url()).pathname));
  await visit({ body });
  const { announcer, banner, dialog, reopen } = faceOf(page);
  await expect(announcer).not.toBeEmpty();
  await page.addStyleTag({ content: '::view-transition-group(root) { animation: 9999s none }' });
  await page.evaluate(async () => {
    const transition = document.startViewTransition(() => undefined);
    Reflect.set(window, 'transition', transition);
    await transition.ready;
    await window.commsorConsent?.grant();
  });
  await expect(banner).toHaveCount(0);
  await expect(reopen).toBeVisible();
  await page.evaluate(async () => {
    const transition: ViewTransition = Reflect.get(window, 'transition');
    transition.skipTransition();
    await transition.finished;
  });
  await reopen.click();
  await expect(dialog).toBeVisible();
  // What keeps us above a modal page has nothing to do here.
  expect(parts.filter((path) => path.includes('top-layer'))).toEqual([]);
});

test('a script that takes our element out before the page has settled does not lose the banner', async ({
  page,
  site: start,
}) => {
  let answer = () => {};
  const kept = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/idle\.js/, async (route) => {
    await kept;
    await route.continue();
  });
  const site = await start({ body });
  await page.goto(site.url, { waitUntil: 'domcontentloaded' }); // In Firefox a part that is on its way holds `load` up.
  const { banner } = faceOf(page);
  await expect(banner).toBeVisible();
  await page.evaluate(() => document.querySelector('commsor-ui')?.remove());
  await expect(banner).toHaveCount(0);
  answer();
  await expect(banner).toBeVisible();
});

test('a new <html> keeps the banner, and so does what happens to that', async ({ page, visit }) => {
  await visit({ body });
  const { banner } = faceOf(page);
  await expect(banner).toBeVisible();
  await settle(page);
  await page.evaluate(() => {
    const html = document.createElement('html');
    html.append(document.createElement('head'), document.createElement('body'));
    document.documentElement.remove();
    setTimeout(() => document.append(html));
  });
  await expect(banner).toBeVisible();
  await page.evaluate(() => document.querySelector('commsor-ui')?.remove());
  await expect(banner).toBeVisible();
  expect(await hosts(page)).toBe(1);
});

test('the open preferences come back with what the visitor had not saved lost at most, never twice', async ({
  page,
  visit,
}) => {
  await visit({ body });
  const { dialog, preferences } = faceOf(page);
  await preferences.click();
  await expect(dialog).toBeVisible();
  await go(page, 'our element removed', 'one');
  await expect(dialog).toHaveCount(1);
  await expect(dialog).toBeVisible();
});

const NAVIGATIONS = 200;

test(
  `${NAVIGATIONS} navigations: each tag once, one banner or none, and nothing piles up`,
  ONE_ENGINE,
  async ({ page, context, visit, browserName }) => {
    test.setTimeout(90_000);
    await page.addInitScript(() => {
      // Listeners that are there: those of the SDK, since the pages have none.
      const listeners = { count: 0 };
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
        listeners.count += 1;
        const options = args[2];
        if (typeof options === 'object' && options.signal)
          addEventListener.call(options.signal, 'abort', () => (listeners.count -= 1), { once: true });
        else if (typeof options === 'object' && options.once && typeof args[1] === 'function')
          addEventListener.call(this, args[0], () => (listeners.count -= 1), { once: true });
        return addEventListener.apply(this, args);
      };
      EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
        listeners.count -= 1;
        return removeEventListener.apply(this, args);
      };
      Object.assign(window, { listeners });
    });
    await visit({ body }, sentinels);
    await grant(page);
    const all = Object.keys(moves) as Move[];
    const metrics = browserName === 'chromium' ? await context.newCDPSession(page) : null;
    const measure = async () => {
      await metrics?.send('HeapProfiler.collectGarbage');
      const { metrics: values = [] } = (await metrics?.send('Performance.getMetrics')) ?? {};
      const valueOf = (name: string) => values.find((one) => one.name === name)?.value ?? 0;
      const own = await page.evaluate(() => ({
        listeners: Reflect.get(window, 'listeners').count as number,
        elements: document.querySelector('commsor-ui')?.shadowRoot?.querySelectorAll('*').length,
        links: document.querySelectorAll('link').length,
      }));
      return { ...own, nodes: valueOf('Nodes'), browserListeners: valueOf('JSEventListeners') };
    };
    await metrics?.send('Performance.enable');

    let early: Awaited<ReturnType<typeof measure>> | undefined;
    for (let i = 0; i < NAVIGATIONS; i++) {
      await go(page, all[i % all.length] ?? 'our element removed', `visit ${i}`);
      await page.waitForFunction((name) => Reflect.get(window, 'ran').includes(name), `visit ${i}`);
      if (i !== 39) continue;
      await settle(page); // All parts are there that come at the end.
      early = await measure();
    }
    await settle(page);
    const late = await measure();
    const ran = await ranIn(page);
    expect(ran).toEqual(['first', ...Array.from({ length: NAVIGATIONS }, (_, i) => `visit ${i}`)]);
    expect(await hosts(page)).toBe(1);
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(late).toMatchObject({ elements: early?.elements, links: early?.links });
    expect(late.listeners).toBeLessThanOrEqual((early?.listeners ?? 0) + 2);
    // A leak would grow with the navigations; a few that the browser has not collected yet are none.
    await expect
      .poll(async () => (await measure()).browserListeners)
      .toBeLessThanOrEqual((early?.browserListeners ?? 0) + NAVIGATIONS / 10);
    expect(late.nodes).toBeLessThanOrEqual((early?.nodes ?? 0) * 1.2 + 100);
  },
);
