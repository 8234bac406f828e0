import type { Page } from '@playwright/test';
import { regions, type RegionLaw, type RequiredLink } from '../../src/regions/table.ts';
import en from '../../src/ui/texts/en.ts';
import fr from '../../src/ui/texts/fr.ts';
import { expect, test, type Demo, type Entry } from '../support/demo-test.ts';
import { example } from '../support/docs.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const PURPOSES = ['preferences', 'analytics', 'marketing'];

/** What a site writes for the links that a law asks for. */
const LINKS: Readonly<Record<RequiredLink, string>> = {
  'privacy-policy': '<a href="/privacy">Privacy policy</a>',
  'privacy-settings': '<a href="#consent">Privacy settings</a>',
  'privacy-choices': '<a href="#consent">Your Privacy Choices</a>',
  'do-not-sell-or-share': '<a href="#consent">Do Not Sell or Share My Personal Information</a>',
  'limit-sensitive-data': '<a href="#consent">Limit the Use of My Sensitive Personal Information</a>',
};

interface Wish {
  readonly tag?: string;
  readonly head?: string;
  readonly links?: readonly RequiredLink[];
}

const scriptFor = (purpose: string) =>
  `<script type="text/plain" data-consent="${purpose}" src="{{third}}/echo.js?id=${purpose}"></script>`;

/** A page that takes the recommended laws, with a tagged script for each optional purpose. */
const pageOf = ({ tag = '', head = '', links = [] }: Wish) => `<!doctype html><html lang="en"><head>
  <title>A page</title>${head}
  <script src="/dist/commsor.js" data-policy="/privacy" data-regions="recommended" ${tag}></script></head><body>
  ${PURPOSES.map(scriptFor).join('\n')}
  <footer>${links.map((link) => LINKS[link]).join(' ')}</footer></body></html>`;

const idsIn = (entries: readonly Entry[]) =>
  entries.map(({ path }) => path.replace(/.*id=/, '')).filter((id) => PURPOSES.includes(id));

const state = (page: Page) =>
  page.evaluate(() => {
    const { model, region, status } = window.commsorConsent!.get();
    return { model, region, status };
  });

/** Opens the page for a visitor, and waits until it is known where that one is; `gpc`: whether the browser opts out. */
async function visit(page: Page, demo: Demo, wish: Wish, gpc = false): Promise<void> {
  demo.newRun();
  await page.goto(`${await demo.store(pageOf(wish))}${gpc ? '&gpc' : ''}`);
  const face = faceOf(page);
  await expect(gpc ? face.status : face.banner).toBeVisible();
}

/** That a visitor in `code` meets what `law` asks for: the question, what runs before an answer, links, the signal. */
async function seeLaw(page: Page, demo: Demo, code: string, law: RegionLaw): Promise<void> {
  const wish = { tag: `data-region="${code}"`, links: law.links };
  await test.step(`${law.title}, ${code}`, async () => {
    await visit(page, demo, wish);
    const face = faceOf(page);
    expect(await state(page)).toEqual({ model: law.model, region: code, status: 'undecided' });
    if (law.silence === 'denied') expect(idsIn(await demo.settled(page))).toEqual([]);
    else await expect.poll(async () => idsIn(await demo.log()).toSorted()).toEqual(PURPOSES.toSorted());
    await expect(face.banner.getByRole('link')).toHaveAttribute('href', '/privacy');
    await expect(face.banner).toContainText(law.silence === 'denied' ? 'With your permission' : 'On unless you say no');
    await expect(face.reject).toHaveText(
      code.startsWith('US') && law.model === 'opt-out' ? /sell or share/ : 'Reject all',
    );
    for (const link of await page.locator('footer a[href="#consent"]').all()) {
      if (await face.dialog.isVisible()) await page.keyboard.press('Escape');
      await expect(face.dialog).toHaveCount(0);
      await link.click();
      await expect(face.dialog).toBeVisible();
    }

    await visit(page, demo, wish, true);
    await expect(face.status).toHaveText('Your opt-out request was honoured.');
    expect(await state(page)).toEqual({ model: law.model, region: code, status: 'decided' });
    expect(idsIn(await demo.settled(page))).toEqual([]);
  });
}

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const isSent = new URLSearchParams(location.search).has('gpc');
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => isSent });
  }),
);

const { eea, france, uk, switzerland, brazil, quebec, canada, india, rest, ...states } = regions;
const places: readonly [code: string, law: RegionLaw][] = [
  ['DE', eea],
  ['AX', eea],
  ['FR', france],
  ['GB', uk],
  ['CH', switzerland],
  ['BR', brazil],
  ['CA-QC', quebec],
  ['CA-ON', canada],
  ['IN', india],
  ['US', rest],
  ['US-NY', rest],
  ...Object.values(states).map((law): [string, RegionLaw] => [law.regions[0] ?? '', law]),
];
/** Places that one test looks at, one after the other. */
const TOGETHER = 6;
const groups = Array.from({ length: Math.ceil(places.length / TOGETHER) }, (_, index) =>
  places.slice(index * TOGETHER, (index + 1) * TOGETHER),
);

for (const group of groups) {
  test(`a visitor meets the law of ${group.map(([code]) => code).join(', ')}`, async ({ page, demo }) => {
    for (const [code, law] of group) await seeLaw(page, demo, code, law);
  });
}

test('where nobody says where the visitor is, the strictest law holds', async ({ page, demo }) => {
  await visit(page, demo, {});
  expect(await state(page)).toEqual({ model: 'opt-in', region: null, status: 'undecided' });
  expect(idsIn(await demo.settled(page))).toEqual([]);
});

test('the tag, a <meta> in the head, or a cookie that an edge has set says where the visitor is', async ({
  page,
  demo,
}) => {
  for (const name of ['tag', 'meta']) {
    await page.goto(await demo.store(`<!doctype html><title>A page</title>${example('docs/regions.md', name)}`));
    await expect(faceOf(page).banner).toBeVisible();
    expect(await state(page)).toMatchObject({ model: 'opt-out', region: 'US-CA' });
  }
  await page.route('**/*', async (route) => {
    if (!route.request().isNavigationRequest()) return route.fallback();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'set-cookie': 'commsor_region=US-TX; Path=/; SameSite=Lax' };
    return route.fulfill({ response, headers });
  });
  await visit(page, demo, {});
  expect(await state(page)).toMatchObject({ model: 'opt-out', region: 'US-TX' });
});

test('nothing optional runs, and nobody is asked, before the law is known', async ({ page, demo }) => {
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/locate.js?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(await demo.store(pageOf({ tag: 'data-region="US-CA"' })), { waitUntil: 'domcontentloaded' });
  expect(idsIn(await demo.settled(page))).toEqual([]);
  expect(await state(page)).toEqual({ model: 'opt-in', region: null, status: 'undecided' });
  await expect(faceOf(page).banner).toHaveCount(0);
  arrive();
  await expect(faceOf(page).banner).toBeVisible();
  await expect.poll(async () => idsIn(await demo.log()).toSorted()).toEqual(PURPOSES.toSorted());
});

test('a minor is asked first, also in California, and not again after an answer', async ({ page, demo }) => {
  const minor = { tag: 'data-region="US-CA" data-audience="minor"' };
  await visit(page, demo, minor);
  expect(await state(page)).toMatchObject({ model: 'opt-in', region: 'US-CA' });
  expect(idsIn(await demo.settled(page))).toEqual([]);
  await faceOf(page).reject.click();
  await expect(faceOf(page).banner).toHaveCount(0);
  await page.goto(await demo.store(pageOf({ tag: `${minor.tag} data-services="hotjar"` })));
  await expect(faceOf(page).reopen).toBeVisible();
  await expect(faceOf(page).banner).toHaveCount(0);
});

test(
  'a minor is asked in plain words, all in sight on a phone, an adult is not',
  ONE_ENGINE,
  async ({ page, demo }) => {
    await page.setViewportSize({ width: 390, height: 780 });
    const texts = { en: en.texts, fr: fr.texts };
    const asks = async (tag: keyof typeof texts, audience = '') => {
      await page.goto(await demo.store(pageOf({ tag: `data-region="FR" data-lang="${tag}" ${audience}` })));
      const { banner, reject } = faceOf(page);
      await expect(reject).toHaveText(texts[tag].banner.reject);
      const hidden = await banner.locator('.words').evaluate((words) => words.scrollHeight - words.clientHeight);
      return { title: await banner.getByRole('heading').textContent(), words: await banner.textContent(), hidden };
    };
    for (const tag of ['en', 'fr'] as const) {
      const { minor, banner } = texts[tag];
      const [child, adult] = [await asks(tag, 'data-audience="minor"'), await asks(tag)];
      expect([child.title, adult.title]).toEqual([minor.title, banner.title]);
      expect(child.words).toContain(minor.body);
      expect(child.hidden).toBe(0);
      expect(adult.words).toContain(banner.body);
    }
  },
);

test.describe('measurement that the law of the United Kingdom exempts', () => {
  const config = (purposes: string) => `<script>
    commsorConsentConfig = { regions: [{ regions: ['GB'], exempt: ['analytics'] }], purposes: ${purposes} };
  </script>`;
  const exempt = (purposes: string) =>
    pageOf({ head: config(purposes), tag: 'data-region="GB"' }).replace('data-regions="recommended"', '');

  test('runs without a banner, is told, and stops for good when the visitor objects', async ({ page, demo }) => {
    await page.goto(await demo.store(exempt('{ analytics: {} }')));
    const face = faceOf(page);
    await expect.poll(async () => idsIn(await demo.log())).toEqual(['analytics']);
    await face.reopen.click();
    await expect(face.banner).toHaveCount(0);
    await expect(face.dialog).toContainText('unless you object');
    await expect(face.switch('analytics')).toBeChecked();
    await face.switch('analytics').click();
    // What has run only a new page stops.
    await Promise.all([page.waitForEvent('load'), face.save.click()]);
    demo.newRun();
    await page.goto(await demo.store(exempt('{ analytics: {} }')));
    await expect(face.reopen).toBeVisible();
    expect(idsIn(await demo.settled(page))).toEqual([]);
    const decision = await page.evaluate(() => window.commsorConsent!.explain('analytics'));
    expect(decision).toMatchObject({ allowed: false, reason: 'objection' });
  });

  test('is refused with the rest by whoever rejects all', async ({ page, demo }) => {
    await page.goto(await demo.store(exempt('{ analytics: {}, marketing: {} }')));
    await expect.poll(async () => idsIn(await demo.log())).toEqual(['analytics']);
    await expect(faceOf(page).banner).toContainText(
      'On unless you say no: Analytics. Runs only with your consent: Marketing.',
    );
    await Promise.all([page.waitForEvent('load'), faceOf(page).reject.click()]);
    const decisions = await page.evaluate(() => window.commsorConsent!.get().decisions);
    expect(decisions).toMatchObject({
      analytics: { allowed: false, reason: 'objection' },
      marketing: { allowed: false, reason: 'choice' },
    });
  });
});
