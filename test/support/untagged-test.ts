import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { expect, test as base } from './browser-test.ts';
import type { Outcome } from './untagged-kinds.ts';
import { startUntaggedSite, type UntaggedSite } from './untagged-site.ts';

/** A source file with what it imports, as the build makes it but readable. */
async function bundle(source: string, format: 'esm' | 'iife', globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format,
    globalName,
    target: 'es2020',
  });
  return outputFiles[0]?.text ?? '';
}

/** With a site and a tracker. The guard is at `/guard.js`, the snippet at `snippet`. */
export const test = base.extend<object, { site: UntaggedSite; snippet: string }>({
  site: [
    async ({}, use) => {
      const site = await startUntaggedSite({
        '/guard.js': await bundle('src/guard/index.ts', 'esm'),
        '/guard.iife.js': await bundle('src/guard/index.ts', 'iife', 'guard'),
      });
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  snippet: [async ({}, use) => use(await bundle('src/snippet.ts', 'iife')), { scope: 'worker' }],
});

/**
 * A script of the page's own before it: while the parser waits for that, browsers look ahead and fetch what follows.
 */
export const among = (html: string) => `<p>Text</p><script src="/own.js"></script><p>More</p>${html}`;

/** After two more answers of the page's own server, what was asked before has arrived at the other. */
export async function settle(page: Page) {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    await fetch('/own.js');
    await fetch('/own.js');
  });
}

async function outcome(page: Page, site: UntaggedSite): Promise<Outcome> {
  const hasRun = await page.evaluate(() => Reflect.get(window, 'ran').length > 0);
  if (hasRun || page.frames().some((frame) => frame.url().startsWith(site.tracker))) return 'ran';
  return site.requests().length ? 'asked' : 'none';
}

const softly = expect.configure({ soft: true });

/** `asked` is the worse of two: whether a request leaves before it is called back depends on the moment. */
export async function expectOutcome(page: Page, site: UntaggedSite, expected: Outcome, name: string) {
  await settle(page);
  if (expected === 'asked') softly(['none', 'asked'], name).toContain(await outcome(page, site));
  else await softly.poll(() => outcome(page, site), { message: name }).toBe(expected);
}
