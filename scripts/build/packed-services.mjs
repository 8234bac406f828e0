import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './parts.mjs';

/** Evaluates `pack(services)` while building, so that a bundle with src/services/hosts.ts has no row of the table. */
export function packedServices() {
  const file = join(root, 'src/services/hosts.ts');
  return {
    name: 'packed-services',
    async load(id) {
      if (id !== file) return null;
      return `import { unpack } from './compact.ts'; export const hosts = unpack(${JSON.stringify(await packed())});`;
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
