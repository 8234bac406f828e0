/** `npm start`: sets up, builds, serves the demo and opens it; Ctrl-C ends it all. */
import { spawn } from 'node:child_process';
import { installPackages, npm, root } from './setup.mjs';

installPackages();
npm('run', '--silent', 'build');

const server = spawn(process.execPath, ['demo/server.mjs', ...process.argv.slice(2)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    server.kill();
  });
}
server.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)));
// Should this process end in any other way, the server goes with it.
process.on('exit', () => server.kill());

let opened = false;
server.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  const address = /https?:\/\/\S+/.exec(chunk.toString())?.[0];
  if (!address || opened) return;
  opened = true;
  if (hasDisplay()) open(address);
});

function hasDisplay() {
  if (process.env.CI || !process.stdout.isTTY) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function open(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  // The address stands in the terminal: where no opener is installed, that is enough.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => console.log(`Open ${address}`)).unref();
}
