import type { CookiePattern } from '../api.ts';
import type { Leftover } from '../lazy.ts';
import type { Service } from '../model/config.ts';
import { aText, ownFields } from '../model/coerce.ts';
import { matchesName } from '../model/match.ts';
import { fromDocument, jar } from '../page.ts';
import { cookieNames, copies } from '../stored-record.ts';

/** After this long a vendor that still runs has written its cookies again, in milliseconds. */
const REWRITE_TIME = 2000;

/** How long a sweep may keep the page from answering input, in milliseconds. */
const SLICE = 8;

/**
 * Deletes the cookies and the storage of `services`, over every parent domain and path where a script can reach them,
 * and once more when a vendor's script had time to write them again; of those that the visitor allowed meanwhile,
 * nothing. Returns what is left, and why. What a server keeps from scripts (`HttpOnly`) cannot be seen from here, let
 * alone deleted.
 */
export async function sweep(
  services: readonly Service[],
  isDenied = (_id: string) => true,
): Promise<readonly Leftover[]> {
  setTimeout(() => void sweepInSlices(services, isDenied), REWRITE_TIME);
  return sweepInSlices(services, isDenied);
}

async function sweepInSlices(
  services: readonly Service[],
  isDenied: (id: string) => boolean,
): Promise<readonly Leftover[]> {
  const sweeps: Promise<Leftover[]>[] = [];
  let start = performance.now();
  for (const service of services) {
    if (performance.now() - start > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    }
    if (isDenied(service.id)) sweeps.push(sweepService(service));
  }
  return (await Promise.all(sweeps)).flat();
}

type Attempt = (kind: Leftover['kind'], name: string, remove: () => unknown) => unknown;

/** Deletes the cookies of one service, and what it keeps in localStorage and sessionStorage. Returns what is left. */
export function sweepAtOnce({ id, cookies, storageKeys }: Service): Leftover[] {
  const left: Leftover[] = [];
  const attempt: Attempt = (kind, name, remove) => {
    try {
      return remove();
    } catch (error) {
      return void left.push({ service: id, kind, name, reason: String(error) });
    }
  };
  for (const pattern of list(cookies)) left.push(...sweepCookies(id, pattern, attempt));
  for (const [kind, patterns] of [
    ['local', storageKeys?.local],
    ['session', storageKeys?.session],
  ] as const) {
    for (const pattern of list(patterns)) {
      attempt(kind, pattern, () => {
        const storage = kind === 'local' ? localStorage : sessionStorage;
        for (const key of fitting(pattern, Object.keys(storage))) storage.removeItem(key);
      });
    }
  }
  return left;
}

async function sweepService(service: Service): Promise<Leftover[]> {
  const { id, storageKeys } = service;
  const left = sweepAtOnce(service);
  const failed = (kind: Leftover['kind'], name: string, reason: unknown) =>
    void left.push({ service: id, kind, name, reason: String(reason) });
  await Promise.all([
    ...list(storageKeys?.indexedDB).map((pattern) =>
      sweepDatabases(pattern, (name, reason) => failed('indexedDB', name, reason)).catch((error: unknown) =>
        failed('indexedDB', pattern, error),
      ),
    ),
    ...list(storageKeys?.caches).map((pattern) =>
      sweepCaches(pattern).catch((error: unknown) => failed('cache', pattern, error)),
    ),
  ]);
  return left;
}

/** What a site wrote in may be anything. */
const list = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

const fitting = (pattern: string, names: readonly string[]) => names.filter((name) => matchesName(pattern, name));

async function sweepDatabases(pattern: string, failed: (name: string, reason: string) => void): Promise<void> {
  const names = 'databases' in indexedDB ? (await indexedDB.databases()).flatMap(({ name }) => name ?? []) : [pattern];
  for (const name of fitting(pattern, names)) {
    const reason = await deleteDatabase(name);
    if (reason) failed(name, reason);
  }
}

async function sweepCaches(pattern: string): Promise<void> {
  if ('caches' in window) for (const name of fitting(pattern, await caches.keys())) await caches.delete(name);
}

/** Deletes what is there, and no name that is not: a consent scanner would take the attempt for the cookie itself. */
function sweepCookies(service: string, pattern: CookiePattern, attempt: Attempt): Leftover[] {
  const { name: wanted, path, domain } = placeOf(pattern);
  const present = () =>
    (attempt('cookie', wanted, () => fitting(wanted, cookieNames(fromDocument('cookie')))) ?? []) as string[];
  const remove = (name: string, from: Place) => attempt('cookie', name, () => removeCookie(name, from));
  const seen = present();
  // This page does not see one on another path; where the site says that it is there, it is.
  if (path && !pathsHere().includes(path) && !wanted.includes('*'))
    placesOn([path], domain).forEach((from) => remove(wanted, from));
  for (const name of seen) {
    for (const from of placesOn(pathsHere(), domain)) {
      // The last of several copies takes the name along.
      if (!copies(name).length) break;
      remove(name, from);
    }
  }
  return seen.length ? present().map((name) => leftover(service, name)) : [];
}

const leftover = (service: string, name: string): Leftover => ({
  service,
  kind: 'cookie',
  name,
  reason: 'set on a domain or path that this page cannot reach',
});

/** Where a cookie may have been set. */
interface Place {
  readonly path: string;
  readonly domain: string | undefined;
  readonly partitioned: boolean;
}

/** Where on `paths` a script of this page may reach one, the usual places first. `own`: a domain the site names. */
function placesOn(paths: readonly string[], own: string): Place[] {
  const labels = location.hostname.split('.');
  const parents = labels.map((_, i) => labels.slice(-i - 1).join('.')).slice(labels.length > 1 ? 1 : 0);
  const domains = [...new Set([own || undefined, ...parents, undefined])];
  return [false, true].flatMap((partitioned) =>
    paths.flatMap((path) => domains.map((domain) => ({ path, domain, partitioned }))),
  );
}

/** The paths of the cookies that this page sees. */
function pathsHere(): string[] {
  const folders = location.pathname.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return [...new Set(['/', ...folders, ...folders.map((folder) => `${folder}/`)])].filter(Boolean);
}

/** A cookie's name pattern, and where the site says that it was set. What is no pattern fits nothing. */
function placeOf(pattern: CookiePattern): { name: string; path: string; domain: string } {
  const { name, path, domain } = ownFields<{ name: string; path: string; domain: string }>(
    typeof pattern === 'string' ? { name: pattern } : pattern,
  );
  return { name: aText(name), path: aText(path), domain: aText(domain) };
}

/** By its name as it stands in the jar: js-cookie would encode the `%` of Adobe's `AMCV_…%40AdobeOrg` once more. */
function removeCookie(name: string, { path, domain, partitioned }: Place): void {
  const secure = partitioned || location.protocol === 'https:';
  jar.cookie =
    `${name}=; path=${path}; max-age=0; expires=${new Date(0).toUTCString()}` +
    (domain ? `; domain=${domain}` : '') +
    (secure ? '; secure' : '') +
    (partitioned ? '; partitioned' : '');
}

function deleteDatabase(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(null);
    request.onerror = () => resolve(String(request.error));
    request.onblocked = () => resolve('still open; it goes when the page does');
  });
}
