/** One visitor goes through the pages of a site, one page at a time. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Answered, answerOther, answerOurs, isLeft } from './answers.ts';
import { CannotLook } from './cannot-look.ts';
import { isDrawn } from './drawn.ts';
import { faultOf } from './fault.ts';
import { type Contact, type Kept, Observer } from './observer.ts';
import type { OtherTools } from './other-tools.ts';
import { parseAddress, siteOf } from './party.ts';
import { pause } from './patience.ts';
import type { AllowedNames } from './permission.ts';
import { PUT_OFF, rememberTimers, runTimers, TIMERS } from './timers.ts';
import type { Visitor } from './visitors.ts';

/** What was seen on one page, in one situation. */
export interface Sight {
  page: string;
  contacts: readonly Contact[];
  kept: readonly Kept[];
  /** What the site's own consent tool allows at that moment, if it is ours. */
  allowed?: AllowedNames;
  /** The document as it was served. */
  html: string;
  /** Whether a framework draws the page in the browser. */
  isDrawn: boolean;
  /** The addresses that the page links to. */
  links: readonly string[];
  /** What the visitor sees, as a JPEG: of the first page, where it was asked for. */
  screenshot?: Buffer;
}

export interface VisitNeeds {
  browser: Browser;
  userAgent: string;
  otherTools: OtherTools | null;
  /** Seconds between two pages, as far as the site has said it by then. */
  pause(): number;
  /** Whether the first page is photographed. */
  takesPictures: boolean;
  /** Hears of each page as soon as it has been seen. */
  onSight(sight: Sight): Promise<void> | void;
  /** Hears of each page behind the first that is not as it should be, and why. */
  onFault(address: string, reason: string): void;
}

/** Milliseconds until a page has to answer, and until its resources have to be there. */
const ANSWER = 30_000;
const LOAD = 15_000;

/** Where a page that is scrolled through ends, in screens. */
const SCREENS = 12;

/**
 * Visits `pages`, which may grow meanwhile. On the first page the visitor answers.
 * @throws {CannotLook} when the first page cannot be opened
 */
export async function visit(visitor: Visitor, pages: Iterable<string>, needs: VisitNeeds): Promise<Answered> {
  const context = await openContext(visitor, needs);
  try {
    const observer = new Observer(context);
    const page = await context.newPage();
    await observer.attach(page);
    let result: Answered | undefined;
    for (const address of pages) {
      if (!result) {
        result = await firstPage(visitor, address, { page, observer }, needs);
        if (!result.isAnswered) break;
        // Who has answered comes back to the first page, like to all others.
        if (visitor.answers.length === 0) continue;
      }
      const seconds = needs.pause();
      if (seconds > 0) await pause(seconds * 1000);
      const isOpen = await open(page, observer, address, (reason) => needs.onFault(address, reason));
      if (isOpen) await needs.onSight(await look(page, observer));
    }
    return result ?? { tool: null, isAnswered: false };
  } finally {
    await context.close();
  }
}

async function openContext({ signal }: Visitor, { browser, userAgent }: VisitNeeds): Promise<BrowserContext> {
  const headers = { gpc: { 'Sec-GPC': '1' }, dnt: { DNT: '1' } };
  const context = await browser.newContext({
    userAgent,
    acceptDownloads: false,
    locale: 'en-GB',
    ...(signal ? { extraHTTPHeaders: headers[signal] } : {}),
  });
  await context.addInitScript(rememberTimers, [TIMERS, PUT_OFF] as const);
  if (signal === 'gpc')
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true }),
    );
  if (signal === 'dnt')
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1', configurable: true }),
    );
  return context;
}

interface Tab {
  page: Page;
  observer: Observer;
}

async function firstPage({ answers }: Visitor, address: string, tab: Tab, needs: VisitNeeds): Promise<Answered> {
  const { page, observer } = tab;
  const isOpen = await open(page, observer, address, (reason) => {
    throw new CannotLook(`${address} cannot be opened: ${reason}`);
  });
  if (!isOpen) return { tool: null, isAnswered: false };
  const isOurs = await page.evaluate(() => typeof window.commsorConsent?.get === 'function');
  const tool = isOurs ? 'commsor' : null;
  if (answers.length === 0) {
    await needs.onSight(await look(page, observer, needs.takesPictures));
    return { tool, isAnswered: true };
  }
  let result: Answered = { tool, isAnswered: true };
  for (const answer of answers) {
    observer.begin(new URL(page.url()));
    result = isOurs ? await answerOurs(page, answer) : await answerOther(page, answer, needs.otherTools);
    if (!result.isAnswered) return result;
    await observer.rest();
  }
  // What was sent between the answer and now was sent in spite of it, or thanks to it.
  await needs.onSight(await look(page, observer, needs.takesPictures));
  return result;
}

/** Opens a page, uses it a little, and waits until it rests. Says whether there is one to look at. */
async function open(
  page: Page,
  observer: Observer,
  address: string,
  onFailure: (reason: string) => void,
): Promise<boolean> {
  observer.begin(new URL(address));
  const stop = new AbortController();
  try {
    const arrived = arrive(page, observer, address, stop.signal);
    const isEndless = await Promise.race([arrived.then(() => false), observer.endless(stop.signal).then(() => true)]);
    if (isEndless) {
      onFailure('it leads from one address to the next without end');
      await page.goto('about:blank');
      return false;
    }
    const status = observer.document?.status() ?? 200;
    if (status >= 400) onFailure(`it answers with the status ${status}`);
    const fault = noPage(page, observer, address);
    if (fault) onFailure(fault);
    return !fault;
  } catch (error) {
    if (error instanceof CannotLook) throw error;
    onFailure(faultOf(error));
    return false; // A download, or a page that is gone.
  } finally {
    stop.abort();
  }
}

/**
 * Goes to a page, and where that leads: by redirects, by a `<meta>`, by a script. What the page puts off runs once it
 * rests, and once only: a page may load itself anew every few seconds.
 */
async function arrive(page: Page, observer: Observer, address: string, signal: AbortSignal): Promise<void> {
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: ANSWER });
    let isAhead = false;
    while (!signal.aborted && !noPage(page, observer, address)) {
      if (!(await hasRested(page, observer))) continue;
      if (isAhead || !(await runAhead(page))) return;
      isAhead = true;
    }
  } catch (error) {
    // Where the page leads without end, nobody waits for it any more.
    if (!signal.aborted) throw error;
  }
}

/** Has a page do what it puts off; says whether there was something. */
async function runAhead(page: Page): Promise<boolean> {
  try {
    return (await page.evaluate(runTimers, TIMERS)) > 0;
  } catch (error) {
    if (!isLeft(error)) throw error;
    return true; // It has led to another page.
  }
}

/** Uses a page until it rests; `false` when it has led to another one meanwhile. */
async function hasRested(page: Page, observer: Observer): Promise<boolean> {
  try {
    await page.waitForLoadState('domcontentloaded', { timeout: ANSWER });
    await observer.served();
    await usePage(page);
    await observer.rest();
    return true;
  } catch (error) {
    if (!isLeft(error)) throw error;
    return false;
  }
}

/** Why what is open now is no page of the site, or nothing. */
function noPage(page: Page, observer: Observer, address: string): string | undefined {
  const host = parseAddress(page.url())?.hostname ?? '';
  if (siteOf(host) !== siteOf(new URL(address).hostname)) return `it leads to ${page.url()}; audit that instead`;
  const type = observer.document && (observer.document.headers()['content-type'] ?? 'html');
  return type && /html/.test(type) ? undefined : 'it is no HTML page';
}

/** Where the mouse goes, in pixels from the upper left corner. */
const WAY = [
  [2, 2],
  [200, 200],
  [240, 260],
] as const;

/** Many tags wait for a sign of life, and lazy frames for being near: the mouse moves, and the page is scrolled. */
async function usePage(page: Page): Promise<void> {
  await page.waitForLoadState('load', { timeout: LOAD }).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
  });
  // Of a mouse over a frame the page around it hears nothing: the corner is seldom one's.
  for (const [x, y] of WAY) await page.mouse.move(x, y);
  await page.evaluate(async (screens) => {
    for (let screen = 0, before = -1; screen < screens && scrollY !== before; screen++) {
      before = scrollY;
      scrollBy({ top: innerHeight, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, SCREENS);
  await page.mouse.wheel(0, 100);
}

/** Looks at a page. One that is loaded anew meanwhile, as a withdrawal has it, is looked at when it is there again. */
async function look(page: Page, observer: Observer, takesPicture = false): Promise<Sight> {
  try {
    return await see(page, observer, takesPicture);
  } catch (error) {
    if (!isLeft(error)) throw error;
    await observer.rest();
    return see(page, observer, takesPicture);
  }
}

/** Links of which the browser tells nothing: one connects only, and without a window no icon is shown. */
const UNTOLD = [
  ['preconnect', 'connection'],
  ['icon', 'image'],
] as const;

async function see(page: Page, observer: Observer, takesPicture: boolean): Promise<Sight> {
  const linksTo = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.flatMap((link) => ('href' in link ? [String(link.href)] : [])));
  for (const [rel, kind] of UNTOLD)
    for (const address of await linksTo(`link[rel~="${rel}"][href]`)) observer.connected(address, kind, page.url());
  return {
    page: page.url(),
    contacts: observer.take(),
    kept: await observer.kept(page),
    allowed: await allowedNames(page),
    html: await observer.served(),
    isDrawn: await page.evaluate(isDrawn),
    links: await linksTo('a[href], area[href]'),
    ...(takesPicture ? { screenshot: await photograph(page) } : {}),
  };
}

async function photograph(page: Page): Promise<Buffer> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  return page.screenshot({ type: 'jpeg', quality: 50, scale: 'css' });
}

const allowedNames = (page: Page): Promise<AllowedNames | undefined> =>
  page.evaluate(() => {
    const state = window.commsorConsent?.get?.();
    return state && { purposes: state.purposes, services: state.services };
  });
