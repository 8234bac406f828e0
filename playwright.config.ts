import { spawnSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';
import { findBrowser, needBrowser } from './scripts/browsers.mjs';
import { NEEDS_WINDOW, ONE_ENGINE, OWN_NAME } from './test/support/engines.ts';

// Playwright reads this file again in each worker; the port must be the same in all, so it travels in the environment.
const port = (process.env.E2E_PORT ??= freePort());
const baseURL = `http://localhost:${port}`;

// Playwright forces colours upon its workers. Commands that a test starts would inherit that, and beside NO_COLOR, Node
// warns of it in what they say.
delete process.env.FORCE_COLOR;

function freePort(): string {
  const program =
    'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); ' +
    's.close(); })';
  return spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout.trim();
}

const full = needBrowser('chromium');
const shell = findBrowser('headless-shell')?.path;

/** Without `path` it is Playwright's own, of which `channel` names the one with a window. */
const chromium = (path: string | undefined, channel?: string) => ({
  browserName: 'chromium' as const,
  ...(full.own ? { channel } : {}),
  launchOptions: {
    executablePath: path,
    // Playwright switches the back-forward cache off; visitors have it, and so do the tests.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    // Root may not use the sandbox; the others keep the browser from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${OWN_NAME} 127.0.0.1`,
    ],
  },
});
const fullPath = full.own ? undefined : full.path;
/** Chromium without a window has no back-forward cache and no clipboard; it opens a page in half the time. */
const needsWindow = new RegExp(`back-forward\\.spec\\.ts|${NEEDS_WINDOW.tag}`);

/**
 * What no engine changes runs in Chromium alone, or half an hour would go into seeing the same twice: our command, the
 * builder and the documents; words in fifty languages and the tables; sizes and counts; what brings a Chromium of its
 * own; Google's data layer, which is a list; and what a stock Firefox cannot be told, to which one of its own projects
 * is set: there it really sends the signals that a script sends elsewhere.
 */
const oneEngineSpecs = [
  'audit',
  'audit-sites',
  'brand-dark',
  'builder',
  'builder-face',
  'docs',
  'docs-site',
  'google',
  'languages',
  'loose',
  'migration',
  'named-services',
  'npm',
  'performance',
  'regions',
  'signals',
  'tabs-prerender',
  'testing-examples',
];
const oneEngine = new RegExp(String.raw`(${oneEngineSpecs.join('|')})\.spec\.ts$`);

/** Single tests of which the same holds, see test/support/engines.ts. */
const oneEngineTests = process.env.EVERY_ENGINE ? undefined : new RegExp(ONE_ENGINE.tag);

const found = needBrowser('firefox');

/** Prefs stand in for what `emulateMedia` cannot do in a stock Firefox. */
const firefox = (firefoxUserPrefs: Record<string, string | number | boolean> = {}) => ({
  browserName: 'firefox' as const,
  ...(found.own ? {} : { channel: 'moz-firefox' }),
  launchOptions: { executablePath: found.path, firefoxUserPrefs },
});

/**
 * A spec named `*.gpc.spec.ts` runs in a Firefox that really sends Global Privacy Control, and nowhere else; so with
 * the others.
 */
const special = {
  gpc: { 'privacy.globalprivacycontrol.enabled': true, 'privacy.globalprivacycontrol.functionality.enabled': true },
  dnt: { 'privacy.donottrackheader.enabled': true },
  'forced-colors': { 'browser.display.document_color_use': 2 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
  dark: { 'ui.systemUsesDarkTheme': 1 },
};
const specialSpecs = new RegExp(`\\.(${Object.keys(special).join('|')})\\.spec\\.ts$`);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 180_000, // A slow machine is no fault of the product; expectations have limits of their own.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [[process.env.CI ? 'dot' : 'line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { baseURL, trace: 'off', locale: 'en-GB', timezoneId: 'Europe/Berlin' },
  projects: [
    { name: 'chromium', use: chromium(shell ?? fullPath), testIgnore: specialSpecs, grepInvert: needsWindow },
    { name: 'chromium-window', use: chromium(fullPath, 'chromium'), testIgnore: specialSpecs, grep: needsWindow },
    { name: 'firefox', use: firefox(), testIgnore: [specialSpecs, oneEngine], grepInvert: oneEngineTests },
    ...Object.entries(special).map(([name, prefs]) => ({
      name: `firefox-${name}`,
      use: firefox(prefs),
      testMatch: `**/*.${name}.spec.ts`,
      grepInvert: oneEngineTests,
    })),
  ],
  webServer: {
    command: `node demo/server.mjs --port ${port}`,
    url: baseURL,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
