import type { BrowserContext, Page } from '@playwright/test';
import { services as table } from '../../src/services/table.ts';
import type { ConsentConfig } from '../../src/api.ts';
import { presetChoice, storedChoice } from '../../src/testing/choice.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { errorsIn, expect, settle, test, withdraw } from '../support/gate-test.ts';

/** What trackers left in an earlier life of the site, and what the site itself keeps. */
const THEIRS = ['_clck', '_fbp', '_ga', '_ga_ABC123'];
const OWN = ['PHPSESSID', 'cart'];
const ALL = [...THEIRS, ...OWN].toSorted();

const namesOf = async (context: BrowserContext) =>
  (await context.cookies())
    .map(({ name }) => name)
    .filter((name) => name !== 'commsor_consent')
    .toSorted();

/** Counts what a page writes into `document.cookie`, by name, before any script of it runs. */
const countWrites = (page: Page) =>
  page.addInitScript(() => {
    const written: string[] = [];
    Reflect.set(window, 'written', written);
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    if (!own) return;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...own,
      set(text: string) {
        written.push(text.split('=', 1)[0] ?? '');
        own.set?.call(this, text);
      },
    });
  });
const writtenIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set<string>(Reflect.get(window, 'written'))].toSorted());

for (const { site, services } of [
  { site: 'a pasted tag', services: undefined },
  { site: 'a tag manager alone', services: { 'google-tag-manager': table['google-tag-manager'] } },
]) {
  const config: Partial<ConsentConfig> = services ? { services } : {};

  test.describe(`with ${site}, what the table knows of is deleted`, services ? ONE_ENGINE : {}, () => {
    test('by a click on Reject, and nothing else is', async ({ page, context, site: serve }) => {
      const { url } = await serve({ config });
      await context.addCookies(ALL.map((name) => ({ name, value: '1', url })));
      await countWrites(page);
      await page.goto(url);
      await page.evaluate(() => {
        for (const key of ['_hjSession', 'theme']) localStorage.setItem(key, '1');
      });
      await faceOf(page).reject.click();
      await expect.poll(() => namesOf(context)).toEqual(OWN);
      await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['theme']);
      expect(await writtenIn(page)).toEqual([...THEIRS, 'commsor_consent'].toSorted());
      expect(await errorsIn(page)).toEqual([]);
    });

    test('at the next visit, for what was refused alone', async ({ page, context, site: serve }) => {
      const { url } = await serve({ config });
      const value = storedChoice({ granted: ['analytics'], denied: ['marketing', 'preferences'] });
      await context.addCookies([...ALL, 'commsor_consent'].map((name) => ({ name, value, url })));
      await page.goto(url);
      await expect.poll(() => namesOf(context)).toEqual(ALL.filter((name) => name !== '_fbp'));
    });

    test('from a parent domain, by a withdrawal', async ({ page, context, site: serve }) => {
      const address = new URL((await serve({ config: { ...config, onWithdraw: 'keep' } })).url);
      address.hostname = 'shop.sister.localhost';
      await presetChoice(context, { granted: ['preferences', 'analytics', 'marketing'] }, { url: address.href });
      await page.goto(address.href);
      await page.evaluate((names) => {
        for (const name of names) document.cookie = `${name}=1; Path=/; Domain=sister.localhost`;
      }, ALL);
      await expect.poll(() => namesOf(context)).toEqual(ALL);
      await withdraw(page);
      await expect.poll(() => namesOf(context)).toEqual(OWN);
    });
  });
}

/** Resolves when the part that sweeps would have been asked for: what begins with the page at rest has begun. */
const atRest = async (page: Page) => {
  await expect(faceOf(page).announcer).toBeAttached();
  await settle(page);
};
const isAskedFor = (page: Page, part: string) =>
  page.evaluate((file) => performance.getEntriesByType('resource').some(({ name }) => name.includes(file)), part);

test('who has not answered keeps everything: a sister site may have been allowed to set it', async ({
  page,
  context,
  site,
}) => {
  const { url } = await site({});
  await context.addCookies(ALL.map((name) => ({ name, value: '1', url })));
  await page.goto(url);
  await atRest(page);
  expect(await isAskedFor(page, 'withdrawal.js')).toBe(false);
  expect(await namesOf(context)).toEqual(ALL);
});

test('what sweeps is not loaded where nothing is kept but the answer', async ({ page, context, site }) => {
  const { url } = await site({});
  await presetChoice(context, { denied: ['preferences', 'analytics', 'marketing'] }, { url });
  await page.goto(url);
  await atRest(page);
  expect(await isAskedFor(page, 'withdrawal.js')).toBe(false);
});

test('a withdrawal with the whole table and 40 cookies writes the names that are there, and no others', async ({
  page,
  context,
  site,
}) => {
  const { url } = await site({ config: { onWithdraw: 'keep', services: table } });
  const known = ['_ga', '_fbp', '_clck', '_clsk', '_gid', '_hjid', ...Array.from({ length: 14 }, (_, i) => `_ga_${i}`)];
  const own = Array.from({ length: 20 }, (_, i) => `own${i}`);
  await presetChoice(context, { granted: ['preferences', 'analytics', 'marketing'] }, { url });
  await context.addCookies([...known, ...own].map((name) => ({ name, value: '1', url })));
  await countWrites(page);
  await page.goto(url);
  await page.waitForFunction(() => 'commsorConsent' in window);
  await withdraw(page);
  await expect.poll(() => namesOf(context)).toEqual(own.toSorted());
  expect(await writtenIn(page)).toEqual([...known, 'commsor_consent'].toSorted());
  expect(await errorsIn(page)).toEqual([]);
});
