import Cookies from 'js-cookie';
import type { ConsentRecord } from '../api.ts';
import type { Stop } from '../lazy.ts';
import { keptUntil, storageTerms } from '../model/new-record.ts';
import { encodeRecord } from '../model/record.ts';
import type { Store } from '../store.ts';
import { copies } from '../stored-record.ts';
import { isAnsweredHere } from './stale.ts';

export interface CookieStore {
  /** Stores `record` in one cookie, without a look whether it stuck. */
  write(record: ConsentRecord): void;
  /** Makes sure that `record` is kept, once and where the site wants it; reports why it is not. */
  keep(record: ConsentRecord): void;
  /** Forgets every copy. */
  clear(): void;
  stop: Stop;
}

// The record's own encoding is plain ASCII already; js-cookie must not encode it once more.
const cookies = Cookies.withConverter({ write: (text: string) => text });

/**
 * Where the answer is kept: in one cookie, on the widest domain that the browser lets us set where the site wants that,
 * without copies left behind on other domains; in localStorage where no cookie sticks.
 */
export function createCookieStore(store: Store): CookieStore {
  const { config, state, report, life } = store;
  const { name, domain, path, sameSite } = storageTerms(config);
  const secure = location.protocol === 'https:';
  // 'a.b.example' -> ['example', 'b.example', 'a.b.example'], the widest first: browsers refuse those above the site's
  // own.
  const parents = location.hostname.split('.').map((_, i, labels) => labels.slice(-i - 1).join('.'));
  // Where the site's own domain is refused, as under another address of the site, the host alone serves.
  const wanted = new Set(domain === 'auto' ? [...parents, undefined] : [domain || undefined, undefined]);
  let problem = '';

  function attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      problem = String(error);
      return undefined;
    }
  }

  function set(text: string, on: string | undefined, until: number): void {
    // The age counts where the clock is wrong, the date where a browser knows no age.
    const age = String(Math.round((until - Date.now()) / 1000));
    const attributes = { domain: on, expires: new Date(until), 'max-age': age, path, sameSite, secure };
    if (!life.aborted) attempt(() => cookies.set(name, text, attributes));
  }

  const clearCookies = () => [undefined, ...parents].forEach((on) => set('', on, 0));
  const untilOf = (record: ConsentRecord) => keptUntil(record, config, state().model);

  /** Keeps `text` in the first place that takes it, and nowhere else. */
  function put(text: string, until: number): boolean {
    clearCookies();
    const isInCookie = [...wanted].some((on) => {
      set(text, on, until);
      return copies(name).includes(text);
    });
    if (isInCookie) return true;
    const local = attempt(() => {
      localStorage.setItem(name, text);
      return localStorage.getItem(name);
    });
    // A cookie that nobody can change any more hides what is in localStorage.
    return local === text && !copies(name).length;
  }

  function keep(record: ConsentRecord): void {
    if (life.aborted) return;
    const text = encodeRecord(record);
    const until = untilOf(record);
    const found = copies(name);
    // An older answer must not outlive this one.
    attempt(() => localStorage.removeItem(name));
    // What is kept longer than it counts is renewed with each visit.
    const isThere = domain !== 'auto' && found.length === 1 && found[0] === text && until === record.expiresAt;
    problem = 'the browser did not keep it';
    if (!isThere && !put(text, until)) report('storage-failed', problem);
  }

  return {
    write: (record) => set(encodeRecord(record), domain === 'auto' ? undefined : domain || undefined, untilOf(record)),
    keep,
    clear() {
      clearCookies();
      attempt(() => localStorage.removeItem(name));
    },
    // What counts by now: another answer may have come meanwhile, from another tab too.
    stop: store.follow('storage', ({ before, after, cause }) => {
      const { record } = state();
      if (isAnsweredHere(cause) && after.record !== before.record && record) keep(record);
    }),
  };
}
