/**
 * `npm test`: everything, on a machine that has only Node and npm. Each stage ends with its time, the first that fails
 * ends the run, and the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installBrowsers } from './browsers.mjs';
import { installPackages, root } from './setup.mjs';
import { ADVICE, findWebKit, installWebKit } from './webkit.mjs';

const results = join(root, 'test-results');
const bin = (path) => join(root, 'node_modules', path);
// Colours are for people at a terminal, not for logs.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
const node = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

const vitest =
  (report, ...projects) =>
  () => {
    const outputFile = join(results, report);
    return node(
      bin('vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    );
  };

const stages = [
  { name: 'packages', run: () => installPackages() ?? true },
  { name: 'browsers', run: getBrowsers },
  {
    name: 'types',
    run: () => node(bin('typescript/bin/tsc'), '-p', '.') && node(bin('typescript/bin/tsc'), '-p', 'test'),
  },
  {
    name: 'lint',
    run: () => node(bin('oxlint/bin/oxlint'), '--deny-warnings', ...(process.stdout.isTTY ? [] : ['--format=unix'])),
  },
  { name: 'format', run: () => node(bin('oxfmt/bin/oxfmt'), '--check') },
  { name: 'unit and component tests', run: vitest('unit.json', 'unit', 'component'), report: 'unit.json' },
  { name: 'build', run: () => node('scripts/build.mjs') },
  { name: 'build tests', run: vitest('build.json', 'build'), report: 'build.json' },
  { name: 'WebKit tests', run: vitest('webkit.json', 'webkit'), report: 'webkit.json', isLeftOut: () => !findWebKit() },
  { name: 'end-to-end tests', run: () => node(bin('@playwright/test/cli.js'), 'test'), report: 'e2e.json' },
];

function getBrowsers() {
  const missing = installBrowsers();
  for (const browser of missing)
    console.log(`No ${browser} could be found or installed: install it, or set ${browser.toUpperCase()} to its path.`);
  for (const browser of ['chromium', 'firefox'])
    if (!missing.includes(browser)) console.log(`${browser}: ${findBrowser(browser).path}`);
  return getWebKit() && missing.length === 0;
}

/** A developer's machine may be without WebKitGTK, which is there on Linux alone; what checks a change may not. */
function getWebKit() {
  const isRequired = Boolean(process.env.CI);
  const found = isRequired ? installWebKit() : findWebKit();
  if (found) console.log(`webkit: ${found.browser}`);
  else console.log(`No WebKitGTK could be found${isRequired ? ' or installed' : ''}: ${ADVICE}.`);
  return Boolean(found) || !isRequired;
}

/** What a runner counted, from its JSON report. */
function count(report) {
  const data = JSON.parse(readFileSync(join(results, report), 'utf8'));
  return 'stats' in data
    ? { passed: data.stats.expected, failed: data.stats.unexpected + data.stats.flaky + data.errors.length }
    : { passed: data.numPassedTests, failed: data.numFailedTests };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0 };
const leftOut = [];
const began = performance.now();
for (const { name, run, report, isLeftOut } of stages) {
  console.log(`\n── ${name}`);
  if (isLeftOut?.()) {
    leftOut.push(name);
    console.log(`── ${name}: LEFT OUT`);
    continue;
  }
  const start = performance.now();
  const good = run();
  console.log(`── ${name}: ${good ? 'ok' : 'FAILED'} after ${seconds(start)}`);
  if (report) add(report, good);
  else if (!good) total.failed += 1;
  if (!good) {
    process.exitCode = 1;
    break;
  }
}
console.log(`\nAll of it took ${seconds(began)}`);
if (leftOut.length > 0)
  console.log(`Left out, since no WebKitGTK is here: ${leftOut.join(', ')}. To run them, ${ADVICE}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);

/**
 * A runner that failed without a failed test (a file that does not load, no report at all) still counts as one failure.
 */
function add(report, good) {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = count(report);
  } catch (error) {
    console.log(`no report of these tests: ${error.message}`);
  }
  total.passed += counted.passed;
  total.failed += good ? counted.failed : Math.max(counted.failed, 1);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
