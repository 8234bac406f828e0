#!/usr/bin/env node
// npm run bench -- [--only names] [--runs 5] [--quick] [--json file] [--write]
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { measures } from './measures.mjs';
import { report, writeInto } from './report.mjs';
import { startServer } from './server.mjs';
import { findTool, isBuilt, tools } from './tools.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean' },
    json: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const repository = fileURLToPath(new URL('..', import.meta.url));
const began = Date.now();
const say = (text) => console.error(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);

/** Names of tools or measures; a kind that is not named is complete. */
function choose(list, names) {
  const named = list.filter(({ name }) => names.includes(name));
  return named.length ? named : list;
}
const names = options.only?.split(',') ?? [];
const known = [...tools, ...measures].map(({ name }) => name);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`--only knows ${known.join(', ')}; not ${unknown.join(', ')}`);
  process.exit(2);
}
const rounds = Number(options.runs ?? (options.quick ? 1 : 5));
/** A round that would end after this time, in milliseconds, does not begin: what is there is reported. */
const limit = 12 * 60_000;
const plan = choose(measures, names);
const compared = choose(tools, names);
if (compared.includes(findTool('ours')) && !isBuilt()) {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
}

const server = await startServer();
const bench = { server, browser: await launch(server.browserArguments), stored: new Map() };
const results = {};

/** One measurement; a failure is said and leaves a gap, since one visit in hundreds may fail on a busy machine. */
async function measure({ name, run }, tool, variant, settings) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, 60_000, new Error('took longer than a minute'))));
  try {
    return await Promise.race([run(bench, tool, settings), late]);
  } catch (error) {
    say(`${name} ${variant} ${tool.name}: ${String(error).split('\n')[0]}`);
    await Promise.all(bench.browser.contexts().map((visitor) => visitor.close()));
    return null;
  } finally {
    clearTimeout(timer);
  }
}

let round = 0;
try {
  // Side by side: all tools under one condition directly after each other, another one first in each round.
  const inTime = () => round === 0 || ((Date.now() - began) / round) * (round + 1) < limit;
  for (; round < rounds && inTime(); round++) {
    for (const entry of plan) {
      const beside = compared.filter((tool) => !entry.only || tool.name === entry.only);
      if (!beside.length) continue;
      const list = [entry.baseline, ...beside];
      for (const [variant, settings] of Object.entries(entry.variants)) {
        const byTool = ((results[entry.name] ??= {})[variant] ??= {});
        for (let i = 0; i < list.length; i++) {
          const tool = list[(i + round) % list.length];
          (byTool[tool.name] ??= [])[round] = await measure(entry, tool, variant, settings);
        }
      }
      say(`round ${round + 1} of ${rounds}: ${entry.name}`);
    }
  }
} finally {
  await bench.browser.close();
  await server.stop();
}

const about = {
  date: new Date().toISOString().slice(0, 10),
  browser: bench.browser.version(),
  cores: availableParallelism(),
  rounds: round,
  seconds: Math.round((Date.now() - began) / 1000),
  tools: compared.map(({ name }) => name),
};
const markdown = report({ about, results });
console.log(markdown);
if (options.json) writeFileSync(options.json, JSON.stringify({ about, results }, null, 1));
if (options.write) {
  const page = `${repository}docs/benchmark.md`;
  const written = existsSync(page) && writeInto(page, markdown);
  say(
    written
      ? 'written into docs/benchmark.md'
      : 'docs/benchmark.md has no place for the table: <!-- bench:start --> <!-- bench:end -->',
  );
}
