import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/setup.mjs';
import { expect, test as base } from '../support/browser-test.ts';
import { consentPage } from '../support/consent-page.ts';
import { dist } from '../support/dist.ts';
import { example } from '../support/docs.ts';

// The examples of docs/testing.md, run as a site would: by a runner of their own, in a project that has installed us.

const CHROMIUM = findBrowser('headless-shell')?.path ?? findBrowser('chromium')?.path;

/** What Playwright and vitest say to their own workers would be taken for theirs by the inner ones. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(TEST_|PW_|PLAYWRIGHT_|VITEST|NODE_OPTIONS)/.test(name)),
);

const test = base.extend<{ run(command: string, args: string[], files: Record<string, string>): Promise<string> }>({
  run: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'consent-testing-'));
    const modules = join(folder, 'node_modules');
    const own = join(modules, '@commsor/consent');
    await mkdir(own, { recursive: true });
    await cp(join(root, 'package.json'), join(own, 'package.json'));
    await cp(dist, join(own, 'dist'), { recursive: true });
    for (const name of ['@playwright/test', 'happy-dom', 'vitest']) {
      await mkdir(dirname(join(modules, name)), { recursive: true });
      await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
    }
    await use(async (command, args, files) => {
      for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files }))
        await writeFile(join(folder, name), text);
      return new Promise((resolve) => {
        execFile(
          process.execPath,
          [join(root, 'node_modules', command), ...args],
          { cwd: folder, env },
          (_, out, err) => resolve(out + err),
        );
      });
    });
    await rm(folder, { recursive: true });
  },
});

for (const [what, tag, outcome] of [
  ['passes where tags are held', 'type="text/plain" data-consent="analytics"', /3 passed/],
  ['fails where one is loose, and names it', '', /request http:\/\/127\.0\.0\.1:\d+\/tracker\.js/],
] as const) {
  test(`the example for Playwright ${what}`, async ({ run, serve }) => {
    const site = await serve({
      '/': () => consentPage({ body: `<script ${tag} src="${site.otherUrl}/tracker.js"></script>` }),
      '/tracker.js': '',
    });
    const launchOptions = { executablePath: CHROMIUM, args: ['--no-sandbox'] };
    const config = { workers: 1, reporter: 'line', use: { baseURL: site.url, launchOptions } };
    const said = await run('@playwright/test/cli.js', ['test'], {
      'playwright.config.js': `export default ${JSON.stringify(config)};`,
      'consent.spec.ts': example('docs/testing.md', 'playwright'),
    });
    expect(said).toMatch(outcome);
  });
}

test('the example for vitest passes', async ({ run }) => {
  const said = await run('vitest/vitest.mjs', ['run'], {
    'consent.test.ts': example('docs/testing.md', 'vitest'),
  });
  expect(said).toMatch(/1 passed/);
});
