import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { cssText } from './scripts/build/css-text.mjs';
import { pageDocument } from './scripts/build/page-document.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The packages that ship, as they ship; and who has to meet the same Preact. */
const inline = [/\/node_modules\/(?:js-cookie|preact|@preact|@testing-library\/preact)\//];

const project = (name: string, environment: 'node' | 'happy-dom', rest = {}) => ({
  plugins: [cssText(), pageDocument({ skipped: ['@testing-library/preact'] })],
  define: { __VERSION__: JSON.stringify(version) },
  esbuild: { jsx: 'automatic' as const, jsxImportSource: 'preact' },
  test: {
    name,
    environment,
    testTimeout: 60_000,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    server: { deps: { inline } },
    ...rest,
  },
});

export default defineConfig({
  test: {
    projects: [
      // A test that needs a document asks for it: `// @vitest-environment happy-dom` in its first line.
      project('unit', 'node'),
      project('component', 'happy-dom'),
      // These read dist/, so they come after `npm run build`.
      project('build', 'node', { testTimeout: 300_000 }),
      // So do these, in a WebKitGTK whose driver has one session at a time.
      project('webkit', 'node', { globalSetup: 'test/support/webkit-driver.ts', fileParallelism: false }),
    ],
  },
});
