import type { ConsentRecord, RecordsConfig } from '../api.ts';
import { aText, ownFields } from '../model/coerce.ts';
import type { Stop } from '../lazy.ts';
import type { Store } from '../store.ts';
import { isAnsweredHere } from './stale.ts';

/** Sends each record that comes to be in this page to the site, as JSON by `POST`. */
export function sendRecords(store: Store): Stop {
  const endpoint = aText(ownFields<RecordsConfig>(store.config.records).endpoint);
  if (!endpoint) return () => undefined;

  async function send(to: string, record: ConsentRecord): Promise<void> {
    try {
      const answer = await fetch(to, {
        method: 'POST',
        keepalive: true, // The visitor may be on the way to another page.
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(record),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    } catch (error) {
      store.report('records-failed', String(error));
    }
  }
  return store.follow('records', ({ before, after: { record }, cause }) => {
    if (isAnsweredHere(cause) && record && record !== before.record) void send(endpoint, record);
  });
}
