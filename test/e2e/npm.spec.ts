import type { Page } from '@playwright/test';
import type { CommsorConsent, ConsentConfig, ConsentConfigError } from '../../src/index.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

interface Package {
  createConsent(config: ConsentConfig): CommsorConsent;
  ConsentConfigError: typeof ConsentConfigError;
}
declare global {
  interface Window {
    /** The npm build, as the page below imports it. */
    sdk: Package;
  }
}

const html = `<!doctype html><html lang="en"><head><title>npm</title>
  <script>window.__ran = [];</script></head><body><h1>npm</h1>
  <script type="text/plain" data-consent="analytics">__ran.push('analytics');</script></body></html>`;

/** A page that has imported the package and done nothing with it. */
async function open(page: Page, url: string, entry = 'index.js'): Promise<void> {
  await page.goto(url);
  await page.evaluate(async (file) => Object.assign(window, { sdk: await import(`/dist/${file}`) }), entry);
}

test('importing the package does nothing; `createConsent` starts it', async ({ page, context, demo }) => {
  await open(page, await demo.store(html));
  expect(
    await page.evaluate(() => [
      typeof window.commsorConsent,
      document.querySelectorAll('commsor-ui').length,
      localStorage.length,
    ]),
  ).toEqual(['undefined', 0, 0]);
  expect(await context.cookies()).toEqual([]);

  const isSame = await page.evaluate(() => {
    const consent = window.sdk.createConsent({ policy: { url: '/privacy' } });
    return consent === window.commsorConsent && Object.isFrozen(consent) && consent.get().status === 'undecided';
  });
  expect(isSame).toBe(true);
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['analytics']);
  await faceOf(page).reopen.click();
  await expect(faceOf(page).dialog).toBeVisible();
});

test('a second call returns the first handle, and warns only if its configuration differs', async ({ page, demo }) => {
  const warnings: string[] = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'warning' && message.text().startsWith('[commsor]') && warnings.push(message.text()),
  );
  await open(page, await demo.store(html));
  const start = (version: string) =>
    page.evaluate((it) => {
      const before = window.commsorConsent;
      return [
        window.sdk.createConsent({ policy: { url: '/privacy', version: it } }) === window.commsorConsent,
        before === undefined || before === window.commsorConsent,
      ];
    }, version);
  expect(await start('1')).toEqual([true, true]);
  expect(await start('1')).toEqual([true, true]);
  expect(warnings).toEqual([]);
  expect(await start('2')).toEqual([true, true]);
  await expect.poll(() => warnings).toEqual([expect.stringContaining('config-ignored')]);
  await expect(faceOf(page).banner).toHaveCount(1);
});

test('while a site is developed a wrong configuration is thrown with field and fix, and starts nothing', async ({
  page,
  demo,
}) => {
  await open(page, await demo.store(html), 'index.development.js');
  const thrown = await page.evaluate(() => {
    const { createConsent, ConsentConfigError: TheirError } = window.sdk;
    const wrong = [
      {},
      { policy: {} },
      { policy: { url: 'javascript:alert(1)' } },
      { policy: { url: '/privacy' }, model: 'opt-everything' },
      { policy: { url: '/privacy' }, services: { maps: { title: 'Maps', purposes: ['mapping'] } } },
      { policy: { url: '/privacy' }, purposes: { maps: {} }, google: true },
    ] as unknown as ConsentConfig[];
    return wrong.map((config) => {
      try {
        createConsent(config);
        return 'started';
      } catch (error) {
        return error instanceof TheirError && error instanceof Error && error.message.startsWith(`${error.field}: `)
          ? `${error.name} ${error.code} ${error.field}`
          : `${String(error)}`;
      }
    });
  });
  expect(thrown).toEqual(
    [
      'policy.url',
      'policy.url',
      'policy.url',
      'model',
      'services.maps.purposes',
      expect.stringContaining('purposes.maps.title'),
    ].map((field) => (typeof field === 'string' ? `ConsentConfigError config-invalid ${field}` : field)),
  );
  expect(await page.evaluate(() => typeof window.commsorConsent)).toBe('undefined');
  await expect(page.locator('commsor-ui')).toHaveCount(0);
});

test('after `destroy` it can be started anew, as often as hot reloading likes', async ({ page, demo }) => {
  await open(page, await demo.store(html));
  const names = await page.evaluate(async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const consent = window.sdk.createConsent({ policy: { url: '/privacy', version: String(i) } });
      await consent.show('banner');
      seen.add(`${consent === window.commsorConsent} ${document.querySelectorAll('commsor-ui').length}`);
      consent.destroy();
      seen.add(`${String(window.commsorConsent)} ${document.querySelectorAll('commsor-ui').length}`);
    }
    window.sdk.createConsent({ policy: { url: '/privacy' } });
    return [...seen];
  });
  expect(names).toEqual(['true 1', 'undefined 0']);
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['analytics']);
});

test('beside the tag on one page there is one consent: the tag’s', async ({ page, demo }) => {
  await open(
    page,
    await demo.store(html.replace('<head>', '<head><script src="/dist/commsor.js" data-policy="/privacy"></script>')),
  );
  expect(
    await page.evaluate(() => {
      const first = window.commsorConsent;
      return window.sdk.createConsent({ policy: { url: '/privacy' } }) === first;
    }),
  ).toBe(true);
  await expect(faceOf(page).banner).toHaveCount(1);
});
