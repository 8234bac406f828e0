import type { Stop } from '../lazy.ts';
import { encodeRecord } from '../model/record.ts';
import type { Store } from '../store.ts';
import { isAnsweredHere } from './stale.ts';

/**
 * Tells other tabs of an answer that was given in this one. A message carries the record itself, since another process
 * may see the message before the cookie. What is erased is said with its time: an answer that another tab gave
 * meanwhile stays.
 */
export function tellOtherTabs(store: Store): Stop {
  function tell(message: string): void {
    try {
      const channel = new BroadcastChannel(store.config.storage.name);
      channel.postMessage(message);
      channel.close(); // An open channel would keep this page out of the back-forward cache.
    } catch {
      return; // An old browser, or Firefox without cookies: other tabs look for themselves when they are shown.
    }
  }
  return store.follow('other-tabs', ({ before, after: { record }, cause }) => {
    if (!isAnsweredHere(cause) || record === before.record) return;
    tell(record ? encodeRecord(record) : `erased=${before.record?.givenAt ?? 0}`);
  });
}
