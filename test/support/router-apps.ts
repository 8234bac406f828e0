import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { example } from './docs.ts';
import type { Pages } from './site.ts';

/** Where built apps are kept. Astro finds its own package only below a folder that its pages are below, too. */
const kept = join(root, '.cache/routers');

/** How an app becomes files, and where the example of docs/tagging.md stands in it. */
const apps = {
  next: { args: [join(root, 'node_modules/next/dist/bin/next'), 'build', '--webpack'], out: 'out' },
  astro: {
    args: ['--input-type=module', '-e', "await (await import('astro')).build({ logLevel: 'error' });"],
    out: 'dist',
  },
};
const documented = { next: 'app/documented/layout.jsx', astro: 'src/layouts/Documented.astro' };

export type RouterApp = keyof typeof apps;

/**
 * The pages of test/fixtures/next or astro, as the framework builds them; it takes a quarter of a minute, so what was
 * built is kept as long as nothing of it changes.
 * @throws with what the framework said, when it cannot build.
 */
export function builtApp(name: RouterApp): Pages {
  const files = sourcesOf(name);
  const { version } = JSON.parse(readFileSync(join(root, `node_modules/${name}/package.json`), 'utf8'));
  const hash = createHash('sha256')
    .update(JSON.stringify([version, apps[name], files]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(kept, `${name}-${hash}`);
  if (!existsSync(folder)) build(name, files, folder);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.\w+$/.test(path))
      .map((path) => {
        const body = readFileSync(join(folder, path), 'utf8');
        // Next believes a page's data only by this type.
        const headers = { 'content-type': 'text/plain; charset=utf-8' };
        return [encodeURI(`/${path.replace(/\.html$/, '')}`), path.endsWith('.txt') ? () => ({ body, headers }) : body];
      }),
  );
}

/** The files of an app by their paths, the example in the documentation among them. */
function sourcesOf(name: RouterApp): Record<string, string> {
  const folder = join(root, 'test/fixtures', name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
  return {
    ...Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    [documented[name]]: example('docs/tagging.md', name),
  };
}

/** Builds the app beside `folder`, which comes to be all at once: nobody takes half an app for one. */
function build(name: RouterApp, files: Record<string, string>, folder: string): void {
  const { args, out } = apps[name];
  const place = `${folder}.${process.pid}`;
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    });
    if (status !== 0) throw new Error(`${name} could not build test/fixtures/${name}:\n${stdout}\n${stderr}`);
    for (const old of readdirSync(kept))
      if (old.startsWith(`${name}-`) && !old.startsWith(basename(folder))) rmSync(join(kept, old), { recursive: true });
    // The worker of another engine may have been faster.
    if (!existsSync(folder)) renameSync(join(place, out), folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
