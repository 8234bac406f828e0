/** `npm run build`: the bundles and the types into dist/ (or OUT_DIR), then what they weigh. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

for (const args of [
  [join(root, 'node_modules/rollup/dist/bin/rollup'), '--config', '--silent'],
  ['scripts/build/command.mjs'],
  ['scripts/build/schema.mjs'],
  ['scripts/declarations.mjs'],
  ...(process.env.OUT_DIR ? [] : [['scripts/sizes.mjs']]),
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
