// The example report of the audit as the page that the command makes of one.
import { resolve } from 'node:path';
import { DEMO, readText } from './files.mjs';

const ROOT = resolve(DEMO, '..');

/** What stands above the report here, and not in one that the command has made. */
const ABOVE =
  '<p class="muted">An example: the audit of a bakery’s site, ' +
  'as <code>npx @commsor/consent audit</code> has found it. ' +
  '<a href="/builder/?example">Open its configuration in the builder</a>, ' +
  '<a href="/audit/report.json">see it as data</a>, or <a href="/docs/audit">read how it is made</a>.</p>';

/** The page as HTML. */
export async function exampleReport() {
  const { pageOf } = await load();
  const report = JSON.parse((await readText(`${DEMO}/audit/report.json`)) ?? '');
  return pageOf(report, new Map()).replace('</h1>', () => `</h1>${ABOVE}`);
}

/** @type {Promise<{ pageOf: (report: unknown, pictures: Map<string, Buffer>) => string }> | undefined} */
let loading;

/** What writes the page, made for Node when it is first asked for. */
function load() {
  return (loading ??= make());
}

async function make() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/audit/html-report.tsx'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    write: false,
    logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
