import type { Stop } from '../../lazy.ts';

/** How long words stay at least, and at most without a scroll, in milliseconds. */
const READING_TIME = 10_000;
const PATIENCE = 20_000;

/** What is said once, and folds into the control when it could be read. */
export interface Fold {
  /** It is on the screen. */
  begin(): void;
  isFolded(): boolean;
  stop: Stop;
}

/**
 * Folds what stands in `corner` after 10 seconds in which the page is seen: with the next scroll, or 10 seconds later,
 * and not while somebody points at it or walks there by keyboard: what was pressed has the focus too, for as long as
 * nothing else is pressed. `redraw` draws what is left.
 */
export function createFold(corner: HTMLElement, redraw: () => void): Fold {
  let hasBegun = false;
  let isFolded = false;
  let timer = 0;
  let frame = 0;

  function fold(): void {
    clearTimeout(timer);
    if (corner.querySelector(':focus-visible,:hover')) {
      timer = window.setTimeout(fold, PATIENCE);
      return;
    }
    removeEventListener('scroll', fold, true);
    isFolded = true;
    redraw();
  }

  return {
    isFolded: () => isFolded,
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      // A tab that nobody looks at draws no frame.
      frame = requestAnimationFrame(() => {
        timer = window.setTimeout(() => {
          addEventListener('scroll', fold, { capture: true, passive: true });
          timer = window.setTimeout(fold, PATIENCE - READING_TIME);
        }, READING_TIME);
      });
    },
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      removeEventListener('scroll', fold, true);
    },
  };
}
