import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayClear } from '../../src/ui/stay-clear.ts';

type Box = readonly [left: number, top: number, width: number, height: number];

const low: Box = [0, 584, 400, 200];
const high: Box = [0, 16, 400, 200];

let scrolled = 0;
/** How much further the page can scroll, either way. */
let room = 0;

const boxes = new Map<Element, () => DOMRect>();
/** What the pointer is over. */
const hovered = new Set<Element>();

beforeEach(() => {
  scrolled = 0;
  room = Infinity;
  vi.stubGlobal('innerHeight', 800);
  const { matches } = Element.prototype;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
    return selector === ':hover' ? hovered.has(this) : matches.call(this, selector);
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxes.get(this)!();
  });
  vi.stubGlobal('scrollBy', ({ top = 0 }: ScrollToOptions) => (scrolled += Math.min(room, Math.max(-room, top))));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  boxes.clear();
  hovered.clear();
  document.body.replaceChildren();
});

/** An element that is measured as said; what stands in the page moves with it. */
function placed(name: string, [left, top, width, height]: Box, isFixed = false): HTMLElement {
  const element = document.body.appendChild(document.createElement(name));
  boxes.set(element, () => new DOMRect(left, top - (isFixed ? 0 : scrolled), width, height));
  return element;
}

const focus = (element: Element) => element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));

test.each([
  { given: 'covered by a card at the bottom', card: low, target: [100, 700, 80, 20], by: 144 },
  { given: 'partly covered', card: low, target: [390, 570, 80, 20], by: 14 },
  { given: 'covered by a card at the top', card: high, target: [100, 100, 80, 20], by: -124 },
  { given: 'above the card', card: low, target: [100, 500, 80, 20], by: 0 },
  { given: 'beside the card', card: low, target: [500, 700, 80, 20], by: 0 },
  { given: 'of no box, as the element that holds our own', card: low, target: [0, 0, 0, 0], by: 0 },
  { given: 'of no box, under a card at the top', card: high, target: [0, 0, 0, 0], by: 0 },
  { given: 'too high for the room beside the card', card: low, target: [0, 0, 800, 3000], by: 0 },
] as const)('the page scrolls by $by for a focused element $given', ({ card: box, target, by }) => {
  const card = placed('div', box, true);
  const stop = stayClear(card);

  focus(placed('a', target));

  expect(scrolled).toBe(by);
  expect(card.style.insetBlock).toBe('');
  stop();
});

test.each([
  { card: low, target: [100, 700, 80, 20], edge: '0 auto' },
  { card: high, target: [100, 100, 80, 20], edge: 'auto 0' },
] as const)(
  'where the page cannot scroll far enough, the card moves to the other edge until the focus is elsewhere',
  ({ card: box, target, edge }) => {
    room = 10;
    const card = placed('div', box, true);
    const stop = stayClear(card);

    focus(placed('a', target));
    expect(card.style.insetBlock).toBe(edge);
    focus(placed('a', [100, 400, 80, 20]));
    expect(card.style.insetBlock).toBe('');
    stop();
  },
);

test('nothing moves from under the pointer that presses it', () => {
  const stop = stayClear(placed('div', low, true));
  const pressed = placed('button', [100, 700, 80, 20]);
  hovered.add(pressed);

  focus(pressed);

  expect(scrolled).toBe(0);
  stop();
});

test('a card that has moved stays there while it is pressed, so that the press ends where it began', () => {
  room = 0;
  const card = placed('div', low, true);
  placed('commsor-ui', [0, 0, 0, 0]).attachShadow({ mode: 'open' }).append(card);
  const stop = stayClear(card);

  focus(placed('a', [100, 700, 80, 20]));
  focus(card.appendChild(document.createElement('button')));

  expect(card.style.insetBlock).toBe('0 auto');
  stop();
});

test('a form whose fields are named like what it is asked is measured all the same', () => {
  const stop = stayClear(placed('div', low, true));
  const form = placed('form', [100, 700, 80, 20]);
  form.innerHTML = '<input name="matches"><input name="getBoundingClientRect">';
  for (const field of form.querySelectorAll('input')) Object.defineProperty(form, field.name, { value: field });

  focus(form);

  expect(scrolled).toBe(144);
  stop();
});

test('measures nothing before something has the focus, and nothing after the stop', () => {
  const card = placed('div', low, true);

  stayClear(card)();
  focus(placed('a', [100, 700, 80, 20]));

  expect(Element.prototype.getBoundingClientRect).not.toHaveBeenCalled();
});
