// Files from a folder, with their type, an ETag and brotli where the browser takes it.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);

export const DEMO = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const DIST = resolve(DEMO, '../dist');
export const PACKAGES = resolve(DEMO, '../node_modules');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webm': 'video/webm',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^(text|application\/json|image\/svg)/;

/** @type {Map<string, { stamp: string, body: Buffer, etag: string, br: Promise<Buffer> | null }>} */
const cache = new Map();

/** Answers with the file `path` below `folder`; false when there is none. */
export async function sendFile(request, response, folder, path, headers = {}) {
  const file = resolve(folder, `.${sep}${path}`);
  if (!file.startsWith(folder + sep)) return false;
  const entry = await load(file);
  if (!entry) return false;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.setHeader('content-type', type);
  response.setHeader('etag', entry.etag);
  response.setHeader('vary', 'accept-encoding');
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.headers['if-none-match'] === entry.etag) {
    response.writeHead(304).end();
    return true;
  }
  const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  let body = entry.body;
  if (takesBrotli && COMPRESSED.test(type) && body.length > 1000) {
    entry.br ??= brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: body.length > 200_000 ? 5 : 11 } });
    body = await entry.br;
    response.setHeader('content-encoding', 'br');
  }
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

/** The text of a file, or null. */
export async function readText(file) {
  return (await load(file))?.body.toString('utf8') ?? null;
}

async function load(file) {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) return null;
  const stamp = `${info.mtimeMs}-${info.size}`;
  const known = cache.get(file);
  if (known?.stamp === stamp) return known;
  const body = await readFile(file);
  const entry = {
    stamp,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
    br: null,
  };
  cache.set(file, entry);
  return entry;
}
