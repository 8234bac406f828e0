/** What stands where, in the engine of Safari. */
import { expect, test } from '../support/webkit-test.ts';

const sizes = [
  ['a phone', 390, 844],
  ['a desk', 1200, 800],
] as const;

/** `room` is what is left, in px, between the last of the words and the end of their box, and below the buttons. */
const measure = () => {
  const card = document.querySelector('commsor-ui')!.shadowRoot!.querySelector('.card')!;
  const box = (selector: string) => card.querySelector(selector)!.getBoundingClientRect();
  const { top, bottom, left, right } = card.getBoundingClientRect();
  // Who pans the card, or sees a bar along its edge, takes it for broken.
  const scrolling = [card, ...card.querySelectorAll('*')].filter(
    (element) => element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX),
  );
  return {
    scrolling: scrolling.map(({ className }) => className),
    room: [box('.words').bottom - box('.words > :last-child').bottom, bottom - box('.actions').bottom],
    isInside: top >= 0 && left >= 0 && right <= innerWidth + 1,
  };
};

for (const [where, width, height] of sizes)
  for (const layout of ['box', 'bar', 'modal'] as const)
    test(`the banner is as high as its words, and scrolls nowhere: ${layout}, on ${where}`, async ({ page, visit }) => {
      await page.resize(width, height);
      await visit({ config: { ui: { layout } }, head: '<meta name="viewport" content="width=device-width">' });
      await page.part('banner');
      const { room, isInside, scrolling } = await page.run(measure);
      expect(isInside).toBe(true);
      expect(scrolling).toEqual([]);
      for (const left of room) expect(left).toBeLessThan(layout === 'bar' && width > 900 ? 40 : 24);
    });

test('where there is no room for the words they scroll, and the buttons stay', async ({ page, visit }) => {
  await page.resize(1200, 420);
  await visit({ config: { texts: { en: { banner: { body: 'Many words. '.repeat(300) } } } } });
  await page.part('banner');
  await page.pressPart('reject');
  await page.gone('banner');
});

test('the preferences keep their buttons in sight, and the rest scrolls', async ({ page, visit }) => {
  await page.resize(390, 844);
  await visit();
  await page.pressPart('preferences');
  await page.part('save');
  const [bottom, high, whole, isWide] = await page.run(() => {
    const root = document.querySelector('commsor-ui')!.shadowRoot!;
    const { clientHeight, scrollHeight, clientWidth, scrollWidth } = root.querySelector('.scroll')!;
    return [
      root.querySelector('[part~=save]')!.getBoundingClientRect().bottom,
      clientHeight,
      scrollHeight,
      scrollWidth > clientWidth,
    ] as const;
  });
  expect(bottom).toBeLessThanOrEqual(await page.run(() => innerHeight));
  expect(high).toBeLessThan(whole);
  expect(isWide).toBe(false);
});
