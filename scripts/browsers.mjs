/**
 * Finds the two browsers of the end-to-end tests, and gets them where there are none:
 * CHROMIUM and FIREFOX name them; else the installed ones; else Playwright's own download; else the system's packages.
 *
 *     node scripts/browsers.mjs        find or install, and say where they are
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const browsers = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ],
      win32: [
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ],
    },
    packages: {
      'apt-get': ['chromium', 'fonts-liberation'],
      dnf: ['chromium'],
      pacman: ['chromium'],
      brew: ['--cask', 'chromium'],
    },
  },
  /** Chromium without its window: the same engine starts pages in less than half the time. */
  'headless-shell': {
    variable: 'CHROMIUM',
    names: ['chromium-headless-shell'],
    places: {},
    packages: { 'apt-get': ['chromium-headless-shell'] },
    /** Tests run without it, only slower. Playwright's own Chromium has one that Playwright itself finds. */
    isOptional: true,
  },
  firefox: {
    variable: 'FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    },
    packages: { 'apt-get': ['firefox-esr'], dnf: ['firefox'], pacman: ['firefox'], brew: ['--cask', 'firefox'] },
  },
};

/**
 * Where a browser is, or `null`.
 * @param {'chromium' | 'headless-shell' | 'firefox'} browser
 * @returns {{ path: string, own: boolean } | null} `own`: Playwright's own build, which it drives by another protocol
 */
export function findBrowser(browser) {
  const { variable, names, places } = browsers[browser];
  const wanted = process.env[variable];
  if (wanted) {
    if (!isExecutable(wanted)) throw new Error(`${variable} is ${wanted}, which cannot be run`);
    return { path: wanted, own: false };
  }
  const path = findExecutables(names, places[process.platform]).find((candidate) => !isPlaceholder(candidate));
  if (path) return { path, own: false };
  const downloaded = ownPath(browser);
  return downloaded && works(downloaded, ['--version']) ? { path: downloaded, own: true } : null;
}

/** The programs of these names in the folders of PATH, then those at these places. */
export function findExecutables(names, places = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...places].filter(isExecutable);
}

/** As `findBrowser`, with one sentence that says what to do instead of `null`. */
export function needBrowser(browser) {
  const found = findBrowser(browser);
  if (found) return found;
  const { variable, names } = browsers[browser];
  throw new Error(
    `No ${browser}: run \`node scripts/browsers.mjs\`, or install ${names[0]}, or set ${variable} to its path.`,
  );
}

const required = Object.keys(browsers).filter((browser) => !browsers[browser].isOptional);
const optional = Object.keys(browsers).filter((browser) => browsers[browser].isOptional);
const isMissing = (browser) => !findBrowser(browser);

/** Gets what is missing. Returns the required browsers that could not be had. */
export function installBrowsers() {
  const missing = getRequired();
  const own = findBrowser('chromium')?.own;
  if (!own) installPackaged(optional.filter(isMissing));
  return missing;
}

function getRequired() {
  const missing = () => required.filter(isMissing);
  for (const [way, install] of [
    ['Playwright’s download', downloadOwn],
    ['the system’s packages', installPackaged],
  ]) {
    const wanted = missing();
    if (wanted.length === 0) return [];
    console.log(`Getting ${wanted.join(' and ')} by ${way}`);
    install(wanted);
  }
  return missing();
}

function downloadOwn(wanted) {
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  // One by one, here and below: where one cannot be had, the other still comes.
  for (const browser of wanted) run(process.execPath, [cli, 'install', browser], { timeout: 10 * 60_000 });
}

const installPackaged = (wanted) => installSystemPackages(wanted.map((browser) => browsers[browser].packages));

/**
 * Installs each of `wanted` with the system's package manager: lists of packages by the name of the manager. Says in a
 * line what did not work.
 */
export function installSystemPackages(wanted) {
  if (!wanted.length) return;
  const manager = managers.find(({ name }) => works(name, ['--version']));
  if (!manager) {
    console.log('No package manager is known here');
    return;
  }
  const { name, update, install, needsRoot } = manager;
  const [command, ...first] = needsRoot && process.getuid?.() !== 0 ? ['sudo', '-n', name] : [name];
  const manage = (args) =>
    run(command, [...first, ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const packages = wanted.map((some) => some[name]).filter(Boolean);
  if (packages.length && update) manage(update);
  for (const some of packages) manage([...install, ...some]);
}

const managers = [
  {
    name: 'apt-get',
    update: ['update', '-q'],
    install: ['install', '-yq', '--no-install-recommends'],
    needsRoot: true,
  },
  { name: 'dnf', install: ['install', '-y'], needsRoot: true },
  { name: 'pacman', update: ['-Sy'], install: ['-S', '--noconfirm', '--needed'], needsRoot: true },
  { name: 'brew', install: ['install'], needsRoot: false },
];

/** Says in one line when it did not work; the next way is tried then. */
function run(command, args, options) {
  const { error, status, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
  if (!error && status === 0) return;
  const reason = error?.message ?? /^E(?:rror)?: .*$/m.exec(stderr)?.[0] ?? `code ${status}`;
  console.log(`That did not work: ${reason}`);
}

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` and `firefox` may be scripts that only tell to install a snap. */
function isPlaceholder(file) {
  return process.platform === 'linux' && statSync(file).size < 100_000 && !works(file, ['--version']);
}

function ownPath(browser) {
  try {
    return createRequire(import.meta.url)('playwright-core')[browser].executablePath();
  } catch {
    return null; // Not installed yet, or no build for this system.
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = installBrowsers();
  for (const browser of Object.keys(browsers)) console.log(`${browser}: ${findBrowser(browser)?.path ?? 'not found'}`);
  if (missing.length > 0) process.exit(1);
}
