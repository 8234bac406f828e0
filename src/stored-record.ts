import type { ConsentRecord } from './api.ts';
import type { StoredRecords } from './lazy.ts';
import type { Config } from './model/config.ts';
import { decodeRecord } from './model/record.ts';
import { fromDocument } from './page.ts';

/** The newest valid record in a cookie, or `null`; `now` in milliseconds since 1970. Never throws. */
export const readCookieRecord = ({ name }: Config['storage'], now: number): ConsentRecord | null =>
  copies(name)
    .map((text) => decodeRecord(text, now))
    .reduce((newest, record) => ((record?.givenAt ?? 0) >= (newest?.givenAt ?? 0) ? record : newest), null);

/**
 * The record in localStorage, where it is kept when no cookie sticks; or `null`. Never throws.
 * Not for the start of a page: the first look into localStorage keeps it from everything else for 1.5 to 2.7 ms.
 */
export function readFallbackRecord({ name }: Config['storage'], now: number): ConsentRecord | null {
  try {
    return decodeRecord(localStorage.getItem(name) ?? '', now);
  } catch {
    return null; // A frame without storage. What is kept nowhere is no choice; a later answer reports it.
  }
}

/** The record that this browser keeps for us: in a cookie, and only where none of ours is there, in localStorage. */
export const readRecord = (storage: Config['storage'], now = Date.now()): ConsentRecord | null =>
  copies(storage.name)[0] === undefined ? readFallbackRecord(storage, now) : readCookieRecord(storage, now);

/** Whether this page has any cookie. Where it has none, or they are out of reach, an answer may be in localStorage. */
export const hasCookies = (): boolean => cookieText() !== '';

/** The reader that the parts share, for the name in `storage`. */
export const createStoredRecords = (storage: Config['storage']): StoredRecords => ({
  read: () => readRecord(storage),
  readFallback: () => (hasCookies() ? null : readFallbackRecord(storage, Date.now())),
  parse: (text) => decodeRecord(text, Date.now()),
});

/** The names of the cookies that a script can see. */
export const cookieNames = (text = cookieText()): string[] =>
  text.split('; ').map((pair) => pair.split('=', 1)[0] ?? '');

/** Every cookie called `name`: browsers send each that was set on another path or domain, the oldest often first. */
export const copies = (name: string): string[] =>
  cookieText()
    .split('; ')
    .filter((pair) => pair.startsWith(name + '='))
    .map((pair) => pair.slice(name.length + 1));

function cookieText(): string {
  try {
    return fromDocument('cookie');
  } catch {
    return ''; // Out of reach, in a sandboxed frame.
  }
}
