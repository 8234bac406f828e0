import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const allowed: [file: string, imported: string][] = [
  ['src/model/decision.ts', '../api.ts'],
  ['src/model/decision.ts', './record.ts'],
  ['src/gate/index.ts', '../model/expression.ts'],
  ['src/gate/index.ts', './scripts.ts'],
  ['src/ui/banner/index.ts', '../../model/decision.ts'],
  ['src/ui/banner/index.ts', '../styles/base.css'],
  ['src/answer/cookie-store.ts', 'js-cookie'],
  ['src/answer/index.ts', './cookie-store.ts'],
  ['src/consent.ts', './gate/index.ts'],
  ['src/store.ts', './listeners.ts'],
  ['src/named-services.ts', './store.ts'],
  ['src/consent.ts', './integrations/google/index.ts'],
  ['src/ui/preferences/index.tsx', 'preact'],
  ['src/ui/preferences/index.tsx', '@preact/signals'],
  ['src/ui/texts/de.ts', '../../api.ts'],
  ['src/integrations/google/index.ts', '../../model/google-map.ts'],
  ['src/guard/index.ts', '../model/match.ts'],
  ['src/guard/index.ts', '../page.ts'],
  ['src/check/index.ts', '../model/config.ts'],
  ['src/regions/locate.ts', '../stored-record.ts'],
  ['src/tag.ts', './consent.ts'],
  ['src/index.ts', './consent.ts'],
  ['src/debug/read.ts', '../answer/visible-names.ts'],
  ['src/audit/edits.ts', 'parse5'],
  ['src/audit/naming.ts', '../services/table.ts'],
  ['src/audit/advice.ts', '../services/guide/index.ts'],
  ['src/services/guide/embeds.ts', '../embeds.ts'],
  ['src/services/index.ts', './guide/index.ts'],
];

const forbidden: [file: string, imported: string][] = [
  ['src/api.ts', './model/config.ts'],
  ['src/page.ts', './api.ts'],
  ['src/model/config.ts', '../page.ts'],
  ['src/model/decision.ts', '../stored-record.ts'],
  ['src/model/decision.ts', '../ui/banner/index.ts'],
  ['src/model/record.ts', 'js-cookie'],
  ['src/answer/index.ts', 'js-cookie'],
  ['src/answer/index.ts', '../consent.ts'],
  ['src/answer/index.ts', '../gate/index.ts'],
  ['src/gate/embeds/index.ts', '../../answer/index.ts'],
  ['src/gate/index.ts', '../consent.ts'],
  ['src/gate/index.ts', '../stored-record.ts'],
  ['src/gate/index.ts', '../ui/placeholder/index.ts'],
  ['src/consent.ts', './answer/index.ts'],
  ['src/listeners.ts', './answer/index.ts'],
  ['src/consent.ts', 'preact'],
  ['src/consent.ts', './ui/banner/index.ts'],
  ['src/ui/banner/index.ts', '../../consent.ts'],
  ['src/ui/banner/index.ts', '../../integrations/google/index.ts'],
  ['src/ui/banner/index.ts', '../../receipt.ts'],
  ['src/ui/banner/index.ts', 'preact'],
  ['src/ui/banner/index.ts', '@preact/signals'],
  ['src/ui/banner/index.ts', 'js-cookie'],
  ['src/ui/preferences/index.tsx', '../../consent.ts'],
  ['src/integrations/google/index.ts', '../../consent.ts'],
  ['src/debug/index.ts', '../answer/sweep.ts'],
  ['src/debug/index.ts', '../gate/index.ts'],
  ['src/debug/index.ts', '../ui/banner/index.ts'],
  ['src/tag.ts', 'preact'],
  ['src/audit/naming.ts', '../store.ts'],
  ['src/services/table.ts', '../audit/naming.ts'],
  ['src/services/table.ts', './guide/index.ts'],
  ['src/debug/naming.ts', '../services/guide/index.ts'],
  ['src/regions/locate.ts', '../consent.ts'],
  ['src/anything-new/index.ts', '../consent.ts'],
];

const functionOf = (lines: number) => `export function f() {\n${'  close();\n'.repeat(lines - 2)}}\n`;

/** Where functions have at most 80 lines. */
const measured = [
  'src/model/config.ts',
  'src/ui/card.tsx',
  'scripts/sizes.mjs',
  'demo/server/site.mjs',
  'rollup.config.mjs',
];

const refused = [
  {
    what: 'an empty catch',
    path: 'src/model/config.ts',
    text: 'try { close(); } catch {}\n',
    rule: 'eslint(no-empty)',
  },
  { what: 'eval', path: 'src/model/config.ts', text: "eval('1');\n", rule: 'eslint(no-eval)' },
  {
    what: 'new Function',
    path: 'src/model/config.ts',
    text: "export const f = new Function('return 1');\n",
    rule: 'eslint(no-new-func)',
  },
  {
    what: 'any',
    path: 'src/model/config.ts',
    text: 'export const a = (b: any) => b;\n',
    rule: 'typescript(no-explicit-any)',
  },
  {
    what: 'a type check switched off',
    path: 'src/model/config.ts',
    text: '// @ts-ignore\nclose();\n',
    rule: 'typescript(ban-ts-comment)',
  },
  {
    what: 'markup as a prop',
    path: 'src/ui/card.tsx',
    text: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n',
    rule: 'react(no-danger)',
  },
  ...measured.map((path) => ({
    what: `a function of 81 lines in ${path}`,
    path,
    text: functionOf(81),
    rule: 'eslint(max-lines-per-function)',
  })),
  {
    what: 'a focused test',
    path: 'test/unit/a.test.ts',
    text: "test.only('a', () => {});\n",
    rule: 'jest(no-focused-tests)',
  },
  {
    what: 'a skipped test',
    path: 'test/e2e/a.spec.ts',
    text: "test.skip('a', () => {});\n",
    rule: 'jest(no-disabled-tests)',
  },
];

/** Every sample gets a folder with the project's own lint rules; all are linted in one run. */
let folder: string;
const samples: { path: string; text: string }[] = [];
const broken = new Map<number, Set<string>>();

/** The rules that `text` as the file `path` breaks, once the tests run. */
function lint(path: string, text: string): () => string[] {
  const index = samples.push({ path, text }) - 1;
  return () => [...(broken.get(index) ?? [])];
}

const loads = (imported: string) => ({
  now: `export * from '${imported}';\n`,
  later: `export const load = () => import('${imported}');\n`,
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-lint-'));
  for (const [index, { path, text }] of samples.entries()) {
    const file = join(folder, `${index}`, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, `${index}`, '.oxlintrc.json'));
  }
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { code, filename } of JSON.parse(stdout).diagnostics) {
    const index = Number.parseInt(filename, 10);
    broken.set(index, (broken.get(index) ?? new Set()).add(code));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('imports go one way', () => {
  for (const [file, imported] of allowed) {
    const rules = lint(file, loads(imported).now);
    test(`${file} may import ${imported}`, () => expect(rules()).toEqual([]));
  }

  for (const [file, imported] of forbidden) {
    const now = lint(file, loads(imported).now);
    const later = lint(file, loads(imported).later);
    test(`${file} may not import ${imported}, at once or later`, () => {
      expect(now()).toEqual(['eslint(no-restricted-imports)']);
      expect(later()).toEqual(['eslint(no-restricted-imports)']);
    });
  }
});

describe('lint refuses', () => {
  for (const { what, path, text, rule } of refused) {
    const rules = lint(path, text);
    test(what, () => expect(rules()).toContain(rule));
  }
});

describe('lint takes', () => {
  for (const path of measured) {
    const rules = lint(path, functionOf(80));
    test(`a function of 80 lines in ${path}`, () => expect(rules()).toEqual([]));
  }
});
