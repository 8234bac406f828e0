import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BrowserContext, Page, Request, Response } from 'playwright-core';
import { answerOurs } from '../../../src/audit/answers.ts';
import { Observer } from '../../../src/audit/observer.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** What a browser tells: requests, and when the page has nothing left to do. */
async function openPage() {
  const context = new EventEmitter();
  const session = Object.assign(new EventEmitter(), { send: () => Promise.resolve() });
  const turns: Turn[] = [];
  const frame = {};
  const page = Object.assign(new EventEmitter(), {
    mainFrame: () => frame,
    evaluate() {
      const turn = withResolvers();
      turns.push(turn);
      return turn.promise;
    },
  });
  const observer = new Observer(
    Object.assign(context, { newCDPSession: () => Promise.resolve(session) }) as unknown as BrowserContext,
  );
  await observer.attach(page as unknown as Page);
  observer.begin(new URL('https://shop.example/'));
  let isRested = false;
  const rested = observer.rest().then(() => (isRested = true));
  const ask = (url: string) => ({ url: () => url, resourceType: () => 'script' }) as unknown as Request;
  return {
    observer,
    /** Asks for an address in a frame of which Playwright has not heard yet. */
    askUnheard: (url: string) =>
      session.emit('Network.requestWillBeSent', {
        request: { url },
        type: 'Document',
        initiator: { type: 'parser', url: 'https://shop.example/', lineNumber: 6 },
        documentURL: url,
      }),
    /** Asks for an address from a line of code. */
    askFrom: (url: string, frame: object) =>
      session.emit('Network.requestWillBeSent', {
        request: { url },
        type: 'Image',
        initiator: { type: 'script', stack: { callFrames: [frame] } },
        documentURL: 'https://shop.example/',
      }),
    rested,
    isRested: () => isRested,
    turns,
    after: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** Asks for an address and gets it at once. */
    ask(url: string) {
      const request = ask(url);
      context.emit('request', request);
      context.emit('requestfinished', request);
    },
    /** The page comes to another document. */
    arrive(text: string, status = 200) {
      const request = { isNavigationRequest: () => true, frame: () => frame };
      page.emit('response', {
        request: () => request,
        status: () => status,
        text: () => Promise.resolve(text),
      } as unknown as Response);
    },
    /** Asks for an address that never answers. */
    hang: (url: string) => context.emit('request', ask(url)),
  };
}

interface Turn {
  promise: Promise<void>;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

function withResolvers(): Turn {
  const ends: Omit<Turn, 'promise'>[] = [];
  const promise = new Promise<void>((resolve, reject) => void ends.push({ resolve, reject }));
  const [end = { resolve: () => undefined, reject: () => undefined }] = ends;
  return { promise, ...end };
}

test('a page that has not come to what it has to do does not rest, however quiet it is', async () => {
  const { isRested, rested, turns, ask, after } = await openPage();
  await after(5000);
  expect(isRested()).toBe(false);

  ask('https://shop.example/part.js');
  turns[0]?.resolve();
  await after(400);
  expect(turns).toHaveLength(1);
  await after(400);
  turns[1]?.resolve();
  await rested;
});

test('a page that is loaded anew while it is waited for has not come to rest', async () => {
  const { isRested, rested, turns, after } = await openPage();
  await after(1000);
  turns[0]?.reject(new Error('page.evaluate: Execution context was destroyed'));
  await after(1000);
  expect({ isRested: isRested(), turns: turns.length }).toEqual({ isRested: false, turns: 2 });
  turns[1]?.resolve();
  await rested;
});

test('a page that hangs is waited for as long as it asks new sites, and then no longer', async () => {
  const { isRested, rested, hang, after } = await openPage();
  for (const host of ['one', 'two', 'three']) {
    hang(`https://${host}.example/tag.js`);
    await after(6000);
  }
  expect(isRested()).toBe(false);
  for (let count = 0; count < 4; count++) {
    hang(`https://three.example/poll?${count}`);
    await after(1000);
  }
  await rested;
});

test('what a frame asks for before Playwright has heard of the frame counts', async () => {
  const { observer, askUnheard, after } = await openPage();
  await after(0);
  askUnheard('https://video.example/embed');
  expect(observer.take()).toMatchObject([
    { url: { hostname: 'video.example' }, kind: 'document', origin: { url: 'https://shop.example/', line: 7 } },
  ]);
});

test('what a link gets in touch with is told of the page, what an attribute asks for with its name', async () => {
  const { observer, askFrom } = await openPage();
  const page = 'https://shop.example/';
  observer.connected('https://icon.example/i.png', 'image', page);
  askFrom('https://pixel.example/p', { functionName: 'onload', url: page, lineNumber: 4, columnNumber: 9 });
  expect(observer.take()).toMatchObject([
    { kind: 'image', origin: { url: page, asked: 'https://icon.example/i.png', byScript: false } },
    { origin: { url: page, line: 5, column: 10, byScript: true, attribute: 'onload' } },
  ]);
});

test('the document is the one that the page has led itself to, and no redirect', async () => {
  const { observer, arrive } = await openPage();
  arrive('first');
  arrive('', 302);
  expect(await observer.served()).toBe('first');
  arrive('second');
  expect(await observer.served()).toBe('second');
});

test('a page that leads itself on and on is endless, one that moves a few times is not', async () => {
  const { observer, arrive, after } = await openPage();
  const stop = new AbortController();
  let isEndless = false;
  const endless = observer.endless(stop.signal).then(() => (isEndless = true));
  for (let count = 0; count < 20; count++) arrive(`${count}`);
  await after(1000);
  expect(isEndless).toBe(false);
  arrive('one more');
  await after(100);
  await endless;
});

test('an answer is given when it is kept', async () => {
  const kept = withResolvers();
  const answered = answerOurs({ evaluate: () => kept.promise as never }, 'accept');
  let isAnswered = false;
  const done = answered.then(() => (isAnswered = true));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(isAnswered).toBe(false);
  kept.resolve();
  await done;
  expect(await answered).toEqual({ tool: 'commsor', isAnswered: true });
});

test.each([
  ['a page that the answer loads anew has kept it', 'page.evaluate: Execution context was destroyed, …', undefined],
  ['an answer that fails is said', 'page.evaluate: chunk', 'the answer “withdraw” failed: page.evaluate: chunk'],
])('%s', async (_name, message, note) => {
  const answered = await answerOurs({ evaluate: () => Promise.reject(new Error(message)) }, 'withdraw');
  expect(answered).toEqual({ tool: 'commsor', isAnswered: note === undefined, ...(note ? { note } : {}) });
});

test('an answer that is never kept is said', async () => {
  const answered = answerOurs({ evaluate: () => new Promise(() => undefined) }, 'reject');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answered).toMatchObject({ isAnswered: false, note: expect.stringContaining('within 30 s') });
});
