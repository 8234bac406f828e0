import type { Stop } from '../../lazy.ts';
import type { Screen } from '../../screen.ts';
import { isReached } from '../reach.ts';
import { followPage } from './inert.ts';

/** Raises a modal dialog of ours above one that the page opens later. */
export function keepDialogOnTop(dialog: HTMLDialogElement, { root, host }: Screen): Stop {
  // The browser tells later that it was closed; a dialog that is open again has not been.
  const hush = (event: Event) => {
    if (dialog.open) event.stopPropagation();
  };
  root.addEventListener('close', hush, true);
  const unfollow = followPage(host, () => {
    if (!isReached(dialog, root)) raise(dialog);
    return null;
  });
  return () => {
    unfollow();
    root.removeEventListener('close', hush, true);
  };
}

/** Shows a modal dialog above all others, also one that is open already. */
export function raise(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.showModal();
}
