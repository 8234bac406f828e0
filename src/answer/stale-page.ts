import type { Change, StalePage, StalePageNeeds, Stop } from '../lazy.ts';
import { silence } from '../guard/silence.ts';
import { fromDocument } from '../page.ts';
import { watchForms } from './forms.ts';
import { isAnsweredHere, isKept, isStale, reloadsItself, revoked } from './stale.ts';

/** What is heard this soon after the page was shown happened while it was hidden, in milliseconds. */
const ARRIVAL_TIME = 1000;

/**
 * Follows a page in which something ran that is no longer allowed, and which nobody loads anew: it is silenced at once,
 * and says so where the answer came from elsewhere. One that was hidden meanwhile, and holds nothing that the visitor
 * wrote, is loaded anew when it is shown.
 */
export function start({ store, stored, gate, offer }: StalePageNeeds): StalePage {
  const { config, allows } = store;
  const isHalfFilled = watchForms(store.life);
  const isHidden = () => fromDocument('hidden');
  const isStaleNow = () => isStale(gate.ran, allows);
  let isOffered = false;
  let wasHidden = isHidden();
  let endSilence: Stop | undefined;
  let arrival = 0;

  function hush(): void {
    if (isStaleNow()) endSilence ??= silence({ config, allows, denied: () => revoked(gate.ran, allows) });
  }

  function follow(change: Change): void {
    const isNews = !isAnsweredHere(change.cause) && !reloadsItself(change, { store, stored });
    isOffered = isStaleNow() && (isOffered || isNews);
    offer(isOffered);
    reload();
  }

  /** A page that nobody looked at meanwhile is loaded anew, where no words are lost by that. */
  function reload(): void {
    const isWanted = isOffered && wasHidden && !isHidden() && config.onWithdraw !== 'keep';
    if (isWanted && isKept({ store, stored }) && !isHalfFilled()) location.reload();
  }

  function onVisibility(): void {
    clearTimeout(arrival);
    wasHidden = true;
    reload();
    if (!isHidden()) arrival = window.setTimeout(() => (wasHidden = false), ARRIVAL_TIME);
  }

  hush();
  // The permission may have gone while this part was on its way.
  isOffered = isStaleNow();
  if (isOffered) offer(true);
  addEventListener('visibilitychange', onVisibility, { capture: true, signal: store.life });
  const stops = [
    // Before anything is painted: from the moment on that this page hears of it.
    store.follow('screen', hush),
    store.follow('other-tabs', follow),
    () => endSilence?.(),
  ];
  return {
    stop() {
      clearTimeout(arrival);
      stops.forEach((stop) => stop());
    },
  };
}
