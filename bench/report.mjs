// Medians and ratios of a run as Markdown, and their place in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { baselines, tools, yardstick } from './tools.mjs';

const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const format = (value) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value < 10 ? 1 : 0));
const whole = (value) => Math.round(value).toLocaleString('en-US');

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}

/** Which of two paints within one frame came first is chance: `frames` rows show no ratio then. In milliseconds. */
const frame = 1000 / 60;

/** One row of the comparison: `key` of a measure under a variant; `over`: the baseline is subtracted round by round. */
const row = (label, measure, variant, key, options = {}) => ({ label, measure, variant, key, ...options });
const titles = { plain: '', cpu: ', 4× slower CPU', network: ', slow 4G' };
const each = (label, measure, key, options = {}, variants = Object.keys(titles)) =>
  variants.map((variant) => row(label + titles[variant], measure, variant, key, options));

const rows = [
  'First visit',
  row('Bytes until the banner can be used', 'banner', 'plain', 'bytes', { show: whole, over: true }),
  row('Requests until then', 'banner', 'plain', 'requests', { show: whole, ratio: false }),
  row('Bytes fetched later, when idle', 'banner', 'plain', 'laterBytes', { show: whole, ratio: false }),
  ...each('Banner can be used, ms', 'banner', 'usable'),
  ...each('Script, ms of CPU', 'work', 'script', { over: true }, ['plain', 'cpu']),
  ...each('All main-thread work, ms of CPU', 'work', 'tasks', { over: true }, ['plain', 'cpu']),
  'Return visit, everything allowed, ten tags',
  row('Bytes, empty cache', 'return', 'plain', 'cold bytes', { show: whole, over: true }),
  row('Requests, empty cache', 'return', 'plain', 'cold requests', { show: whole, ratio: false }),
  row('Bytes, warm cache', 'return', 'plain', 'warm bytes', { show: whole, over: true, ratio: false }),
  ...each('First tag runs, empty cache, ms', 'return', 'cold first'),
  ...each('First tag runs, warm cache, ms', 'return', 'warm first'),
  ...each('Script, warm cache, ms of CPU', 'return', 'warm script', { over: true }, ['plain', 'cpu']),
  'Accept',
  ...each('Next paint with 30 tags, ms', 'thirty', 'paint', { frames: true }),
  ...each('Next paint with 1,000 tags, ms', 'thousand', 'paint', { frames: true }),
  ...each('Longest task with 1,000 tags, ms', 'thousand', 'longest', { show: (value) => (value < 50 ? 'under 50' : format(value)), ratio: false }, ['plain', 'cpu']),
  ...each('Next paint with ten external tags, ms', 'ten', 'paint', { frames: true }),
  ...each('Last of ten external tags, ms', 'ten', 'last'),
  row('In document order', 'ten', 'plain', 'inOrder', { show: (value) => (value === 1 ? 'yes' : 'no'), ratio: false }),
];

export function report({ about, results }) {
  const present = tools.filter((tool) => about.tools.includes(tool.name));
  const baselineOf = (measure) => Object.keys(results[measure]?.[Object.keys(results[measure])[0]] ?? {}).find((name) => baselines[name]);

  const value = ({ measure, variant, key, over }, name) => {
    const records = results[measure]?.[variant]?.[name];
    if (!records) return null;
    const bare = over && !baselines[name] ? results[measure][variant][baselineOf(measure)] : null;
    return median(records.map((record, i) => record?.[key] - (bare ? bare[i]?.[key] : 0)));
  };
  const cell = (line, name) => {
    const own = value(line, name);
    if (own === null) return '–';
    const other = name === yardstick || line.ratio === false || baselines[name] ? null : value(line, yardstick);
    const tells = other > 0 && !(line.frames && own <= frame && other <= frame);
    return (line.show ?? format)(own) + (tells ? ` (${(own / other).toFixed(2)}×)` : '');
  };

  const comparison = rows.flatMap((line) => {
    if (typeof line === 'string') return [[`**${line}**`, ...Array(present.length + 1).fill('')]];
    if (!results[line.measure]) return [];
    const bare = baselineOf(line.measure);
    const bareCell = bare && line.measure !== 'banner' && !/^Bytes|^Requests/.test(line.label) ? cell(line, bare) : '–';
    return [[line.label, bareCell, ...present.map((tool) => cell(line, tool.name))]];
  });
  const filled = comparison.filter((cells, i) => !cells[0].startsWith('**') || (comparison[i + 1] && !comparison[i + 1][0].startsWith('**')));
  const parts = [
    `Chromium ${about.browser}, ${about.cores} cores, ${about.date}. Medians of ${about.rounds} interleaved runs; in brackets the ratio to ${yardstick}. `
      + 'Bytes, script and work are what a tool adds to the page, whose own are in the first column.',
  ];
  if (filled.length) parts.push(table(['', 'no tool', ...present.map((tool) => `${tool.title} ${tool.version}`)], filled));

  if (results.growth) {
    const at = (count, key, name = 'ours') => {
      const found = value({ measure: 'growth', variant: count, key }, name);
      return found === null ? '–' : format(found);
    };
    parts.push(
      'Our own growth with the number of tagged elements in one page, ms of CPU; a task is what the browser does at one go, its own work included.',
      table(
        ['Elements', 'Finding them', 'Longest stretch', 'Longest task', 'The same without us', 'Releasing them', 'Longest stretch', 'Longest task'],
        Object.keys(results.growth).map((count) => [
          Number(count).toLocaleString('en-US'), at(count, 'scan'), at(count, 'scanLongest'), at(count, 'scanTask'), at(count, 'scanTask', 'inert'),
          at(count, 'release'), at(count, 'releaseLongest'), at(count, 'releaseTask'),
        ]),
      ),
    );
  }
  return parts.join('\n\n');
}

/** Puts the report between the markers of the file; says whether they were there. */
export function writeInto(file, markdown) {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) return false;
  writeFileSync(file, `${text.slice(0, from + start.length)}\n${markdown}\n${text.slice(to)}`);
  return true;
}
