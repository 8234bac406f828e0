import type { KeepOnTop } from '../../lazy.ts';
import { keepCardOnTop } from './card.ts';
import { keepDialogOnTop } from './dialog.ts';

export { followInert, isInert } from './inert.ts';

/** Keeps what is on the screen where it can be pressed, whatever the page opens. */
export const keepOnTop: KeepOnTop = (card, screen) => {
  if (card instanceof HTMLDialogElement) return keepDialogOnTop(card, screen);
  // Where it could not be shown as a popover, it is never above a dialog.
  return card.popover ? keepCardOnTop(card, screen) : () => undefined;
};
