import type { ConsentState } from '../api.ts';
import { type FollowOptions, type Leak, leaksAmong, type TestConsent } from './consent.ts';
import { keptIn } from './kept.ts';
import type { PageLike } from './playwright.ts';

/** Follows a page of Playwright's, from before it is opened. */
export function followPage(page: PageLike, options: FollowOptions): TestConsent {
  const context = page.context();
  const requests: Leak[] = [];
  context.on('request', (request) => {
    const address = request.url();
    // Only what goes over the network leaves the page.
    if (/^(https?|wss?):/.test(address)) requests.push({ kind: 'request', name: address.replace(/[?#].*/, '') });
  });

  const part = (name: string) => page.locator(`commsor-ui [part~="${name}"]`);
  const press = (name: string) => part(name).click();
  return {
    banner: () => part('banner').waitFor({ state: 'visible' }),
    accept: () => press('accept'),
    reject: () => press('reject'),
    async choose(switches) {
      await press('preferences');
      for (const [name, isOn] of Object.entries(switches))
        await page.locator(`commsor-ui [part~="switch"][value="${name}"]`).setChecked(isOn);
      await press('save');
    },
    state: () => page.evaluate(stateOf),
    async leaks() {
      await page.waitForLoadState('load');
      await page.evaluate(settle);
      const cookies = (await context.cookies()).map(({ name }): Leak => ({ kind: 'cookie', name }));
      const found = [...requests, ...cookies, ...(await page.evaluate(keptIn))];
      return leaksAmong(found, new URL(page.url()).hostname, options);
    },
  };
}

// These run in the page, so they may use nothing from here.

async function stateOf(): Promise<ConsentState> {
  const consent = window.commsorConsent;
  if (!consent) throw new Error('There is no window.commsorConsent in this page');
  await consent.ready;
  return consent.get();
}

/** Resolves when configuration, signals and the stored choice are known, and the page has come to rest after `load`. */
async function settle(): Promise<void> {
  await window.commsorConsent?.ready;
  await new Promise((resolve) => requestIdleCallback(resolve));
}
