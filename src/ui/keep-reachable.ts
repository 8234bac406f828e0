import type { LoadChunk, Stop } from '../lazy.ts';
import type { Screen } from '../screen.ts';
import { isReached, whenPageMayTurn } from './reach.ts';

/**
 * Keeps the view on the screen from being pressed through: it is out of sight while a press would reach the page. The
 * part that brings it back above what the page has opened is loaded then, and takes over.
 */
export function keepReachable(screen: Screen, load: LoadChunk): Stop {
  const { root, host } = screen;
  const card = root.firstElementChild as HTMLElement;
  const toggle = (isShown: boolean) => card.popover && card.togglePopover(isShown);
  let isTaken = false;

  let stop = whenPageMayTurn(host, () => {
    toggle(true);
    if (isReached(card, root)) return;
    toggle(false);
    // A failure is reported by `load`; the view comes back when the page has turned again.
    load('top-layer').then(
      ({ keepOnTop }) => {
        if (isTaken) return;
        isTaken = true;
        stop();
        stop = keepOnTop(card, screen);
      },
      () => undefined,
    );
  });
  return () => {
    isTaken = true;
    stop();
  };
}
