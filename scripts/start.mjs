/**
 * `npm start`: sets up, builds, serves the demo and opens it, all in this one process; Ctrl-C ends it.
 *
 *     npm start -- --port 8080
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installPackages, npm } from './setup.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(1);
}

installPackages();
npm('run', '--silent', 'build');

const { startDemo } = await import('../demo/server/start.mjs');
const demo = await startDemo({ port });
console.log(`\nThe demo is at ${demo.url} (Ctrl-C ends it)`);

function stop() {
  demo.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

// A signal to npm alone ends npm and its shell, but does not reach this process.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop();
}, 500).unref();

if (hasDisplay()) open(demo.url);

function hasDisplay() {
  if (process.env.CI || !process.stdout.isTTY) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function open(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  // Where no opener is installed, the address in the terminal is enough.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', ({ message }) => console.log(`Not opened by itself: ${message}`))
    .unref();
}
