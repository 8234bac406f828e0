// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sweep } from '../../src/answer/sweep.ts';
import type { Service } from '../../src/model/config.ts';
import { goTo, openJar } from '../support/cookie-jar.ts';
import { prototypeOfDocument } from '../../src/page.ts';

const service = (wanted: Partial<Service>): Service => ({
  id: 'stats',
  title: 'Stats',
  purposes: ['analytics'],
  ...wanted,
});

/** As much of the browser's storage as a sweep touches. */
class FakeStorage {
  constructor(entries: Record<string, string>) {
    Object.assign(this, entries);
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  goTo('https://www.eu.shop.co.uk/garden/chairs/red');
  vi.stubGlobal('localStorage', new FakeStorage({}));
  vi.stubGlobal('sessionStorage', new FakeStorage({}));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('cookies', () => {
  test.each<{ where: string; attributes: string }>([
    { where: 'on the host', attributes: '; path=/' },
    { where: 'on the host, named', attributes: '; domain=www.eu.shop.co.uk; path=/' },
    { where: 'on a domain above', attributes: '; domain=eu.shop.co.uk; path=/' },
    { where: 'on the widest domain', attributes: '; domain=shop.co.uk; path=/' },
    { where: 'on a folder of the page', attributes: '; path=/garden' },
    { where: 'on a folder of the page with its slash', attributes: '; path=/garden/' },
    { where: 'on the page itself', attributes: '; path=/garden/chairs/red' },
    { where: 'on a folder and a domain above', attributes: '; domain=shop.co.uk; path=/garden/chairs' },
  ])('$where are deleted', async ({ attributes }) => {
    const jar = openJar();
    jar.put(`_ga=1${attributes}`);
    expect(await sweep([service({ cookies: ['_ga'] })])).toEqual([]);
    expect(jar.all('_ga')).toEqual([]);
  });

  test('several of one name, wherever they are', async () => {
    const jar = openJar();
    for (const attributes of ['; path=/', '; domain=shop.co.uk; path=/', '; domain=eu.shop.co.uk; path=/garden'])
      jar.put(`_ga=1${attributes}`);
    expect(await sweep([service({ cookies: ['_ga'] })])).toEqual([]);
    expect(jar.all('_ga')).toEqual([]);
  });

  test('one that the site set elsewhere, where it says so', async () => {
    const jar = openJar();
    goTo('https://www.eu.shop.co.uk/other/page');
    jar.put('m=1; path=/other; domain=shop.co.uk');
    expect(await sweep([service({ cookies: [{ name: 'm', path: '/other', domain: 'shop.co.uk' }] })])).toEqual([]);
    expect(jar.all('m')).toEqual([]);
  });

  test.each([
    { pattern: '_ga_*', gone: ['_ga_1', '_ga_ABC', '_ga_'], kept: ['_ga', '_gat_1', 'x_ga_1', '_GA_1'] },
    { pattern: '*_id', gone: ['a_id', '_id', 'b_c_id'], kept: ['id', 'a_id2'] },
    { pattern: 'a*b*c', gone: ['abc', 'aXbXc', 'a*b*c', 'abbbc'], kept: ['ac', 'abcd', 'acb', 'xabc'] },
    { pattern: 'aa*aa', gone: ['aaaa', 'aaXaa'], kept: ['aa', 'aaa'] },
    { pattern: '*', gone: ['anything', 'x'], kept: [] },
    { pattern: 'a.b', gone: ['a.b'], kept: ['axb', 'a', 'ab'] },
    { pattern: '_ga', gone: ['_ga'], kept: ['_ga_1', '_g', 'a_ga'] },
    { pattern: '**x**', gone: ['x', 'axb'], kept: ['y'] },
  ])('$pattern takes $gone and leaves $kept', async ({ pattern, gone, kept }) => {
    const jar = openJar();
    for (const name of [...gone, ...kept]) jar.put(`${name}=1; path=/`);
    await sweep([service({ cookies: [pattern] })]);
    expect(gone.filter((name) => jar.all(name).length)).toEqual([]);
    expect(kept.filter((name) => !jar.all(name).length)).toEqual([]);
  });

  test('whose names hold what js-cookie would encode', async () => {
    const jar = openJar();
    const names = ['AMCV_12%40AdobeOrg', 'crisp-client/session', 'a:b'];
    for (const name of names) jar.put(`${name}=1; path=/`);
    expect(await sweep([service({ cookies: ['AMCV_*', 'crisp-client/*', 'a:b'] })])).toEqual([]);
    expect(names.flatMap((name) => jar.all(name))).toEqual([]);
  });

  test('no pattern makes the comparison slow', async () => {
    openJar({ onSet: () => undefined });
    Object.defineProperty(prototypeOfDocument(), 'cookie', {
      configurable: true,
      get: () => `${'a'.repeat(100_000)}=1`,
      set: () => undefined,
    });
    expect(await sweep([service({ cookies: [`${'*a'.repeat(2000)}*b`] })])).toEqual([]);
  });

  test('one that stays is reported by service, name and reason, and the others go all the same', async () => {
    const jar = openJar({ refuses: ({ name }) => name === '_gid' });
    jar.traits.refuses = undefined;
    for (const name of ['_ga', '_gid', '_gat']) jar.put(`${name}=1; path=/`);
    jar.traits.refuses = ({ name }) => name === '_gid';
    const left = await sweep([service({ id: 'ga', cookies: ['_ga', '_gid', '_gat'] })]);
    expect(left).toEqual([{ service: 'ga', kind: 'cookie', name: '_gid', reason: expect.stringMatching(/./) }]);
    expect(['_ga', '_gat'].flatMap((name) => jar.all(name))).toEqual([]);
  });

  test('that are out of reach are reported, and nothing is thrown', async () => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    openJar({ onGet: deny });
    const left = await sweep([service({ cookies: ['_ga'] })]);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ kind, reason }) => kind === 'cookie' && /denied/.test(reason))).toBe(true);
  });

  test('the choice itself is never swept, and those of other services stay', async () => {
    const jar = openJar();
    for (const name of ['commsor_consent', '_ga', 'other']) jar.put(`${name}=1; path=/`);
    await sweep([service({ cookies: ['_ga'] })]);
    expect(['commsor_consent', 'other'].every((name) => jar.all(name).length === 1)).toBe(true);
  });

  test('no name is written that is not there', async () => {
    const jar = openJar();
    jar.put('_ga=1; path=/');
    jar.put('_gat=1; path=/garden; domain=shop.co.uk');
    const written: string[] = [];
    jar.traits.onSet = (text) => {
      const name = text.split('=', 1)[0] ?? '';
      written.push(jar.all(name).length ? name : `${name}, which is not there`);
    };
    const rows = ['_ga', '_gid', '_gat', 'muid', '_pk_*', { name: '_fbp', path: '/', domain: 'shop.co.uk' }];
    await sweep([service({ cookies: rows })]);
    expect([...new Set(written)]).toEqual(['_ga', '_gat']);
  });

  test('go a few at a time, and those that are allowed meanwhile stay', async () => {
    const jar = openJar();
    for (const name of ['a', 'b', 'c']) jar.put(`${name}=1; path=/`);
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const denied = new Set(['a', 'b', 'c']);
    const services = [...denied].map((id) => service({ id, cookies: [id] }));
    const done = sweep(services, (id) => denied.has(id));
    vi.advanceTimersToNextTimer();
    await Promise.resolve();
    expect(['a', 'b', 'c'].filter((name) => jar.all(name).length)).toEqual(['b', 'c']);
    denied.delete('b');
    await vi.runAllTimersAsync();
    await done;
    expect(['a', 'b', 'c'].filter((name) => jar.all(name).length)).toEqual(['b']);
  });

  test('that a vendor writes again meanwhile are swept once more', async () => {
    const jar = openJar();
    jar.put('_ga=1; path=/');
    await sweep([service({ cookies: ['_ga'] })]);
    jar.put('_ga=2; path=/');
    await vi.advanceTimersByTimeAsync(5000);
    expect(jar.all('_ga')).toEqual([]);
  });
});

describe('other storage', () => {
  test('localStorage and sessionStorage by pattern', async () => {
    openJar();
    vi.stubGlobal('localStorage', new FakeStorage({ mp_1: 'x', mp_2: 'x', mpx: 'x', own: 'x' }));
    vi.stubGlobal('sessionStorage', new FakeStorage({ mp_1: 'x', s_1: 'x' }));
    expect(await sweep([service({ storageKeys: { local: ['mp_*'], session: ['s_*'] } })])).toEqual([]);
    expect(Object.keys(localStorage)).toEqual(['mpx', 'own']);
    expect(Object.keys(sessionStorage)).toEqual(['mp_1']);
  });

  test.each(['local', 'session'] as const)(
    '%sStorage that throws is reported, and the cookies go all the same',
    async (kind) => {
      const jar = openJar();
      jar.put('_ga=1; path=/');
      vi.stubGlobal(
        `${kind}Storage`,
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new DOMException('denied', 'SecurityError');
            },
          },
        ),
      );
      expect(await sweep([service({ cookies: ['_ga'], storageKeys: { [kind]: ['mp_*'] } })])).toEqual([
        { service: 'stats', kind, name: 'mp_*', reason: expect.stringContaining('denied') },
      ]);
      expect(jar.all('_ga')).toEqual([]);
    },
  );

  /** As much of IndexedDB as a sweep asks for: each database goes, fails or is still open. */
  const fakeDatabases = (outcomes: Record<string, 'success' | 'error' | 'blocked'>, canList = true) => {
    const deleted: string[] = [];
    vi.stubGlobal('indexedDB', {
      ...(canList && {
        databases: async () => [...Object.keys(outcomes).map((name) => ({ name })), { name: undefined }],
      }),
      deleteDatabase(name: string) {
        deleted.push(name);
        const request: Record<string, unknown> & { error?: unknown } = {
          error: new DOMException('broken', 'UnknownError'),
        };
        queueMicrotask(() => (request[`on${outcomes[name] ?? 'success'}`] as () => void)());
        return request;
      },
    });
    return deleted;
  };

  test('databases by pattern; one that is open or fails is reported', async () => {
    openJar();
    const deleted = fakeDatabases({ 'ph-1': 'success', 'ph-2': 'blocked', 'ph-3': 'error', own: 'success' });
    expect(await sweep([service({ storageKeys: { indexedDB: ['ph-*'] } })])).toEqual([
      { service: 'stats', kind: 'indexedDB', name: 'ph-2', reason: expect.stringContaining('open') },
      { service: 'stats', kind: 'indexedDB', name: 'ph-3', reason: expect.stringContaining('broken') },
    ]);
    expect(deleted).toEqual(['ph-1', 'ph-2', 'ph-3']);
  });

  test('a database by its name where the browser lists none', async () => {
    openJar();
    const deleted = fakeDatabases({}, false);
    await sweep([service({ storageKeys: { indexedDB: ['ph-1'] } })]);
    expect(deleted).toEqual(['ph-1']);
  });

  test('a browser without IndexedDB says so, and the rest goes all the same', async () => {
    const jar = openJar();
    jar.put('_ga=1; path=/');
    vi.stubGlobal('indexedDB', undefined);
    const left = await sweep([service({ cookies: ['_ga'], storageKeys: { indexedDB: ['ph-1'] } })]);
    expect(left).toEqual([{ service: 'stats', kind: 'indexedDB', name: 'ph-1', reason: expect.stringMatching(/./) }]);
    expect(jar.all('_ga')).toEqual([]);
  });

  test('caches by pattern', async () => {
    openJar();
    const names = new Set(['v-1', 'v-2', 'own']);
    vi.stubGlobal('caches', { keys: async () => [...names], delete: async (name: string) => names.delete(name) });
    expect(await sweep([service({ storageKeys: { caches: ['v-*'] } })])).toEqual([]);
    expect([...names]).toEqual(['own']);
  });

  test('caches that fail are reported by name', async () => {
    openJar();
    vi.stubGlobal('caches', {
      keys: async () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await sweep([service({ storageKeys: { caches: ['v-*'] } })])).toEqual([
      { service: 'stats', kind: 'cache', name: 'v-*', reason: expect.stringContaining('denied') },
    ]);
  });
});

test('a service that is configured wrongly does not spare the others', async () => {
  const jar = openJar();
  jar.put('_ga=1; path=/');
  const wrong = [null, 5, { path: '/' }].map((cookies) =>
    service({ id: 'wrong', cookies: [cookies] as unknown as string[] }),
  );
  await sweep([
    ...wrong,
    service({ id: 'none', cookies: 5 as unknown as string[], storageKeys: { local: 'x' as unknown as string[] } }),
    service({ cookies: ['_ga'] }),
  ]);
  expect(jar.all('_ga')).toEqual([]);
});
