/** Finds a browser: an installed Chromium first, else Playwright's own. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserType } from 'playwright-core';
import { CannotLook, messageOf } from './cannot-look.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser keeps from calling home; the root of a container may not use the sandbox. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Starts a browser.
 * @throws {CannotLook} when playwright-core or a browser is missing, with the command that installs it
 */
export async function startBrowser(): Promise<Browser> {
  const chromium = await loadPlaywright();
  const executablePath = installedBrowser();
  const root = process.getuid?.() === 0;
  try {
    return await chromium.launch({ executablePath, chromiumSandbox: !root, args: QUIET });
  } catch (error) {
    throw new CannotLook(
      executablePath
        ? `The browser ${executablePath} does not start: ${messageOf(error)}; set CHROMIUM to another one`
        : 'There is no Chromium here; install one: npx playwright-core install chromium',
    );
  }
}

async function loadPlaywright(): Promise<BrowserType> {
  try {
    return (await import('playwright-core')).chromium;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CannotLook('The audit needs playwright-core; install it: npm install --save-dev playwright-core');
  }
}

/** Whether importing a package failed because it is not installed. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));

function installedBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM;
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new CannotLook(`CHROMIUM is ${wanted}, which cannot be run; set it to the path of a browser`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...(PLACES[process.platform] ?? [])].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
