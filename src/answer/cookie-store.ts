import Cookies from 'js-cookie';
import type { ConsentRecord } from '../api.ts';
import type { Core } from '../lazy.ts';
import { copies } from '../stored-record.ts';
import { keptUntil, storageTerms } from '../model/new-record.ts';
import { encodeRecord } from '../model/record.ts';

export interface Keeper {
  /** Stores `record` in one cookie, without a look whether it stuck. */
  write(record: ConsentRecord): void;
  /** Makes sure that `record` is kept, once and where the site wants it. Returns why it is not, or `null`. */
  keep(record: ConsentRecord): string | null;
  /** Forgets every copy. */
  clear(): void;
}

// The record's own encoding is plain ASCII already; js-cookie must not encode it once more.
const cookies = Cookies.withConverter({ write: (text: string) => text });

/**
 * Where the answer is kept: in one cookie, on the widest domain that the browser lets us set where the site wants that,
 * without
 * copies left behind on other domains; in localStorage where no cookie sticks.
 */
export function createKeeper({ config, state }: Core): Keeper {
  const { name, domain, path, sameSite } = storageTerms(config);
  const { hostname, protocol } = location;
  // 'a.b.example' -> ['example', 'b.example', 'a.b.example'], the widest first: browsers refuse those above the site's
  // own.
  const parents = hostname.split('.').map((_, i, labels) => labels.slice(-i - 1).join('.'));
  let problem = '';

  function attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      problem = String(error);
      return undefined;
    }
  }

  const set = (text: string, cookieDomain: string | undefined, expires: number) =>
    attempt(() =>
      cookies.set(name, text, {
        domain: cookieDomain,
        expires: new Date(expires),
        path,
        sameSite,
        secure: protocol === 'https:',
      }),
    );
  const clearCookies = () => [undefined, ...parents].forEach((cookieDomain) => set('', cookieDomain, 0));

  const write = (record: ConsentRecord, cookieDomain = domain === 'auto' ? undefined : domain || undefined) =>
    set(encodeRecord(record), cookieDomain, keptUntil(record, config, state().model));

  return {
    write: (record) => void write(record),
    keep(record) {
      const text = encodeRecord(record);
      const expires = keptUntil(record, config, state().model);
      const found = copies(name);
      // An older answer must not outlive this one.
      attempt(() => localStorage.removeItem(name));
      // What is kept longer than it counts is renewed with each visit.
      if (domain !== 'auto' && found.length === 1 && found[0] === text && expires === record.expiresAt) return null;
      problem = 'the browser did not keep it';
      clearCookies();
      for (const cookieDomain of domain === 'auto' ? [...parents, undefined] : [domain || undefined]) {
        set(text, cookieDomain, expires);
        if (copies(name).includes(text)) return null;
      }
      const kept = attempt(() => {
        localStorage.setItem(name, text);
        return localStorage.getItem(name);
      });
      // A cookie that nobody can change any more hides what is in localStorage.
      return kept === text && !copies(name).length ? null : problem;
    },
    clear() {
      clearCookies();
      attempt(() => localStorage.removeItem(name));
    },
  };
}
