/**
 * A small site and a tracker on another host, to see what a browser asks of the tracker and what it runs.
 * The tracker notes each request, and can be told to keep its answers back.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves when told. */
function signal() {
  let tell = () => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { told, tell };
}

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export interface Page {
  /** What the parser meets before the rest has arrived. */
  readonly head: string;
  /** The rest. It is sent when the page has asked for `/rest`, if `waits`. */
  readonly body: string;
  readonly waits?: boolean;
}

export async function startUntaggedSite(files: Readonly<Record<string, string>>) {
  let requests: string[] = [];
  let page: Page = { head: '', body: '' };
  let rest = signal();
  let answers = signal();
  let guard = signal();

  function track(path: string, response: ServerResponse) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    if (path.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(`(window.ran ||= []).push('${path}');`);
    } else if (path.endsWith('.gif')) {
      response.setHeader('content-type', 'image/gif');
      response.end(PIXEL);
    } else {
      response.setHeader('content-type', path.endsWith('.css') ? 'text/css' : 'text/html');
      response.end(path.endsWith('.css') ? '' : '<!doctype html><title>A frame</title>');
    }
  }

  async function serve(path: string, response: ServerResponse) {
    if (path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write(`<!doctype html><html lang="en"><head><title>A site</title>${page.head}`);
      if (page.waits) await rest.told;
      response.end(`</head><body>${page.body}</body></html>`);
      return;
    }
    const signals: Record<string, () => void> = { '/rest': rest.tell, '/answers': answers.tell, '/guard': guard.tell };
    const tell = signals[path];
    if (tell) {
      tell();
      response.end();
      return;
    }
    if (path === '/guard.js') await guard.told;
    response.setHeader('content-type', 'text/javascript');
    response.end(files[path] ?? '');
  }

  async function handle({ url = '/', headers }: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(url, 'http://site.localhost');
    if (!headers.host?.startsWith('tracker.')) return serve(pathname, response);
    requests.push(pathname);
    await answers.told;
    track(pathname, response);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://site.localhost:${port}/`,
    tracker: `http://tracker.localhost:${port}`,
    file: (path: string) => files[path] ?? '',
    /** What the tracker was asked for since the last `show`. */
    requests: () => requests,
    /** Serves `next` from now on. Until told otherwise the tracker answers, and the guard comes, at once. */
    show(next: Page, keepBack: { answers?: boolean; guard?: boolean } = {}) {
      page = next;
      requests = [];
      [rest, answers, guard] = [signal(), signal(), signal()];
      if (!keepBack.answers) answers.tell();
      if (!keepBack.guard) guard.tell();
    },
    letGuardCome: () => guard.tell(),
    letTrackerAnswer: () => answers.tell(),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type UntaggedSite = Awaited<ReturnType<typeof startUntaggedSite>>;
