/**
 * Pictures of the face in every layout, theme and size, to be looked at. Needs a build.
 *
 *     node scripts/screenshots.mjs            all of them, into test-results/screenshots/
 *     node scripts/screenshots.mjs modal      those with "modal" in their name
 *     node scripts/screenshots.mjs --readme   those of the README, into demo/screenshots/
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startDemo } from '../demo/server/start.mjs';
import { needBrowser } from './browsers.mjs';
import { root } from './setup.mjs';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 480 };

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {object} [wish] what demo/builder/page.js shows: config, language, scheme, view, embed
 * @property {string} [path] another page of the demo instead
 * @property {{ width: number, height: number }} [size]
 * @property {object} [media] what the browser says of the visitor's settings, as for `page.emulateMedia`
 * @property {'gpc' | 'dnt'} [signal] what the browser sends
 * @property {number} [scale] device pixels per CSS pixel
 * @property {(page: import('@playwright/test').Page) => Promise<unknown>} [act] what the visitor does first
 * @property {{ x: number, y: number, width: number, height: number }} [clip]
 */

const config = (ui = {}, more = {}) => ({ policy: { url: '/privacy' }, ui: { accent: '#0a7363', ...ui }, ...more });

const services = {
  maps: {
    title: 'Atlas Maps',
    purposes: ['preferences'],
    provider: 'Atlas GmbH',
    country: 'DE',
    retention: '6 months',
    policyUrl: 'https://atlas.example/privacy',
    cookies: ['_atlas'],
  },
  counter: {
    title: 'Quiet Counter',
    purposes: ['analytics'],
    provider: 'Counter Ltd',
    country: 'IE',
    retention: '13 months',
    policyUrl: 'https://counter.example/privacy',
    cookies: ['_qc', '_qc_*'],
  },
  film: {
    title: 'Northlight Video',
    purposes: ['marketing'],
    provider: 'Northlight Inc.',
    country: 'US',
    retention: '2 years',
    policyUrl: 'https://northlight.example/privacy',
    cookies: ['nl_id', 'nl_pref', 'nl_session_*'],
  },
  ads: { title: 'Harbour Ads', purposes: ['marketing', 'analytics'], provider: 'Harbour AB', country: 'SE' },
};
const twenty = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `tool-${index}`,
    { ...Object.values(services)[index % 3], title: `${Object.values(services)[index % 3].title} ${index + 1}` },
  ]),
);
const many = {
  purposes: Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `use-${index}`,
      { title: `Purpose ${index + 1}`, description: 'One of the sixty that this site asks about.' },
    ]),
  ),
  services: Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `tool-${index}`,
      { title: `Tool ${index + 1}`, provider: 'Example Inc.', purposes: [`use-${index % 60}`] },
    ]),
  ),
};
const long = {
  texts: {
    banner: {
      body: 'We use cookies that this site needs, and with your permission some that it does not. '.repeat(24),
    },
  },
};

const part = (page, name) => page.locator(`commsor-ui [part~="${name}"]`);
const openServices = (page) => page.locator('commsor-ui summary').nth(1).click();
const search = (text) => (page) => page.locator('commsor-ui [type="search"]').fill(text);
const toEnd = (page) =>
  page.locator('commsor-ui .scroll').evaluate((scroll) => scroll.scrollTo(0, scroll.scrollHeight));
const openPreferences = (page) => part(page, 'preferences').click();
const switchOn = (name) => (page) => page.locator(`commsor-ui [part~="switch"][value="${name}"]`).check();

const preferences = { view: 'preferences', config: config({}, { services }) };

/** @type {readonly Picture[]} */
const pictures = [
  ...['bottom-start', 'bottom-end', 'top-start', 'top-end'].map((position) => ({
    name: `box-${position}`,
    wish: { config: config({ position }) },
  })),
  { name: 'box-dark', wish: { scheme: 'dark', config: config() } },
  { name: 'box-ink', wish: { config: config({ accent: undefined }) } },
  { name: 'box-ink-dark', wish: { scheme: 'dark', config: config({ accent: undefined }) } },
  { name: 'box-de', wish: { language: 'de', config: config() } },
  { name: 'box-fi', wish: { language: 'fi', config: config() } },
  { name: 'box-ar', wish: { language: 'ar', config: config() } },
  {
    name: 'box-focus',
    wish: { config: config() },
    act: async (page) => {
      for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
    },
  },
  { name: 'box-long', wish: { config: config({}, long) } },
  { name: 'box-many', wish: { config: config({}, many) } },
  { name: 'bar-bottom', wish: { config: config({ layout: 'bar' }) } },
  { name: 'bar-top', wish: { config: config({ layout: 'bar', position: 'top' }) } },
  { name: 'bar-dark', wish: { scheme: 'dark', config: config({ layout: 'bar' }) } },
  { name: 'bar-de', wish: { language: 'de', config: config({ layout: 'bar' }) } },
  { name: 'bar-fi', wish: { language: 'fi', config: config({ layout: 'bar' }) } },
  { name: 'bar-ar', wish: { language: 'ar', config: config({ layout: 'bar' }) } },
  { name: 'bar-tablet', size: { width: 768, height: 1024 }, wish: { config: config({ layout: 'bar' }) } },
  { name: 'bar-wide', size: { width: 1920, height: 800 }, wish: { config: config({ layout: 'bar' }) } },
  { name: 'modal', wish: { config: config({ layout: 'modal' }) } },
  { name: 'modal-dark', wish: { scheme: 'dark', config: config({ layout: 'modal' }) } },
  { name: 'hostile', path: '/pages/hostile-css.html' },
  { name: 'hostile-preferences', path: '/pages/hostile-css.html', act: openPreferences },
  { name: 'gpc-banner', path: '/pages/regions.html', signal: 'gpc' },
  {
    name: 'policy-change',
    path: '/pages/policy-change.html',
    act: async (page) => {
      await part(page, 'reject').click();
      await part(page, 'reopen').waitFor();
      await page.goto(`${page.url()}?version=2`);
      await part(page, 'notice').waitFor();
    },
  },

  { name: 'preferences', wish: preferences },
  { name: 'preferences-dark', wish: { ...preferences, scheme: 'dark' }, act: switchOn('analytics') },
  { name: 'preferences-on', wish: preferences, act: switchOn('analytics') },
  {
    name: 'preferences-services',
    wish: preferences,
    act: async (page) => {
      await openServices(page);
      await switchOn('analytics')(page);
    },
  },
  { name: 'preferences-services-dark', wish: { ...preferences, scheme: 'dark' }, act: openServices },
  {
    name: 'preferences-end',
    wish: preferences,
    act: async (page) => {
      await openServices(page);
      await toEnd(page);
    },
  },
  { name: 'preferences-many', wish: { view: 'preferences', config: config({}, { services: twenty }) } },
  {
    name: 'preferences-search',
    wish: { view: 'preferences', config: config({}, { services: twenty }) },
    act: search('north'),
  },
  {
    name: 'preferences-no-match',
    wish: { view: 'preferences', config: config({}, { services: twenty }) },
    act: search('nowhere'),
  },
  { name: 'preferences-sixty', wish: { view: 'preferences', config: config({}, many) } },
  { name: 'preferences-de', wish: { ...preferences, language: 'de' } },
  { name: 'preferences-fi', wish: { ...preferences, language: 'fi' } },
  { name: 'preferences-ar', wish: { ...preferences, language: 'ar' }, act: openServices },
  { name: 'preferences-gpc', path: '/pages/signals.html', signal: 'gpc', act: openSignal },
  { name: 'preferences-dnt', path: '/pages/signals.html', signal: 'dnt', act: openSignal },

  { name: 'placeholder', wish: { view: 'placeholder', embed: 'film', config: config({}, { services }) } },
  {
    name: 'placeholder-dark',
    wish: { view: 'placeholder', scheme: 'dark', embed: 'film', config: config({}, { services }) },
  },
  {
    name: 'placeholder-ar',
    wish: { view: 'placeholder', language: 'ar', embed: 'film', config: config({}, { services }) },
  },
  {
    name: 'placeholder-sizes',
    path: '/pages/placeholders.html',
    size: { width: 1000, height: 2000 },
    act: async (page) => {
      await part(page, 'reject').click();
      await part(page, 'reopen').waitFor();
    },
  },
  { name: 'reopen', wish: { view: 'reopen', config: config() } },
  { name: 'reopen-dark', wish: { view: 'reopen', scheme: 'dark', config: config() } },
  {
    name: 'reopen-saved',
    path: '/',
    act: async (page) => {
      await openPreferences(page);
      await part(page, 'save').click();
      await part(page, 'reopen').waitFor();
    },
  },
  { name: 'reopen-signal', path: '/pages/signals.html', signal: 'gpc', act: (page) => part(page, 'reopen').waitFor() },

  ...[['box'], ['bar'], ['modal'], ['box', 'de'], ['box', 'fi'], ['box', 'ar'], ['box', 'en', 'dark']].map(
    ([layout, language = 'en', scheme = 'light']) => ({
      name: ['phone', layout, language, scheme].join('-'),
      size: PHONE,
      wish: { language, scheme, config: config({ layout }) },
    }),
  ),
  ...['en', 'de', 'fi', 'ar'].map((language) => ({
    name: `phone-preferences-${language}`,
    size: PHONE,
    wish: { ...preferences, language },
  })),
  { name: 'phone-preferences-services', size: PHONE, wish: preferences, act: openServices },
  {
    name: 'phone-placeholder',
    size: PHONE,
    wish: { view: 'placeholder', embed: 'film', config: config({}, { services }) },
  },
  { name: 'phone-reopen', size: PHONE, wish: { view: 'reopen', config: config() } },
  { name: 'phone-many', size: PHONE, wish: { config: config({}, many) } },
  ...['en', 'de', 'fi', 'ar'].map((language) => ({
    name: `small-box-${language}`,
    size: SMALL,
    wish: { language, config: config() },
  })),
  ...['en', 'de', 'fi'].map((language) => ({
    name: `small-preferences-${language}`,
    size: SMALL,
    wish: { ...preferences, language },
  })),
  { name: 'reflow-box', size: { width: 320, height: 256 }, wish: { config: config() } },
  { name: 'reflow-preferences', size: { width: 320, height: 256 }, wish: preferences },

  {
    name: 'forced-box',
    media: { forcedColors: 'active', colorScheme: 'dark' },
    wish: { scheme: 'light dark', config: config() },
  },
  {
    name: 'forced-preferences',
    media: { forcedColors: 'active', colorScheme: 'dark' },
    wish: { ...preferences, scheme: 'light dark' },
    act: async (page) => {
      await switchOn('analytics')(page);
      await openServices(page);
    },
  },
  {
    name: 'forced-placeholder',
    media: { forcedColors: 'active', colorScheme: 'dark' },
    wish: { view: 'placeholder', scheme: 'light dark', embed: 'film', config: config({}, { services }) },
  },
  {
    name: 'forced-light-preferences',
    media: { forcedColors: 'active' },
    wish: preferences,
    act: switchOn('analytics'),
  },
  { name: 'contrast-box', media: { contrast: 'more' }, wish: { config: config() } },
  { name: 'contrast-preferences', media: { contrast: 'more' }, wish: preferences },
];

/** The best of them, cut to what matters; each at most 120 KB. @type {readonly Picture[]} */
const ofReadme = [
  { name: 'box', size: { width: 1280, height: 720 }, wish: { config: config() } },
  {
    name: 'preferences',
    scale: 1.5,
    clip: { x: 336, y: 60, width: 608, height: 680 },
    wish: preferences,
    act: async (page) => {
      await page.locator('commsor-ui summary').first().click();
      await switchOn('analytics')(page);
    },
  },
  {
    name: 'signal',
    scale: 1.5,
    size: { width: 1280, height: 680 },
    clip: { x: 336, y: 0, width: 608, height: 680 },
    path: '/pages/signals.html',
    signal: 'gpc',
    act: openSignal,
  },
  { name: 'phone-dark', size: PHONE, scale: 1.5, wish: { scheme: 'dark', config: config() } },
  {
    name: 'bar-right-to-left',
    size: { width: 1280, height: 400 },
    wish: { language: 'ar', config: config({ layout: 'bar' }) },
  },
];

async function openSignal(page) {
  await part(page, 'reopen').click();
  await part(page, 'dialog').waitFor();
}

/** What is on the screen when a view is. */
const VIEWS = {
  banner: 'commsor-ui [part~="banner"]',
  preferences: 'commsor-ui dialog',
  placeholder: 'commsor-embed',
  // Where a link of the page's own leads to the preferences, there are words alone.
  reopen: 'commsor-ui :is([part~="reopen"], [part="status"]:not(:empty)):visible',
};

/** Shows the page of a picture with everything in it at rest. */
async function show(page, { wish, path, act, signal }, url) {
  if (signal)
    await page.addInitScript(
      (name) =>
        Object.defineProperty(Navigator.prototype, name === 'gpc' ? 'globalPrivacyControl' : 'doNotTrack', {
          get: () => (name === 'gpc' ? true : '1'),
        }),
      signal,
    );
  await page.goto(url + (path ?? `/builder/page.html#${encodeURIComponent(JSON.stringify(wish))}`).slice(1));
  const { view = signal ? 'reopen' : 'banner' } = wish ?? {};
  await page.locator(VIEWS[view]).first().waitFor();
  await act?.(page);
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const roots = [
      document,
      ...[...document.querySelectorAll('commsor-ui, commsor-embed')].map((host) => host.shadowRoot),
    ];
    for (const animation of roots.flatMap((it) => it.getAnimations())) animation.finish();
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: 'boolean', default: false } },
});
const folder = join(root, values.readme ? 'demo/screenshots' : 'test-results/screenshots');
mkdirSync(folder, { recursive: true });
const demo = await startDemo({ port: 0 });
const browser = await chromium.launch({
  executablePath: needBrowser('chromium').path,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
try {
  for (const picture of (values.readme ? ofReadme : pictures).filter(({ name }) =>
    positionals.every((word) => name.includes(word)),
  )) {
    const { name, size = DESKTOP, media = {}, scale = 1, clip } = picture;
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, locale: 'en-GB', ...media });
    await show(page, picture, demo.url);
    await page.screenshot({ path: join(folder, `${name}.png`), ...(clip ? { clip } : {}) });
    await page.close();
    console.log(name);
  }
} finally {
  await browser.close();
  demo.close();
}
