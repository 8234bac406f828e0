// npm run audit-bench: the audit against sites of which it is known what is planted in them.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { measureManyPages } from './many-pages.mjs';
import { auditSite, browserFor, checkSite, copySite, judgeReport, sites } from './sites.mjs';
import { startWeb } from './servers.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = sites.filter(({ name }) => !values.only || values.only.split(',').includes(name));

const work = mkdtempSync(join(tmpdir(), 'audit-bench-'));
const web = await startWeb();
const browser = browserFor(web, work);
const visitors = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
const failures = [];

console.log(
  '| site | planted | found | false alarms | asked before consent | working after Accept | new page errors |',
);
console.log('|---|---|---|---|---|---|---|');
try {
  for (const site of wanted) await measure(site);
  if (!values.only || values.only.split(',').includes('pages')) await measurePages();
} finally {
  for (const failure of failures) console.log(`\n${failure}`);
  await visitors.close();
  await web.stop();
  rmSync(work, { recursive: true });
}
process.exitCode = failures.length > 0 ? 1 : 0;

async function measurePages() {
  const { pages, cpu, rows } = await measureManyPages({ browser, work });
  console.log(`\n${pages} pages in one command: ${cpu.toFixed(2)} s of our own CPU a page, all visitors together`);
  console.log('\n| page views | peak memory, MB |\n|---|---|');
  for (const { views, peak } of rows) console.log(`| ${views} | ${Math.round(peak)} |`);
  const [first, ...later] = rows;
  const grown = later.filter(({ peak }) => peak > first.peak * 1.5);
  for (const { views } of grown) failures.push(`memory has grown by half and more after ${views} page views`);
  if (pages !== 120) failures.push(`${pages} of 120 pages were seen`);
  if (cpu >= 3) failures.push(`${pages} pages take ${cpu.toFixed(2)} s of CPU each, and not under 3`);
}

async function measure(site) {
  const folder = copySite(site, work);
  const original = join(work, `${site.name}.original`);
  cpSync(folder, original, { recursive: true });
  const report = await auditSite(folder, { browser, work }, '--write');
  const { found, problems, falseAlarms } = judgeReport(site, report);
  const seen = existsSync(join(folder, 'commsor'))
    ? await checkSite(site, { original, written: folder, chromium: visitors, web })
    : { loud: [], hidden: [], broken: [], dead: [], missing: [], errors: [] };
  const byHand = site.planted.filter((one) => one.byHand).length;
  const held = site.planted.length - byHand;
  const row = [
    site.title,
    site.planted.length,
    found,
    falseAlarms.length,
    seen.loud.length + (byHand ? ` (${byHand} left to the owner)` : ''),
    `${held - seen.missing.length} of ${held}`,
    seen.errors.length,
  ];
  console.log(`| ${row.join(' | ')} |`);
  const wrong = {
    'the report': problems,
    'false alarms': falseAlarms,
    'asked before consent': seen.loud,
    'hidden before consent': seen.hidden,
    'broken before consent': seen.broken,
    'broken after Accept': seen.dead,
    'never came': seen.missing,
    'new page errors': seen.errors,
  };
  for (const [what, list] of Object.entries(wrong))
    if (list.length > 0) failures.push(`${site.title}, ${what}: ${list.join('; ')}`);
}
