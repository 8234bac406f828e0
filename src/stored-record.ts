import type { ConsentRecord } from './api.ts';
import type { Config } from './model/config.ts';
import { decodeRecord } from './model/record.ts';
import { fromDocument } from './page.ts';

/**
 * The newest valid record that this browser keeps for us, or `null`: in a cookie, else in localStorage. Never throws.
 */
export function readRecord({ name }: Config['storage']): ConsentRecord | null {
  const found = copies(name);
  try {
    // Only where there is no cookie: the first look into localStorage costs more than 2 ms.
    if (!found.length) found.push(localStorage.getItem(name) ?? '');
  } catch {
    // A frame without storage. What is kept nowhere is no choice; a later answer reports that it does not stick.
    return null;
  }
  return found
    .map(decodeRecord)
    .reduce((newest, record) => ((record?.givenAt ?? 0) >= (newest?.givenAt ?? 0) ? record : newest), null);
}

/** Every cookie called `name`: browsers send each that was set on another path or domain, the oldest often first. */
export function copies(name: string): string[] {
  try {
    return fromDocument('cookie')
      .split('; ')
      .filter((pair) => pair.startsWith(name + '='))
      .map((pair) => pair.slice(name.length + 1));
  } catch {
    return []; // Cookies are out of reach in a sandboxed frame.
  }
}

/** A stand-in until the merge. */
export const readCookieRecord = (storage: Config['storage'], _now: number): ConsentRecord | null =>
  copies(storage.name)[0] === undefined ? null : readRecord(storage);
export const readFallbackRecord = (storage: Config['storage'], _now: number): ConsentRecord | null =>
  copies(storage.name)[0] === undefined ? readRecord(storage) : null;
