import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const allowed: [file: string, imported: string][] = [
  ['src/core/decision.ts', '../types.ts'],
  ['src/core/settled/keeper.ts', 'js-cookie'],
  ['src/core/settled/index.ts', './keeper.ts'],
  ['src/core/sweep.ts', 'js-cookie'],
  ['src/core/storage.ts', './record.ts'],
  ['src/core/gate/index.ts', '../expression.ts'],
  ['src/core/gate/index.ts', './scripts.ts'],
  ['src/core/consent.ts', './gate/index.ts'],
  ['src/ui/banner/index.tsx', 'preact'],
  ['src/ui/banner/index.tsx', '../../types.ts'],
  ['src/ui/banner/index.tsx', '../styles/base.css'],
  ['src/ui/preferences/index.tsx', '@preact/signals'],
  ['src/ui/texts/de.ts', '../../types.ts'],
  ['src/ui/contrast.ts', '../types.ts'],
  ['src/integrations/google/index.ts', '../../types.ts'],
  ['src/integrations/google/index.ts', './stub.ts'],
  ['src/tag.ts', './core/consent.ts'],
  ['src/index.ts', './core/consent.ts'],
];

const forbidden: [file: string, imported: string][] = [
  ['src/types.ts', './core/config.ts'],
  ['src/core/config.ts', './decision.ts'],
  ['src/core/record.ts', './storage.ts'],
  ['src/core/storage.ts', './consent.ts'],
  ['src/core/decision.ts', './storage.ts'],
  ['src/core/decision.ts', '../ui/banner/index.tsx'],
  ['src/core/decision.ts', './gate/index.ts'],
  ['src/core/storage.ts', 'js-cookie'],
  ['src/core/settled/index.ts', 'js-cookie'],
  ['src/core/settled/index.ts', '../consent.ts'],
  ['src/core/embeds/index.ts', '../settled/index.ts'],
  ['src/core/consent.ts', './settled/index.ts'],
  ['src/core/consent.ts', 'preact'],
  ['src/core/consent.ts', '../ui/banner/index.tsx'],
  ['src/core/consent.ts', '../index.ts'],
  ['src/core/gate/index.ts', '../consent.ts'],
  ['src/core/gate/index.ts', '../storage.ts'],
  ['src/core/gate/index.ts', '../../ui/placeholder/index.ts'],
  ['src/ui/banner/index.tsx', '../../core/decision.ts'],
  ['src/ui/banner/index.tsx', '../../integrations/google/index.ts'],
  ['src/ui/banner/index.tsx', '../../receipt.ts'],
  ['src/ui/contrast.ts', '../core/config.ts'],
  ['src/ui/banner/index.tsx', '@preact/signals'],
  ['src/ui/banner/index.tsx', 'js-cookie'],
  ['src/ui/preferences/index.tsx', '../../core/consent.ts'],
  ['src/integrations/google/index.ts', '../../core/consent.ts'],
  ['src/integrations/google/index.ts', '../other/index.ts'],
  ['src/debug/index.ts', '../core/gate/index.ts'],
  ['src/debug/index.ts', '../ui/banner/index.tsx'],
  ['src/receipt.ts', './core/record.ts'],
  ['src/tag.ts', 'preact'],
  ['src/anything-new/index.ts', '../core/consent.ts'],
];

const refused = [
  { what: 'an empty catch', path: 'src/core/config.ts', text: 'try { close(); } catch {}\n', rule: 'eslint(no-empty)' },
  { what: 'eval', path: 'src/core/config.ts', text: "eval('1');\n", rule: 'eslint(no-eval)' },
  { what: 'new Function', path: 'src/core/config.ts', text: "export const f = new Function('return 1');\n", rule: 'eslint(no-new-func)' },
  { what: 'any', path: 'src/core/config.ts', text: 'export const a = (b: any) => b;\n', rule: 'typescript(no-explicit-any)' },
  { what: 'a type check switched off', path: 'src/core/config.ts', text: '// @ts-ignore\nclose();\n', rule: 'typescript(ban-ts-comment)' },
  { what: 'markup as a prop', path: 'src/ui/card.tsx', text: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n', rule: 'react(no-danger)' },
  { what: 'a focused test', path: 'test/unit/a.test.ts', text: "test.only('a', () => {});\n", rule: 'jest(no-focused-tests)' },
  { what: 'a skipped test', path: 'test/e2e/a.spec.ts', text: "test.skip('a', () => {});\n", rule: 'jest(no-disabled-tests)' },
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

const loads = (imported: string) => ({ now: `export * from '${imported}';\n`, later: `export const load = () => import('${imported}');\n` });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-lint-'));
  for (const [index, { path, text }] of samples.entries()) {
    const file = join(folder, `${index}`, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, `${index}`, '.oxlintrc.json'));
  }
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'], { cwd: folder, encoding: 'utf8' });
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
