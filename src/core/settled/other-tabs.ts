import type { Cause, ConsentRecord, Core, Stop } from '../../types.ts';
import { encodeRecord } from '../new-record.ts';
import { decodeRecord } from '../record.ts';
import { readRecord } from '../storage.ts';

export interface OtherTabs {
  /** Tells the other tabs; `null`: everything was erased. */
  tell(record: ConsentRecord | null): void;
  stop: Stop;
}

/**
 * Keeps this page in step with its other tabs, and with what happened while it was away: hidden, or in the back-forward cache.
 * A message carries the record itself, since another process may see the message before the cookie. The newest record wins.
 */
export function followOtherTabs({ config, state, adopt, evaluate }: Core): OtherTabs {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(config.storage.name) : null;
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const current = state().record;
      const record = decodeRecord(String(data));
      if (record ? !current || record.givenAt > current.givenAt : data === '' && current) void adopt(record, 'other-tab');
    };
  }

  function lookAgain(cause: Cause): void {
    const { record, decisions } = state();
    const stored = readRecord(config.storage) ?? record;
    if (stored?.id !== record?.id) void adopt(stored, cause);
    else if (JSON.stringify(evaluate().decisions) !== JSON.stringify(decisions)) void adopt(record, 'expired');
  }
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && lookAgain('restored');
  const onVisible = () => lookAgain('other-tab');
  addEventListener('pageshow', onShow);
  addEventListener('visibilitychange', onVisible, true);

  return {
    tell: (record) => channel?.postMessage(record ? encodeRecord(record) : ''),
    stop() {
      channel?.close();
      removeEventListener('pageshow', onShow);
      removeEventListener('visibilitychange', onVisible, true);
    },
  };
}
