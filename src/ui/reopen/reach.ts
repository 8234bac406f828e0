import type { PartNeeds, Stop } from '../../lazy.ts';
import { isReached, whenPageMayTurn } from '../reach.ts';

/** Whether a press on the control reaches it. */
export interface Reach {
  /** Nobody presses it: the page is modal, or inert. */
  isLost: boolean;
  /** Looks whether it still is reached, where it has just been drawn. */
  look(): void;
  stop: Stop;
}

/** Follows whether a press on `corner` reaches it, and calls `redraw` when that changes. */
export function createReach(
  corner: HTMLElement,
  { screen, load }: Pick<PartNeeds, 'screen' | 'load'>,
  redraw: () => void,
): Reach {
  let isFollowing = false;

  function look(): void {
    if (isFollowing || corner.hidden || isReached(corner, screen.root)) return;
    isFollowing = true;
    // Only the part can tell a page that is modal from one whose own things lie above the control.
    load('top-layer').then(
      ({ followInert }) => {
        reach.stop();
        reach.stop = followInert(screen, (isInert) => {
          reach.isLost = isInert;
          redraw();
        });
      },
      () => (isFollowing = false), // Reported by `load`.
    );
  }

  const reach: Reach = { isLost: false, look, stop: whenPageMayTurn(screen.host, look) };
  return reach;
}
