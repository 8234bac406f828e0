import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { filesUnder } from '../support/dist.ts';

/** These two hold samples of what is forbidden. */
const samples = ['test/build/source.test.ts', 'test/build/lint.test.ts'];

/** Lines of the files under `folder` that match, as `path:line: text`. */
function find(folder: string, pattern: RegExp): string[] {
  return filesUnder(join(root, folder))
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !samples.includes(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}

const anyOf = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'));

test.each([
  // One place may: what a released tag hands to `document.write` is its own markup, and Trusted Types still judge it.
  {
    what: 'markup made from strings',
    pattern: anyOf(
      /\.(?:inner|outer)HTML\s*=(?!=)/,
      /\.(?:insertAdjacentHTML|setHTMLUnsafe)\(/,
      /(?<!const fragment = range)\.createContextualFragment\(/,
    ),
  },
  { what: 'code made from text', pattern: /\beval\(|new Function\b/ },
  { what: 'an error swallowed', pattern: /catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*\{\s*\}\)/ },
  { what: 'a type given up', pattern: /\bas any\b|: any\b|<any>|@ts-(ignore|nocheck|expect-error)/ },
  { what: 'a lint rule switched off', pattern: /(oxlint|eslint)-disable/ },
  // The snippet stands before everything that could hide a property.
  {
    what: 'the document read past its prototype',
    pattern: /(?<![\w.'`] ?|called )(?:document\.(?!location\b)[a-z]|document\[)|Reflect\.[gs]et\(document,/,
    except: 'src/snippet.ts',
  },
])('src has no line with $what', ({ pattern, except }) => {
  const comments = /^\s*(?:\*|\/\/|\/\*)/;
  expect(
    find('src', pattern).filter(
      (line) => !comments.test(line.replace(/^\S+ /, '')) && !(except && line.startsWith(except)),
    ),
  ).toEqual([]);
});

test.each(['src', 'scripts', 'bench', 'demo', 'test', '.'])('%s has no line over 120 columns', (folder) => {
  // Marks that stand above or below a letter take no column.
  const isLong = (line: string) => [...line.replace(/\p{Mn}/gu, '')].length > 120;
  // At the root the configurations of our tools; what others have written is theirs.
  const names = folder === '.' ? readdirSync(root) : filesUnder(join(root, folder));
  const files = names.filter((name) => /\.(tsx?|m?js|css)$/.test(name)).map((name) => posix.join(folder, name));
  const lines = files
    .filter((file) => !file.startsWith('demo/vendors/'))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (isLong(line) ? [`${file}:${index + 1}`] : [])),
    );
  expect(files).not.toEqual([]);
  expect(lines).toEqual([]);
});

test.each([
  {
    what: 'skipped, focused or expected to fail',
    pattern: /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|skipIf|runIf|only|fixme|todo|fails?)\b/,
  },
  { what: 'retried', pattern: /\bretr(?:y|ies)\s*:\s*[1-9]/ },
  // A turn of the event loop is none, nor is a look every millisecond: a sleep waits a fixed time and hopes.
  {
    what: 'slept through',
    pattern:
      /waitForTimeout|new Promise(?:<\w+>)?\(\(?\w*\)?\s*=>\s*setTimeout\(\w+,\s*\d{2,}|from 'node:timers\/promises'/,
  },
  { what: 'a snapshot of markup', pattern: /toMatch(?:Inline)?Snapshot/ },
])('no test is $what', ({ pattern }) => {
  expect(find('test', pattern)).toEqual([]);
});
