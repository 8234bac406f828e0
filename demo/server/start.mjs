// Two HTTP servers: the site, and everything that stands for the internet behind its tags ("third party").
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createLog } from './log.mjs';
import { createSite } from './site.mjs';
import { createThirdParty } from './third-party.mjs';
import { DIST } from './files.mjs';

const LOOPBACK = '127.0.0.1';
/** Browsers refuse these: https://fetch.spec.whatwg.org/#port-blocking */
const REFUSED = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/**
 * Starts the demo. `port` is the first one tried, 0 takes any; the third party gets the next free one.
 * @param {{ port?: number, host?: string }} [options]
 * @returns {Promise<{ url: string, port: number, thirdPartyPort: number, built: boolean, close(): void }>}
 */
export async function startDemo({ port = 4173, host = LOOPBACK } = {}) {
  const log = createLog();
  const ports = { site: 0, thirdParty: 0 };
  const site = await listen(createSite({ log, ports, host }), port, host);
  ports.site = site.port;
  const thirdParty = await listen(createThirdParty({ log }), port === 0 ? 0 : site.port + 1, host);
  ports.thirdParty = thirdParty.port;
  return {
    url: `http://${host === LOOPBACK ? 'localhost' : host}:${site.port}/`,
    port: site.port,
    thirdPartyPort: thirdParty.port,
    built: existsSync(`${DIST}/commsor.js`),
    close() {
      site.close();
      thirdParty.close();
      log.close();
    },
  };
}

/** Takes the first free port from `first` on. */
async function listen(handler, first, host) {
  const last = first === 0 ? 0 : Math.min(first + 50, 65535);
  for (let port = first; port <= last; port++) {
    if (REFUSED.has(port)) continue;
    const servers = await tryPort(handler, port, host);
    if (servers) {
      return {
        port: servers[0].address().port,
        close: () =>
          servers.forEach((server) => {
            server.close();
            server.closeAllConnections();
          }),
      };
    }
  }
  throw new Error(`No free port from ${first} to ${last}.`);
}

/**
 * The servers on one port, or null when somebody else has it. `localhost` may mean 127.0.0.1 or ::1, and another
 * program often has only one of them: take both where the machine has both, so that nobody else answers for us.
 */
async function tryPort(handler, port, host) {
  const first = await bind(handler, port, host);
  if (first === 'taken') return null;
  if (first === 'absent') throw new Error(`This machine has no address "${host}".`);
  if (host !== LOOPBACK) return [first];
  const second = await bind(handler, first.address().port, '::1');
  if (second === 'absent') return [first];
  if (second === 'taken') {
    first.close();
    return null;
  }
  return [first, second];
}

function bind(handler, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 60_000 }, handler);
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent');
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}
