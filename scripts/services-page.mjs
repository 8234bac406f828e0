/**
 * docs/services.md, made of services-page.md, the table of services and the guide to it. `npm run services` writes it;
 * a unit test holds the page to the tables.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './build/parts.mjs';

export const pageFile = 'docs/services.md';

/** The parts of the table, in the order of the page. */
const PARTS = [
  { name: 'analytics', title: 'Counting and recording visits' },
  { name: 'advertising', title: 'Advertising and mail' },
  { name: 'embeds', title: 'Videos, maps, posts, fonts' },
  { name: 'conversations', title: 'Chats, forms, appointments, payments' },
];

/** The page as it has to be. */
export async function page() {
  const tables = await load();
  const sections = PARTS.map(({ name, title }) => {
    const rows = Object.entries(tables[name]).map(([id, row]) =>
      line(id, row, tables.serviceGuide[id], tables.unverified.includes(id)),
    );
    return `## ${title}\n\n${[...HEAD, ...rows].join('\n')}\n`;
  });
  return [readFileSync(join(root, 'scripts/services-page.md'), 'utf8'), ...sections].join('\n');
}

const HEAD = ['| service | purpose, and why | tag, and consent call |', '|---|---|---|'];

/** Three columns, so that each has room: a page has no more for a table than for its text. */
const line = (id, { title, provider, purposes }, { reason, tagging, consentCall, depends }, isUnverified) =>
  `| ${[
    [code(id) + (isUnverified ? ' ¹' : ''), title, title === provider ? '' : provider],
    [`**${purposes.join(', ')}**: ${reason}`, depends && `Visitors miss **${depends.on}**. ${depends.instead}`],
    [tagging.html && code(tagging.html), tagging.note, ...callLines(consentCall)],
  ]
    .map((lines) =>
      lines
        .filter(Boolean)
        .join('<br>')
        .replaceAll('|', String.raw`\|`),
    )
    .join(' | ')} |`;

const callLines = (call) =>
  call
    ? [
        call.granted && `**Yes:** ${code(call.granted)}`,
        call.denied && `**No:** ${code(call.denied)}`,
        [call.note, call.source ? `[Source](${call.source.url})` : 'Not verified.'].filter(Boolean).join(' '),
      ]
    : [];

/** On one line, since a cell has no other. */
const code = (text) => `\`${text.replaceAll(/\s*\n\s*/g, ' ')}\``;

async function load() {
  const files = PARTS.map(({ name }) => `export * from './${name}.ts';`);
  const stdin = {
    contents: [...files, `export * from './guide/index.ts';`, `export * from './unverified.ts';`].join('\n'),
    resolveDir: join(root, 'src/services'),
    loader: 'ts',
  };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(join(root, pageFile), await page());
