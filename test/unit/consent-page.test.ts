// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeRecord, encodeRecord } from '../../src/model/record.ts';
import type { Choice, ConsentConfig } from '../../src/api.ts';
import { goTo } from '../support/cookie-jar.ts';
import { openPage } from '../support/core-page.ts';
import { NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const config: Partial<ConsentConfig> = { onWithdraw: 'keep' };

afterEach(() => void vi.unstubAllGlobals());

function element(name: string, attributes: Record<string, string> = {}, ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

describe('what a visitor clicks in the page', () => {
  test.each([
    { action: 'preferences', views: ['preferences'], purposes: true },
    { action: 'accept', views: [], purposes: true },
    { action: 'reject', views: [], purposes: false },
    { action: 'withdraw', views: [], purposes: false },
    { action: '', views: ['preferences'], purposes: true, isWrong: true },
    { action: 'nonsense', views: ['preferences'], purposes: true, isWrong: true },
  ])('data-consent-action="$action"', async ({ action, views, purposes, isWrong }) => {
    const label = element('b');
    const page = openPage({
      cookie: accepted,
      body: [element('button', { 'data-consent-action': action }, label)],
      errors: isWrong ? ['bad-action'] : [],
    });
    const consent = page.start(config);
    const errors: unknown[] = [];
    consent.on('error', (error) => errors.push(error));
    await page.pass();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    label.dispatchEvent(click);
    await page.pass();
    expect(click.defaultPrevented).toBe(true);
    expect([...page.shown]).toEqual(views);
    expect(consent.get().purposes).toEqual({
      necessary: true,
      preferences: purposes,
      analytics: purposes,
      marketing: purposes,
    });
    if (!views.length) expect(consent.get().record?.method).toBe('page');
    const told = { code: 'bad-action', message: action };
    expect(errors).toMatchObject(isWrong ? [told] : []);
  });

  test('the question on the screen is asked anew when a button of the page answers part of it', async () => {
    const click = (id: string) =>
      document.getElementById(id)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    const page = openPage({
      body: ['analytics', 'video'].map((name) =>
        element('button', { id: name, 'data-consent-action': 'accept', 'data-consent-names': name }),
      ),
    });
    const consent = page.start({ services: { video: { title: 'Video', purposes: ['marketing'] } } });
    const asked = () => page.views.map(({ context }) => context.pending().join(' '));
    await page.pass();
    click('video');
    await page.pass();
    expect(consent.allows('video')).toBe(true);
    expect(page.views).toHaveLength(1);

    click('analytics');
    await page.pass();
    expect(page.views).toHaveLength(2);
    expect(asked().at(-1)).toBe('preferences marketing');
    expect([...page.shown]).toEqual(['banner']);
  });

  test.each([
    { href: '#consent', opens: true },
    { href: 'https://www.shop.example/#consent', opens: true },
    { href: '/other#consent', opens: false },
    { href: 'https://elsewhere.example/#consent', opens: false },
    { href: '#other', opens: false },
  ])('a link to $href opens the preferences here: $opens', async ({ href, opens }) => {
    const link = element('a', { href });
    const page = openPage({ cookie: accepted, body: [link] });
    page.start(config);
    await page.pass();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(click);
    await page.pass();
    expect([...page.shown]).toEqual(opens ? ['preferences'] : []);
  });

  test('a page that is opened at #consent opens the preferences, and so does one that goes there', async () => {
    const page = openPage({ cookie: accepted, url: 'https://www.shop.example/#consent' });
    const consent = page.start(config);
    await page.pass();
    expect([...page.shown]).toEqual(['preferences']);
    expect(location.hash).toBe(''); // A page that is loaded again does not open them again.
    consent.hide();
    goTo('https://www.shop.example/#consent');
    dispatchEvent(new Event('hashchange'));
    await page.pass();
    expect([...page.shown]).toEqual(['preferences']);
  });

  test('a page that is opened at #consent opens the preferences also while the banner is on its way', async () => {
    let arrive: (language: typeof import('../../src/ui/texts/en.ts')) => void = () => undefined;
    const language = new Promise<typeof import('../../src/ui/texts/en.ts')>((resolve) => (arrive = resolve));
    const page = openPage({ url: 'https://www.shop.example/#consent', chunks: { 'texts/en': () => language } });
    page.start(config);
    await page.pass();
    arrive(await import('../../src/ui/texts/en.ts'));
    await page.pass();
    expect([...page.shown]).toEqual(['preferences']);
    expect(page.views.map(({ view }) => view).at(-1)).toBe('preferences');
  });
});

describe('tagged elements', () => {
  test('a plain one is shown only while its expression holds', async () => {
    const [shown, not] = [
      element('div', { 'data-consent': 'marketing', hidden: '' }),
      element('div', { 'data-consent': '!marketing', style: 'color: red' }),
    ];
    const page = openPage({ body: [shown, not] });
    const consent = page.start(config);
    await page.pass();
    expect([shown.hidden, not.hidden]).toEqual([true, false]);
    expect(shown.style.display).toBe('none');
    void consent.grant();
    await page.pass();
    expect([shown.hidden, not.hidden]).toEqual([false, true]);
    void consent.deny();
    await page.pass();
    expect([shown.hidden, not.hidden]).toEqual([true, false]);
    expect(not.getAttribute('style')).toBe('color: red');
  });

  test('a picture gets its address when it is allowed, and loses it on withdrawal', async () => {
    const picture = element('img', {
      'data-consent': 'marketing',
      'data-src': 'https://ads.example/a.png',
      'data-srcset': 'https://ads.example/b.png 2x',
    });
    const before = picture.outerHTML;
    const page = openPage({ body: [picture] });
    const consent = page.start(config);
    await page.pass();
    expect(picture.outerHTML).toBe(before);
    void consent.grant();
    await page.pass();
    expect([picture.getAttribute('src'), picture.getAttribute('srcset')]).toEqual([
      'https://ads.example/a.png',
      'https://ads.example/b.png 2x',
    ]);
    void consent.deny();
    await page.pass();
    expect(picture.outerHTML).toBe(before);
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://www.shop.example/1',
    'file:///x',
    'https://',
  ])('an address that is none, %j, is never loaded, and said once', async (address) => {
    const picture = element('img', { 'data-consent': 'marketing', 'data-src': address });
    const page = openPage({ body: [picture], errors: ['bad-url'], cookie: accepted });
    const consent = page.start(config);
    await page.pass();
    void consent.deny();
    await page.pass();
    void consent.grant();
    await page.pass();
    expect(picture.hasAttribute('src')).toBe(false);
    expect(page.consoleError.mock.calls.filter(([text]) => String(text).includes('bad-url'))).toHaveLength(1);
  });

  test.each<{ mark: string; code: 'unknown-name' | 'bad-expression' }>([
    { mark: 'nonsense', code: 'unknown-name' },
    { mark: '!nonsense', code: 'unknown-name' },
    { mark: 'marketing|nonsense', code: 'unknown-name' },
    { mark: 'Marketing', code: 'bad-expression' },
    { mark: '', code: 'bad-expression' },
    { mark: 'marketing,analytics', code: 'bad-expression' },
  ])('data-consent="$mark" stays locked, with one error that shows the element', async ({ mark, code }) => {
    const picture = element('img', { 'data-consent': mark, 'data-src': '/a.png' });
    const page = openPage({ body: [picture], errors: [code], cookie: accepted });
    const consent = page.start(config);
    void consent.grant();
    await page.pass();
    expect(picture.hasAttribute('src')).toBe(false);
    expect(
      page.consoleError.mock.calls.filter(([text]) => String(text).includes(code)).map(([, shown]) => shown),
    ).toEqual([picture]);
  });

  test("an inert script runs once a document's life, with every attribute it had", async () => {
    const script = element('script', {
      type: 'text/plain',
      'data-consent': 'marketing',
      id: 'tag',
      class: 'x',
      'data-own': 'y',
      nonce: 'n',
    });
    script.textContent = '1';
    const page = openPage({ body: [script] });
    const consent = page.start(config);
    const added: Node[] = [];
    const observer = new MutationObserver((mutations) =>
      added.push(...mutations.flatMap(({ addedNodes }) => [...addedNodes])),
    );
    observer.observe(document.body, { childList: true });
    await page.pass();
    expect(document.getElementById('tag')).toBe(script);
    for (const answer of [consent.grant, consent.deny, consent.grant]) {
      void answer();
      await page.pass();
    }
    observer.disconnect();
    const released = document.getElementById('tag') as HTMLScriptElement;
    expect(released).toBe(script);
    expect(added).toHaveLength(1);
    expect(Object.fromEntries([...released.attributes].map(({ name, value }) => [name, value]))).toEqual({
      type: 'text/plain',
      'data-consent': 'marketing',
      id: 'tag',
      class: 'x',
      'data-own': 'y',
      nonce: 'n',
    });
    expect(released.text).toBe('1');
  });

  test.each(['', 'module', 'Text/JavaScript', 'text/ecmascript', 'application/x-javascript', 'text/javascript1.5'])(
    'a script of type "%s" was not inert, which is said: it ran before anyone could ask',
    async (type) => {
      const script = element('script', { 'data-consent': 'marketing', ...(type && { type }) });
      const page = openPage({ body: [script], errors: ['not-inert'] });
      page.start(config);
      await page.pass();
      expect(page.consoleError.mock.calls.map(([text, shown]) => [/not-inert/.test(String(text)), shown])).toEqual([
        [true, script],
      ]);
    },
  );

  test.each(['text/plain', 'javascript/blocked'])(
    'a script of type "%s" is inert, runs when it is allowed, and is inert again at once',
    async (type) => {
      const script = element('script', { 'data-consent': 'marketing', type });
      const page = openPage({ cookie: accepted, body: [script] });
      const runs: Node[] = [];
      new MutationObserver((mutations) => runs.push(...mutations.flatMap(({ addedNodes }) => [...addedNodes]))).observe(
        document.body,
        { childList: true },
      );
      page.start(config);
      await page.pass();
      expect(runs).toHaveLength(1);
      expect(script.isConnected).toBe(true);
      expect(script.getAttribute('type')).toBe(type);
      expect(page.reported).toEqual([]);
    },
  );

  test.each(['application/json', 'application/ld+json', 'text/typescript', 'text/x-template'])(
    'a script of type "%s" is data, and stays as it is',
    async (type) => {
      const script = element('script', { 'data-consent': 'marketing', type });
      const page = openPage({ cookie: accepted, body: [script] });
      page.start(config);
      await page.pass();
      expect(script.getAttribute('type')).toBe(type);
      expect(page.reported).toEqual([]);
    },
  );

  test('one that comes later, deep in what is added, is held and released like the others', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start(config);
    await page.pass();
    const picture = element('img', { 'data-consent': 'marketing', 'data-src': '/a.png' });
    document.body.append(element('div', {}, element('p', {}, picture)));
    await page.pass();
    expect(picture.getAttribute('src')).toBe('/a.png');
    const late = element('img', { 'data-consent': 'marketing', 'data-src': '/b.png' });
    void consent.deny();
    await page.pass();
    document.body.append(late);
    await page.pass();
    expect([picture, late].map((one) => one.hasAttribute('src'))).toEqual([false, false]);
  });

  test('in a shadow root that is handed to `scan` are found, now and as they come', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start(config);
    const root = element('div').attachShadow({ mode: 'open' });
    const picture = element('img', { 'data-consent': 'marketing', 'data-src': '/a.png' });
    root.append(picture);
    await page.pass();
    expect(picture.hasAttribute('src')).toBe(false);
    consent.scan(root);
    const late = element('img', { 'data-consent': 'marketing', 'data-src': '/b.png' });
    root.append(late);
    await page.pass();
    expect([picture, late].map((one) => one.getAttribute('src'))).toEqual(['/a.png', '/b.png']);
  });

  test('stay in its care where `scan` was handed what no selector found', async () => {
    const page = openPage({});
    const consent = page.start(config);
    const root = element('div').attachShadow({ mode: 'open' });
    const picture = element('img', { 'data-consent': 'marketing', 'data-src': '/a.png' });
    root.append(picture);
    const nothing = document.querySelector('#nothing')!;
    expect(() => consent.scan(nothing)).toThrow(TypeError);
    consent.scan(root);
    const granted = consent.grant();
    await page.pass();
    await granted;
    await page.pass();
    expect(picture.getAttribute('src')).toBe('/a.png');
  });

  test('an expression that changes is read again', async () => {
    const picture = element('img', { 'data-consent': 'nonsense', 'data-src': '/a.png' });
    const page = openPage({ cookie: accepted, body: [picture], errors: ['unknown-name'] });
    page.start(config);
    await page.pass();
    picture.setAttribute('data-consent', 'marketing');
    await page.pass();
    expect(picture.getAttribute('src')).toBe('/a.png');
  });
});

describe('other tabs', () => {
  /** Channels of one name hear each other, as in one browser. */
  function connectTabs() {
    const channels = new Set<FakeChannel>();
    class FakeChannel {
      onmessage: ((event: { data: unknown }) => void) | null = null;
      constructor(readonly name: string) {
        channels.add(this);
      }
      postMessage(data: unknown) {
        for (const other of channels) if (other !== this && other.name === this.name) other.onmessage?.({ data });
      }
      close() {
        channels.delete(this);
      }
    }
    vi.stubGlobal('BroadcastChannel', FakeChannel);
    const heard: string[] = [];
    return {
      channels,
      /** Another tab of the same site, and what it hears. */
      join(name = 'commsor_consent') {
        const other = new FakeChannel(name);
        other.onmessage = ({ data }) => void heard.push(String(data));
        return other;
      },
      heard,
    };
  }

  test('hear of an answer and of erasing', async () => {
    const tabs = connectTabs();
    tabs.join();
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    void consent.grant();
    await page.pass();
    expect(tabs.heard.map((text) => decodeRecord(text, Date.now())?.choices)).toEqual([everything('granted')]);
    const { givenAt } = consent.get().record!;
    void consent.erase();
    await page.pass();
    expect(tabs.heard.slice(1)).toEqual([`erased=${givenAt}`]);
  });

  test('are followed: the banner goes, tags are released, and nobody is told back', async () => {
    const tabs = connectTabs();
    const other = tabs.join();
    const picture = element('img', { 'data-consent': 'marketing', 'data-src': '/a.png' });
    const page = openPage({ body: [picture] });
    const consent = page.start(config);
    const causes: string[] = [];
    consent.on('change', (_, { cause }) => void causes.push(cause));
    await page.pass();
    other.postMessage(encodeRecord(recordOf(everything('granted'), { givenAt: NOW })));
    await page.pass();
    expect(causes).toEqual(['start', 'other-tab']);
    expect(page.shown.size).toBe(0);
    expect(picture.getAttribute('src')).toBe('/a.png');
    expect(tabs.heard).toEqual([]);
    other.postMessage(`erased=${NOW}`);
    await page.pass();
    expect(consent.get()).toMatchObject({ status: 'undecided', record: null });
    expect([...page.shown]).toEqual(['banner']);
    expect(picture.hasAttribute('src')).toBe(false);
  });

  test('answer last: the newest is kept, also when it came before an own answer was seen to the end', async () => {
    const other = connectTabs().join();
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    void consent.grant();
    await vi.advanceTimersByTimeAsync(0);
    const newest = recordOf(everything('denied'), { id: 'newest', givenAt: Date.now() + 1 });
    other.postMessage(encodeRecord(newest));
    await page.pass();
    expect(consent.get().record?.id).toBe('newest');
    expect(page.jar.all('commsor_consent').map(({ value }) => decodeRecord(value, Date.now())?.id)).toEqual(['newest']);
  });

  test.each<[string, unknown]>([
    ['an older answer', encodeRecord(recordOf(everything('granted'), { givenAt: NOW - 9e6 }))],
    ['the same answer', encodeRecord(recordOf(everything('denied')))],
    ['older answers erased', `erased=${NOW - 9e6}`],
    ['damage', 'v=1&granted=marketing'],
    ['an object', { choices: { marketing: 'granted' } }],
    ['nothing', null],
    ['a newer version', encodeRecord(recordOf(everything('granted'), { givenAt: NOW })).replace('v=1', 'v=2')],
  ])('do not change anything with %s', async (_, message) => {
    const other = connectTabs().join();
    const page = openPage({ cookie: encodeRecord(recordOf(everything('denied'))) });
    const consent = page.start(config);
    await page.pass();
    const before = consent.get();
    other.postMessage(message);
    await page.pass();
    expect(consent.get()).toBe(before);
  });

  test('of another site name are other business', async () => {
    const tabs = connectTabs();
    tabs.join('choice');
    const page = openPage();
    const consent = page.start({ ...config, storage: { name: 'choice' } });
    await page.pass();
    void consent.deny();
    await page.pass();
    expect(tabs.heard).toHaveLength(1);
    consent.destroy();
    expect([...tabs.channels].filter(({ name }) => name === 'choice')).toHaveLength(1);
  });

  test('are no reason to fail where a browser refuses the channel, as Firefox does without cookies', async () => {
    vi.stubGlobal('BroadcastChannel', function refuse() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    void consent.grant();
    await page.pass();
    expect(consent.allows('marketing')).toBe(true);
  });

  test('without a channel are followed all the same, when the page is looked at', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    Reflect.deleteProperty(globalThis, 'BroadcastChannel'); // It is looked for with `in`.
    const page = openPage();
    const consent = page.start(config);
    await page.pass();
    page.jar.put(`commsor_consent=${accepted}`);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(consent.allows('marketing')).toBe(true);
  });
});

describe('records', () => {
  const site: Partial<ConsentConfig> = { ...config, records: { endpoint: '/consents' } };

  test('each answer is posted once, as JSON that tells nothing but the answer', async () => {
    const posted: [string, RequestInit][] = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      posted.push([url, init]);
      return new Response(null, { status: 204 });
    });
    const page = openPage();
    const consent = page.start(site);
    await page.pass();
    expect(posted).toEqual([]);
    void consent.grant();
    await page.pass();
    void consent.deny(['marketing']);
    await page.pass();
    expect(posted.map(([url, { method, keepalive }]) => [url, method, keepalive])).toEqual([
      ['/consents', 'POST', true],
      ['/consents', 'POST', true],
    ]);
    expect(JSON.parse(String(posted[1]?.[1].body))).toEqual(JSON.parse(JSON.stringify(consent.get().record)));
    expect(Object.keys(JSON.parse(String(posted[0]?.[1].body))).toSorted()).toEqual([
      'choices',
      'event',
      'expiresAt',
      'givenAt',
      'id',
      'language',
      'method',
      'policyVersion',
      'revisions',
      'signals',
    ]);
  });

  test('two answers in one breath are two records', async () => {
    const posted: string[] = [];
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      posted.push(body);
      return new Response(null);
    });
    const page = openPage();
    const consent = page.start(site);
    await page.pass();
    void consent.grant(['analytics']);
    void consent.grant(['marketing']);
    await page.pass();
    expect(posted.map((body) => Object.keys(JSON.parse(body).choices))).toEqual([
      ['analytics'],
      ['analytics', 'marketing'],
    ]);
  });

  test.each<[string, () => Promise<Response>]>([
    [
      'does not answer',
      async () => {
        throw new TypeError('Failed to fetch');
      },
    ],
    ['answers with an error', async () => new Response(null, { status: 500, statusText: 'Broken' })],
  ])('a server that %s is reported, and the answer counts all the same', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    const page = openPage({ errors: ['records-failed'] });
    const consent = page.start(site);
    await page.pass();
    void consent.grant();
    await page.pass();
    expect(page.reported.map(({ code }) => code)).toEqual(['records-failed']);
    expect(consent.allows('marketing')).toBe(true);
  });

  test.each(['{}', '{"endpoint":5}', '5', '"/consents"'])('records: %s post nothing', async (records) => {
    let calls = 0;
    vi.stubGlobal('fetch', async () => {
      calls++;
      return new Response(null);
    });
    const page = openPage({ url: 'https://shop.test/', errors: ['config-invalid'] });
    const consent = page.start({ ...config, records: JSON.parse(records) });
    await page.pass();
    void consent.grant();
    await page.pass();
    expect(calls).toBe(0);
    expect(consent.allows('marketing')).toBe(true);
  });

  test('what another tab answered is not posted a second time', async () => {
    const fetched = vi.fn(async () => new Response(null));
    vi.stubGlobal('fetch', fetched);
    const page = openPage();
    page.start(site);
    await page.pass();
    page.jar.put(`commsor_consent=${accepted}`);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.pass();
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('the receipt that the handle gives', () => {
  test("is of the present state, in the visitor's language", async () => {
    document.documentElement.lang = 'de';
    const page = openPage({ cookie: accepted });
    document.documentElement.lang = 'de';
    const consent = page.start(config);
    const receipt = consent.receipt();
    await page.pass();
    expect(await receipt).toMatchObject({
      language: 'de',
      record_id: 'abc123',
      events: [{ event_state: 'given', method: 'banner' }],
    });
  });
});

describe('our element in the page', () => {
  test('comes back when a script takes it out, with the view in it', async () => {
    const page = openPage();
    page.start(config);
    await page.pass();
    document.querySelector('commsor-ui')?.remove();
    await page.pass();
    expect(document.querySelectorAll('commsor-ui')).toHaveLength(1);
    expect([...page.shown]).toEqual(['banner']);
  });

  test('speaks another language when the page does', async () => {
    const page = openPage();
    page.start(config);
    await page.pass();
    document.documentElement.lang = 'fr';
    await page.pass();
    expect(page.views.at(-1)?.context.language.tag).toBe('fr');
    expect([...page.shown]).toEqual(['banner']);
  });

  test.each(['en-GB', 'en-US, de', 'xx'])(
    'stays as it is when lang="%s" is the language that it speaks',
    async (lang) => {
      document.documentElement.lang = 'en';
      const page = openPage({ cookie: accepted });
      const consent = page.start(config);
      await page.pass();
      void consent.show('preferences');
      await page.pass();
      document.documentElement.lang = lang;
      await page.pass();
      expect(page.views).toHaveLength(1);
      expect([...page.shown]).toEqual(['preferences']);
    },
  );

  test('speaks the language that the page came to last, whichever file comes first', async () => {
    const page = openPage();
    const files: Partial<Record<'de' | 'fr', () => void>> = {};
    for (const tag of ['de', 'fr'] as const) {
      const language = (await import(`../../src/ui/texts/${tag}.ts`)).default;
      page.fakes[`texts/${tag}`] = () => new Promise((resolve) => (files[tag] = () => resolve({ default: language })));
    }
    page.start(config);
    await page.pass();
    for (const tag of ['de', 'fr']) {
      document.documentElement.lang = tag;
      await page.pass();
    }
    for (const tag of ['fr', 'de'] as const) {
      files[tag]?.();
      await page.pass();
    }
    expect(page.views.map(({ context }) => context.language.tag)).toEqual(['en', 'fr']);
  });
});

describe('the declaration', () => {
  test('comes into an element that is asked for it when it is in the page already', async () => {
    const target = element('div');
    const page = openPage({ body: [target] });
    page.start(config);
    await page.pass();
    expect(target.shadowRoot).toBeNull();
    target.setAttribute('data-consent-declaration', '');
    await page.pass();
    expect(target.shadowRoot?.querySelector('h2')).toBeTruthy();
  });

  test('leaves an element that is not asked any more as its author wrote it', async () => {
    const target = element('div', { 'data-consent-declaration': '', hidden: '' });
    const page = openPage({ cookie: accepted, body: [target] });
    page.start(config);
    await page.pass();
    target.removeAttribute('data-consent-declaration');
    await page.pass();
    expect(target.hidden).toBe(true);
  });
});

describe('a withdrawal reloads the page', () => {
  const site: Partial<ConsentConfig> = { services: { maps: { title: 'Maps', purposes: ['marketing'] } } };
  const script = () => {
    const tag = element('script', { type: 'text/plain', 'data-consent': 'marketing' });
    tag.textContent = '1';
    return tag;
  };

  test.each<{
    given: string;
    setup: Partial<ConsentConfig>;
    body: () => Node[];
    answer: 'deny' | 'preferences';
    reloads: number;
  }>([
    {
      given: 'when a script ran that lost its permission',
      setup: {},
      body: () => [script()],
      answer: 'deny',
      reloads: 1,
    },
    { given: 'never, when nothing of it ran', setup: {}, body: () => [], answer: 'deny', reloads: 0 },
    {
      given: 'never, when only another purpose was withdrawn',
      setup: {},
      body: () => [script()],
      answer: 'preferences',
      reloads: 0,
    },
    {
      given: 'never, when the site hands over itself',
      setup: { onWithdraw: 'keep' },
      body: () => [script()],
      answer: 'deny',
      reloads: 0,
    },
  ])('$given', async ({ setup, body, answer, reloads }) => {
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
    const { sendBeacon } = navigator;
    const page = openPage({ cookie: accepted, body: body() });
    const consent = page.start({ ...site, ...setup });
    await page.pass();
    void consent.deny(answer === 'deny' ? undefined : ['preferences']);
    await page.pass(3000);
    expect(reload).toHaveBeenCalledTimes(reloads);
    reload.mockRestore();
    navigator.sendBeacon = sendBeacon;
  });

  test('never, when the refusal is kept nowhere: the next page would know only of the grant', async () => {
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
    let isFull = false;
    const page = openPage({ cookie: accepted, body: [script()], errors: ['storage-failed'], refuses: () => isFull });
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const consent = page.start(site);
    await page.pass();
    isFull = true;
    void consent.deny();
    await page.pass(3000);
    expect(page.reported.map(({ code }) => code)).toEqual(['storage-failed']);
    expect(consent.allows('marketing')).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    reload.mockRestore();
    setItem.mockRestore();
  });
});

test('what another tab takes back while the part that silences is on its way is silent when that comes', async () => {
  const sent = vi.fn(async () => new Response(null));
  vi.stubGlobal('fetch', sent);
  const tag = () => element('script', { type: 'text/plain', 'data-consent': 'maps' }, document.createTextNode('1'));
  const page = openPage({ body: [tag()] });
  const running: Node[] = [];
  new MutationObserver((changes) =>
    running.push(...changes.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => !tags.has(node)))),
  ).observe(document.body, { childList: true });
  const tags = new Set<Node>();
  const stalePage = await import('../../src/answer/stale-page.ts');
  let arrive: () => void = () => undefined;
  page.fakes['stale-page'] = () => new Promise((resolve) => (arrive = () => resolve(stalePage)));
  const consent = page.start({
    services: { maps: { title: 'Maps', purposes: ['marketing'], match: ['maps.example'] } },
  });
  await page.pass();
  void consent.grant();
  await page.pass();
  expect(page.loaded).toContain('stale-page');
  expect(running).toHaveLength(1);

  page.jar.put(`commsor_consent=${encodeRecord(recordOf(everything('denied'), { givenAt: Date.now() }))}`);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  const late = tag();
  tags.add(late);
  document.body.append(late);
  await page.pass();
  expect(consent.allows('maps')).toBe(false);
  expect(running).toHaveLength(1);

  arrive();
  await page.pass();
  await expect(fetch('https://maps.example/hit')).rejects.toThrow('Failed to fetch');
  expect(sent).not.toHaveBeenCalled();
  await fetch('https://www.shop.example/own');
  expect(sent).toHaveBeenCalledOnce();
});

test.each(['nomodule', 'nomodule async'])(
  'a script that never runs here (%s) keeps nobody waiting, leaves no copy, and is no error',
  async (attributes) => {
    const tag = element('script', {
      type: 'text/plain',
      'data-consent': 'marketing',
      src: 'https://old.example/sdk.js',
      ...Object.fromEntries(attributes.split(' ').map((name) => [name, ''])),
    });
    const next = element('script', { type: 'text/plain', 'data-consent': 'marketing' }, document.createTextNode('1'));
    const came: string[] = [];
    const page = openPage({ cookie: accepted, body: [tag, next] });
    const observer = new MutationObserver((changes) =>
      came.push(...changes.flatMap(({ addedNodes }) => [...addedNodes].map(({ nodeName }) => nodeName))),
    );
    for (const root of [document.head, document.body]) observer.observe(root, { childList: true });
    page.start({ ...config, timeout: 50 });
    await page.pass();
    expect(came).toEqual(['SCRIPT']); // No link that fetches it ahead either.
    expect(tag.getAttribute('type')).toBe('text/plain');
    expect(page.reported).toEqual([]);
  },
);

test('what the guard tagged waits for whoever starts after a destroy(), and loads when it is allowed', async () => {
  const image = element('img', { src: 'https://stats.example/pixel.gif' });
  const page = openPage({ body: [image] });
  const guarded: Partial<ConsentConfig> = { ...config, block: [{ match: 'stats.example', consent: 'analytics' }] };
  page.start(guarded);
  await page.pass();
  expect(image.getAttribute('src')).toBeNull();

  const consent = await page.revisit(guarded);
  await page.pass();
  expect(image.getAttribute('src')).toBeNull();
  expect(page.reported).toEqual([]);
  void consent.grant(['analytics']);
  await page.pass();
  expect(image.getAttribute('src')).toBe('https://stats.example/pixel.gif');
});
