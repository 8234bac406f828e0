// Serves the pages, the tools' files and, from a second port, the third-party tags: brotli 11, files immutable,
// documents revalidated. It runs in a thread of its own, so that answers do not wait for the measuring.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants } from 'node:zlib';
import { makeCertificate } from './certificate.mjs';
import { bitmap, pageScript, pageStyle, renderPage, tagCode } from './pages.mjs';
import { findTool, readServices } from './tools.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.bmp': 'image/bmp' };
const immutable = 'public, max-age=31536000, immutable';

/** A site's own name: on `localhost` a tool may do for developers what no visitor pays for, as ours does. */
const OWN_NAME = 'www.site.example';
const THIRD_PARTY = 'vendor.example';

/**
 * Starts the thread; `pageUrl(tool, count, kind)` is the address of a page, `browserArguments` are those with which
 * Chromium finds the server by its names and trusts the certificate of this run.
 */
export async function startServer() {
  // Browsers take brotli over https alone, but for `localhost`.
  const { hash, ...certificate } = makeCertificate();
  const thread = new Worker(new URL(import.meta.url), { workerData: certificate });
  const origin = await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
  return {
    origin,
    browserArguments: [
      '--host-resolver-rules=MAP *.example 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${hash}`,
    ],
    pageUrl: (tool, count, kind) => `${origin}/page/${tool.name}/${kind}/${count}`,
    stop: () => thread.terminate(),
  };
}

if (!isMainThread) {
  const [first, third] = await Promise.all([listen(), listen()]);
  const thirdParty = `https://${THIRD_PARTY}:${third}`;
  const packed = new Map();
  const services = Object.keys(await readServices());

  const statics = {
    '/page.css': () => pageStyle,
    '/page.js': () => pageScript,
    '/hero.bmp': () => bitmap(180, 120),
    '/dot.bmp': () => bitmap(1, 1),
    '/blank': () => '<!doctype html><title>blank</title><link rel="icon" href="data:,">',
  };

  function find(path) {
    if (statics[path]) return statics[path]();
    const [, area, name, ...rest] = path.split('/');
    if (area === 'page')
      return renderPage(findTool(name), { kind: rest[0], count: Number(rest[1]), thirdParty, services });
    if (area === 'tag') return tagCode(Number.parseInt(name, 10));
    if (area === 'tool') {
      const tool = findTool(name);
      const file = normalize(rest.join('/'));
      if (!file.startsWith('..')) return tool.files?.[file] ?? readFileSync(join(tool.folder, file));
    }
    throw new Error(`nothing at ${path}`);
  }

  function pack(path) {
    const body = Buffer.from(find(path));
    const extension = extname(path) || '.html';
    const compressed = extension !== '.bmp' && body.length > 200;
    // Documents of 10,000 elements would take 11 a second and more; what they weigh is not reported.
    const quality = extension === '.html' && body.length > 100_000 ? 5 : 11;
    return {
      body: compressed ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : body,
      headers: {
        'content-type': types[extension] ?? 'application/octet-stream',
        'cache-control': extension === '.html' ? 'no-cache' : immutable,
        'access-control-allow-origin': '*',
        'timing-allow-origin': '*',
        ...(compressed && { 'content-encoding': 'br' }),
      },
    };
  }

  async function listen() {
    const server = createServer({ ...workerData, keepAliveTimeout: 60_000 }, (request, response) => {
      const path = new URL(request.url, `https://${OWN_NAME}`).pathname;
      try {
        if (!packed.has(path)) packed.set(path, pack(path));
        const { headers, body } = packed.get(path);
        response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
      } catch (error) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end(String(error));
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server.address().port;
  }

  parentPort.postMessage(`https://${OWN_NAME}:${first}`);
}
