import { followPageLinks, type PageLinks } from './page-links.ts';
import { liftOf } from './room.ts';

/** How long a scroll has to rest, in milliseconds. */
const REST = 150;

/** What may put something else below it, or show what was hidden. */
const MOVES = ['scroll', 'resize', 'focusin', 'click'];

/** Keeps the control out of the way of the page, which does not move for it. */
export interface StepAside extends PageLinks {
  /** Looks where there is room for what has just been drawn. */
  look(): void;
}

/**
 * Lifts `corner` clear of the page, and follows the page's own ways to the preferences: `redraw` when one of them comes
 * into sight, `blend` where it stands now. Moved by a transform, what is fixed shifts no layout.
 */
export function stepAside(corner: HTMLElement, host: Element, redraw: () => void, blend: () => void): StepAside {
  let timer = 0;

  function look(): void {
    if (corner.hidden) return;
    corner.style.translate = '';
    const { left, right, top, bottom } = corner.getBoundingClientRect();
    const isWide = !!corner.querySelector('[part=status]:not(:empty)');
    const lift = liftOf({ left, right, top, bottom }, host, isWide);
    if (lift) corner.style.translate = `0 ${-lift}px`;
    blend();
  }
  function lookAgain(): void {
    timer = 0;
    const isSeen = links.isSeen();
    if (isSeen !== wasSeen) redraw();
    else look();
    wasSeen = isSeen;
  }
  const lookSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(lookAgain, REST);
  };
  for (const type of MOVES) addEventListener(type, lookSoon, { capture: true, passive: true });
  const links = followPageLinks(lookSoon);
  let wasSeen = links.isSeen();

  return {
    isSeen: links.isSeen,
    look,
    stop() {
      clearTimeout(timer);
      for (const type of MOVES) removeEventListener(type, lookSoon, true);
      links.stop();
    },
  };
}
