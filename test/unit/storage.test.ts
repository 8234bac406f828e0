// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import { copies, hasCookies, readCookieRecord, readFallbackRecord, readRecord } from '../../src/stored-record.ts';
import type { ConsentRecord } from '../../src/api.ts';
import { configOf } from '../support/configurations.ts';
import { goTo, openJar } from '../support/cookie-jar.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';
import { prototypeOfDocument } from '../../src/page.ts';

const { storage } = configOf();
const read = () => readRecord(storage, NOW);
const older = recordOf({ analytics: 'granted' }, { id: 'older', givenAt: NOW - 2000 });
const newer = recordOf({ analytics: 'denied' }, { id: 'newer', givenAt: NOW - 1000, event: 'refused' });
const cookie = (record: ConsentRecord | string, attributes = '') =>
  `commsor_consent=${typeof record === 'string' ? record : encodeRecord(record)}${attributes}`;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

beforeEach(() => {
  goTo('https://www.shop.example/garden/chairs/');
  localStorage.clear();
});

describe('what this browser keeps for us', () => {
  test('nothing is no choice', () => {
    openJar();
    expect(read()).toBeNull();
  });

  test('the cookie, among others whose names only look like ours', () => {
    const jar = openJar();
    for (const name of ['commsor_consent2', 'xcommsor_consent', 'commsor', 'commsor_consen', 'commsorXconsent'])
      jar.put(`${name}=${encodeRecord(older)}`);
    expect(copies('commsor_consent')).toEqual([]);
    expect(read()).toBeNull();
    jar.put(cookie(newer));
    expect(copies('commsor_consent')).toEqual([encodeRecord(newer)]);
    expect(read()).toEqual(newer);
  });

  test.each([
    { where: 'on a longer path', first: '; path=/garden', second: '; path=/' },
    { where: 'on the host and on the domain', first: '; domain=shop.example', second: '' },
    { where: 'on the host and on the domain, the other way round', first: '', second: '; domain=shop.example' },
  ])('of several copies $where the newest counts', ({ first, second }) => {
    const jar = openJar();
    jar.put(cookie(older, first));
    jar.put(cookie(newer, second));
    expect(copies('commsor_consent')).toHaveLength(2);
    expect(read()).toEqual(newer);
    jar.put(cookie(newer, first));
    jar.put(cookie(older, second));
    expect(read()).toEqual(newer);
  });

  test('a damaged copy does not hide a good one', () => {
    const jar = openJar();
    jar.put(cookie('v=1&t=now', '; path=/garden'));
    jar.put(cookie(older));
    expect(read()).toEqual(older);
    jar.put(cookie('', '; path=/garden/chairs'));
    expect(read()).toEqual(older);
  });

  test('localStorage where there is no cookie', () => {
    openJar();
    localStorage.setItem('commsor_consent', encodeRecord(newer));
    expect(read()).toEqual(newer);
  });

  test('a cookie alone where there is one: the first look into localStorage is dear', () => {
    const jar = openJar();
    const getItem = vi.fn(() => null);
    vi.stubGlobal('localStorage', { getItem });
    expect(read()).toBeNull();
    expect(getItem).toHaveBeenCalledTimes(1);
    jar.put(cookie(older));
    expect(read()).toEqual(older);
    expect(getItem).toHaveBeenCalledTimes(1);
  });

  test('under the name that the site chose', () => {
    const jar = openJar();
    jar.put(`my-choice=${encodeRecord(newer)}`);
    expect(readRecord(configOf({ storage: { name: 'my-choice' } }).storage, NOW)).toEqual(newer);
    expect(read()).toBeNull();
  });

  test('a name is text, not a pattern', () => {
    const jar = openJar();
    jar.put(`axb=${encodeRecord(newer)}`);
    expect(readRecord({ ...storage, name: 'a.b' }, NOW)).toBeNull();
  });
});

describe('the start of a page reads cookies alone', () => {
  test('and localStorage is asked apart from them', () => {
    const jar = openJar();
    localStorage.setItem('commsor_consent', encodeRecord(newer));
    expect(readCookieRecord(storage, NOW)).toBeNull();
    expect(readFallbackRecord(storage, NOW)).toEqual(newer);
    jar.put(cookie(older));
    expect(readCookieRecord(storage, NOW)).toEqual(older);
  });

  test('without a look at it', () => {
    openJar();
    const getItem = vi.fn(() => null);
    vi.stubGlobal('localStorage', { getItem });
    expect(readCookieRecord(storage, NOW)).toBeNull();
    expect(hasCookies()).toBe(false);
    expect(getItem).not.toHaveBeenCalled();
  });

  test('a page has cookies when it has any, whoever set them', () => {
    const jar = openJar();
    expect(hasCookies()).toBe(false);
    jar.put('theme=dark');
    expect(hasCookies()).toBe(true);
  });

  test('what is dated in the future is no choice, in neither place, and hides no earlier one', () => {
    const jar = openJar();
    jar.put(
      cookie(recordOf({ analytics: 'granted' }, { givenAt: NOW + DAY, expiresAt: NOW + 9 * DAY }), '; path=/garden'),
    );
    expect(read()).toBeNull();
    jar.put(cookie(older));
    expect(read()).toEqual(older);
    expect(readRecord(storage, older.givenAt - DAY)).toBeNull();
  });

  test.each([
    { server: 'PHP', write: (text: string) => encodeURIComponent(text).replaceAll('*', '%2A') },
    { server: 'Python', write: (text: string) => `"${text}"` },
  ])('a cookie that a server wrote in the manner of $server is read', ({ write }) => {
    const jar = openJar();
    jar.put(cookie(write(encodeRecord(newer))));
    expect(read()).toEqual(newer);
  });
});

describe('storage out of reach is no choice and no exception', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };

  test('cookies that throw, with and without localStorage', () => {
    openJar({ onGet: deny });
    expect(read()).toBeNull();
    expect(hasCookies()).toBe(false);
    localStorage.setItem('commsor_consent', encodeRecord(newer));
    expect(read()).toEqual(newer);
  });

  test('localStorage that throws when it is touched', () => {
    openJar();
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(deny);
    expect(() => localStorage).toThrow('denied');
    expect(read()).toBeNull();
  });

  test('localStorage that throws when it is read', () => {
    openJar();
    vi.stubGlobal('localStorage', { getItem: deny });
    expect(read()).toBeNull();
  });

  test('an element that takes the name `cookie` in the document', () => {
    const jar = openJar();
    jar.put(cookie(newer));
    Object.defineProperty(document, 'cookie', { value: document.createElement('img'), configurable: true });
    expect(read()).toEqual(newer);
    Reflect.deleteProperty(document, 'cookie');
  });

  test('a megabyte of other cookies takes no long time', () => {
    openJar();
    Object.defineProperty(prototypeOfDocument(), 'cookie', {
      configurable: true,
      get: () => `${'a=b; '.repeat(200_000)}${cookie(newer)}`,
    });
    expect(read()).toEqual(newer);
  });
});
