import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './parts.mjs';

/** Evaluates `pack(services)` while building, so that a bundle with src/services/hosts.ts has no row of the table. */
export function packedServices() {
  const file = join(root, 'src/services/hosts.ts');
  return {
    name: 'packed-services',
    transform: {
      order: 'pre', // What is written in the file is in its source map, not what stands in its place.
      async handler(_code, id) {
        if (id !== file) return null;
        const text = JSON.stringify(await packed());
        const code = `import { unpack } from './compact.ts'; export const hosts = unpack(${text});`;
        return { code, map: { mappings: '' } };
      },
    },
  };
}

/** The text itself. */
export async function packed() {
  const stdin = {
    contents:
      "import { pack } from './compact.ts'; import { services } from './table.ts'; export default pack(services);",
    resolveDir: join(root, 'src/services'),
    loader: 'ts',
  };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  return (await import(address)).default;
}
