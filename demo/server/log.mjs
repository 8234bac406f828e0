// What the third party was asked for. Entries carry the test run they belong to, so that parallel tests read only their
// own.

const KEPT = 100_000;
const RUN = /^[A-Za-z0-9_-]{1,64}$/;

/** The run's name, or '' for a visitor without one. */
export function runOf(value) {
  return value && RUN.test(value) ? value : '';
}

/**
 * @typedef {{ seq: number, time: number, run: string, vendor: string, method: string, path: string, page: string,
 *   cookies: string[], dest: string, events: string[] }} Entry
 */
export function createLog() {
  /** @type {Entry[]} */
  let entries = [];
  let seq = 0;
  /** @type {Set<{ run: string, response: import('node:http').ServerResponse }>} */
  const streams = new Set();

  return {
    add(fields) {
      const entry = { seq: ++seq, time: Date.now(), ...fields };
      entries.push(entry);
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
      for (const { run, response } of streams) if (run === entry.run) send(response, entry);
      return entry;
    },
    /** What is known only after the body has arrived. */
    complete(entry, events) {
      entry.events = events;
      for (const { run, response } of streams) if (run === entry.run) send(response, entry);
    },
    read: (run, since = 0) => ({ entries: entries.filter((e) => e.run === run && e.seq > since), last: seq }),
    clear(run) {
      entries = entries.filter((e) => e.run !== run);
    },
    /**
     * Server-Sent Events: one message per entry; an entry that is completed later is sent again under the same `seq`.
     */
    stream(run, since, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      if (since !== null) for (const entry of this.read(run, since).entries) send(response, entry);
      const stream = { run, response };
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
    },
    close() {
      for (const { response } of streams) response.end();
    },
  };
}

function send(response, entry) {
  response.write(`id: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);
}
