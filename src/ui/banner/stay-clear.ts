import type { Stop } from '../../types.ts';

/** The card never hides what has the focus (WCAG 2.4.11): it moves to the other edge when it would. Nothing is measured before that. */
export function stayClear(card: HTMLElement): Stop {
  const look = ({ target }: Event) => {
    const own = card.getBoundingClientRect();
    const box = (target as Element).getBoundingClientRect();
    // The element that holds our own shadow root has no size.
    if (box.height && box.top < own.bottom && box.bottom > own.top && box.left < own.right && box.right > own.left) {
      card.style.insetBlock = own.top > own.height ? '0 auto' : 'auto 0';
    }
  };
  addEventListener('focusin', look);
  return () => removeEventListener('focusin', look);
}
