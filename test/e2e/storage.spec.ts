import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { CommsorConsent, ConsentConfig } from '../../src/api.ts';
import { expect, ran, test } from '../support/demo-test.ts';
import { dist } from '../support/dist.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { hostileTexts } from '../support/hostile-texts.ts';

const NAME = 'commsor_consent';
const DAY = 864e5;

const cookie = async (context: BrowserContext) => (await context.cookies()).find(({ name }) => name === NAME);
const record = (page: Page) => page.evaluate(() => window.commsorConsent!.get().record!);
/** A test that starts with an answer puts this cookie; docs/decisions-and-releases.md, "The stored choice". */
const preset = (context: BrowserContext, url: string, value: string) =>
  context.addCookies([{ name: NAME, value, url }]);
const withConfig = (config: object, body = '') => `<!doctype html><html lang="en"><head><title>Storage</title>
  <script>window.__ran = [];</script>
  <script type="application/json" id="commsor-consent-config">${JSON.stringify(config)}</script>
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
  <body><h1>Storage</h1>${body}<script type="text/plain" data-consent="analytics">__ran.push('analytics');</script>
  <script type="text/plain" data-consent="marketing">__ran.push('marketing');</script></body></html>`;

/** Names of everything that the page's origin has stored in this browser. */
async function stored(page: Page, context: BrowserContext): Promise<string[]> {
  const storage = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
  ]);
  return [...(await context.cookies()).map(({ name }) => name), ...storage];
}

test.describe('the cookie', () => {
  test('does not exist before a choice, and nothing else does', async ({ page, context, demo }) => {
    await page.goto(demo.url('/'));
    const { banner, dialog, preferences } = faceOf(page);
    await expect(banner).toBeVisible();
    await preferences.click();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await demo.settled(page);
    expect(await stored(page, context)).toEqual([]);
  });

  for (const answer of ['accept', 'reject'] as const) {
    test(
      `after ${answer} is first-party, host-only, for 182 days, and plain ASCII`,
      answer === 'accept' ? {} : ONE_ENGINE,
      async ({ page, context, demo }) => {
        await page.goto(demo.url('/'));
        const { banner, [answer]: button } = faceOf(page);
        await button.click();
        await expect(banner).toHaveCount(0);
        const { givenAt, expiresAt } = await record(page);
        expect(await cookie(context)).toMatchObject({
          domain: 'localhost',
          path: '/',
          sameSite: 'Lax',
          httpOnly: false,
          secure: false,
        });
        const { value, expires } = (await cookie(context))!;
        expect(value).toMatch(/^v=1&[!-~]+$/);
        expect(expiresAt - givenAt).toBe(182 * DAY);
        expect(Math.abs(expires * 1000 - expiresAt), 'the browser keeps it as long as it counts').toBeLessThan(2000);
      },
    );
  }

  test('takes at most 1 KB for 50 services with an answer each', ONE_ENGINE, async ({ page, context, demo }) => {
    const ids = Array.from({ length: 50 }, (_, i) => `vendor-no-${i}`);
    const services = Object.fromEntries(
      ids.map((id, i) => [id, { title: id, purposes: [['preferences', 'analytics', 'marketing'][i % 3]!] }]),
    );
    await page.goto(await demo.store(withConfig({ services })));
    await page.evaluate(async (names) => {
      const { grant, deny } = window.commsorConsent!;
      await deny();
      await grant(names.filter((_, i) => i % 2));
      await deny(names.filter((_, i) => !(i % 2)));
    }, ids);
    const { name, value } = (await cookie(context))!;
    expect(name.length + value.length).toBeLessThanOrEqual(1024);
    await page.reload();
    expect(
      Object.values(await page.evaluate(() => window.commsorConsent!.get().services)).filter(Boolean),
    ).toHaveLength(25);
  });

  test('takes the name, path, lifetime and strictness that the site gives', async ({ page, context, demo }) => {
    await page.goto(
      await demo.store(
        withConfig({ storage: { name: 'our_choice', path: '/p/', days: 30, rejectDays: 90, sameSite: 'strict' } }),
      ),
    );
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toHaveLength(2);
    expect(await context.cookies()).toMatchObject([{ name: 'our_choice', path: '/p/', sameSite: 'Strict' }]);
    const { givenAt, expiresAt } = await record(page);
    expect(expiresAt - givenAt).toBe(30 * DAY);
  });
});

test.describe('on https', () => {
  const files: Record<string, string> = { '/': withConfig({ storage: { domain: 'auto' } }) };

  for (const { host, domain } of [
    { host: 'www.shop.co.uk', domain: '.shop.co.uk' },
    { host: 'shop.co.uk', domain: '.shop.co.uk' },
    { host: 'a.b.c.example.com', domain: '.example.com' },
    { host: 'someone.github.io', domain: '.someone.github.io' },
  ]) {
    test(`the cookie of ${host} is secure, and with domain "auto" on ${domain}`, async ({ page, context }) => {
      // No machine answers by these names: the browser is handed what a server would send.
      await page.route(`https://${host}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const body =
          files[pathname] ?? (await readFile(join(dist, pathname.replace('/dist/', '')), 'utf8').catch(() => null));
        await route.fulfill(
          body === null ? { status: 404 } : { body, contentType: pathname === '/' ? 'text/html' : 'text/javascript' },
        );
      });
      await page.goto(`https://${host}/`);
      await faceOf(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
      await expect
        .poll(async () => (await context.cookies()).map((one) => [one.name, one.domain, one.secure]))
        .toEqual([[NAME, domain, true]]);
      await page.reload();
      expect(await page.evaluate(() => window.commsorConsent!.allows('analytics'))).toBe(true);
    });
  }
});

test('with domain "auto" subdomains share the answer, and a newer one replaces it', async ({ page, context, demo }) => {
  const address = (host: string) => demo.url('/pages/domain-auto.html').replace('//localhost', `//${host}.localhost`);
  await page.goto(address('www.fell'));
  await faceOf(page).accept.click();
  await expect
    .poll(async () => (await context.cookies()).map(({ name, domain }) => `${name} ${domain}`))
    .toEqual([`${NAME} .fell.localhost`]);

  await page.goto(address('shop.fell'));
  await expect.poll(() => ran(page)).toEqual(['analytics']);
  const reloaded = page.waitForEvent('load'); // The tag had run.
  await page.evaluate(() => void window.commsorConsent!.deny());
  await reloaded;
  await expect
    .poll(async () => (await context.cookies()).map(({ domain, value }) => [domain, /denied=.*analytics/.test(value)]))
    .toEqual([['.fell.localhost', true]]);

  await page.goto(address('www.fell'));
  expect(await page.evaluate(() => window.commsorConsent!.explain('analytics'))).toMatchObject({
    allowed: false,
    reason: 'choice',
  });
});

test.describe('where the cookie is refused', () => {
  test('the answer is kept in localStorage under the same name, and found again', async ({ page, demo }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined, configurable: true });
    });
    const url = await demo.store(withConfig({}));
    await page.goto(url);
    await faceOf(page).accept.click();
    await expect
      .poll(() => page.evaluate((name) => localStorage.getItem(name), NAME))
      .toMatch(/^v=1&.*granted=.*analytics/);
    await page.goto(url);
    await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
    await expect(faceOf(page).banner).toHaveCount(0);
  });

  test('on the domain that the site names, it is kept for the host alone', async ({ page, context, demo }) => {
    const url = await demo.store(withConfig({ storage: { domain: 'not-our-domain.example' } }));
    await page.goto(url);
    await faceOf(page).accept.click();
    await expect.poll(async () => (await context.cookies()).map(({ domain }) => domain)).toEqual(['localhost']);
    await page.goto(url);
    await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
    await expect(faceOf(page).banner).toHaveCount(0);
  });

  test('and localStorage too, the answer counts for this page, and an error says why', async ({ page, demo }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse, configurable: true });
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    await page.goto(await demo.store(withConfig({})));
    await page.evaluate(() =>
      window.commsorConsent!.on('error', ({ code, message }) =>
        Reflect.set(window, 'reported', [...(Reflect.get(window, 'reported') ?? []), `${code}: ${message}`]),
      ),
    );
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'reported')))
      .toEqual([expect.stringMatching(/^storage-failed: .*insecure/)]);
    await expect(faceOf(page).banner).toHaveCount(0);
  });
});

test.describe('a stored answer', () => {
  test('can be put there before a test starts', ONE_ENGINE, async ({ page, context, demo }) => {
    await preset(context, demo.url('/'), `v=1&t=${Date.now()}&granted=analytics.preferences&denied=marketing`);
    await page.goto(await demo.store(withConfig({})));
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(faceOf(page).reopen).toBeVisible();
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(await page.evaluate(() => window.commsorConsent!.get())).toMatchObject({
      status: 'decided',
      purposes: { preferences: true, analytics: true, marketing: false },
    });
  });

  for (const answer of ['granted', 'denied']) {
    test(
      `that is too old (${answer}) is asked again and allows nothing`,
      answer === 'granted' ? {} : ONE_ENGINE,
      async ({ page, context, demo }) => {
        const then = Date.now() - 200 * DAY;
        await preset(
          context,
          demo.url('/'),
          `v=1&t=${then}&x=${then + 182 * DAY}&${answer}=preferences.analytics.marketing`,
        );
        await page.goto(await demo.store(withConfig({})));
        await expect(faceOf(page).banner).toBeVisible();
        await demo.settled(page);
        expect(await ran(page)).toEqual([]);
        expect(await page.evaluate(() => window.commsorConsent!.allows('analytics'))).toBe(false);
      },
    );
  }

  test('that refuses never lapses into permission where silence would allow, and is renewed', async ({
    page,
    context,
    demo,
  }) => {
    const then = Date.now() - 200 * DAY;
    await preset(
      context,
      demo.url('/'),
      `v=1&t=${then}&x=${then + 182 * DAY}&granted=preferences&denied=analytics.marketing`,
    );
    await page.goto(await demo.store(withConfig({ model: 'opt-out' })));
    await demo.settled(page);
    expect(await ran(page)).toEqual([]);
    await expect.poll(async () => ((await cookie(context))!.expires * 1000 - Date.now()) / DAY).toBeGreaterThan(394);
  });

  test('that a broken disk, another tool or a stranger wrote never throws and never grants', async ({
    page,
    context,
    demo,
  }) => {
    const tagged =
      '<script type="text/plain" data-consent="analytics|marketing|preferences">window.__ran.push("ran");</script>';
    await page.goto(
      await demo.store(
        `<!doctype html><html lang="en"><head><title>Hostile</title>
        <script>window.__ran = [];</script></head><body><h1>Hostile</h1>${tagged}</body></html>`,
      ),
    );
    const texts = hostileTexts(Date.now());
    expect(texts.length).toBeGreaterThan(300);
    const found = await page.evaluate(
      async ([name, values, control]) => {
        const { createConsent } = (await import(String('/dist/index.js'))) as {
          createConsent: (config: ConsentConfig) => CommsorConsent;
        };
        const wrong: string[] = [];
        for (const place of ['cookie', 'localStorage']) {
          for (const value of [...values, control]) {
            document.cookie = place === 'cookie' ? `${name}=${value}; path=/` : `${name}=; path=/; max-age=0`;
            localStorage.setItem(name, place === 'cookie' ? '' : value);
            try {
              const consent = createConsent({ policy: { url: '/privacy' }, ui: { headless: true } });
              // Where no cookie is kept, the page at rest looks elsewhere.
              if (place === 'localStorage') await consent.receipt();
              const { purposes, status } = consent.get();
              if (purposes.analytics || purposes.marketing || purposes.preferences)
                wrong.push(`granted by the ${place} ${value}`);
              if (value === control && status !== 'decided') wrong.push(`the ${place} is not read at all`);
              consent.destroy();
            } catch (error) {
              wrong.push(`${String(error)} by the ${place} ${value}`);
            }
          }
        }
        return wrong;
      },
      [NAME, texts, `v=1&t=${Date.now()}&denied=preferences.analytics.marketing`] as const,
    );
    expect(found).toEqual([]);
    expect(await ran(page)).toEqual([]);
    await context.clearCookies();
  });

  test('that cannot be read is no answer: the visitor is asked, and the new one replaces it', async ({
    page,
    context,
    demo,
  }) => {
    for (const value of [
      '%E0%A4%A',
      '{"categories":["analytics"]}',
      `v=2&t=${Date.now()}&granted=analytics.marketing.preferences`,
      'A'.repeat(3900),
    ]) {
      await preset(context, demo.url('/'), value);
      await page.goto(await demo.store(withConfig({})));
      await faceOf(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
      expect(await context.cookies()).toMatchObject([{ name: NAME, value: expect.stringMatching(/^v=1&c=\w+&id=/) }]);
    }
  });
});

test.describe('when the policy moves', () => {
  test('the change is told once, and every answer is kept', ONE_ENGINE, async ({ page, demo }) => {
    const url = demo.url('/pages/policy-change.html');
    await page.goto(`${url}&version=1`);
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['analytics']);

    await page.goto(`${url}&version=2`);
    const notice = page.getByRole('region', { name: 'Cookies and your privacy' });
    await expect(notice).toContainText('We now keep visit counts for one year instead of two.');
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(notice.getByRole('button', { name: /Accept|Reject/ })).toHaveCount(0); // There is nothing to answer.
    await notice.getByRole('button', { name: 'OK' }).click();
    await expect(notice).toHaveCount(0);
    expect(await record(page)).toMatchObject({ policyVersion: '2', choices: { analytics: 'granted' } });

    await page.goto(`${url}&version=2`);
    await expect(faceOf(page).reopen).toBeVisible();
    await expect(notice).toHaveCount(0);
  });

  test('only a purpose that is new is asked', ONE_ENGINE, async ({ page, demo }) => {
    const url = demo.url('/pages/policy-change.html');
    await page.goto(`${url}&version=1`);
    await faceOf(page).reject.click();
    await expect(faceOf(page).banner).toHaveCount(0);

    await page.goto(`${url}&version=3&more=maps`);
    const { banner, accept } = faceOf(page);
    await expect(banner).toContainText('New or changed since your last answer: Maps.');
    await accept.click();
    await expect.poll(() => ran(page)).toEqual(['maps']);
    expect(await page.evaluate(() => window.commsorConsent!.get().purposes)).toEqual({
      necessary: true,
      analytics: false,
      maps: true,
    });
  });

  test(
    'a purpose that now means something else is asked again; the others are not',
    ONE_ENGINE,
    async ({ page, demo }) => {
      const at = (description: string) =>
        demo.store(withConfig({ purposes: { analytics: { title: 'Analytics', description }, marketing: {} } }));
      await page.goto(await at('Counts visits.'));
      await faceOf(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);

      await page.goto(await at('Counts visits and sells them.'));
      await expect(faceOf(page).banner).toContainText('New or changed since your last answer: Analytics.');
      await demo.settled(page);
      expect(await ran(page)).toEqual(['marketing']);
    },
  );
});
