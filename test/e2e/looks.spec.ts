import type { Locator, Page } from '@playwright/test';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';
import { expect, test } from '../support/gate-test.ts';
import { inTurn } from '../support/in-turn.ts';

const styleOf = (locator: Locator, ...names: string[]) =>
  locator.evaluate((it, all) => all.map((name) => getComputedStyle(it).getPropertyValue(name)), names);

/** How many pieces what `text` is found in is parted into, by the lines that it stands on. */
const linesOf = (locator: Locator) => locator.evaluate((it) => it.getClientRects().length);

/** The phrases of the sentence that are parted by the end of a line, where the engine knows phrases. */
const partedIn = (page: Page, phrases: readonly string[]) =>
  page.evaluate((all) => {
    if (!CSS.supports('word-break', 'auto-phrase')) return [];
    const words = document.querySelector('commsor-ui')!.shadowRoot!.querySelector('.words p')!.firstChild as Text;
    return all.filter((phrase) => {
      const range = document.createRange();
      const start = words.data.indexOf(phrase);
      range.setStart(words, start);
      range.setEnd(words, start + phrase.length);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
    });
  }, phrases);

test('on a phone the sheet has the corners of the card and its letters, and no link or phrase is parted', async ({
  page,
  visit,
}) => {
  for (const [language, phrases] of [
    ['ja', ['使用しています', '関連コンテンツの', '変更できます']],
    ['th', []],
    ['de', []],
  ] as const) {
    for (const width of [390, 340]) {
      await page.setViewportSize({ width, height: 844 });
      await visit({ config: { language } });
      const { banner, accept } = faceOf(page);
      await expect(banner).toBeVisible();
      expect(await styleOf(banner, 'border-top-left-radius', 'border-bottom-left-radius', 'font-size')).toEqual([
        '14px',
        '0px',
        '15px',
      ]);
      expect(await linesOf(banner.getByRole('link'))).toBe(1);
      expect(await partedIn(page, phrases)).toEqual([]);
      await expect(accept).toBeInViewport({ ratio: 1 });
    }
  }
});

test('on the smallest screens the question is seen beside its buttons', async ({ page, visit }) => {
  for (const [width, height] of [
    [240, 320],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await visit({ config: { language: 'de' } });
    const { banner, preferences } = faceOf(page);
    await expect(banner).toBeVisible();
    const lines = await banner.evaluate((card) => {
      const words = card.querySelector('.words')!;
      const range = document.createRange();
      range.selectNodeContents(words.querySelector('p')!);
      const { bottom } = words.getBoundingClientRect();
      return new Set([...range.getClientRects()].filter((line) => line.bottom <= bottom).map(({ top }) => top)).size;
    });
    expect(lines).toBeGreaterThan(1);
    await expect(preferences).toBeInViewport({ ratio: 1 });
    expect((await banner.boundingBox())!.y, 'some of the page is seen').toBeGreaterThan(16);
  }
});

// As narrow for its letters is a phone on which they are twice as large.
test('where its letters have no room beside each other no button parts a word', ONE_ENGINE, async ({ page, visit }) => {
  await page.setViewportSize({ width: 240, height: 480 });
  await visit({ config: { language: 'de' } });
  const { banner, dialog, preferences } = faceOf(page);
  /** The lines of each twin in what is on the screen. */
  const lines = (card: Locator) =>
    card.locator('.twins button').evaluateAll((twins) =>
      twins.map((twin) => {
        const range = document.createRange();
        range.selectNodeContents(twin);
        return range.getClientRects().length;
      }),
    );
  await expect(banner).toBeVisible();
  expect(await lines(banner)).toEqual([1, 1]);
  await preferences.click();
  await expect(dialog).toBeVisible();
  expect(await lines(dialog)).toEqual([1, 1]);
});

test('the buttons of the preferences begin where the words do, and end where they do', async ({ page, visit }) => {
  await visit({});
  const { preferences, dialog, save } = faceOf(page);
  await preferences.click();
  const [card, words, first, last] = await Promise.all(
    [dialog, dialog.getByRole('list').first(), dialog.getByRole('button', { name: 'Reject all' }), save].map(
      async (one) => (await one.boundingBox())!,
    ),
  );
  const inset = words!.x - card!.x;
  expect(first!.x - card!.x).toBeCloseTo(inset, 0);
  expect(card!.x + card!.width - last!.x - last!.width).toBeCloseTo(inset, 0);
});

test('on a tablet the bar does not stretch its buttons, which answer to the pointer', async ({ page, visit }) => {
  await page.setViewportSize({ width: 768, height: 600 });
  await visit({ config: { ui: { layout: 'bar' } } });
  const { accept, reject, preferences } = faceOf(page);
  await expect(accept).toBeVisible();
  const [one, other] = [(await accept.boundingBox())!, (await reject.boundingBox())!];
  expect(one.width).toBeCloseTo(other.width, 0);
  expect(one.width).toBeLessThan(200);
  await inTurn(
    [accept, reject, preferences].map((button, index) => [String(index), button] as const),
    async (button) => {
      await page.mouse.move(1, 1);
      const rest = await styleOf(button, 'box-shadow');
      await button.hover();
      const hovered = await styleOf(button, 'box-shadow');
      await page.mouse.down();
      const pressed = await styleOf(button, 'box-shadow');
      await page.mouse.move(1, 1);
      await page.mouse.up();
      expect(new Set([rest, hovered, pressed].map(String)).size).toBe(3);
    },
  );
});

test('a title of two lines stays clear of its text, and the ring of the services of the line above', async ({
  page,
  visit,
}) => {
  const title = 'Measuring visits, and how pages are used across all of our sites, in detail';
  await visit({
    config: {
      purposes: { analytics: { title }, marketing: {} },
      services: { counter: { title: 'Counter', purposes: ['analytics'] } },
    },
  });
  const { preferences, dialog } = faceOf(page);
  await preferences.click();
  const row = dialog.getByRole('listitem').filter({ hasText: title });
  await expect(row).toBeVisible();
  await row.locator('summary').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(row.locator('summary')).toBeFocused();
  const gaps = await row.evaluate((item) => {
    const lines = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()];
    };
    const [heading, text, summary] = ['strong', 'p', 'summary'].map((name) => item.querySelector(name)!);
    const { outlineOffset, outlineWidth } = getComputedStyle(summary!);
    const ring = summary!.getBoundingClientRect().top - parseFloat(outlineOffset) - parseFloat(outlineWidth);
    const bottom = (element: Element) => Math.max(...lines(element).map((line) => line.bottom));
    return {
      title: lines(text!)[0]!.top - bottom(heading!),
      ring: ring - bottom(text!),
      count: new Set(lines(heading!).map(({ top }) => top)).size,
    };
  });
  expect(gaps.count).toBeGreaterThan(1);
  expect(gaps.title).toBeGreaterThanOrEqual(0);
  expect(gaps.ring).toBeGreaterThanOrEqual(0);
});
