import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/setup.mjs';
import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

/** Each tool as it is published, and a visitor who allows Analytics in it and refuses Marketing. */
const TOOLS = {
  'vanilla-cookieconsent': {
    file: 'vanilla-cookieconsent/dist/cookieconsent.umd.js',
    kept: 'cc_cookie',
    answer: `
      const words = { consentModal: { title: 'Cookies' }, preferencesModal: { title: 'Cookies', sections: [] } };
      await CookieConsent.run({
        categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
        language: { default: 'en', translations: { en: words } },
      });
      CookieConsent.acceptCategory(['analytics']);`,
  },
  klaro: {
    file: 'klaro/dist/klaro-no-css.js',
    kept: 'klaro',
    answer: `
      const purposes = ['all'];
      const services = [{ name: 'analytics', purposes }, { name: 'marketing', purposes }];
      const manager = klaro.getManager({ services });
      manager.updateConsent('analytics', true);
      manager.updateConsent('marketing', false);
      manager.saveAndApplyConsents();`,
  },
};

const withTool = (answer: string) => `<!doctype html><html lang="en"><head><title>Before</title></head><body>
  <script src="/tool.js"></script>
  <script type="module">${answer} document.title = 'Answered';</script></body></html>`;

const withUs = (config: object) => `<!doctype html><html lang="en"><head><title>After</title>
  <script type="application/json" id="commsor-consent-config">${JSON.stringify(config)}</script>
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head><body>
  <script type="text/plain" data-category="analytics" data-name="analytics">document.title += ' analytics';</script>
  <script type="text/plain" data-category="marketing" data-name="marketing">document.title += ' marketing';</script>
  </body></html>`;

const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

for (const [tool, { file, kept, answer }] of Object.entries(TOOLS)) {
  test(`${tool}: who answered there is not asked again, and its cookie goes`, async ({ page, demo }) => {
    await page.route('**/tool.js', (route) => route.fulfill({ path: join(root, 'node_modules', file) }));
    await page.goto(await demo.store(withTool(answer)));
    await expect(page).toHaveTitle('Answered');
    expect(await cookies(page)).toEqual([kept]);

    const purposes = { analytics: {}, marketing: {} };
    await page.goto(await demo.store(withUs({ purposes, compat: [tool], migrate: { grants: ['analytics'] } })));
    await expect(page).toHaveTitle('After analytics');
    await demo.settled(page);
    await expect(page).toHaveTitle('After analytics');
    await expect(faceOf(page).banner).toHaveCount(0);
    expect(await cookies(page)).toEqual(['commsor_consent']);
  });

  test(`${tool}: without a word of the site's only what was refused is taken over`, async ({ page, demo }) => {
    await page.route('**/tool.js', (route) => route.fulfill({ path: join(root, 'node_modules', file) }));
    await page.goto(await demo.store(withTool(answer)));
    await expect(page).toHaveTitle('Answered');

    await page.goto(await demo.store(withUs({ purposes: { analytics: {}, marketing: {} }, compat: [tool] })));
    await faceOf(page).accept.click();
    await expect(page).toHaveTitle('After analytics');
    expect(await page.evaluate(() => window.commsorConsent?.explain('marketing').allowed)).toBe(false);
  });
}

test('what was granted there is known before anything is done about what is not allowed', async ({ page, demo }) => {
  const { file, answer } = TOOLS['vanilla-cookieconsent'];
  await page.route('**/tool.js', (route) => route.fulfill({ path: join(root, 'node_modules', file) }));
  await page.goto(await demo.store(withTool(answer)));
  await expect(page).toHaveTitle('Answered');
  await page.evaluate(() => void (document.cookie = '_counter=1; path=/'));

  // The part that takes over comes last: what others would have asked for has been answered before.
  const askTwice = () => page.evaluate(async () => void (await fetch('/dist/idle.js'), await fetch('/dist/idle.js')));
  const cameFirst = page.waitForResponse('**/idle.js*').then(askTwice);
  await page.route('**/prompt.js*', (route) => cameFirst.then(() => route.continue()));
  const services = { counter: { title: 'Counter', purposes: ['analytics'], cookies: ['_counter'] } };
  const purposes = { analytics: {}, marketing: {} };
  const config = { purposes, services, compat: ['vanilla-cookieconsent'], migrate: { grants: ['analytics'] } };
  const not = `<script type="text/plain" data-category="!analytics">document.title += ' not';</script></body>`;
  await page.goto(await demo.store(withUs(config).replace('</body>', not)));
  await expect(page).toHaveTitle('After analytics');
  await demo.settled(page);
  await expect(page).toHaveTitle('After analytics');
  expect((await cookies(page)).toSorted()).toEqual(['_counter', 'commsor_consent']);
});

test("marks of other tools hold frames and blocks, and release them with the visitor's answer", async ({
  page,
  demo,
}) => {
  const config = { compat: ['cookiebot', 'iubenda', 'orejime'] };
  await page.goto(
    await demo.store(`<!doctype html><html lang="en"><head><title>Marks</title>
      <script type="application/json" id="commsor-consent-config">${JSON.stringify(config)}</script>
      <script src="/dist/commsor.js" data-policy="/privacy"></script></head><body>
      <img alt="" data-cookieconsent="marketing" data-cookieblock-src="{{third}}/echo.js?id=image">
      <p id="in" class="cookieconsent-optin-marketing" style="display: none">Welcome</p>
      <p id="out" class="cookieconsent-optout-marketing">Please allow marketing</p>
      <script type="text/plain" class="_iub_cs_activate" data-iub-purposes="5"
        data-suppressedsrc="{{third}}/echo.js?id=iubenda"></script>
      <template data-purpose="marketing"><script src="{{third}}/echo.js?id=orejime"></script></template>
      </body></html>`),
  );
  await expect(page.locator('#out')).toBeVisible();
  await expect(page.locator('#in')).toBeHidden();
  expect(await demo.settled(page)).toEqual([]);
  await faceOf(page).accept.click();
  await expect(page.locator('#in')).toBeVisible();
  await expect(page.locator('#out')).toBeHidden();
  for (const id of ['image', 'iubenda', 'orejime'])
    await expect
      .poll(async () => (await demo.log()).map(({ path }) => path))
      .toContainEqual(expect.stringContaining(id));
});
