import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo-test.ts';

/** How many visitors answer at first sight and leave, in each engine. */
const VISITORS = 1000;
/** How many tests share them. */
const GROUPS = 4;

/**
 * A page whose visitor presses `part` as soon as the banner is said to be on the screen, after `wait` milliseconds, and
 * leaves in the same task.
 */
const hasty = (part: string, wait?: number) => `<!doctype html><html lang="en"><head><title>Hasty</title>
<script>
  const leave = () => {
    document.querySelector('commsor-ui').shadowRoot.querySelector('[part~="${part}"]').click();
    location.href = '/assets/mark.svg';
  };
  var commsorConsentReady = [(consent) => consent.on('show', ${wait === undefined ? 'leave' : `() => setTimeout(leave, ${wait})`})];
</script>
<script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Hasty</h1></body></html>`;

/** Lets `count` visitors come and leave, one after the other; returns what each left behind. */
async function visit(page: Page, url: string, count: number): Promise<string[]> {
  const answers: string[] = [];
  for (let visitor = 0; visitor < count; visitor++) {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForURL('**/assets/mark.svg', { waitUntil: 'commit' });
    const kept = (await page.context().cookies()).find(({ name }) => name === 'commsor_consent');
    answers.push(/e=(\w+)/.exec(decodeURIComponent(kept?.value ?? ''))?.[1] ?? 'lost');
    await page.context().clearCookies();
  }
  return answers;
}

const given = (word: string, count: number) => Array.from({ length: count }, () => word);

for (let group = 1; group <= GROUPS; group++) {
  const [part, word] = group % 2 ? ['reject', 'refused'] : ['accept', 'given'];
  test(`no answer is lost when the visitor leaves in the task of the click: ${part}, group ${group}`, async ({
    page,
    demo,
  }) => {
    const count = VISITORS / GROUPS;
    expect(await visit(page, await demo.store(hasty(part ?? '')), count)).toEqual(given(word ?? '', count));
  });
}

test('nor on a network that takes 400 ms a file, 300 ms after the banner came', async ({ page, demo }) => {
  const url = await demo.store(hasty('reject', 300));
  await page.route('**/dist/**', async (route) => {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 400);
    });
    await route.continue();
  });
  expect(await visit(page, url, 20)).toEqual(given('refused', 20));
});
