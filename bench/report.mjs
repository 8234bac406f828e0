// Medians and ratios of a run as Markdown, and their place in docs/benchmark.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { baselines, tools, yardstick } from './tools.mjs';

const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];

/** In milliseconds. Which of two paints within one frame came first is chance. */
const frame = 1000 / 60;

const rounded = (value) => Math.round(value).toLocaleString('en-US');
const time = (value) => (Math.abs(value) >= 10 ? rounded(value) : value.toFixed(1));

/**
 * A row of the comparison: the median of `key` in a measure under a variant. `added`: less what the bare page has in
 * the same round;
 * `page`: the first column shows the page without a tool; `plain`: no ratio; `least`: no ratio either where both values
 * are below.
 */
const row = (label, measure, variant, key, options = {}) => ({
  label,
  measure,
  variant,
  key,
  show: time,
  page: true,
  ...options,
});
const conditions = { plain: '', cpu: ', 4× slower CPU', network: ', slow 4G' };
const rowsFor = (variants, label, measure, key, options) =>
  variants.map((variant) => row(label + conditions[variant], measure, variant, key, options));
const everywhere = Object.keys(conditions);
const processor = ['plain', 'cpu'];

const addedBytes = { show: rounded, page: false, added: true };
const fetched = { show: rounded, page: false, plain: true };

const sections = {
  'First visit': [
    row('Bytes until the banner can be used', 'banner', 'plain', 'bytes', addedBytes),
    row('Requests until then', 'banner', 'plain', 'requests', fetched),
    row('Bytes later, when idle', 'banner', 'plain', 'laterBytes', fetched),
    ...rowsFor(everywhere, 'Banner can be used, ms', 'banner', 'usable'),
    ...rowsFor(processor, 'Script, ms of CPU', 'work', 'script', { added: true }),
    ...rowsFor(processor, 'All main-thread work, ms of CPU', 'work', 'tasks', { added: true }),
  ],
  'Return visit, everything allowed, ten tags': [
    row('Bytes until a tag runs, empty cache', 'return', 'plain', 'cold bytes', addedBytes),
    row('Requests until then', 'return', 'plain', 'cold requests', fetched),
    row('Bytes later, when idle', 'return', 'plain', 'cold laterBytes', fetched),
    row('Bytes, warm cache', 'return', 'plain', 'warm bytes', { ...addedBytes, plain: true }),
    ...rowsFor(everywhere, 'First tag runs, empty cache, ms', 'return', 'cold first'),
    ...rowsFor(everywhere, 'First tag runs, warm cache, ms', 'return', 'warm first'),
    ...rowsFor(processor, 'Script, warm cache, ms of CPU', 'return', 'warm script', { added: true }),
  ],
  Accept: [
    ...rowsFor(everywhere, 'Next paint with 30 tags, ms', 'thirty', 'paint', { least: frame }),
    ...rowsFor(everywhere, 'Next paint with 1,000 tags, ms', 'thousand', 'paint', { least: frame }),
    ...rowsFor(processor, 'Longest task with 1,000 tags, ms', 'thousand', 'longest', {
      show: (value) => (value < 50 ? 'under 50' : time(value)),
      plain: true,
    }),
    ...rowsFor(everywhere, 'Next paint with ten external tags, ms', 'ten', 'paint', { least: frame }),
    ...rowsFor(everywhere, 'Last of ten external tags, ms', 'ten', 'last'),
    row('In document order', 'ten', 'plain', 'inOrder', { show: (value) => (value === 1 ? 'yes' : 'no'), plain: true }),
  ],
};

export function report({ about, results }) {
  const introduction =
    `Chromium ${about.browser}, ${about.cores} cores, ${about.date}. ` +
    `Medians of ${about.rounds} interleaved runs; in brackets the ratio to ${yardstick}. ` +
    'Bytes (brotli), script and work are what a tool adds to the page, whose own are in the first column; for Accept ' +
    'that is a bare button which inserts the tags.';
  return [introduction, comparison(about, results), growth(results), withdrawal(results)].filter(Boolean).join('\n\n');
}

function comparison(about, results) {
  const present = tools.filter((tool) => about.tools.includes(tool.name));
  const cells = (line) => {
    const byTool = results[line.measure][line.variant];
    const bare = byTool[Object.keys(byTool).find((name) => baselines[name])];
    const addedBy = (name) =>
      median(byTool[name].map((record, i) => record?.[line.key] - (line.added ? bare[i]?.[line.key] : 0)));
    const standard = byTool[yardstick] && !line.plain ? addedBy(yardstick) : null;
    return [
      line.label,
      line.page ? shown(line, median(bare.map((record) => record?.[line.key]))) : '–',
      ...present.map(({ name }) => {
        const value = addedBy(name);
        const tells =
          name !== yardstick && value !== null && standard > 0 && Math.max(value, standard) > (line.least ?? 0);
        return shown(line, value) + (tells ? ` (${(value / standard).toFixed(2)}×)` : '');
      }),
    ];
  };
  const body = Object.entries(sections).flatMap(([title, lines]) => {
    const measured = lines.filter(({ measure }) => results[measure]);
    return measured.length ? [[`**${title}**`, '', ...present.map(() => '')], ...measured.map(cells)] : [];
  });
  return body.length ? table(['', 'no tool', ...present.map((tool) => `${tool.title} ${tool.version}`)], body) : '';
}

function growth({ growth: byCount }) {
  if (!byCount) return '';
  const at = (count, key, name = 'ours') =>
    shown({ show: time }, median(byCount[count][name].map((record) => record?.[key])));
  const rows = Object.keys(byCount).map((count) => [
    rounded(Number(count)),
    at(count, 'scan'),
    at(count, 'scanLongest'),
    at(count, 'scanTask'),
    at(count, 'scanTask', 'inert'),
    at(count, 'release'),
    at(count, 'releaseLongest'),
    at(count, 'releaseTask'),
  ]);
  const head = [
    'Tagged elements',
    'Finding them',
    'longest stretch',
    'longest task',
    'the same page without us',
    'Releasing them',
    'longest stretch',
    'longest task',
  ];
  const introduction =
    'Our own growth with the number of tagged elements in one page, ms of CPU. ' +
    'A stretch is script within one task; a task holds the browser’s own work too.';
  return `${introduction}\n\n${table(head, rows)}`;
}

function withdrawal({ withdrawal: byCount }) {
  if (!byCount) return '';
  return Object.entries(byCount)
    .map(([count, { ours }]) => {
      const of = (key, show = time) => shown({ show }, median(ours.map((record) => record?.[key])));
      return (
        `A withdrawal from every service of the table, with ${count} of their cookies set: ` +
        `${of('all', rounded)} writes of cookies, ${of('absent', rounded)} of them for a name that was not there; ` +
        `longest stretch ${of('longest')}, longest task ${of('longestTask')} ms of CPU.`
      );
    })
    .join('\n');
}

const shown = ({ show }, value) => (value === null ? '–' : show(value));

function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}

/** Puts the report between the markers of the file; says whether they were there. */
export function writeInto(file, markdown) {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) return false;
  writeFileSync(file, `${text.slice(0, from + start.length)}\n${markdown}\n${text.slice(to)}`);
  return true;
}
