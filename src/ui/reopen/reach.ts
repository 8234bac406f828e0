import type { PartNeeds, Stop } from '../../lazy.ts';
import { isReached, whenPageMayTurn } from '../reach.ts';

/** Whether a press on the control reaches it. */
export interface Reach {
  /** Whether the page is modal or inert, as far as that has ever been seen: a press would go through to it. */
  isLost(): boolean;
  /** Looks whether the control is reached where it has just been drawn. */
  look(): void;
  stop: Stop;
}

/** Calls `redraw` whenever a press on `corner` may no longer reach it, or reach it again. */
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
      ({ followInert, isInert }) => {
        reach.stop();
        reach.isLost = () => isInert(screen.root);
        reach.stop = followInert(screen, redraw);
      },
      () => (isFollowing = false), // Reported by `load`.
    );
  }

  const reach: Reach = { isLost: () => false, look, stop: whenPageMayTurn(screen.host, look) };
  return reach;
}
