/**
 * Bundles the command `consent` into dist/audit.mjs: one file with everything but the optional peers, so that who
 * installs the package gets no other with it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { cssText } from './css-text.mjs';
import { licencesOf } from './licences.mjs';
import { root } from './parts.mjs';

const dir = resolve(root, process.env.OUT_DIR ?? 'dist');
const { version, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Bundled packages in the old module format ask for Node's own by `require`, which a module does not have. */
const banner = [
  '#!/usr/bin/env node',
  "import { createRequire as createRequireOfNode } from 'node:module';",
  'const require = createRequireOfNode(import.meta.url);',
].join('\n');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/audit/cli.ts'],
  outfile: join(dir, 'audit.mjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  external: Object.keys(peerDependencies),
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: banner },
  legalComments: 'none',
  metafile: true,
  plugins: [styleSheets()],
});

const used = Object.entries(Object.values(metafile.outputs)[0].inputs).filter(([, { bytesInOutput }]) => bytesInOutput);
writeFileSync(join(dir, 'audit.licences.txt'), licencesOf(used.map(([file]) => join(root, file))));

/** The plugin of the other bundles, for esbuild. */
function styleSheets() {
  const { load } = cssText();
  return {
    name: 'css-text',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, ({ path }) => {
        const context = {
          addWatchFile: () => undefined,
          error: (message) => {
            throw new Error(message);
          },
        };
        return { contents: load.call(context, `\0css-text:${path}.text`).code };
      });
    },
  };
}
