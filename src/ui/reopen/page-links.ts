import type { Stop } from '../../lazy.ts';
import { fromDocument } from '../../page.ts';

/** What leads to the preferences beside our control. */
const LINKS = '[data-consent-action=preferences],a[href$="#consent"]';

/** How much of one has to be in sight. */
const ENOUGH = 0.5;

/** How long what comes into the page may go unseen, in milliseconds. */
const PAUSE = 200;

/** The page's own ways to the preferences. */
export interface PageLinks {
  /** Whether one of them is in sight. */
  isSeen(): boolean;
  stop: Stop;
}

/** Looks for them, also for those that come later, and calls `look` when one came into sight, or anything moved. */
export function followPageLinks(look: () => void): PageLinks {
  const known = new WeakSet<Element>();
  /** Those in sight. A new one counts as such until the browser has looked, so that the control never flashes. */
  const near = new Set<Element>();
  let timer = 0;
  const sights = new IntersectionObserver(
    (changes) => {
      for (const { target, intersectionRatio } of changes)
        if (intersectionRatio < ENOUGH) near.delete(target);
        else near.add(target);
      look();
    },
    { threshold: ENOUGH },
  );
  const find = () => {
    timer = 0;
    for (const link of fromDocument('querySelectorAll').call(document, LINKS)) {
      if (known.has(link) || (link instanceof HTMLAnchorElement && link.host !== location.host)) continue;
      known.add(link);
      near.add(link);
      sights.observe(link);
    }
    look();
  };
  const comings = new MutationObserver(() => void (timer ||= window.setTimeout(find, PAUSE)));
  comings.observe(document, { subtree: true, childList: true });
  find();
  return {
    // A closed menu may be in its place and not be seen.
    isSeen: () => [...near].some((link) => link.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })),
    stop() {
      clearTimeout(timer);
      comings.disconnect();
      sights.disconnect();
    },
  };
}
