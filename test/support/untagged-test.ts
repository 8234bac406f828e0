import type { Page } from '@playwright/test';
import { expect, test as base } from './browser-test.ts';
import type { Outcome } from './untagged-kinds.ts';
import { bundleGuard, bundleSnippet } from './untagged-pages.ts';
import { startUntaggedSite, type UntaggedSite } from './untagged-site.ts';

export { among } from './untagged-pages.ts';

/** With a site and a tracker. The guard is at `/guard.js`, the snippet at `snippet`. */
export const test = base.extend<object, { site: UntaggedSite; snippet: string }>({
  site: [
    async ({}, use) => {
      const site = await startUntaggedSite(await bundleGuard());
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  snippet: [async ({}, use) => use(await bundleSnippet()), { scope: 'worker' }],
});

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
