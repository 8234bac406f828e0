/** Makes a fresh clone ready. Node's own modules only: this runs before there are any others. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Runs `npm ci` when node_modules is missing or older than the lock file. */
export function installPackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing packages (npm ci)');
  npm('ci', '--no-audit', '--no-fund');
}

/** Runs npm and ends this process with npm's code when it fails. */
export function npm(...args) {
  // Under `npm test` this names npm's own script, which needs no shell, on Windows neither.
  const script = process.env.npm_execpath;
  const { status, error } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
