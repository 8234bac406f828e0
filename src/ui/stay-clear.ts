import type { Stop } from '../lazy.ts';
import { fromElement } from '../page.ts';

/**
 * A card never hides what has the focus (WCAG 2.4.11): the page scrolls or, where it cannot, the card moves to the
 * other edge until the focus is elsewhere in the page. Nothing is measured before that, and nothing moves for a
 * pointer: what it presses, in the page or on the card, is in sight, and would be away from under it before the press
 * has ended.
 */
export function stayClear(card: HTMLElement): Stop {
  const look = (event: Event) => {
    const focused = event.target as Element;
    // In Chromium the element that holds the card is never hovered.
    if (event.composedPath().includes(card) || fromElement(focused, 'matches').call(focused, ':hover')) return;
    card.style.insetBlock = '';
    const own = card.getBoundingClientRect();
    const isLow = own.top > innerHeight - own.bottom;
    /** How far the page has to scroll; not for what has no box, or finds no room beside it. */
    const overlap = () => {
      const box = fromElement(focused, 'getBoundingClientRect').call(focused);
      return box.height < innerHeight - own.height &&
        box.top < own.bottom &&
        box.bottom > own.top &&
        box.left < own.right &&
        box.right > own.left
        ? isLow
          ? box.bottom - own.top + 8
          : box.top - own.bottom - 8
        : 0;
    };
    scrollBy({ top: overlap(), behavior: 'instant' });
    if (overlap()) card.style.insetBlock = isLow ? '0 auto' : 'auto 0';
  };
  addEventListener('focusin', look);
  return () => removeEventListener('focusin', look);
}
