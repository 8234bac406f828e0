/**
 * Finds WebKitGTK for the tests that run in it: the driver, the small browser that it drives, and a screen for a
 * machine that has none. It is the engine of Safari, and there on Linux alone.
 *
 *     node scripts/webkit.mjs          find or install it, and say where it is
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findExecutables, installSystemPackages } from './browsers.mjs';

const packages = {
  'apt-get': ['webkit2gtk-driver', 'xvfb'],
  dnf: ['webkit2gtk4.1', 'xorg-x11-server-Xvfb'],
  pacman: ['webkit2gtk-4.1', 'xorg-server-xvfb'],
};

/** Distributions put the browser beside the library, in a folder with the name of its version. */
function browserPlaces() {
  const folders = ['/usr/libexec', '/usr/lib', '/usr/lib64'];
  const below = ['/usr/lib', '/usr/lib64'].flatMap((folder) =>
    list(folder)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(folder, name)),
  );
  return [...folders, ...below].flatMap((folder) =>
    list(folder)
      .filter((name) => /^webkit2?gtk-\d/.test(name))
      .map((name) => join(folder, name, 'MiniBrowser')),
  );
}

/**
 * Where its three programs are, or `null` where one is missing.
 * @returns {{ driver: string, browser: string, screen: string } | null}
 */
export function findWebKit() {
  const [driver] = findExecutables(['WebKitWebDriver']);
  const [browser] = findExecutables(['MiniBrowser'], browserPlaces());
  const [screen] = findExecutables(['Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : null;
}

/** What to do where it is not there. */
export const ADVICE = 'install the packages webkit2gtk-driver and xvfb, or run `node scripts/webkit.mjs`';

/** As `findWebKit`, with one sentence that says what to do instead of `null`. */
export function needWebKit() {
  const found = findWebKit();
  if (!found) throw new Error(`No WebKitGTK: ${ADVICE}. \`npm test\` leaves it out, and says so.`);
  return found;
}

/** Gets it from the system's packages where it is missing. Returns where it is, or `null`. */
export function installWebKit() {
  if (!findWebKit()) installSystemPackages([packages]);
  return findWebKit();
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Not on this system.
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = installWebKit();
  console.log(found ? `WebKitGTK: ${found.browser}` : `WebKitGTK: not found; ${ADVICE}`);
  if (!found) process.exit(1);
}
