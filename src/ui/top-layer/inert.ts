import type { FollowInert, Stop } from '../../lazy.ts';
import { create } from '../element.ts';
import { isReached, whenPageMayTurn } from '../reach.ts';
import { findCauses, shadowsAround } from './causes.ts';

/**
 * Whether the page is modal or inert for what is in `root`: whether a popover in it, which nothing is above, would be
 * dead.
 */
export function isInert(root: ShadowRoot): boolean {
  const probe = create('i', { popover: 'manual' });
  // Safari before 17 knows none: what is above everything in the page lies below what the page makes modal.
  if (!probe.showPopover) return false;
  root.append(probe);
  probe.showPopover();
  const isDead = !isReached(probe, root);
  probe.remove();
  return isDead;
}

/**
 * Calls `look` whenever the page may have turned modal or inert, or back. It returns what causes that, as far as it is
 * found, or `null` where the page is free; until then it is called too when something leaves the page, or full screen.
 */
export function followPage(host: Element, look: () => readonly Element[] | null): Stop {
  let frame = 0;
  const again = () => {
    departures.disconnect();
    const causes = host.isConnected ? look() : null;
    for (const root of causes ? [document, ...causes.flatMap(shadowsAround)] : [])
      departures.observe(root, { subtree: true, childList: true, attributeFilter: ['open'] });
  };
  const departures = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(again);
  });
  const stopWatching = whenPageMayTurn(host, again);
  return () => {
    stopWatching();
    departures.disconnect();
    cancelAnimationFrame(frame);
  };
}

export const followInert: FollowInert = ({ root, host }, look) =>
  followPage(host, () => {
    look();
    return isInert(root) ? findCauses(host) : null;
  });
