/** Watches what a browser asks for and keeps while pages are open. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core';
import { isThirdParty, parseAddress } from './party.ts';
import type { StorageKind } from './naming.ts';

/** A request, a socket or a connection to another site. */
export interface Contact {
  url: URL;
  /** `script`, `image`, `stylesheet`, `websocket`, `connection` … */
  kind: string;
  /** The file that brought it onto the page, where the browser knows. */
  origin?: Origin;
}

/** What lies in the browser. */
export interface Kept {
  kind: StorageKind;
  name: string;
  /** The host, or the domain, that it belongs to. */
  domain: string;
}

/** Where in a file a request came from: line and column are 1-based, as editors count. */
export interface Origin {
  url: string;
  /** The address that was asked for there: that of the library, where a library of another site asked on. */
  asked: string;
  line: number;
  column: number;
  /** Whether a script asked, and not the parser of the document. */
  byScript: boolean;
}

/** Nothing has been asked for during so many milliseconds: the page has come to rest. */
const QUIET = 500;
/** Some pages never rest; they are waited for so long, in milliseconds. */
const PATIENCE = 8_000;

export class Observer {
  private home: URL | undefined;
  private readonly open = new Set<Request>();
  private lastSign = Date.now();
  private contacts = new Map<string, Contact>();
  private origins = new Map<string, Origin | undefined>();

  constructor(private readonly context: BrowserContext) {
    context.on('request', (request) => this.started(request));
    context.on('requestfinished', (request) => this.ended(request));
    context.on('requestfailed', (request) => this.ended(request));
  }

  /** Listens to a page; what other sites it asks is told from the address that it has by then. */
  async attach(page: Page): Promise<void> {
    page.on('websocket', (socket) => this.tell(socket.url(), 'websocket'));
    const session = await this.context.newCDPSession(page);
    await session.send('Network.enable');
    await followCallers(session);
    rememberOrigins(session, () => this.origins);
  }

  /** From now on `home` is the site, and what was remembered of the last page is forgotten. */
  begin(home: URL): void {
    this.home = home;
    this.contacts = new Map();
    this.origins = new Map();
    this.open.clear();
    this.lastSign = Date.now();
  }

  /** Resolves when nothing has been asked for during `QUIET`, or after `PATIENCE`. */
  async rest(): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end && (this.open.size > 0 || Date.now() - this.lastSign < QUIET)) await pause(50);
  }

  /** Every address of another site that was asked since `begin`. */
  take(): Contact[] {
    return [...this.contacts].map(([address, contact]) => ({ ...contact, origin: this.originOf(address) }));
  }

  /** What brought an address onto the page: the first in the chain that is not another site's. */
  private originOf(url: string): Origin | undefined {
    const seen = new Set<string>();
    let origin = this.origins.get(url);
    while (origin && this.isForeign(origin.url) && !seen.has(origin.url)) {
      seen.add(origin.url);
      origin = this.origins.get(origin.url);
    }
    return origin && !this.isForeign(origin.url) ? origin : undefined;
  }

  /** What the browser keeps now: all cookies, and the storage of the page's own origin. */
  async kept(page: Page): Promise<Kept[]> {
    const cookies = await this.context.cookies();
    const host = parseAddress(page.url())?.hostname ?? '';
    const storage = await page.evaluate(readStorage);
    return [
      ...cookies.map(({ name, domain }) => ({ kind: 'cookie' as const, name, domain: domain.replace(/^\./, '') })),
      ...storage.map(({ kind, name }) => ({ kind, name, domain: host })),
    ];
  }

  /** Another site that the page opened a connection to without asking for anything. */
  connected(address: string): void {
    this.tell(address, 'connection');
  }

  private started(request: Request): void {
    this.open.add(request);
    this.lastSign = Date.now();
    this.tell(request.url(), request.resourceType());
  }

  private ended(request: Request): void {
    this.open.delete(request);
    this.lastSign = Date.now();
  }

  private tell(address: string, kind: string): void {
    const url = parseAddress(address);
    if (url && this.home && isThirdParty(url, this.home) && !this.contacts.has(address))
      this.contacts.set(address, { url, kind });
  }

  private isForeign(address: string): boolean {
    const url = parseAddress(address);
    return url !== undefined && this.home !== undefined && isThirdParty(url, this.home);
  }
}

/**
 * Has Chromium remember who called what runs later. An image asks only when its script has ended: without this, the
 * line that the parser has reached by then would be taken for its origin.
 */
async function followCallers(session: CDPSession): Promise<void> {
  await session.send('Debugger.enable');
  // Nobody is there to go on after a `debugger` statement.
  await session.send('Debugger.setSkipAllPauses', { skip: true });
  await session.send('Debugger.setAsyncCallStackDepth', { maxDepth: 16 });
}

/**
 * Chromium tells for each request which line of which file made it. The outermost caller in the document itself is the
 * one to hold, also where a library of the site calls it back; else the outermost of all.
 */
function rememberOrigins(session: CDPSession, current: () => Map<string, Origin | undefined>): void {
  session.on('Network.requestWillBeSent', ({ request, initiator, documentURL }) => {
    const frames = framesOf(initiator.stack);
    const frame = frames.findLast(({ url }) => url === documentURL) ?? frames.at(-1);
    const url = frame?.url ?? initiator.url;
    const line = (frame?.lineNumber ?? initiator.lineNumber ?? 0) + 1;
    const column = (frame?.columnNumber ?? initiator.columnNumber ?? 0) + 1;
    const origins = current();
    if (!origins.has(request.url))
      origins.set(request.url, url ? { url, asked: request.url, line, column, byScript: !!frame } : undefined);
  });
}

/** A line and a column that count from 0, in a file. */
interface Call {
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** Calls as Chromium tells them; `parent` are those that had made sure that this would run later. */
interface Stack {
  callFrames: readonly Call[];
  parent?: Stack;
}

/** The calls that led to a request, the nearest first; what has no address was made up by a script. */
function framesOf(stack: Stack | undefined): Call[] {
  if (!stack) return [];
  return [...stack.callFrames.filter(({ url }) => url !== ''), ...framesOf(stack.parent)];
}

/** Runs in the page. A page may forbid its own storage, which then holds nothing. */
async function readStorage(): Promise<{ kind: 'local' | 'session' | 'indexedDB' | 'caches'; name: string }[]> {
  const namesOf = async (read: () => Iterable<string> | Promise<Iterable<string>>) => {
    try {
      return [...(await read())];
    } catch {
      return [];
    }
  };
  const named = <Kind extends string>(kind: Kind, names: string[]) => names.map((name) => ({ kind, name }));
  return [
    ...named('local', await namesOf(() => Object.keys(localStorage))),
    ...named('session', await namesOf(() => Object.keys(sessionStorage))),
    ...named('indexedDB', await namesOf(async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []))),
    ...named('caches', await namesOf(() => caches.keys())),
  ];
}
