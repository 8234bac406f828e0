import type { Page } from '@playwright/test';
import { expect, ran, test } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const pageWith = (
  attributes = '',
  body = '',
) => `<!doctype html><html lang="en"><head><title>A page</title><script>window.__ran = [];</script>
  <script src="/dist/commsor.js" data-policy="/privacy" ${attributes}></script></head>
  <body><h1>A page</h1><button>Of the page</button>
  <button data-consent-action="accept">Yes</button><button data-consent-action="reject">No</button>
  <button data-consent-action="withdraw">Take it back</button>${body}</body></html>`;

const tagged = `<script type="text/plain" data-consent="analytics">__ran.push('analytics');</script>`;

/** Writes down, from now on, what a live region of ours says, each time: one that comes with its words says nothing. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('commsor-ui')!;
    const said: string[] = [];
    const REGION = '[role="status"],[aria-live]';
    const regions = new Set(shadowRoot!.querySelectorAll(REGION));
    new MutationObserver((records) => {
      // A text that is written anew as it was is no change, for browsers and for screen readers.
      const changes = records.filter(({ oldValue, target }) => oldValue !== target.textContent);
      const changed = [...regions].filter((region) => changes.some(({ target }) => region.contains(target)));
      for (const { textContent } of changed) if (textContent) said.push(textContent);
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const region of node.querySelectorAll(REGION)) if (!region.textContent) regions.add(region);
    }).observe(shadowRoot!, { subtree: true, childList: true, characterDataOldValue: true });
    Object.assign(window, { said: () => said });
  });
const said = (page: Page) => page.evaluate(() => (window as unknown as { said(): string[] }).said());

const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') ?? element?.textContent;
  });

const dismiss = (page: Page) => page.getByRole('button', { name: 'Close' });

/** Lets the time that the words are there come to its end. */
async function readToEnd(page: Page): Promise<void> {
  // On a slow machine they may have gone by now.
  await dismiss(page).evaluateAll((all) =>
    all.flatMap((element) => element.getAnimations()).forEach((animation) => animation.finish()),
  );
  await expect(faceOf(page).status).toBeHidden();
}

/** The page at rest, with the question on it. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(faceOf(page).banner).toBeVisible();
  // The title of the question has been said, and is gone.
  await expect(faceOf(page).announcer).toHaveText('Cookies and your privacy');
  await listen(page);
}

for (const { way, act, words } of [
  {
    way: 'Reject',
    act: (page: Page) => faceOf(page).reject.click(),
    words: 'Rejected. You can change this at any time.',
  },
  {
    way: 'Accept',
    act: (page: Page) => faceOf(page).accept.click(),
    words: 'Accepted. You can change this at any time.',
  },
  {
    way: 'Save',
    act: async (page: Page) => {
      await faceOf(page).preferences.click();
      await faceOf(page).switch('analytics').click();
      await faceOf(page).save.click();
    },
    words: 'Saved. You can change this at any time.',
  },
  {
    way: 'Reject in the preferences',
    act: async (page: Page) => {
      await faceOf(page).preferences.click();
      await faceOf(page).dialog.getByRole('button', { name: 'Reject all' }).click();
    },
    words: 'Rejected. You can change this at any time.',
  },
  {
    way: 'a button of the page that accepts',
    act: (page: Page) => page.getByRole('button', { name: 'Yes' }).click(),
    words: 'Accepted. You can change this at any time.',
  },
  {
    way: 'a button of the page that rejects',
    act: (page: Page) => page.getByRole('button', { name: 'No', exact: true }).click(),
    words: 'Rejected. You can change this at any time.',
  },
  {
    way: 'a button of the page that withdraws',
    act: (page: Page) => page.getByRole('button', { name: 'Take it back' }).click(),
    words: 'Withdrawn. You can change this at any time.',
  },
]) {
  test(
    `what became of the answer is seen and announced once: ${way}`,
    way === 'Reject' || way === 'Save' ? {} : ONE_ENGINE,
    async ({ page, demo }) => {
      await open(page, await demo.store(pageWith()));
      await act(page);
      await expect(page.getByRole('status')).toHaveText(words);
      await expect(faceOf(page).status).toBeVisible();
      expect(await said(page)).toEqual([words]);
    },
  );
}

test('the words go by themselves when they were there long enough, and wait for whoever points at them', async ({
  page,
  demo,
}) => {
  await open(page, await demo.store(pageWith()));
  await faceOf(page).reject.click();
  await expect(dismiss(page)).toBeVisible();
  const time = () =>
    dismiss(page).evaluateAll((all) => all.flatMap((it) => it.getAnimations()).map(({ playState }) => playState));
  await faceOf(page).status.hover();
  expect(await time()).toEqual(['paused']);
  await page.mouse.move(0, 0);
  await expect.poll(time).not.toContain('paused');

  await readToEnd(page);
  await expect(dismiss(page)).toHaveCount(0);
  await expect(faceOf(page).reopen).toBeVisible();
});

test('by keyboard, the focus is on the way back after an answer, and next comes the page', async ({ page, demo }) => {
  await open(page, await demo.store(pageWith()));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('reject');
  await page.keyboard.press('Enter');

  await expect.poll(() => focused(page)).toBe('reopen');
  await expect(dismiss(page)).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('dismiss');
  await page.keyboard.press('Enter');
  await expect(faceOf(page).status).toBeHidden();
  await expect.poll(() => focused(page)).toBe('reopen');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Of the page');
});

test('by keyboard, a control of the page that led to the preferences has the focus again after the answer', async ({
  page,
  demo,
}) => {
  await open(page, await demo.store(pageWith('', '<button data-consent-action="preferences">Ours</button>')));
  await page.getByRole('button', { name: 'Ours' }).focus();
  await page.keyboard.press('Enter');
  await expect(faceOf(page).dialog).toBeVisible();
  await faceOf(page).save.focus();
  await page.keyboard.press('Enter');
  await expect(dismiss(page)).toBeVisible();
  await expect(faceOf(page).status).toHaveText(/^Saved/);
  await readToEnd(page);
  expect(await focused(page)).toBe('Ours');
});

test('a press of the pointer moves the focus nowhere', async ({ page, demo }) => {
  await open(page, await demo.store(pageWith()));
  await faceOf(page).reject.click();
  await expect(faceOf(page).status).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});

test('the words are gone when the preferences come', ONE_ENGINE, async ({ page, demo }) => {
  await open(page, await demo.store(pageWith()));
  await faceOf(page).reject.click();
  await expect(faceOf(page).status).toHaveText(/^Rejected/);
  await faceOf(page).reopen.click();
  await expect(faceOf(page).dialog).toBeVisible();
  await expect(faceOf(page).status).toHaveText('');
});

test(
  'what became of an answer to a part stands above the question about the rest',
  ONE_ENGINE,
  async ({ page, demo }) => {
    const part = '<button data-consent-action="accept" data-consent-names="analytics">Count me</button>';
    await open(page, await demo.store(pageWith('', part)));
    await page.setViewportSize({ width: 375, height: 667 });
    await page.getByRole('button', { name: 'Count me' }).click();
    await expect(faceOf(page).banner).toContainText('Runs only with your consent: Functional and Marketing.');
    await expect(faceOf(page).status).toHaveText(/^Accepted/);
    await expect(dismiss(page)).toBeVisible();
    await dismiss(page).click();
    await expect(faceOf(page).status).toHaveText('');
  },
);

test('a withdrawal that loads the page anew is told where it can be read', async ({ page, demo }) => {
  await page.goto(await demo.store(pageWith('', tagged)));
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['analytics']);
  const anew = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await anew;
  await page.waitForLoadState();
  expect(await ran(page)).toEqual([]);
  await expect(page.getByRole('status')).toHaveText('Withdrawn. You can change this at any time.');
});

test('what a script of the site answers is not said to the visitor', ONE_ENGINE, async ({ page, demo }) => {
  await open(page, await demo.store(pageWith()));
  await page.evaluate(() => window.commsorConsent?.deny());
  await expect(faceOf(page).reopen).toBeVisible();
  expect(await said(page)).toEqual([]);
});

test('the words come in the language of the page', ONE_ENGINE, async ({ page, demo }) => {
  await page.goto(await demo.store(pageWith('data-lang="de"')));
  await faceOf(page).reject.click();
  await expect(page.getByRole('status')).toHaveText('Abgelehnt. Sie können das jederzeit ändern.');
  await expect(page.getByRole('button', { name: 'Schließen' })).toBeVisible();
});

test('each right is announced once, and in another tab nothing that was done in this one', async ({
  page,
  demo,
  context,
}) => {
  const interest = `<script>commsorConsentConfig = { onWithdraw: 'keep', purposes: {
    analytics: {}, measuring: { title: 'Measuring', legalBasis: 'legitimate-interest' } } };</script>`;
  const address = await demo.store(pageWith().replace('<script src', `${interest}<script src`));
  const other = await context.newPage();
  await open(other, address);
  await open(page, address);
  const face = faceOf(page);
  const right = (name: string) => face.dialog.locator(`[part~="${name}"]`);
  const sofar: string[] = [];
  /** `words` were said, once, and nothing else. */
  const expectSaid = async (words: string) => {
    sofar.push(words);
    await expect.poll(() => said(page)).toEqual(sofar);
  };
  await face.accept.click();
  await expectSaid('Accepted. You can change this at any time.');
  await expect(faceOf(other).banner).toHaveCount(0);
  await face.reopen.click();
  for (const [name, words] of [
    ['object', 'Objected. You can change this at any time.'],
    ['download', 'Your browser is saving the copy.'],
    ['download', 'Your browser is saving the copy.'],
    ['withdraw', 'Withdrawn. You can change this at any time.'],
    ['forget', 'This deletes what you allowed and refused, and your objections. You may be asked again.'],
    ['forget', 'Everything is forgotten.'],
  ] as const) {
    await right(name).click();
    await expectSaid(words);
  }
  await expect(faceOf(other).banner).toBeVisible();
  expect([await said(page), await said(other)]).toEqual([sofar, []]);
});
