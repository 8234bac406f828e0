#!/usr/bin/env node
// The demo: `node demo/server.mjs [--port 4173] [--host 127.0.0.1]`. See demo/README.md for what it serves.
import { parseArgs } from 'node:util';
import { startDemo } from './server/start.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, host: { type: 'string', default: '127.0.0.1' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(1);
}

const demo = await startDemo({ port, host: values.host });
console.log(`Demo: ${demo.url}`);
if (!demo.built) console.log('The SDK is not built yet (dist/commsor.js is missing): every tagged script stays inert.');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    demo.close();
    process.exit(0);
  });
}
