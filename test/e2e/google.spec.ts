import type { Page } from '@playwright/test';
import { expect, ran, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

const types = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const;
/** All seven types, of which `granted` and what security needs are granted. */
const mode = (...granted: (typeof types)[number][]) =>
  Object.fromEntries(
    types.map((type) => [type, type === 'security_storage' || granted.includes(type) ? 'granted' : 'denied']),
  );

const NONE = ['consent', 'default', mode()];
const ALL = ['consent', 'update', mode(...types)];
const NAMES = ['necessary', 'preferences', 'analytics', 'marketing'];
/** The event behind an update, with the names that are granted and denied. */
const event = (...granted: string[]) => ({
  event: 'commsor_consent_update',
  granted: NAMES.filter((name) => name === 'necessary' || granted.includes(name)),
  denied: NAMES.slice(1).filter((name) => !granted.includes(name)),
  _clear: true,
});
const EVENT = event(...NAMES);
const CONFIG = [
  ['js', expect.anything()],
  ['config', 'G-FELL54'],
];

/**
 * What is in the data layer: a command as a list, anything else as it is. Commands that are no `Arguments` object show
 * as such.
 */
const layer = (page: Page, name = 'dataLayer') =>
  page.evaluate(
    (it) =>
      (Reflect.get(window, it) as unknown[]).map((entry) => {
        const kind = Object.prototype.toString.call(entry);
        if (kind === '[object Arguments]')
          return Array.from(entry as ArrayLike<unknown>, (part) => (part instanceof Date ? 'now' : part));
        return kind === '[object Object]' ? entry : kind;
      }),
    name,
  );

const withGoogle = (
  google: object | boolean,
  more: object = {},
) => `<!doctype html><html lang="en"><head><title>Google</title><script>window.__ran = [];</script>
  <script type="application/json" id="commsor-consent-config">${JSON.stringify({ google, ...more })}</script>
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Google</h1></body></html>`;

test(
  'the denied default stands before the page’s config; the answer is an update and one event, before any tag is ' +
    'released',
  async ({ page, demo }) => {
    await page.goto(demo.url('/pages/google.html'));
    await demo.settled(page);
    expect(await layer(page)).toEqual([NONE, ...CONFIG]);
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['after 2 consent commands']);
    expect(await layer(page)).toEqual([NONE, ...CONFIG, ALL, EVENT]);
  },
);

test('on later pages the stored answer is updated before the page’s config; there is one default', async ({
  page,
  demo,
}) => {
  await page.goto(demo.url('/pages/google.html'));
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toHaveLength(1);
  for (const visit of ['second', 'third']) {
    await page.goto(demo.url('/pages/google.html'));
    await expect.poll(() => ran(page), `on the ${visit} visit`).toEqual(['after 2 consent commands']);
    expect(await layer(page)).toEqual([NONE, ALL, EVENT, ...CONFIG]);
  }
});

test('a part of the purposes grants their types, and a withdrawal denies them again', async ({ page, demo }) => {
  await page.goto(await demo.store(withGoogle(true)));
  await page.evaluate(() => window.commsorConsent!.grant(['analytics']));
  await page.evaluate(() => window.commsorConsent!.grant(['preferences', 'marketing']));
  await page.evaluate(() => window.commsorConsent!.withdraw(['marketing']));
  await page.evaluate(() => window.commsorConsent!.withdraw(['marketing']));
  expect(await layer(page)).toEqual([
    NONE,
    ['consent', 'update', mode('analytics_storage')],
    event('analytics'),
    ALL,
    EVENT,
    ['consent', 'update', mode('analytics_storage', 'functionality_storage', 'personalization_storage')],
    event('analytics', 'preferences'),
  ]);
});

test('a refusal changes nothing that Google was told', async ({ page, demo }) => {
  await page.goto(await demo.store(withGoogle(true)));
  await page.evaluate(() => window.commsorConsent!.deny());
  expect(await layer(page)).toEqual([NONE]);
});

test('a tag manager that is not tagged is told the truth on every hit', async ({ page, demo }) => {
  const hits = async () =>
    (await demo.log())
      .filter(({ path }) => path.includes('/collect?'))
      .map(({ path }) => {
        const { searchParams } = new URL(path, 'http://third.example');
        return ['en', 'gcs', 'defaults'].map((name) => searchParams.get(name)).join(' ');
      });
  await page.goto(demo.url('/pages/google-untagged.html'));
  await expect.poll(hits).toEqual(['page_view G100 1']);
  await faceOf(page).accept.click();
  await expect.poll(() => layer(page)).toContainEqual(EVENT);
  await page.getByRole('button', { name: 'Send an event' }).click();
  await expect.poll(async () => (await hits()).at(-1)).toBe('button G111 1');

  await page.goto(demo.url('/pages/google-untagged.html'));
  await expect.poll(async () => (await hits()).at(-1)).toBe('page_view G111 1');
});

test('a default that the site or the inline snippet has set stays the only one', async ({ page, demo }) => {
  await page.goto(
    await demo.store(
      withGoogle(true).replace(
        '<head>',
        `<head><script>
    window.dataLayer = [];
    (function gtag() { dataLayer.push(arguments); })('consent', 'default', {
      ad_storage: 'denied',
      analytics_storage: 'denied',
    });
  </script>`,
      ),
    ),
  );
  await page.evaluate(() => window.commsorConsent!.grant());
  const theirs = ['consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' }];
  expect(await layer(page), 'what it left open is said at once').toEqual([
    theirs,
    ['consent', 'update', mode()],
    event(),
    ALL,
    EVENT,
  ]);

  await page.goto(demo.url('/pages/snippet.html'));
  await expect(faceOf(page).banner).toHaveCount(0); // Answered on the page before.
  await expect.poll(() => ran(page)).toHaveLength(3);
  expect(await layer(page)).toEqual([NONE, ALL, EVENT]);
});

test('the map and the name of the data layer are the site’s', async ({ page, demo }) => {
  await page.goto(
    await demo.store(
      withGoogle(
        { map: { atlas: ['analytics_storage'], marketing: ['ad_storage'] }, dataLayer: 'ourLayer' },
        { services: { atlas: { title: 'Atlas', purposes: ['analytics'] } } },
      ),
    ),
  );
  await page.evaluate(() => window.commsorConsent!.grant(['atlas']));
  const denied = Object.fromEntries(types.map((type) => [type, 'denied']));
  expect(await layer(page, 'ourLayer')).toEqual([
    ['consent', 'default', denied],
    ['consent', 'update', { ...denied, analytics_storage: 'granted' }],
    {
      event: 'commsor_consent_update',
      granted: ['necessary', 'atlas'],
      denied: ['preferences', 'analytics', 'marketing'],
      _clear: true,
    },
  ]);
  expect(await page.evaluate(() => Reflect.has(window, 'dataLayer'))).toBe(false);
});

test('behind the inline snippet Google’s tags wait for the answer as long as the site says', async ({ page, demo }) => {
  await page.goto(
    await demo.store(`<!doctype html><html lang="en"><head><title>Snippet</title>
    <script>
      window.commsorConsentConfig = { policy: { url: '/privacy' }, google: { waitForUpdate: 500 } };
    </script>{{snippet}}
    <script async src="/dist/commsor.js"></script></head><body><h1>Snippet</h1></body></html>`),
  );
  await faceOf(page).accept.click();
  await expect
    .poll(() => layer(page))
    .toEqual([['consent', 'default', { ...mode(), wait_for_update: 500 }], ALL, EVENT]);
});

/** What a page does on its own behind our tag. */
const behind = (script: string) => withGoogle(true).replace('</head>', `<script>${script}</script></head>`);
const GTAG = 'function gtag() { dataLayer.push(arguments); }';

test.describe('a page that writes another layer into the place of ours', () => {
  const page = behind(
    `var dataLayer = [{ event: 'late' }]; ${GTAG} gtag('js', new Date()); gtag('config', 'G-FELL54');`,
  );

  test('has the default in it before a file of Google’s can come, and the stored answer on every visit', async ({
    page: tab,
    demo,
  }) => {
    await tab.goto(await demo.store(page));
    expect(await layer(tab)).toEqual([NONE, { event: 'late' }, ...CONFIG]);
    await faceOf(tab).accept.click();
    await expect.poll(() => layer(tab)).toEqual([NONE, { event: 'late' }, ...CONFIG, ALL, EVENT]);

    await tab.goto(await demo.store(page));
    await expect.poll(() => layer(tab)).toEqual([NONE, { event: 'late' }, ...CONFIG, ALL, EVENT]);
  });

  test('at any time has one default and the answer in the one that is there', async ({ page: tab, demo }) => {
    await tab.goto(await demo.store(withGoogle(true)));
    await tab.evaluate(() => window.commsorConsent!.grant());
    for (const granted of [true, false]) {
      await tab.evaluate(async (isGranted) => {
        Reflect.set(window, 'dataLayer', []);
        await window.commsorConsent![isGranted ? 'grant' : 'deny']();
      }, granted);
      // What is refused the default says already.
      expect(await layer(tab)).toEqual(granted ? [NONE, ALL, EVENT] : [NONE]);
    }
  });
});

/** What the console says of the configuration. */
const faultsIn = (page: Page) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/config-invalid: google/.test(message.text())) faults.push(message.text());
  });
  return faults;
};

test('a default of the page behind ours grants nothing after a refusal, and the site is told', async ({
  page,
  demo,
}) => {
  const faults = faultsIn(page);
  const granted = mode(...types);
  await page.goto(await demo.store(behind(`${GTAG} gtag('consent', 'default', ${JSON.stringify(granted)});`)));
  await faceOf(page).reject.click();
  const corrected = [NONE, ['consent', 'default', granted], ['consent', 'update', mode()], event()];
  await expect.poll(() => layer(page)).toEqual(corrected);
  await expect.poll(() => faults).toEqual([expect.stringContaining('Remove it from the page')]);

  await page.reload();
  await expect.poll(() => layer(page)).toEqual(corrected);
  await page.evaluate(() => window.commsorConsent!.deny());
  expect(await layer(page), 'what it says already is not said again').toEqual(corrected);
});

test('a default that a tag manager brings late is put right when its script has loaded', async ({ page, demo }) => {
  const granted = mode(...types);
  await page.goto(await demo.store(withGoogle(true)));
  await faceOf(page).reject.click();
  await expect(faceOf(page).reopen).toBeVisible();
  const late = `dataLayer.push((function () { return arguments; })('consent', 'default', ${JSON.stringify(granted)}));`;
  await page.evaluate((text) => {
    const src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }, late);
  await expect
    .poll(() => layer(page))
    .toEqual([NONE, ['consent', 'default', granted], ['consent', 'update', mode()], event()]);
});

test('a default that comes by a timer is put right with the next request of the page', async ({ page, demo }) => {
  const granted = mode(...types);
  const faults = faultsIn(page);
  await page.goto(await demo.store(withGoogle(true)));
  await expect(faceOf(page).banner).toBeVisible();
  await page.evaluate((late) => {
    const command = function (..._words: unknown[]) {
      return arguments;
    };
    setTimeout(() => {
      Reflect.get(window, 'dataLayer').push(command('consent', 'default', late));
      void fetch(location.href); // Google's own request with this default is one, too.
    });
  }, granted);
  await expect
    .poll(() => layer(page))
    .toEqual([NONE, ['consent', 'default', granted], ['consent', 'update', mode()], event()]);
  await expect.poll(() => faults).toEqual([expect.stringContaining('of the page grants')]);
});

test('a layer that cannot grow gives way to a copy, and the site is told once', async ({ page, demo }) => {
  const faults = faultsIn(page);
  await page.goto(
    await demo.store(
      withGoogle(true).replace(
        '<head>',
        `<head><script>window.dataLayer = Object.freeze([{ page: 'home' }]);</script>`,
      ),
    ),
  );
  await expect(faceOf(page).banner).toBeVisible();
  await expect.poll(() => layer(page)).toEqual([NONE, { page: 'home' }]);
  await faceOf(page).accept.click();
  await expect.poll(() => layer(page)).toEqual([NONE, { page: 'home' }, ALL, EVENT]);
  expect(faults).toEqual([expect.stringContaining('could not grow')]);
});

test('an object in the place of the layer keeps what is in it, and the site is told once', async ({ page, demo }) => {
  const faults = faultsIn(page);
  await page.goto(
    await demo.store(
      withGoogle(true).replace('<head>', `<head><script>window.dataLayer = { page: { name: 'home' } };</script>`),
    ),
  );
  await faceOf(page).accept.click();
  await expect.poll(() => layer(page)).toEqual([NONE, ALL, EVENT]);
  expect(await page.evaluate(() => Reflect.get(window, 'dataLayer').page)).toEqual({ name: 'home' });
  await expect.poll(() => faults).toEqual([expect.stringContaining('google.dataLayer: window.dataLayer was no array')]);
});

test('nothing in a layer, and no `push` of another tool, stops it', async ({ page, demo }) => {
  await page.goto(
    await demo.store(
      withGoogle(true).replace(
        '<head>',
        `<head><script>
          window.pushed = [];
          window.dataLayer = [null, undefined, 1, 'x', []];
          dataLayer.push = function () {
            pushed.push(...arguments);
            return Array.prototype.push.apply(this, arguments);
          };
        </script>`,
      ),
    ),
  );
  await faceOf(page).accept.click();
  await expect.poll(() => layer(page, 'pushed')).toEqual([NONE, ALL, EVENT]);
});

test('without `google` the data layer is left alone', async ({ page, demo }) => {
  await page.goto(await demo.store(withGoogle(false)));
  await page.evaluate(() => window.commsorConsent!.grant());
  expect(await page.evaluate(() => Reflect.has(window, 'dataLayer'))).toBe(false);
});
