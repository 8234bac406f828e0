import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { Page } from '@playwright/test';
import { dist } from '../support/dist.ts';
import { violationsOf } from '../support/axe.ts';
import { expect, ran, test as base } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const configuration = {
  policy: { url: '/privacy', version: '7' },
  onWithdraw: 'keep',
  controller: {
    name: 'Gartenwerk GmbH',
    address: 'Lindenstraße 4\n10969 Berlin',
    email: 'privacy@gartenwerk.example',
    dataProtectionOfficer: 'dpo@gartenwerk.example',
    authority: 'https://authority.example/complain',
  },
  purposes: {
    analytics: {},
    marketing: {},
    measuring: { title: 'Measuring', description: 'Counts.', legalBasis: 'legitimate-interest' },
  },
  services: {
    atlas: { title: 'Atlas', purposes: ['analytics'], cookies: ['_atlas'], storageKeys: { local: ['atlas'] } },
  },
};

const pageOf = (config: object) => `<!doctype html><html lang="en"><head><title>Rights</title>
  <script>window.__ran = [];</script>
  <script type="application/json" id="commsor-consent-config">${JSON.stringify(config)}</script>
  <script src="/dist/commsor.js"></script></head><body><main><h1>Rights</h1>
  <div data-consent="measuring" hidden>We measure.</div>
  <script type="text/plain" data-consent="atlas">__ran.push('atlas');</script></main></body></html>`;

const partsOf = (page: Page) => {
  const section = page.locator('commsor-ui [part~="rights"]');
  return {
    section,
    said: section.getByRole('status'),
    download: section.locator('[part~="download"]'),
    object: section.locator('[part~="object"]'),
    withdraw: section.locator('[part~="withdraw"]'),
    forget: section.locator('[part~="forget"]'),
    cancel: section.locator('[part~="cancel"]'),
  };
};

/** Opens the preferences of a page, on which everything was accepted before where `isAccepted`. */
const test = base.extend<{ open: (config?: object, isAccepted?: boolean) => Promise<ReturnType<typeof partsOf>> }>({
  open: async ({ page, demo }, use) => {
    await use(async (config = configuration, isAccepted = true) => {
      await page.goto(await demo.store(pageOf(config)));
      const face = faceOf(page);
      await expect(face.banner).toBeVisible();
      if (isAccepted) {
        await face.accept.click();
        await face.reopen.click();
      } else await face.preferences.click();
      await expect(face.dialog).toBeVisible();
      return partsOf(page);
    });
  },
});

const state = (page: Page) => page.evaluate(() => window.commsorConsent!.get());

test('a copy is saved as a file, which people can read and machines can check', async ({ page, open }) => {
  const { download, said } = await open();
  const { record } = await state(page);
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);

  expect(file.suggestedFilename()).toMatch(/^privacy-localhost-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await file.path(), 'utf8');
  const receipt = JSON.parse(text);
  const schema = JSON.parse(readFileSync(join(dist, 'receipt.schema.json'), 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  expect(validate(receipt), JSON.stringify(validate.errors)).toBe(true);
  expect(receipt).toMatchObject({
    record_id: record?.id,
    controller: 'Gartenwerk GmbH',
    policy_version: '7',
    consent_model: 'opt-in',
    events: [{ event_state: 'given', method: 'banner' }],
  });
  expect(text).toContain('Counts visits so that we can improve pages.');
  await expect(said).toHaveText('Your browser is saving the copy.');
});

test('what was answered is told in full, with who is responsible', ONE_ENGINE, async ({ page, open }) => {
  const { section } = await open();
  const { record } = await state(page);
  const row = (name: string) => section.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  const moment = row('Answered on').locator('time');
  await expect(moment).toHaveAttribute('datetime', new Date(record!.givenAt).toISOString());
  await expect(moment).toContainText(String(new Date(record!.givenAt).getFullYear()));
  await expect(row('You allowed')).toContainText('Analytics, Marketing, and Measuring');
  await expect(row('Number for support')).toContainText(record!.id);
  await expect(row('Kept in the cookie')).toContainText('commsor_consent (395 days)');
  await expect(row('Responsible')).toContainText('Gartenwerk GmbH');
  await expect(section.getByRole('link', { name: 'authority.example' })).toHaveAttribute(
    'href',
    'https://authority.example/complain',
  );
});

test('nothing of the work is loaded before a button is pressed', async ({ page, open }) => {
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /rights|receipt|texts/.test(path)),
    );
  // Where a part runs without permission, the banner has words of its own for that.
  const { download, section } = await open({ ...configuration, purposes: { analytics: {} } });
  await expect(section.getByRole('heading', { name: 'Your rights' })).toBeVisible();
  expect(await loaded()).toEqual([]);
  await Promise.all([page.waitForEvent('download'), download.click()]);
  // In English the words for what was done come with the work.
  expect(await loaded()).toEqual(['/dist/rights.js', '/dist/texts/en.js', '/dist/receipt.js']);
});

test('everything is forgotten with a second press: cookie, storage, and what it allowed', async ({
  page,
  open,
  context,
}) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { forget, cancel, said } = await open();
  await page.evaluate(() => {
    document.cookie = '_atlas=1; path=/';
    localStorage.setItem('atlas', '1');
    localStorage.setItem('commsor_consent', 'left by a day without cookies');
  });

  await forget.click();
  await expect(said).toHaveText(/^This deletes what you allowed and refused/);
  await expect(said, 'all of it can be read').toBeInViewport({ ratio: 1 });
  await cancel.click();
  await expect(said).toBeEmpty();
  await expect(forget).toBeFocused();
  expect((await state(page)).record).not.toBeNull();

  await forget.click();
  await expect(forget).toHaveText('Yes, forget everything');
  await forget.click();
  await expect(said).toHaveText('Everything is forgotten.');

  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual([]);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await state(page)).toMatchObject({ record: null, status: 'undecided', purposes: { analytics: false } });
  await expect(partsOf(page).section.getByText('You have not answered yet.')).toBeVisible();
  await expect(forget).toBeFocused();

  expect(dialogs, 'no dialog of the browser opens').toEqual([]);

  await page.keyboard.press('Escape');
  await expect(faceOf(page).banner).toBeVisible(); // And is asked again.
});

test('an objection stops what runs on a legitimate interest, and nothing else', ONE_ENGINE, async ({ page, open }) => {
  const { object, said, section } = await open(configuration, true);
  await expect(page.getByText('We measure.')).toBeVisible();
  await expect(object).toHaveText('Object: Measuring');

  await object.click();
  await expect(said).toHaveText('Objected. You can change this at any time.');

  await expect(object).toHaveCount(0);
  await expect(section.getByRole('heading', { name: 'Your rights' })).toBeFocused();
  await expect(faceOf(page).switch('measuring')).not.toBeChecked();
  await expect(page.locator('div[data-consent=measuring]')).toBeHidden();
  const after = await state(page);
  expect(after.decisions.measuring).toMatchObject({ allowed: false, reason: 'objection' });
  expect(after.purposes.analytics).toBe(true);
  await page.reload();
  expect((await state(page)).purposes.measuring).toBe(false);
});

test('who has not answered objects too, and is still asked about the rest', ONE_ENGINE, async ({ page, open }) => {
  const { object, said } = await open(configuration, false);
  await object.click();
  await expect(said).toHaveText('Objected. You can change this at any time.');
  expect(await state(page)).toMatchObject({
    status: 'undecided',
    record: { event: 'objected', method: 'preferences' },
  });
});

test('a withdrawal takes back what was granted', ONE_ENGINE, async ({ page, open }) => {
  const { withdraw, said } = await open();
  expect(await ran(page)).toEqual(['atlas']);
  await withdraw.click();
  await expect(said).toHaveText('Withdrawn. You can change this at any time.');
  await expect(withdraw).toHaveCount(0);
  expect(await state(page)).toMatchObject({
    purposes: { analytics: false, marketing: false, measuring: true },
    record: { event: 'withdrawn', method: 'preferences' },
  });
});

test('where something ran, a withdrawal loads the page anew', async ({ page, open }) => {
  const { withdraw } = await open({ ...configuration, onWithdraw: undefined });
  expect(await ran(page)).toEqual(['atlas']);
  await Promise.all([page.waitForEvent('load'), withdraw.click()]);
  expect(await ran(page)).toEqual([]);
  await expect(faceOf(page).status).toContainText('You can change this at any time.');
});

test('by keyboard alone: every button is reached and pressed, and the focus is never lost', async ({ page, open }) => {
  const { download, object, withdraw, forget, cancel, said } = await open();
  const buttons = [download, object, withdraw, forget];
  await download.focus();
  for (const button of buttons) {
    await expect(button).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(forget).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(cancel).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('Everything is forgotten.');
  await expect(forget).toBeFocused();
});

test('a part that does not come is told, and the next press tries again', async ({ page, open }) => {
  await page.route(/\/dist\/rights\.js/, (route) => route.abort());
  const { download, said } = await open();
  await download.click();
  await expect(said).toHaveText('That did not work. Please try again.');
  await page.unroute(/\/dist\/rights\.js/);
  await Promise.all([page.waitForEvent('download'), download.click()]);
  await expect(said).toHaveText('Your browser is saving the copy.');
});

test('the words are in the visitor’s language, and may be the site’s own', ONE_ENGINE, async ({ page, demo }) => {
  const config = { ...configuration, texts: { rights: { title: 'What you can do' } } };
  for (const [lang, title, download] of [
    ['en', 'What you can do', 'Download a copy'],
    ['de', 'What you can do', 'Kopie herunterladen'],
  ]) {
    await page.goto(await demo.store(pageOf(config).replace('lang="en"', `lang="${lang}"`)));
    await faceOf(page).preferences.click();
    await expect(partsOf(page).section.getByRole('heading')).toHaveText(title!);
    await expect(partsOf(page).download).toHaveText(download!);
  }
});

test('is accessible, also while it asks once more', ONE_ENGINE, async ({ page, open }) => {
  const { forget, said } = await open();
  await forget.click();
  await expect(said).not.toBeEmpty();
  expect(await violationsOf(page)).toEqual([]);
});
