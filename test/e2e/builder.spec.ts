import type { Locator, Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { builderOf, contents, portrait, siteWith } from '../support/builder.ts';
import { expect, test } from '../support/demo-test.ts';
import { NEEDS_WINDOW, ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const errorsIn = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
};

/** The browser's Back and Forward: no page is loaded, so there is no load to wait for. */
const step = (page: Page, by: number) => page.evaluate((steps) => history.go(steps), by);

test.describe('a banner that was built by clicking', () => {
  test('is the banner that the copied tag yields', NEEDS_WINDOW, async ({ page, context, demo }) => {
    await page.goto('/builder/');
    const builder = builderOf(page);
    const { part } = builder;

    await part('Look').getByRole('radio', { name: 'Bar' }).check({ force: true });
    await part('Look').getByRole('radio', { name: 'Top' }).check({ force: true });
    await part('Look').getByRole('radio', { name: 'Ochre' }).check({ force: true });
    await part('Purposes').getByLabel('Functional').uncheck();
    await part('Services')
      .getByLabel(/Search/)
      .fill('hotjar');
    await part('Services')
      .getByRole('checkbox', { name: /Hotjar/ })
      .check();
    await part('Services')
      .getByLabel(/Search/)
      .fill('youtube.com');
    await part('Services')
      .getByRole('checkbox', { name: /YouTube/ })
      .check();
    await part('Services').getByLabel('Purpose of Hotjar').selectOption('Marketing');
    await part('Services').getByRole('button', { name: 'Add a service' }).click();
    await part('Services').getByLabel('Name that visitors read').fill('Our survey');
    await part('Services').getByLabel('Company behind it').fill('Asking Ltd');
    await part('Language and words').getByText('Words of your own').click();
    await part('Language and words').getByLabel('Title').fill('Biscuits & <crumbs>');
    await part('Language and words').getByLabel('Text', { exact: true }).fill('We bake some.\nYou may say "no".');
    await part('Language and words').getByLabel('Refuse button').fill('No, thank you');
    await part('Language and words').getByLabel('Accept button').fill('Yes, please');
    await part('Privacy policy').getByLabel('Address of your policy').fill('/legal/privacy?from=banner&x=1');
    await builder.settled();

    const seen = await portrait(builder.face.banner);
    await builder.look('Preferences');
    const listed = await contents(builder.face.dialog);
    expect(seen).toMatchObject({
      layout: expect.stringMatching(/bar.*top/),
      name: 'Biscuits & <crumbs>',
      policy: '/legal/privacy?from=banner&x=1',
    });
    expect(listed).toMatchObject({
      switches: ['analytics', 'our-survey', 'marketing', 'hotjar', 'youtube'].map((name) => [name, false]),
      text: expect.stringMatching(/Our survey[\s\S]*Asking Ltd[\s\S]*Hotjar[\s\S]*YouTube/),
    });

    const code = await builder.copied(page.getByRole('banner').getByRole('button', { name: 'Copy the tag' }));
    const visitor = await context.newPage();
    const errors = errorsIn(visitor);
    const {
      window: [width, height],
    } = seen as { window: [number, number] };
    await visitor.setViewportSize({ width, height });
    await visitor.goto(await demo.store(await siteWith(code, page)));
    const face = faceOf(visitor);
    await expect(face.banner).toBeVisible();
    await face.banner.evaluate(async (card) =>
      Promise.all(card.getAnimations().map((animation) => animation.finished)),
    );
    expect(await portrait(face.banner)).toEqual(seen);

    await face.preferences.click();
    expect(await contents(face.dialog)).toEqual(listed);
    await face.reject.click();
    await expect(face.reopen).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('needs one tag when attributes say it all', NEEDS_WINDOW, async ({ page, context, demo }) => {
    await page.goto('/builder/');
    const builder = builderOf(page);
    await builder.part('Look').getByRole('radio', { name: 'Window' }).check({ force: true });
    await builder
      .part('Look')
      .getByRole('group', { name: 'Theme' })
      .getByRole('radio', { name: 'Dark' })
      .check({ force: true });
    await builder.part('Language and words').getByLabel('Language', { exact: true }).selectOption('de');
    await builder.part('Privacy policy').getByLabel('Version').fill('3');
    await builder.part('Google Consent Mode').getByRole('checkbox').check();
    await builder.settled();
    const seen = await portrait(builder.face.banner);

    const code = await builder.copied(
      builder.part('Take it with you').getByRole('button', { name: 'Copy', exact: true }),
    );
    expect(code.trim()).toBe(
      '<script src="/dist/commsor.js" data-policy="/privacy" data-policy-version="3" data-lang="de" ' +
        'data-layout="modal" data-theme="dark" data-google></script>',
    );

    const visitor = await context.newPage();
    const errors = errorsIn(visitor);
    const {
      window: [width, height],
    } = seen as { window: [number, number] };
    await visitor.setViewportSize({ width, height });
    await visitor.goto(await demo.store(await siteWith(code, page)));
    const { banner } = faceOf(visitor);
    await expect(banner).toBeVisible();
    await banner.evaluate(async (card) => Promise.all(card.getAnimations().map((animation) => animation.finished)));
    expect(await portrait(banner)).toEqual(seen);
    expect(await visitor.evaluate(() => Reflect.get(window, 'dataLayer').length)).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('can be taken as a file, as JSON or JavaScript', async ({ page }) => {
    await page.goto('/builder/#accent=teal&services=youtube');
    const finish = builderOf(page).part('Take it with you');
    await page.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        Reflect.set(window, 'saved', (blob as Blob).text());
        return createObjectURL(blob);
      };
    });
    const saved = async (file: string) => {
      await finish.getByRole('button', { name: `Download ${file}` }).click();
      return page.evaluate(() => Reflect.get(window, 'saved') as Promise<string>);
    };

    await finish.getByRole('radio', { name: 'JSON file' }).check({ force: true });
    expect(JSON.parse(await saved('consent.json'))).toMatchObject({
      policy: { url: '/privacy' },
      services: { youtube: { title: 'YouTube' } },
      ui: { accent: 'teal' },
    });
    await finish.getByRole('radio', { name: 'JavaScript' }).check({ force: true });
    expect((await saved('consent.js')).split('\n').slice(0, 4)).toEqual([
      "import { createConsent } from '@commsor/consent';",
      '',
      'export const consent = createConsent({',
      "  policy: { url: '/privacy' },",
    ]);
    await finish.getByRole('radio', { name: 'Privacy page' }).check({ force: true });
    expect(await saved('declaration.html')).toMatch(/^<div data-consent-declaration lang="en">[^]*<bdi>YouTube<\/bdi>/);
    await finish.getByRole('combobox', { name: 'Level of its headings' }).selectOption('h2');
    expect(await saved('declaration.html')).toMatch(/<h2\b[^]*<bdi>YouTube<\/bdi>/);
    await finish.getByRole('radio', { name: 'Tag', exact: true }).check({ force: true });
    expect(await saved('consent.html')).toMatch(/^<script type="application\/json"/);
  });
});

test('the example report of the audit opens in the builder, and so does a file', ONE_ENGINE, async ({ page }) => {
  await page.goto('/audit/');
  await expect(page.getByRole('heading', { name: 'Consent audit of bakery' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open its configuration in the builder' }).click();

  const { part, settled } = builderOf(page);
  const said = page.getByRole('status', { name: 'The opened file' });
  await expect(said).toHaveText('The example report is open, with 9 services.');
  await expect(part('Services').getByRole('list', { name: 'Chosen services' })).toContainText('HubSpot Forms');
  await expect(part('Services').getByLabel('Hosts that it loads from')).toHaveValue('pixel.unknown-tracker.example');
  await expect(part('Privacy policy').getByLabel('Address of your policy')).toHaveValue('/privacy.html');
  expect(page.url()).toContain('#policy=');

  const open = async (name: string, text: string) => {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a report' }).click();
    await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await open('photo.json', 'no JSON');
  await expect(said).toContainText('photo.json: This is no report of the audit');
  await open('mine.json', '{"policy":{"url":"/legal"},"services":["hotjar"],"block":[]}');
  await expect(said).toHaveText('mine.json is open, with 1 service. Not taken over: block.');
  await expect(part('Privacy policy').getByLabel('Address of your policy')).toHaveValue('/legal');
  await settled();
  expect(await violationsOf(page)).toEqual([]);
  await step(page, -1);
  await expect(part('Privacy policy').getByLabel('Address of your policy')).toHaveValue('/privacy.html');
});

test.describe('the design is in the address', () => {
  test('a link shares it', NEEDS_WINDOW, async ({ page, context }) => {
    await page.goto('/builder/');
    const builder = builderOf(page);
    await builder.part('Look').getByRole('radio', { name: 'Bar' }).check({ force: true });
    await builder.part('Language and words').getByText('Words of your own').click();
    await builder.part('Language and words').getByLabel('Title').fill('Hello');
    const link = await builder.copied(page.getByRole('button', { name: 'Copy a link' }));

    const friend = await context.newPage();
    await friend.goto(link);
    await expect(builderOf(friend).face.banner).toContainText('Hello');
    await expect(builderOf(friend).part('Look').getByRole('radio', { name: 'Bar' })).toBeChecked();
    await expect(builderOf(friend).part('Language and words').getByLabel('Title')).toHaveValue('Hello');
  });

  test('Back takes back one change after the other, Forward makes it again, and the preview is no step', async ({
    page,
  }) => {
    await page.goto('/builder/');
    const { part, face, look, settled } = builderOf(page);
    const layout = (name: string) => part('Look').getByRole('group', { name: 'Layout' }).getByRole('radio', { name });
    const version = part('Privacy policy').getByLabel('Version');
    await layout('Bar').check({ force: true });
    await version.pressSequentially('2026');
    await part('Purposes').getByLabel('Marketing').uncheck();
    await look('Dark');
    await look('Preferences');
    await look('Banner');

    await step(page, -1);
    await expect(part('Purposes').getByLabel('Marketing')).toBeChecked();
    await expect(version).toHaveValue('2026');
    await step(page, -1);
    await expect(version).toHaveValue('');
    await expect(layout('Bar')).toBeChecked();
    await step(page, -1);
    await expect(layout('Box')).toBeChecked();
    await settled();
    await expect(face.banner).not.toHaveClass(/bar/);
    await step(page, 1);
    await expect(layout('Bar')).toBeChecked();
    await settled();
    await expect(face.banner).toHaveClass(/bar/);
  });

  test('a word that was emptied is ours again', async ({ page }) => {
    await page.goto('/builder/#words=%7B%22de%22%3A%7B%22title%22%3A%22Kr%C3%BCmel%22%7D%7D&language=de');
    const { part, face, settled } = builderOf(page);
    const title = part('Language and words').getByLabel('Title');
    await expect(title).toHaveValue('Krümel');
    await title.fill('');
    await title.blur();
    await expect(title).toHaveValue(/Cookies/);
    await settled();
    await expect(face.banner).not.toContainText('Krümel');
    await expect(part('Take it with you').getByRole('region', { name: /ready to copy/ })).toHaveText(
      '<script src="/dist/commsor.js" data-policy="/privacy" data-lang="de"></script>',
    );
  });

  test('Start over is one step too', async ({ page }) => {
    await page.goto('/builder/#accent=teal&layout=bar');
    const accent = page.getByLabel('Accent as a CSS colour');
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(accent).toHaveValue('');
    await step(page, -1);
    await expect(accent).toHaveValue('teal');
  });
});

test.describe('what is wrong is said beside the field, in words', () => {
  test('a policy that is no address', async ({ page }) => {
    await page.goto('/builder/');
    const { part } = builderOf(page);
    const field = part('Privacy policy').getByLabel('Address of your policy');
    await expect(part('Take it with you').getByText('Nothing to mend.')).toBeVisible();

    await field.fill('javascript:alert(1)');
    await expect(field).toHaveAccessibleDescription(
      /The address of your policy must be an http\(s\) address or a path\./,
    );
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('banner').getByRole('status').first()).toHaveText(/1 thing to mend/);
    await field.fill('');
    await expect(field).toHaveAccessibleDescription(/Give the address of your privacy policy, for example "?\/privacy/);
    await field.fill('https://site.example/privacy');
    await expect(field).toHaveAccessibleDescription('');
    await expect(part('Take it with you').getByText('Nothing to mend.')).toBeVisible();
  });

  test('a purpose and a service without a name; the list of what to mend leads there', async ({ page }) => {
    await page.goto('/builder/');
    const { part } = builderOf(page);
    await part('Purposes').getByRole('button', { name: 'Add a purpose' }).click();
    await part('Services').getByRole('button', { name: 'Add a service' }).click();
    const purpose = part('Purposes').getByLabel('Name that visitors read');
    const service = part('Services').getByLabel('Name that visitors read');
    await expect(purpose).toHaveAccessibleDescription(/Error: Give the name that visitors read\./);
    await expect(service).toHaveAccessibleDescription(/Please mind: Give the name that visitors read\./);

    await part('Take it with you').getByRole('button', { name: 'Give the name that visitors read.' }).first().click();
    await expect(purpose).toBeFocused();
    await purpose.fill('Research');
    await service.fill('Our survey');
    await expect(part('Take it with you').getByText('Nothing to mend.')).toBeVisible();
    await expect(part('Take it with you')).toContainText('data-consent="our-survey"');
  });

  test('opt-out without a link, until the pages have one', async ({ page }) => {
    await page.goto('/builder/');
    const { part } = builderOf(page);
    await part('When it asks').getByRole('radio', { name: 'It runs until visitors object' }).check();
    await expect(part('When it asks')).toContainText('"Do not sell or share" link');
    await part('When it asks').getByRole('button', { name: 'My pages will have this link' }).click();
    await expect(part('When it asks')).not.toContainText('"Do not sell or share" link');
    await expect(
      part('Take it with you').getByText('<a href="#consent">Do not sell or share my personal information</a>'),
    ).toBeVisible();
  });

  test('no way back, a service without its purpose, an accent that is no colour, Google without its purposes', async ({
    page,
  }) => {
    await page.goto('/builder/#services=youtube&google=yes');
    const { part } = builderOf(page);
    await part('The way back').getByRole('radio', { name: 'No control' }).check({ force: true });
    await expect(part('The way back')).toContainText('keep a link to #consent on every page', { ignoreCase: true });
    for (const purpose of ['Functional', 'Analytics', 'Marketing'])
      await part('Purposes').getByLabel(purpose).uncheck();
    await expect(part('Services')).toContainText('There is no purpose "marketing"');
    await expect(part('Google Consent Mode')).toContainText('None of your purposes is one of the default four');
    const accent = page.getByLabel('Accent as a CSS colour');
    await accent.fill('blurple');
    await expect(accent).toHaveAccessibleDescription(/The accent must be a colour/);
  });

  test('an accent is drawn as it is, with words that can be read on it, and both are what the banner shows', async ({
    page,
  }) => {
    await page.goto('/builder/#accent=%23f2c200');
    const { part, face, look, settled } = builderOf(page);
    const accent = page.getByLabel('Accent as a CSS colour');
    await expect(accent).toHaveAccessibleDescription(/On light.*1\d\.\d to 1.*On dark.*1\d\.\d to 1/);
    const colours = (button: Locator) =>
      button.evaluate((element) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
        const { backgroundColor, color } = getComputedStyle(element);
        return [backgroundColor, color].flatMap((colour) => {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        });
      });
    for (const scheme of ['Light', 'Dark']) {
      await look(scheme);
      await settled();
      const sample = part('Look').locator(`[data-scheme="${scheme.toLowerCase()}"] .sample`);
      expect(await colours(face.accept), scheme).toEqual(await colours(sample));
    }
  });
});

test.describe('the preview', () => {
  test('shows banner, preferences, placeholder and way back; light and dark; phone and desktop; right to left', async ({
    page,
  }) => {
    await page.goto('/builder/#services=youtube&reopen=bottom-end');
    const { frame, face, look } = builderOf(page);
    await expect(face.banner).toBeVisible();
    await look('Preferences');
    await expect(face.dialog).toBeVisible();
    await look('Placeholder');
    await expect(frame.getByText('Content from YouTube')).toBeInViewport();
    await expect(face.banner).toHaveCount(0);
    await look('Afterwards');
    await expect(face.reopen).toBeVisible();
    await look('Banner');
    await look('Dark');
    expect(await face.banner.evaluate((card) => getComputedStyle(card).colorScheme)).toBe('dark');
    await look('Right to left');
    await expect(face.banner).toHaveAttribute('aria-label', /[؀-ۿ]/);
    expect(await face.banner.evaluate((card) => [getComputedStyle(card).direction, innerWidth])).toEqual(['rtl', 1280]);
    await look('Phone');
    expect(await face.banner.evaluate((card) => [card.getBoundingClientRect().width, innerWidth, innerHeight])).toEqual(
      [390, 390, 844],
    );
  });

  test('says why there is nothing to see', async ({ page }) => {
    await page.goto('/builder/#purposes=&reopen=off');
    const { look, settled } = builderOf(page);
    await settled();
    const note = page.getByRole('region', { name: 'Preview', exact: true }).getByRole('status');
    await expect(note).toHaveText('No banner: nothing optional is asked for.');
    await look('Placeholder');
    await expect(note).toHaveText('No placeholder: the film needs no permission.');
    await look('Afterwards');
    await expect(note).toHaveText('No control: it is switched off.');
  });

  test('stores nothing, asks nobody outside, and begins again', async ({ page, context, baseURL }) => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await page.goto('/builder/#services=youtube+google-analytics&google=yes');
    const { face, frame, settled, press } = builderOf(page);
    await settled();
    await press(face.preferences);
    await expect(face.dialog).toBeVisible();
    await press(face.dialog.getByRole('button', { name: 'Accept all' }));
    await expect(frame.locator('iframe')).toHaveAttribute('src', 'embed.html');
    await expect(face.reopen).toBeVisible();
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Begin again' }).click();
    await settled();
    await expect(face.banner).toBeVisible();
    expect([...hosts]).toEqual([baseURL]);
  });

  test('never takes the focus from the form, and is never empty while it changes', async ({ page }) => {
    await page.goto('/builder/#layout=modal');
    const { part, face, look, settled } = builderOf(page);
    await settled();
    await page.evaluate(() => {
      const count = { frames: 0, empty: 0 };
      Reflect.set(window, 'count', count);
      const look = () => {
        count.frames += 1;
        if (!document.querySelector('iframe[data-state="shown"]')) count.empty += 1;
        requestAnimationFrame(look);
      };
      look();
    });
    await part('Language and words').getByText('Words of your own').click();
    const title = part('Language and words').getByLabel('Title');
    await expect(title).toHaveValue('Cookies and your privacy');
    await title.fill('');
    await title.pressSequentially('Crumbs and more', { delay: 40 });
    await settled();
    await expect(title).toBeFocused();
    await expect(title).toHaveValue('Crumbs and more');
    await expect(face.banner).toContainText('Crumbs and more');

    await look('Preferences');
    const version = part('Privacy policy').getByLabel('Version');
    await version.pressSequentially('2026-11', { delay: 40 });
    await settled();
    await expect(version).toBeFocused();
    await expect(version).toHaveValue('2026-11');
    const { frames, empty } = await page.evaluate(
      () => Reflect.get(window, 'count') as { frames: number; empty: number },
    );
    expect(frames).toBeGreaterThan(10);
    expect(empty).toBe(0);
  });

  test('a hostile link does nothing but fill in the form', NEEDS_WINDOW, async ({ page }) => {
    const words = JSON.stringify({
      en: { title: '<img src=x onerror=alert(1)>', body: '</script><script>alert(2)</script>' },
    });
    page.on('dialog', () => expect('a dialog').toBe('never shown'));
    const fields = new URLSearchParams({
      words,
      policy: 'javascript:alert(3)',
      accent: 'red;background:url(x)',
      sdk: '"><script>alert(4)</script>',
    });
    await page.goto(`/builder/#${fields}`);
    const builder = builderOf(page);
    await builder.settled();
    await expect(builder.face.banner).toContainText('<img src=x onerror=alert(1)>');
    const code = await builder.copied(page.getByRole('banner').getByRole('button', { name: 'Copy the tag' }));
    expect(
      await page.evaluate(
        (html) =>
          [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')].map(
            ({ localName }) => localName,
          ),
        code,
      ),
    ).toEqual(['html', 'head', 'script', 'script', 'body']);
  });
});
