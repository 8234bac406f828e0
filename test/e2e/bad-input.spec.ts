import type { ConsoleMessage, Page } from '@playwright/test';
import { expect, ran, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { inTurn } from '../support/in-turn.ts';

interface Reported {
  readonly code: string;
  readonly message: string;
  /** The start of the element that was shown. */
  readonly element: string | undefined;
}

/** Collects what we tell the console as errors and warnings. Call it before the page is opened. */
function listen(page: Page): { errors: string[]; warnings: string[] } {
  const told = { errors: [] as string[], warnings: [] as string[] };
  page.on('console', (message: ConsoleMessage) => {
    if (!message.text().startsWith('[commsor]')) return;
    if (message.type() === 'error') told.errors.push(message.text());
    if (message.type() === 'warning') told.warnings.push(message.text());
  });
  return told;
}

/** Collects what listeners of `error` are told, from the first moment on. Call it before the page is opened. */
const record = (page: Page) =>
  page.addInitScript(() => {
    const all: Reported[] = [];
    Reflect.set(window, 'reported', all);
    window.commsorConsentReady = [
      (consent: NonNullable<Window['commsorConsent']>) => {
        consent.on('error', ({ code, message, element }) =>
          all.push({ code, message, element: element?.outerHTML.slice(0, 80) }),
        );
      },
    ];
  });
const reported = (page: Page) => page.evaluate(() => Reflect.get(window, 'reported') as Reported[]);
const codes = async (page: Page) => (await reported(page)).map(({ code }) => code);

const simple = (body: string, head = '') => `<!doctype html><html lang="en"><head><title>A page</title>
  <script>window.__ran = [];</script>${head}
  <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
  <body><h1>A page</h1><button>A button of the page</button>${body}</body></html>`;
const tag = '<script type="text/plain" data-consent="analytics">__ran.push("analytics");</script>';

test.describe('a wrong configuration', () => {
  // A service that the configuration could not have leaves its tag with an unknown name: the second error shows the
  // element.
  for (const { name, fields, also = [] } of [
    { name: 'no-policy', fields: ['policy.url: give the address'] },
    { name: 'policy-url', fields: ['policy.url: must be an http(s) address or a path'] },
    { name: 'json', fields: ['commsor-consent-config: is left out until it can be read: SyntaxError'] },
    { name: 'clash', fields: ['services.analytics: a purpose has this name already: rename one of them'] },
    {
      name: 'unknown-purpose',
      fields: [
        'services.atlas.purposes: there is no purpose "analitics"; there are necessary, preferences, analytics, ' +
          'marketing',
      ],
      also: ['unknown-name: atlas'],
    },
    { name: 'google', fields: ['google: none of your purposes is one of the default four: give google.map'] },
    {
      name: 'types',
      fields: [
        'model: must be one of opt-in, opt-out, notice',
        'timeout: must be a number',
        'storage.days: must be a number of days from 1 to 395',
        'colour: is no field',
        'ui.layout: must be one of box, bar, modal',
      ],
    },
  ]) {
    test(
      `(${name}) is one console error with the field and the fix; the visitor can choose, and nothing is granted`,
      name === 'policy-url' ? {} : ONE_ENGINE,
      async ({ page, demo }) => {
        const told = listen(page);
        await page.goto(demo.url(`/pages/wrong-${name}.html`));
        const { banner, reject, dialog, reopen } = faceOf(page);
        await expect(banner).toBeVisible();
        await expect
          .poll(() => told.errors.find((text) => text.startsWith('[commsor] config-invalid: ')))
          .toBeDefined();
        expect(told.errors).toHaveLength(1 + also.length);
        for (const part of [...fields, ...also]) expect(told.errors.join('\n')).toContain(part);
        expect(await demo.settled(page)).toEqual([]);
        expect(await ran(page)).toEqual([]);
        for (const link of await banner.getByRole('link').all())
          expect(await link.getAttribute('href')).not.toMatch(/^javascript:/);

        await reject.click();
        await expect(banner).toHaveCount(0);
        await reopen.click();
        await expect(dialog).toBeVisible();
        for (const link of await dialog.getByRole('link').all())
          expect(await link.getAttribute('href')).not.toMatch(/^javascript:/);
        expect(told.errors).toHaveLength(1 + also.length);
      },
    );
  }

  for (const [what, value] of Object.entries({
    'a string': '"yes"',
    'a list': '[1, 2]',
    null: 'null',
    'a number': '7',
    'nothing but null fields':
      '{ policy: null, purposes: null, services: null, ui: null, storage: null, signals: null, regions: null, texts: ' +
      'null, google: null }',
    'functions and dates':
      '{ policy: () => 1, purposes: new Date(), services: [{}], ui: "dark", storage: () => 1, texts: 5, model: {}, ' +
      'language: 9, timeout: -1 }',
  })) {
    test(
      `(${what}) leaves the visitor a way to choose`,
      what === 'functions and dates' ? {} : ONE_ENGINE,
      async ({ page, demo }) => {
        await page.goto(await demo.store(simple(tag, `<script>window.commsorConsentConfig = ${value};</script>`)));
        const { banner, accept } = faceOf(page);
        await expect(banner).toBeVisible();
        await demo.settled(page);
        expect(await ran(page)).toEqual([]);
        await accept.click();
        await expect.poll(() => ran(page)).toEqual(['analytics']);
      },
    );
  }
});

test.describe('marks in the page', () => {
  test(
    'unknown names and broken expressions stay locked, each with one error that shows its element',
    ONE_ENGINE,
    async ({ page, demo }) => {
      await record(page);
      await page.goto(demo.url('/pages/unknown-names.html'));
      await faceOf(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['analytics']);
      await demo.settled(page);
      expect(await ran(page)).toEqual(['analytics']);
      const all = await reported(page);
      expect(all.map(({ code }) => code).toSorted()).toEqual([
        'bad-expression',
        'bad-expression',
        'bad-expression',
        'unknown-name',
        'unknown-name',
        'unknown-name',
        'unknown-name',
      ]);
      for (const { message, element } of all)
        expect(element).toContain(`data-consent="${message.replace('&', '&amp;')}"`);
    },
  );

  test('a script that is not inert is shown in an error', ONE_ENGINE, async ({ page, demo }) => {
    await record(page);
    await page.goto(demo.url('/pages/not-inert.html'));
    await expect
      .poll(() => reported(page))
      .toEqual([
        {
          code: 'not-inert',
          message: expect.any(String),
          element: expect.stringMatching(/^<script data-consent="analytics" src=/),
        },
      ]);
  });

  test('addresses that are code are never loaded', async ({ page, demo }) => {
    await record(page);
    await page.goto(demo.url('/pages/bad-urls.html'));
    await faceOf(page).accept.click();
    await expect.poll(async () => (await demo.log()).map(({ path }) => path)).toContain('/frame-loaded?id=good');
    await demo.settled(page);
    expect(await ran(page), 'a script that is its own address is the author’s code, as an inline one is').toEqual([
      'a data: script',
    ]);
    const refused = (await reported(page))
      .filter(({ code }) => code === 'bad-url')
      .map(({ element }) => /(?:src|data)="\s*(\S{4})/.exec(element ?? '')?.[1]);
    expect(refused.toSorted()).toEqual(['data', 'jAvA', 'java', 'java']);
  });

  test('tags that throw, or cannot be parsed, or are not there, stop no other', async ({ page, demo, uncaught }) => {
    await page.goto(demo.url('/pages/throws.html'));
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['inline', 'external', 'after']);
    // They are the tags' own: the browser reports them as it would untagged.
    await expect.poll(() => uncaught.length).toBe(3);
    expect(uncaught.splice(0).join()).toMatch(/inline tag throws on purpose.*external throws on purpose/);

    await record(page);
    await page.goto(demo.url('/pages/not-found.html'));
    await expect.poll(() => ran(page)).toEqual(['before', 'onerror of the 404', 'after']);
    expect(await reported(page)).toEqual([
      { code: 'tag-failed', message: expect.stringContaining('/404.js'), element: expect.stringMatching(/^<script /) },
    ]);
  });
});

test('a second copy of the tag stays inert and says so', ONE_ENGINE, async ({ page, demo }) => {
  const told = listen(page);
  await page.goto(demo.url('/pages/two-copies.html'));
  const { banner, accept } = faceOf(page);
  await expect(banner).toHaveCount(1);
  await expect(banner.getByRole('link')).toHaveAttribute('href', '/privacy'); // The first one's.
  await accept.click();
  await expect.poll(() => ran(page)).toEqual(['analytics', 'marketing']);
  await demo.settled(page);
  expect(await ran(page)).toEqual(['analytics', 'marketing']);
  await expect(page.locator('commsor-ui')).toHaveCount(1);
  expect([...told.errors, ...told.warnings].filter((text) => text.includes('second-copy'))).toHaveLength(1);
});

test(
  'in a sandboxed frame the visitor can choose, the choice counts for the page, and one error says why it is not ' +
    'kept',
  async ({ page, demo }) => {
    const told = listen(page);
    await page.goto(demo.url('/pages/sandbox.html'));
    const frame = page.frameLocator('iframe');
    const { banner, accept } = faceOf(frame.locator('html'));
    await expect(banner).toBeVisible();
    await expect(async () => {
      // In a frame of another origin Accept counts only once it could be seen for a moment.
      if (await banner.count()) await accept.click();
      expect(await banner.count()).toBe(0);
    }).toPass();
    await expect
      .poll(() => frame.locator('html').evaluate(() => Reflect.get(window, '__ran') as string[]))
      .toEqual(['analytics']);
    await expect.poll(() => told.errors.map((text) => /[\w-]+:/.exec(text)?.[0])).toEqual(['storage-failed:']);
  },
);

test.describe('when a part of us does not arrive', () => {
  const withEmbed = simple(
    `${tag}<iframe data-consent="marketing" data-src="{{third}}/frame.html?id=embed"
      title="An embed" width="400" height="200"></iframe><p><a href="#consent">Privacy preferences</a></p>`,
  );

  test('(prompt) the page works, nothing runs, an error says so, and asking again tries again', async ({
    page,
    demo,
  }) => {
    await record(page);
    let isMissing = true;
    await page.route(/\/dist\/prompt\.js/, (route) => (isMissing ? route.abort() : route.continue()));
    await page.goto(await demo.store(withEmbed));
    await expect.poll(() => codes(page)).toContain('chunk-failed');
    expect((await reported(page)).map(({ message }) => message.split(':')[0])).toContain('prompt');
    await page.getByRole('button', { name: 'A button of the page' }).click();
    await expect(faceOf(page).banner).toHaveCount(0);
    await demo.settled(page);
    expect(await ran(page)).toEqual([]);

    isMissing = false;
    await page.getByRole('link', { name: 'Privacy preferences' }).click();
    // Firefox never again loads a file that others need to have loaded: there it is the banner that comes.
    const { banner, dialog } = faceOf(page);
    await banner.or(dialog).getByRole('button', { name: 'Accept all' }).click();
    await expect.poll(() => ran(page)).toEqual(['analytics']);
  });

  test('(texts/de) the banner comes in English, and an error says why', ONE_ENGINE, async ({ page, demo }) => {
    await record(page);
    await page.route(/\/dist\/texts\/de\.js/, (route) => route.abort());
    await page.goto(await demo.store(withEmbed.replace('<script ', '<script data-lang="de" ')));
    const { banner, accept } = faceOf(page);
    await expect(banner).toContainText('Cookies and your privacy');
    expect((await reported(page)).map(({ message }) => message.split(':')[0])).toContain('texts/de');
    await accept.click();
    await expect.poll(() => ran(page)).toEqual(['analytics']);
  });

  test(
    '(idle) the banner can be answered all the same, the answer is kept and followed, and an error says so',
    ONE_ENGINE,
    async ({ page, demo, context }) => {
      await record(page);
      await page.route(/\/dist\/idle\.js/, (route) => route.abort());
      await page.goto(await demo.store(withEmbed));
      await expect.poll(() => codes(page)).toContain('chunk-failed');
      const { banner, accept } = faceOf(page);
      await accept.click();
      await expect(banner).toHaveCount(0);
      await expect.poll(() => ran(page)).toEqual(['analytics']);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(['commsor_consent']);
    },
  );

  test('(idle) the banner looks before it comes as it does afterwards: nothing of the page gets in', async ({
    page,
    demo,
  }) => {
    let arrive = () => {};
    const kept = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/dist\/idle\.js/, async (route) => {
      await kept;
      await route.continue();
    });
    const style =
      '<style>html { font: italic 23px/3 serif; letter-spacing: 4px; text-transform: uppercase; text-align: end; ' +
      'word-spacing: 1em; cursor: crosshair }</style>';
    await page.goto(await demo.store(withEmbed.replace('</head>', `${style}</head>`)), {
      waitUntil: 'domcontentloaded',
    });
    const { banner } = faceOf(page);
    await expect(banner).toBeVisible();
    const look = () =>
      banner.evaluate((card) => {
        const { fontSize, fontStyle, lineHeight, letterSpacing, textTransform, textAlign, wordSpacing, cursor } =
          getComputedStyle(card.querySelector('p')!);
        return { fontSize, fontStyle, lineHeight, letterSpacing, textTransform, textAlign, wordSpacing, cursor };
      });
    const before = await look();
    expect(before).toMatchObject({
      fontStyle: 'normal',
      letterSpacing: 'normal',
      textTransform: 'none',
      textAlign: 'start',
      cursor: 'auto',
    });
    arrive();
    await expect(faceOf(page).announcer).toBeAttached();
    expect(await look()).toEqual(before);
  });

  test(
    '(reopen) the answer is kept and followed, an error says so, and a link of the page leads back',
    ONE_ENGINE,
    async ({ page, demo }) => {
      await record(page);
      await page.route(/\/dist\/(reopen|stale-page)\.js/, (route) => route.abort());
      await page.goto(await demo.store(withEmbed));
      const { announcer, accept, dialog } = faceOf(page);
      await expect(announcer).toBeAttached();
      await accept.click();
      await expect.poll(() => ran(page)).toEqual(['analytics']);
      const failed = async () => (await reported(page)).map(({ message }) => message.split(':')[0] ?? '').toSorted();
      // What says what became of the answer stands beside the control, and asks for it too.
      await expect.poll(failed).toEqual(expect.arrayContaining(['reopen', 'stale-page']));

      await page.getByRole('link', { name: 'Privacy preferences' }).click();
      await expect(dialog).toBeVisible();
    },
  );

  test('(embeds) embeds stay blocked, everything else works', ONE_ENGINE, async ({ page, demo }) => {
    await record(page);
    let isMissing = true;
    await page.route(/\/dist\/embeds\.js/, (route) => (isMissing ? route.abort() : route.continue()));
    await page.goto(await demo.store(withEmbed));
    await expect.poll(() => codes(page)).toContain('chunk-failed');
    await faceOf(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['analytics']);
    await expect(page.locator('iframe')).not.toHaveAttribute('src');
    expect(await demo.log()).toEqual([]);

    // The answer asked for the part once more; whoever asks while that is on its way gets the same no.
    await expect.poll(async () => (await codes(page)).filter((code) => code === 'chunk-failed')).toHaveLength(2);
    isMissing = false;
    await page.evaluate(() => window.commsorConsent!.scan());
    await expect(page.locator('iframe')).toHaveAttribute('src', /frame\.html/);
  });

  test('(placeholder) the embed stays blocked and loads when it is allowed', ONE_ENGINE, async ({ page, demo }) => {
    await record(page);
    await page.route(/\/dist\/placeholder\.js/, (route) => route.abort());
    await page.goto(await demo.store(withEmbed));
    await expect.poll(() => codes(page)).toContain('chunk-failed');
    await faceOf(page).accept.click();
    await expect(page.locator('iframe')).toHaveAttribute('src', /frame\.html/);
  });

  test('(preferences) the banner stays, and the answer can be given there', ONE_ENGINE, async ({ page, demo }) => {
    await record(page);
    await page.route(/\/dist\/preferences\.js/, (route) => route.abort());
    await page.goto(await demo.store(withEmbed));
    const { banner, preferences, reject } = faceOf(page);
    await preferences.click();
    await expect.poll(() => codes(page)).toContain('chunk-failed');
    await expect(banner).toBeVisible();
    await reject.click();
    await expect(banner).toHaveCount(0);

    // Decided: the banner stands in, so that an answer can be changed.
    await page.getByRole('link', { name: 'Privacy preferences' }).click();
    await expect(banner).toBeVisible();
  });

  test('(everything) tags stay inert and the page works', async ({ page, demo }) => {
    await page.route('**/dist/**', (route) => route.abort());
    await page.goto(await demo.store(withEmbed));
    await page.getByRole('button', { name: 'A button of the page' }).click();
    await page.goto(demo.url('/pages/tag-sync.html'));
    expect(await demo.log()).toEqual([]);
    expect(await ran(page)).toEqual([]);
    expect(await page.evaluate(() => [...document.scripts].filter(({ type }) => type === 'text/plain').length)).toBe(3);
  });
});

test('while the page hides Reject no consent is taken, and one error says so', async ({ page, demo }) => {
  const hiding = ['display: none', 'visibility: hidden', 'opacity: 0', 'font-size: 0', 'width: 0; min-width: 0'];
  const rows = [...hiding, ''].map((rule) => [rule || 'as it is', rule] as const);
  await record(page);
  await inTurn(rows, async (rule) => {
    await page.goto(await demo.store(simple(tag, `<style>commsor-ui::part(reject) { ${rule} }</style>`)));
    const { banner, accept } = faceOf(page);
    await accept.click();
    if (!rule) return expect(banner).toHaveCount(0);
    await expect.poll(() => codes(page)).toEqual(['config-invalid']);
    await expect(banner).toBeVisible();
    expect(await ran(page)).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});
