/** Watches what a browser asks for and keeps while pages are open. */
import type { BrowserContext, CDPSession, Page, Request, Response } from 'playwright-core';
import { isThirdParty, parseAddress } from './party.ts';
import type { StorageKind } from './naming.ts';
import { pause, within } from './patience.ts';

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
  /** The attribute of an element that holds the script, such as `onload`. */
  attribute?: string;
}

/** Nothing has been asked for during so many milliseconds: the page may have come to rest. */
const QUIET = 500;
/** Some pages never rest; they are waited for so long after they asked another site for the first time, likewise. */
const PATIENCE = 8_000;

/** So many documents, redirects included, may come until a page is there. */
const MOST_DOCUMENTS = 20;

export class Observer {
  private home: URL | undefined;
  private page: Pick<Page, 'evaluate'> | undefined;
  private readonly open = new Set<Request>();
  private moves = 0;
  private read: { document: Response; html: Promise<string> } | undefined;
  private latest: Response | undefined;
  private signs = 0;
  private lastSign = 0;
  private lastNews = 0;
  private hosts = new Set<string>();
  private contacts = new Map<string, Contact>();
  private origins = new Map<string, Origin | undefined>();

  constructor(private readonly context: Pick<BrowserContext, 'on' | 'cookies' | 'newCDPSession'>) {
    context.on('request', (request) => this.started(request));
    context.on('requestfinished', (request) => this.ended(request));
    context.on('requestfailed', (request) => this.ended(request));
  }

  /** Listens to a page; what other sites it asks is told from the address that it has by then. */
  async attach(page: Page): Promise<void> {
    this.page = page;
    page.on('response', (response) => {
      const request = response.request();
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
      this.moves++;
      if (!isRedirect(response)) this.latest = response;
    });
    page.on('websocket', (socket) => this.tell(socket.url(), 'websocket'));
    const session = await this.context.newCDPSession(page);
    await session.send('Network.enable');
    await followCallers(session);
    session.on('Network.requestWillBeSent', (event) => {
      // Playwright leaves out what a frame asks for before it has heard of the frame, as it may on a busy machine.
      this.tell(event.request.url, event.type?.toLowerCase() ?? 'other');
      this.sign();
      const { url } = event.request;
      if (!this.origins.has(url)) this.origins.set(url, originOf(event));
    });
  }

  /** From now on `home` is the site, and what was remembered of the last page is forgotten. */
  begin(home: URL): void {
    this.home = home;
    this.contacts = new Map();
    this.origins = new Map();
    this.hosts = new Set();
    this.moves = 0;
    this.open.clear();
    this.sign();
  }

  /**
   * Resolves when nothing has been asked for during `QUIET`, and the page has nothing left to do: on a busy machine it
   * may not have come to what asks. A page that tells nothing new is waited for during `PATIENCE`.
   */
  async rest(): Promise<void> {
    this.lastNews = Date.now();
    let before: number;
    do {
      while (this.patience() > 0 && (this.open.size > 0 || Date.now() - this.lastSign < QUIET)) await pause(50);
      before = this.signs;
      await this.turn();
    } while (this.signs !== before && this.patience() > 0);
  }

  private patience(): number {
    return this.lastNews + PATIENCE - Date.now();
  }

  /** Lets the page do all that it has to do by now; it may hang, or leave meanwhile. */
  private async turn(): Promise<void> {
    const done = this.page?.evaluate(nextIdle).catch(() => this.sign());
    if (done) await within(done, this.patience(), undefined);
  }

  /** The document that the page is now; it may have led itself from one to another since `begin`. */
  get document(): Response | undefined {
    return this.latest;
  }

  /** That document as it was served. A browser keeps its text no longer than the page. */
  async served(): Promise<string> {
    const { latest } = this;
    if (!latest) return '';
    if (this.read?.document !== latest) this.read = { document: latest, html: latest.text() };
    return this.read.html;
  }

  /** Resolves when the page has led itself on so often since `begin` that it will never stop. */
  async endless(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.moves <= MOST_DOCUMENTS) await pause(50);
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

  /** Another site that a link of `page` gets in touch with, and of which this browser tells nothing. */
  connected(address: string, kind: string, page: string): void {
    this.tell(address, kind);
    const origin = { url: page, asked: address, line: 1, column: 1, byScript: false };
    if (!this.origins.has(address)) this.origins.set(address, origin);
  }

  private started(request: Request): void {
    this.open.add(request);
    this.sign();
    this.tell(request.url(), request.resourceType());
  }

  private ended(request: Request): void {
    this.open.delete(request);
    this.sign();
  }

  private sign(): void {
    this.signs++;
    this.lastSign = Date.now();
  }

  private tell(address: string, kind: string): void {
    const url = parseAddress(address);
    if (!url || !this.home || !isThirdParty(url, this.home)) return;
    if (!this.contacts.has(address)) this.contacts.set(address, { url, kind });
    if (!this.hosts.has(url.host)) this.lastNews = Date.now();
    this.hosts.add(url.host);
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

const isRedirect = (response: Response) => response.status() >= 300 && response.status() < 400;

/** What of Chromium's word on a request says where it came from. */
interface Asked {
  request: { url: string };
  initiator: { url?: string; lineNumber?: number; columnNumber?: number; stack?: Stack };
  documentURL: string;
}

/**
 * Chromium tells for each request which line of which file made it. The outermost caller in the document itself is the
 * one to hold, also where a library of the site calls it back; else the outermost of all.
 */
function originOf({ request, initiator, documentURL }: Asked): Origin | undefined {
  const frames = framesOf(initiator.stack);
  const frame = frames.findLast(({ url }) => url === documentURL) ?? frames.at(-1);
  const url = frame?.url ?? initiator.url;
  const line = (frame?.lineNumber ?? initiator.lineNumber ?? 0) + 1;
  const column = (frame?.columnNumber ?? initiator.columnNumber ?? 0) + 1;
  // The code of an attribute is a function that is called like it.
  const [attribute] = /^on[a-z]+$/.exec(frame?.functionName ?? '') ?? [];
  return url
    ? { url, asked: request.url, line, column, byScript: !!frame, ...(attribute && { attribute }) }
    : undefined;
}

/** A line and a column that count from 0, in a file. */
interface Call {
  functionName: string;
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

/** Runs in the page: resolves when it has painted and nothing else is waiting for its turn. */
const nextIdle = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestIdleCallback(() => resolve()));
  });

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
