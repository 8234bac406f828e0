import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from '../../scripts/browsers.mjs';

/**
 * Opens `url` in a Chromium of its own, since Playwright's prepares no pages. Whatever happens there, the page tells
 * its server. Returns the end of it.
 */
export async function openInChromium(url: string): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'consent-'));
  const browser = spawn(
    needBrowser('chromium').path,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      url,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.on('exit', resolve));
  return async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}
