// The two servers of the audit's fixtures: one is every other site on the web, the other serves a folder.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join, normalize } from 'node:path';
import { lookup } from 'mrmime';
import { makeCertificate } from '../certificate.mjs';
import { answerFor } from './vendors.mjs';

const listen = (server, host = '127.0.0.1') =>
  new Promise((resolve) => server.listen(0, host, () => resolve(server.address().port)));
const close = (server) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

/**
 * Every host but `localhost`, on this machine. `args` are for a Chromium that is to take it for the web, and `asked` is
 * what came in: the witness of what a page did.
 */
export async function startWeb() {
  const { key, cert, hash } = makeCertificate();
  const asked = [];
  const answer = (request, response) => {
    const { host = '' } = request.headers;
    const hostname = host.replace(/:\d+$/, '');
    asked.push({ host: hostname, path: request.url ?? '/' });
    const { status = 200, headers = {}, body = '' } = answerFor(hostname, request);
    response.writeHead(status, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      ...headers,
    });
    response.end(body);
  };
  const plain = createServer(answer);
  const secure = createSecureServer({ key, cert }, answer);
  const [port, securePort] = await Promise.all([listen(plain), listen(secure)]);
  return {
    asked,
    args: [
      `--host-resolver-rules=MAP *:80 127.0.0.1:${port}, MAP *:443 127.0.0.1:${securePort}, EXCLUDE localhost`,
      `--ignore-certificate-errors-spki-list=${hash}`,
    ],
    stop: () => Promise.all([close(plain), close(secure)]),
  };
}

/** Serves a folder as a static host would. */
export async function startFolder(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    readFile(join(folder, file)).then(
      (body) => response.writeHead(200, { 'content-type': lookup(file) ?? 'text/plain' }).end(body),
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('not found'),
    );
  });
  const port = await listen(server, 'localhost');
  return { url: `http://localhost:${port}/`, stop: () => close(server) };
}
