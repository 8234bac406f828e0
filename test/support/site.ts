import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import { dist } from './dist.ts';

export interface Reply {
  body?: string;
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds until the reply is sent, or what it waits for; `Infinity` never sends it. */
  after?: number | Promise<unknown>;
  /** The end of the body, and what it waits for. */
  rest?: { body: string; after: Promise<unknown> };
}

/** What came in, in order; handshakes of WebSockets too. */
export interface Received {
  /** Path and query. */
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is served at which path: a text, or what is made of what came in. */
export type Pages = Record<string, string | ((request: Received) => string | Reply)>;

export interface Site extends AsyncDisposable {
  /** `http://localhost:1234`. */
  url: string;
  /** The same server by another name, so another origin: `http://127.0.0.1:1234`. */
  otherUrl: string;
  /** Everything that was asked for, except the SDK's own files. */
  received: readonly Received[];
  /** The paths of everything that was asked for, the SDK's own files among them, in order. */
  asked: readonly string[];
  /** How often a path was asked for. */
  count(path: string): number;
}

/** What a server proves with that it speaks the protocol, https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const WEBSOCKET = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const types: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  html: 'text/html',
};
const typeOf = (path: string) => `${types[/\.(\w+)$/.exec(path)?.[1] ?? 'html'] ?? 'text/html'}; charset=utf-8`;

/**
 * A real HTTP server with the built SDK under `/dist/` and the given pages: a path's text, or a function of what was
 * received.
 * Any other path is a 404. Real requests are the proof of what a page did: read `received`.
 */
export async function startSite(pages: Pages): Promise<Site> {
  const received: Received[] = [];
  const asked: string[] = [];
  const sockets = new Set<Duplex>();

  const server = createServer((request, response) => {
    const { url = '/', method = 'GET', headers } = request;
    const path = new URL(url, 'http://localhost').pathname;
    asked.push(url);
    const send = ({ body = '', status = 200, headers: extra = {}, after = 0, rest }: Reply) => {
      const answer = () => {
        response.writeHead(status, { 'content-type': typeOf(path), 'access-control-allow-origin': '*', ...extra });
        response[rest ? 'write' : 'end'](body);
        void rest?.after.then(() => response.end(rest.body));
      };
      if (typeof after !== 'number') void after.then(answer);
      else if (after !== Infinity) setTimeout(answer, after);
    };
    if (path.startsWith('/dist/')) {
      readFile(join(dist, normalize(path.slice('/dist/'.length))), 'utf8').then(
        (body) => send({ body }),
        () => send({ status: 404 }),
      );
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const entry = { path: url, method, headers, body };
      received.push(entry);
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
      const reply = typeof page === 'function' ? page(entry) : (page ?? { status: 404 });
      send(typeof reply === 'string' ? { body: reply } : reply);
    });
  });

  // A WebSocket is opened, so that browsers do not wait longer and longer before they try the next one, and closed.
  server.on('upgrade', ({ url = '/', method = 'GET', headers }, socket) => {
    asked.push(url);
    received.push({ path: url, method, headers, body: '' });
    const accept = createHash('sha1')
      .update(headers['sec-websocket-key'] + WEBSOCKET)
      .digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('end', () => socket.end()); // The page may be gone.
    socket.write([...lines, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
    socket.once('data', () => socket.end());
  });

  // Without a host: both 127.0.0.1 and ::1 answer, whichever `localhost` means to the browser.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    otherUrl: `http://127.0.0.1:${port}`,
    received,
    asked,
    count: (path) => received.filter((entry) => entry.path === path).length,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
