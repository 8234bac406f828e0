// A site of many pages: what each costs us, and whether the audit's memory grows with them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAudit } from './sites.mjs';

const PAGES = 120;
/** After so many views by the first visitor, memory is looked at. */
const STEPS = [20, 60, 120];

/** As a template writes them: the same tags on each, and a text of its own. */
const pageAt = (number) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Note ${number}</title>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-MANY123456"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-MANY123456');
</script>
</head>
<body>
<h1>Note ${number}</h1>
<iframe src="https://www.youtube.com/embed/film-${number}" width="560" height="315" title="Film ${number}"></iframe>
<img src="https://pixel.unknown-tracker.example/i.gif?page=${number}" width="1" height="1" alt="">
${'<p>A sentence that fills the page, as sentences do.</p>\n'.repeat(200)}
<a href="/note-${number + 1}.html">Next</a>
</body>
</html>
`;

/**
 * Runs inside the audit's process; the browser is another process, and not ours. The folder is served from here, so
 * every page that a visitor opens is a request.
 */
const PROBE = `
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
const peaks = {};
let views = 0;
const peak = () => process.resourceUsage().maxRSS / 1024;
subscribe('http.server.request.start', ({ request }) => {
  if (/note-\\d+\\.html$/.test(request.url)) peaks[++views] = peak();
});
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.AUDIT_PROBE, JSON.stringify({ cpu: (user + system) / 1e6, peaks, views, end: peak() }));
});
`;

/** @returns seconds of our CPU a page, and the peak of memory in MB, by the number of views behind it */
export async function measureManyPages({ browser, work }) {
  const folder = join(work, 'many');
  mkdirSync(folder);
  for (let page = 1; page <= PAGES; page++) writeFileSync(join(folder, `note-${page}.html`), pageAt(page));
  const probe = join(work, 'probe.mjs');
  writeFileSync(probe, PROBE);
  const result = join(work, 'many.probe.json');
  const args = [folder, '--pages', String(PAGES), '--json', join(work, 'many.report.json')];
  const options = { browser, cwd: work, node: ['--import', probe], env: { AUDIT_PROBE: result } };
  const { code, stderr } = await runAudit(args, options);
  if (code !== 1) throw new Error(`The audit of ${PAGES} pages ended with ${code}: ${stderr}`);
  const { cpu, peaks, views, end } = JSON.parse(readFileSync(result, 'utf8'));
  const report = JSON.parse(readFileSync(join(work, 'many.report.json'), 'utf8'));
  const rows = [...STEPS.map((step) => ({ views: step, peak: peaks[step] })), { views, peak: end }];
  return { pages: report.pages.length, cpu: cpu / report.pages.length, rows };
}
