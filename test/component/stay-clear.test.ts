import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayClear } from '../../src/ui/banner/stay-clear.ts';

beforeEach(() => vi.stubGlobal('innerHeight', 800));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** An element that is measured as said. */
function placed(name: string, [left, top, width, height]: readonly [number, number, number, number]): HTMLElement {
  const element = document.body.appendChild(document.createElement(name));
  element.getBoundingClientRect = vi.fn(() => new DOMRect(left, top, width, height));
  return element;
}

test.each([
  { given: 'covered by a card at the bottom', card: [0, 584, 400, 200], target: [100, 700, 80, 20], moved: '0 auto' },
  { given: 'partly covered', card: [0, 584, 400, 200], target: [390, 570, 80, 20], moved: '0 auto' },
  { given: 'covered by a card at the top', card: [0, 16, 400, 200], target: [100, 100, 80, 20], moved: 'auto 0' },
  { given: 'above the card', card: [0, 584, 400, 200], target: [100, 500, 80, 20], moved: '' },
  { given: 'beside the card', card: [0, 584, 400, 200], target: [500, 700, 80, 20], moved: '' },
  { given: 'of no size, as the element that holds our own', card: [0, 584, 400, 200], target: [100, 700, 0, 0], moved: '' },
] as const)('a focused element $given', ({ card: box, target, moved }) => {
  const card = placed('div', box);
  const stop = stayClear(card);

  placed('a', target).dispatchEvent(new FocusEvent('focusin', { bubbles: true }));

  expect(card.style.insetBlock).toBe(moved);
  stop();
});

test('measures nothing before something has the focus, and nothing after the stop', () => {
  const card = placed('div', [0, 584, 400, 200]);
  const target = placed('a', [100, 700, 80, 20]);

  stayClear(card)();
  target.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));

  expect(card.getBoundingClientRect).not.toHaveBeenCalled();
});
