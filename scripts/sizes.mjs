/**
 * What the built files weigh. `node scripts/sizes.mjs` prints the table, `--write` puts it into the README, between
 * `<!-- sizes:start -->` and `<!-- sizes:end -->`. The build tests hold both to the bytes and to the limits below.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './build/parts.mjs';

const languages = () =>
  readdirSync(join(root, 'dist/texts'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `texts/${file}`)
    .toSorted();

/** What a visitor downloads together, and the most it may weigh: bytes after brotli at its best level. */
export const budgets = () => [
  { what: 'the core, on every page', files: ['commsor.js'], limit: 9216 },
  {
    what: 'until the banner is on the screen, can be pressed and the answer is kept',
    files: ['commsor.js', 'prompt.js'],
    limit: 18_976,
  },
  { what: 'all that a first visit loads', files: ['commsor.js', 'prompt.js', 'idle.js'], limit: 22_592 },
  {
    what: 'all that a return visit loads after a yes',
    files: ['commsor.js', 'idle.js', 'reopen.js', 'stale-page.js'],
    limit: 21_056,
  },
  { what: 'the tag with the guard in it, for untagged tags', files: ['commsor.guarded.js'], limit: 15_904 },
  { what: 'the preferences, when reached for', files: ['preferences.js'], limit: 14_080 },
  { what: 'the panel that says why, where it is asked for', files: ['debug.js'], limit: 12_288 },
  { what: 'placeholders, where an embed is held back', files: ['placeholder.js'], limit: 2304 },
  { what: `the heaviest of ${languages().length} languages`, files: [heaviest(languages())], limit: 2256 },
  { what: 'the inline snippet, without rules', files: ['snippet.html'], limit: 2048 },
];

export const bytes = (file) => readFileSync(join(root, 'dist', file));

export const brotli = (file) =>
  brotliCompressSync(bytes(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

function heaviest(files) {
  return files.reduce((worst, file) => (brotli(file) > brotli(worst) ? file : worst));
}

const sum = (files, measure) => files.reduce((total, file) => total + measure(file), 0);

const number = (value) => value.toLocaleString('en-US');

export function table() {
  const rows = budgets().map(({ what, files, limit }) => {
    const names = files.map((file) => `\`${file}\``).join(' + ');
    const figures = [sum(files, brotli), limit, sum(files, (file) => bytes(file).length)].map(number);
    return `| ${what} | ${names} | ${figures.join(' | ')} |`;
  });
  return ['| what | files | brotli, bytes | limit | unpacked |', '|---|---|--:|--:|--:|', ...rows].join('\n');
}

const block = /(<!-- sizes:start -->\n)([\s\S]*?)(\n?<!-- sizes:end -->)/;

/** The table as the README has it now, or `null`. */
export const readmeTable = () => block.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[2] ?? null;

function writeReadme() {
  const file = join(root, 'README.md');
  const text = readFileSync(file, 'utf8');
  if (!block.test(text)) throw new Error('README.md has no <!-- sizes:start --> … <!-- sizes:end --> block');
  writeFileSync(
    file,
    text.replace(block, (_all, start, _old, end) => `${start}${table()}${end.startsWith('\n') ? end : `\n${end}`}`),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--write')) writeReadme();
  console.log(table());
}
