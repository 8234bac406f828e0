import type { Cause, ConsentRecord } from '../api.ts';
import type { IdleNeeds, Prompt, Stop } from '../lazy.ts';
import { hearOtherTabs } from './hear-other-tabs.ts';

/** After this long what several tabs have stored at once has come to rest, in milliseconds. */
const REST_TIME = 1000;

/** Of two from the same millisecond, the one with the greater id. */
const isNewer = (a: ConsentRecord, b: ConsentRecord | null) =>
  !b || a.givenAt > b.givenAt || (a.givenAt === b.givenAt && a.id > b.id);

type OtherTabsNeeds = Pick<IdleNeeds, 'store' | 'stored' | 'prompt'>;

/**
 * Keeps this page in step with its other tabs, and with what happened while it was away: hidden, in the back-forward
 * cache, or not listening yet. A message carries the record itself, since another process may see the message before
 * the cookie. The newest record wins, in every tab and in what is stored. What one tab erases is what it knows: an
 * answer that another one gave meanwhile stays.
 */
export function followOtherTabs({ store, stored: records, prompt }: OtherTabsNeeds): Stop {
  const { config, state, evaluate, commit } = store;
  const stored = records.read;
  /** What takes and keeps an answer writes for this tab too. Where it cannot be loaded that is reported. */
  const ask = (task: (part: Prompt) => void) => void prompt(task);
  let wasStored = false;
  let erasedUntil = 0;
  let timer = 0;

  function consider(record: ConsentRecord, cause: Cause): void {
    if (record.givenAt > erasedUntil && isNewer(record, state().record)) void commit(record, cause);
    mend();
  }

  function forget(until: number): void {
    erasedUntil = Math.max(erasedUntil, until);
    const { record } = state();
    if (record && record.givenAt <= erasedUntil) void commit(null, 'other-tab');
    mend();
  }

  // Tabs that answer at once write over each other, and one that erases takes with it what another one has just
  // written. For a while Firefox shows each of them something else.
  function mend(): void {
    mendOnce();
    clearTimeout(timer);
    timer = window.setTimeout(mendOnce, REST_TIME);
  }

  function mendOnce(): void {
    const { record } = state();
    const kept = stored();
    if (kept && kept.givenAt <= erasedUntil) ask((part) => part.clear());
    else if (record && (kept ? isNewer(record, kept) : erasedUntil)) ask((part) => part.keep(record));
  }

  function lookAgain(cause: Cause): void {
    const { record, decisions } = state();
    const kept = stored();
    if (kept && kept.id !== record?.id) consider(kept, cause);
    else if (!kept && wasStored && record) void commit(null, cause); // Erased, by another page or by the visitor.
    else if (JSON.stringify(evaluate().decisions) !== JSON.stringify(decisions)) void commit(record, 'expired');
    wasStored = !!kept;
  }

  function hear(message: string): void {
    const record = records.parse(message);
    if (record && record.id === state().record?.id) return; // It was given here.
    if (record) consider(record, 'other-tab');
    else forget(Number(/^erased=(\d+)$/.exec(message)?.[1] ?? 0));
  }

  const onVisible = () => lookAgain('other-tab');
  const stopHearing = hearOtherTabs(config.storage.name, hear, () => lookAgain('restored'));
  addEventListener('visibilitychange', onVisible, true);
  onVisible();

  const stopFollowing = store.follow('other-tabs', () => {
    wasStored = !!stored();
  });

  return () => {
    stopFollowing();
    stopHearing();
    clearTimeout(timer);
    removeEventListener('visibilitychange', onVisible, true);
  };
}
