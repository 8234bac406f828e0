import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { root } from '../../scripts/setup.mjs';
import { expect, test, type Demo } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

// The tools have pages of their own, see demo/README.md.
const tools = ['/builder/', '/preview/'].filter((path) => existsSync(join(root, 'demo', path)));
const site = [
  '/',
  '/pricing',
  '/blog',
  '/blog/perseids-in-four-minutes',
  '/blog/why-our-lamps-are-red',
  '/blog/a-new-belt-for-the-refractor',
  '/privacy',
  '/thanks',
  '/pages/',
  '/nowhere',
  ...tools,
];

interface BehaviourPage {
  readonly name: string;
  readonly path: string;
  readonly untagged: boolean;
}

/** What reached the third party before consent, page by page; nothing, if all is well. */
async function leaksOf(page: Page, demo: Demo, paths: readonly string[]): Promise<string[]> {
  test.slow(); // Many pages, one after the other.
  const leaks: string[] = [];
  for (const path of paths) {
    demo.newRun();
    const response = await page.goto(demo.url(path));
    const hasSdk = /\/dist\/(commsor|index)/.test((await response?.text()) ?? '');
    const entries = hasSdk ? await demo.settled(page) : await demo.log();
    leaks.push(...entries.map((entry) => `${path}: ${entry.path}`));
  }
  return leaks;
}

test.describe('before consent nothing reaches the third party', () => {
  test('from any page of the site', async ({ page, demo }) => {
    expect(await leaksOf(page, demo, site)).toEqual([]);
  });

  const parts = [0, 1, 2, 3];
  for (const part of parts) {
    test(`from any page of one behaviour (part ${part + 1} of ${parts.length})`, async ({ page, demo, request }) => {
      const all = (await (await request.get(demo.url('/api/pages'))).json()) as BehaviourPage[];
      expect(all.length).toBeGreaterThan(60);
      const held = all.filter(({ untagged }) => !untagged);
      expect(
        await leaksOf(
          page,
          demo,
          held.filter((_, i) => i % parts.length === part).map(({ path }) => path),
        ),
      ).toEqual([]);
    });
  }

  test('while the log sees what the same tools do without us', async ({ page, demo }) => {
    await page.goto(demo.url('/pages/control.html'));
    await expect
      .poll(async () => vendorsOf(await demo.log()))
      .toEqual(['mixpanel', 'posthog', 'segment', 'tag-manager']);
  });
});

const vendorsOf = (entries: readonly { vendor: string }[]) =>
  [...new Set(entries.map(({ vendor }) => vendor))].toSorted();

/** Names of what the origin keeps in this browser, by the tools or by the demo's own drawer, apart from our own. */
async function leftovers(page: Page, context: BrowserContext): Promise<string[]> {
  const storage = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);
  const cookies = (await context.cookies()).filter(({ domain }) => domain.includes('localhost'));
  return [...cookies.map(({ name }) => name), ...storage].filter((name) => name !== 'commsor_consent').toSorted();
}

for (const { vendor, name, event, keeps } of [
  { vendor: 'posthog', name: 'vendor-posthog', event: '$pageview', keeps: /^ph_/ },
  { vendor: 'mixpanel', name: 'vendor-mixpanel', event: '$mp_web_page_view', keeps: /^mp_/ },
  { vendor: 'segment', name: 'vendor-segment', event: 'page', keeps: /^ajs_/ },
  { vendor: 'tag-manager', name: 'vendor-manager', event: 'page_view', keeps: /^_tm_/ },
]) {
  // In every engine all four are tried at once, on the site.
  test(
    `${vendor}: silent, works after Accept, silent and gone again after withdrawal and reload`,
    ONE_ENGINE,
    async ({ page, context, demo }) => {
      const path = `/pages/${name}.html`;
      await page.goto(demo.url(path));
      const { accept, reopen, dialog } = faceOf(page);
      await expect(accept).toBeVisible();
      expect(await demo.settled(page)).toEqual([]);
      expect(await leftovers(page, context)).toEqual([]);

      await accept.click();
      const reported = async () => (await demo.log()).flatMap((entry) => (entry.vendor === vendor ? entry.events : []));
      await expect.poll(reported).toContain(event);
      await expect
        .poll(async () => (await leftovers(page, context)).filter((key) => keeps.test(key)).length)
        .toBeGreaterThan(0);

      await reopen.click();
      const reloaded = page.waitForEvent('load');
      await dialog.getByRole('button', { name: 'Reject all' }).click();
      await reloaded;
      await expect(reopen).toBeVisible();
      demo.newRun();
      await page.goto(demo.url(path));
      expect(await demo.settled(page), 'requests after the withdrawal').toEqual([]);
      await expect.poll(() => leftovers(page, context)).toEqual([]);
    },
  );
}

test('the embedded video is asked for when it is allowed, and its player sends no word before', async ({
  page,
  demo,
}) => {
  await page.goto(demo.url('/blog/perseids-in-four-minutes'));
  const { banner, accept } = faceOf(page);
  await expect(banner).toBeVisible();
  expect(await demo.settled(page)).toEqual([]);
  await accept.click();
  await expect
    .poll(async () =>
      (await demo.log()).filter(({ vendor }) => vendor === 'video').map(({ path }) => path.split('?')[0]),
    )
    .toEqual(['/video', '/video/view']);
});

test('on every page each tool works after Accept; after the withdrawal none does, and nothing is left', async ({
  page,
  context,
  demo,
}) => {
  await page.goto(demo.url('/'));
  const { accept, reopen, dialog } = faceOf(page);
  await accept.click();
  const four = ['mixpanel', 'posthog', 'segment', 'tag-manager'];
  const reporting = async () => vendorsOf((await demo.log()).filter(({ events }) => events.length));
  await expect.poll(reporting).toEqual(four);

  demo.newRun();
  await page.goto(demo.url('/pricing'));
  await expect.poll(reporting).toEqual(four);
  expect((await leftovers(page, context)).length).toBeGreaterThan(3);

  await reopen.click();
  const reloaded = page.waitForEvent('load');
  await dialog.getByRole('button', { name: 'Reject all' }).click();
  await reloaded;
  await expect(reopen).toBeVisible();
  demo.newRun();
  for (const path of ['/', '/blog/perseids-in-four-minutes']) {
    await page.goto(demo.url(path));
    expect(await demo.settled(page)).toEqual([]);
  }
  await expect.poll(() => leftovers(page, context)).toEqual([]);
});

test('after Reject no tool of the site is ever asked for', async ({ page, demo }) => {
  await page.goto(demo.url('/'));
  await faceOf(page).reject.click();
  await expect(faceOf(page).banner).toHaveCount(0);
  for (const path of ['/pricing', '/blog/perseids-in-four-minutes', '/']) {
    await page.goto(demo.url(path));
    expect(await demo.settled(page)).toEqual([]);
  }
});
