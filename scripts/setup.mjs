/** Makes a fresh clone ready. Node's own modules only: this runs before there are any others. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  const { status, error } = spawnSync(...npmCommand(...args), { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * The program and its arguments: on Windows `npm` itself is a shell script, which cannot be started without a shell.
 * @returns {[string, string[]]}
 */
export function npmCommand(...args) {
  const script = process.env.npm_execpath ?? join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return existsSync(script) ? [process.execPath, [script, ...args]] : ['npm', args];
}
