// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentConfig, StorageConfig } from '../../src/api.ts';
import { openPage, type PageTraits } from '../support/core-page.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));

afterEach(() => void vi.unstubAllGlobals());

/** To the second, which is what a cookie's date can say. */
const isAbout = (expires: number | undefined, expected: number) => Math.abs((expires ?? 0) - expected) < 2000;

/** A page on which everything was answered, and what became of that. */
async function keep(
  storage: StorageConfig,
  traits: PageTraits = {},
  choice: Choice = 'granted',
  site: Partial<ConsentConfig> = {},
) {
  const page = openPage(traits);
  const consent = page.start({ onWithdraw: 'keep', storage, ...site });
  await page.pass();
  void (choice === 'granted' ? consent.grant() : consent.deny());
  await page.pass();
  const name = storage.name ?? 'commsor_consent';
  return {
    page,
    consent,
    cookies: page.jar.all(name),
    local: () => decodeRecord(localStorage.getItem(name) ?? '', Date.now()),
  };
}

describe('an answer is kept in one cookie', () => {
  test.each<{ given: string; storage: StorageConfig; url?: string; expected: object; attributes: string[] }>([
    {
      given: 'host-only by default',
      storage: {},
      expected: { domain: 'www.shop.example', isHostOnly: true, path: '/' },
      attributes: ['secure', 'samesite=lax'],
    },
    {
      given: 'on the domain that the site names',
      storage: { domain: 'shop.example' },
      expected: { domain: 'shop.example', isHostOnly: false },
      attributes: ['secure'],
    },
    {
      given: 'under the name and path that the site names',
      storage: { name: 'choice', path: '/shop' },
      url: 'https://www.shop.example/shop/chairs',
      expected: { name: 'choice', path: '/shop' },
      attributes: ['path=/shop'],
    },
    {
      given: 'strict where the site wants it',
      storage: { sameSite: 'strict' },
      expected: {},
      attributes: ['samesite=strict'],
    },
    {
      given: 'on the widest domain that the browser lets us set',
      storage: { domain: 'auto' },
      url: 'https://a.b.shop.example/',
      expected: { domain: 'shop.example', isHostOnly: false },
      attributes: ['secure'],
    },
    {
      given: 'on the widest domain below co.uk',
      storage: { domain: 'auto' },
      url: 'https://www.shop.co.uk/',
      expected: { domain: 'shop.co.uk', isHostOnly: false },
      attributes: ['secure'],
    },
    {
      given: 'on the host where there is no wider domain',
      storage: { domain: 'auto' },
      url: 'https://shop.example/',
      expected: { domain: 'shop.example' },
      attributes: [],
    },
    {
      given: 'on localhost',
      storage: { domain: 'auto' },
      url: 'http://localhost:3000/',
      expected: { domain: 'localhost', isHostOnly: true },
      attributes: ['samesite=lax'],
    },
  ])('$given', async ({ storage, url, expected, attributes }) => {
    const { consent, cookies, local } = await keep(storage, { url });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject(expected);
    for (const attribute of attributes) expect(cookies[0]?.attributes.split('; ')).toContain(attribute);
    expect(decodeRecord(cookies[0]?.value ?? '', Date.now())).toEqual(consent.get().record);
    expect(local()).toBeNull();
  });

  test('without `Secure` on http, where a browser would refuse it', async () => {
    const { cookies } = await keep({}, { url: 'http://www.shop.example/' });
    expect(cookies[0]?.attributes).not.toContain('secure');
  });

  test.each([30, 182, 395])('until the answer expires, after %i days', async (days) => {
    const { cookies } = await keep({ days });
    expect(isAbout(cookies[0]?.expires, NOW + days * DAY)).toBe(true);
  });

  test('that replaces every older copy, wherever it was', async () => {
    const page = openPage({ url: 'https://www.shop.example/', cookie: accepted });
    page.jar.put(`commsor_consent=${accepted}; domain=shop.example`);
    localStorage.setItem('commsor_consent', accepted);
    const consent = page.start({ onWithdraw: 'keep' });
    await page.pass();
    void consent.deny();
    await page.pass();
    expect(page.jar.all('commsor_consent').map(({ value }) => decodeRecord(value, Date.now())?.choices)).toEqual([
      everything('denied'),
    ]);
    expect(localStorage.getItem('commsor_consent')).toBeNull();
  });

  test('of several copies that a visit finds only the newest is left', async () => {
    const page = openPage({ cookie: accepted });
    const newest = recordOf(everything('denied'), { id: 'newest', givenAt: NOW - 1000, event: 'refused' });
    page.jar.put(`commsor_consent=${encodeRecord(newest)}; domain=shop.example`);
    page.start();
    await page.pass();
    expect(page.jar.all('commsor_consent').map(({ value }) => decodeRecord(value, Date.now())?.id)).toEqual(['newest']);
  });
});

describe('a refusal is kept as long as silence would allow', () => {
  test.each(['opt-out', 'notice'] as const)(
    'thirteen months under %s, and thirteen more from each visit',
    async (model) => {
      const site = { model };
      const { page, cookies } = await keep({ days: 30 }, {}, 'denied', site);
      expect(isAbout(cookies[0]?.expires, NOW + 395 * DAY)).toBe(true);
      vi.setSystemTime(NOW + 300 * DAY);
      const later = await page.revisit({ storage: { days: 30 }, ...site });
      await page.pass();
      expect(isAbout(page.jar.all('commsor_consent')[0]?.expires, NOW + 695 * DAY)).toBe(true);
      vi.setSystemTime(NOW + 600 * DAY);
      expect((await page.revisit({ storage: { days: 30 }, ...site })).get().purposes).toEqual({
        necessary: true,
        preferences: false,
        analytics: false,
        marketing: false,
      });
      expect(later.get().purposes.marketing).toBe(false);
    },
  );

  test('an objection under opt-in too, and a consent beside it no longer than it counts', async () => {
    const site: Partial<ConsentConfig> = {
      purposes: { analytics: {}, security: { title: 'Security', legalBasis: 'legitimate-interest' } },
    };
    const page = openPage();
    const consent = page.start({ onWithdraw: 'keep', ...site });
    await page.pass();
    void consent.grant(['analytics']);
    await page.pass();
    void consent.object(['security']);
    await page.pass();
    expect(isAbout(page.jar.all('commsor_consent')[0]?.expires, NOW + 395 * DAY)).toBe(true);
    vi.setSystemTime(NOW + 200 * DAY);
    const later = await page.revisit(site);
    expect(later.get().purposes).toEqual({ necessary: true, analytics: false, security: false });
    expect(later.explain('security').reason).toBe('objection');
  });

  test('under opt-in, where silence refuses, no longer than it counts', async () => {
    const { cookies } = await keep({ days: 30 }, {}, 'denied');
    expect(isAbout(cookies[0]?.expires, NOW + 30 * DAY)).toBe(true);
  });

  test('a consent is not prolonged by visits', async () => {
    const page = openPage({ cookie: accepted });
    page.start({ model: 'opt-out' });
    await page.pass();
    expect(page.jar.sets).toEqual([]);
  });
});

describe('a browser that keeps no cookie', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };

  test.each<{ given: string; traits: PageTraits }>([
    { given: 'drops it without a word', traits: { refuses: () => true } },
    { given: 'throws when it is set', traits: { onSet: deny } },
    { given: 'throws when cookies are touched at all', traits: { onSet: deny, onGet: deny } },
  ])('and $given keeps it in localStorage, for the next visit too', async ({ traits }) => {
    const { page, consent, local } = await keep({}, traits);
    expect(local()).toEqual(consent.get().record);
    expect(page.reported).toEqual([]);
    const again = await page.revisit();
    await page.pass();
    expect(again.get()).toMatchObject({ status: 'decided', purposes: { marketing: true } });
    expect(page.views).toHaveLength(1); // It was not asked again.
  });

  test.each<{ given: string; storage: Partial<Storage>; message: string }>([
    { given: 'that throws', storage: { getItem: deny, setItem: deny, removeItem: deny }, message: 'denied' },
    {
      given: 'that is full',
      storage: { getItem: () => null, setItem: deny, removeItem: () => undefined },
      message: 'denied',
    },
    {
      given: 'that forgets',
      storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
      message: 'did not keep it',
    },
  ])('and a localStorage $given lets the answer live for the page, and says why', async ({ storage, message }) => {
    vi.stubGlobal('localStorage', { clear: () => undefined, ...storage });
    const { page, consent } = await keep({}, { refuses: () => true, errors: ['storage-failed'] });
    expect(consent.get().purposes.marketing).toBe(true);
    expect(page.reported).toMatchObject([{ code: 'storage-failed', message: expect.stringContaining(message) }]);
    expect((await page.revisit()).get().status).toBe('undecided');
  });

  test('on the domain that the site names, keeps it for the host alone', async () => {
    const { cookies, page } = await keep({ domain: 'elsewhere.example' });
    expect(cookies).toMatchObject([{ domain: 'www.shop.example', isHostOnly: true }]);
    expect((await page.revisit({ storage: { domain: 'elsewhere.example' } })).get().status).toBe('decided');
  });

  test('any more says so: the older one will count again', async () => {
    const page = openPage({ cookie: accepted, errors: ['storage-failed'] });
    const consent = page.start({ onWithdraw: 'keep' });
    await page.pass();
    page.jar.traits.refuses = () => true;
    void consent.deny();
    await page.pass();
    expect(consent.get().purposes.marketing).toBe(false);
    expect(page.reported.map(({ code }) => code)).toEqual(['storage-failed']);
  });
});

test('where the cookie sticks again, an older answer in localStorage does not outlive the newer one', async () => {
  const page = openPage();
  localStorage.setItem('commsor_consent', accepted);
  const consent = page.start({ onWithdraw: 'keep' });
  await page.pass();
  expect(consent.get().purposes.marketing).toBe(true);
  void consent.deny();
  await page.pass();
  expect(page.jar.all('commsor_consent')).toHaveLength(1);
  expect(localStorage.getItem('commsor_consent')).toBeNull();
});

test("a jar full of other sites' habits changes nothing", async () => {
  const page = openPage();
  for (let i = 0; i < 400; i++) page.jar.put(`other${i}=${'x'.repeat(50)}`);
  const consent = page.start();
  await page.pass();
  void consent.grant();
  await page.pass();
  expect((await page.revisit()).get().status).toBe('decided');
  expect(page.jar.all('other7')).toHaveLength(1);
});
