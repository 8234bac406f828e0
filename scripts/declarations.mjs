/**
 * Writes dist/types: what `tsc` emits, cut down to what a consumer can reach from the package's exports, so that its
 * types need neither Preact's nor any other.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './build/parts.mjs';

const out = resolve(root, process.env.OUT_DIR ?? 'dist', 'types');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', out], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const reachable = new Set(
  Object.values(entries).flatMap(({ types }) => (types ? join(out, relative('dist/types', types)) : [])),
);
for (const file of reachable) {
  // Declarations name sources ('./types.ts'), which only newer compilers resolve in a package; './types.js' all do.
  const text = readFileSync(file, 'utf8').replace(/((?:from |import\()['"]\.[^'"]*)\.tsx?(['"])/g, '$1.js$2');
  writeFileSync(file, text);
  for (const [, path] of text.matchAll(/(?:from |import\()['"](\.[^'"]*)\.js['"]/g))
    reachable.add(resolve(dirname(file), `${path}.d.ts`));
}

for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && !reachable.has(file)) rmSync(file);
}
removeEmptyFolders(out);

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
