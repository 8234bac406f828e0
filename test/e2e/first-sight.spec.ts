import { expect, test } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

/** How many visitors answer at first sight and leave, in each engine; `FIRST_SIGHT=1000` for a thorough look. */
const VISITORS = Number(process.env.FIRST_SIGHT ?? 60);
/** How many tests share them. */
const GROUPS = 4;

/** A page that counts what a visitor left behind at `hasty`, and sends the next one there, until `count` have been. */
const counting = (count: number) => `<!doctype html><html lang="en"><head><title>Counting</title>
<script>
  const state = JSON.parse(sessionStorage.state ?? '{"left":${count},"answers":{}}');
  if (location.hash) state.hasty = decodeURIComponent(location.hash.slice(1));
  else {
    const word = /e=(\\w+)/.exec(document.cookie)?.[1] ?? 'lost';
    state.answers[word] = (state.answers[word] ?? 0) + 1;
    state.left -= 1;
  }
  sessionStorage.state = JSON.stringify(state);
  if (state.left) location.replace(state.hasty);
  else document.title = JSON.stringify(state.answers);
</script></head><body></body></html>`;

/**
 * A page whose visitor presses `part` as soon as the banner is said to be on the screen, or `wait` milliseconds later,
 * and leaves for `next` in the same task.
 */
const hasty = (part: string, next: string, wait?: number) => {
  const shown = wait === undefined ? 'leave' : `() => setTimeout(leave, ${wait})`;
  return `<!doctype html><html lang="en"><head><title>Hasty</title>
<script>
  // The page that was left may have kept its answer once more after it was counted.
  document.cookie = 'commsor_consent=; max-age=0; path=/';
  const leave = () => {
    document.querySelector('commsor-ui').shadowRoot.querySelector('[part~="${part}"]').click();
    location.href = '${next}';
  };
  var commsorConsentReady = [(consent) => consent.on('show', ${shown})];
</script>
<script src="/dist/commsor.js" data-policy="/privacy"></script></head><body><h1>Hasty</h1></body></html>`;
};

for (let group = 1; group <= GROUPS; group++) {
  const [part, word] = group % 2 ? ['reject', 'refused'] : ['accept', 'given'];
  test(`no answer is lost when the visitor leaves in the task of the click: ${part}, group ${group}`, async ({
    page,
    demo,
  }) => {
    const count = VISITORS / GROUPS;
    const next = await demo.store(counting(count));
    await page.goto(`${next}#${encodeURIComponent(await demo.store(hasty(part ?? '', next)))}`);
    await expect(page).toHaveTitle(`{"${word}":${count}}`, { timeout: 170_000 });
  });
}

test('nor on a network that takes 400 ms a file, 300 ms after the banner came', async ({ page, demo }) => {
  await page.route('**/dist/**', async (route) => {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 400);
    });
    await route.continue();
  });
  const next = await demo.store(counting(5));
  await page.goto(`${next}#${encodeURIComponent(await demo.store(hasty('reject', next, 300)))}`);
  await expect(page).toHaveTitle('{"refused":5}', { timeout: 170_000 });
});

test('a banner that comes before the body is drawn, and dressed in the page that follows', async ({ page, serve }) => {
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[commsor]')) told.push(message.text());
  });
  let seen = () => {};
  const isSeen = new Promise<void>((resolve) => (seen = resolve));
  const site = await serve({
    '/seen': () => (seen(), 'text'),
    '/': () => ({
      body: `<!doctype html><html lang="en"><head><title>Slow</title><script>
        const look = () => document.querySelector('commsor-ui')?.shadowRoot.querySelector('[part~=banner]')
          ? fetch('/seen') : setTimeout(look);
        look();</script><script src="/dist/commsor.js" data-policy="/privacy"></script>`,
      rest: { body: `</head><body style="font-family: Georgia, serif"><h1>Slow</h1></body></html>`, after: isSeen },
    }),
  });
  await page.goto(site.url);
  await expect(page.getByRole('heading', { name: 'Slow' })).toBeVisible();
  const { banner } = faceOf(page);
  await expect(banner).toBeVisible();
  await expect.poll(() => banner.evaluate((card) => getComputedStyle(card).fontFamily)).toContain('Georgia');
  expect(told).toEqual([]);
});
