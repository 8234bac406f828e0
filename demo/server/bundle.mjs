// TypeScript of the demo as one module for the browser, made when it is asked for.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DEMO } from './files.mjs';

const ROOT = resolve(DEMO, '..');

/** @type {Map<string, { stamp: string, inputs: string[], body: Buffer, etag: string }>} */
const cache = new Map();

/**
 * Answers with `entry`, a file below demo/, and all that it imports; what begins with `/dist/` the browser fetches
 * itself.
 */
export async function sendBundle(request, response, entry) {
  const known = cache.get(entry);
  const bundle = known && known.stamp === (await stampOf(known.inputs)) ? known : await make(entry);
  cache.set(entry, bundle);
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('etag', bundle.etag);
  if (request.headers['if-none-match'] === bundle.etag) response.writeHead(304).end();
  else response.end(request.method === 'HEAD' ? undefined : bundle.body);
  return true;
}

async function make(entry) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`${DEMO}/${entry}`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['/dist/*'],
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs);
  const body = Buffer.from(outputFiles[0].contents);
  return {
    stamp: await stampOf(inputs),
    inputs,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
  };
}

/** Moves when one of the files does. */
async function stampOf(inputs) {
  const infos = await Promise.all(inputs.map((input) => stat(resolve(ROOT, input)).catch(() => null)));
  return infos.map((info) => (info ? `${info.mtimeMs}-${info.size}` : 'gone')).join();
}
