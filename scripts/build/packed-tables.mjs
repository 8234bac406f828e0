import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './parts.mjs';

/** Files that hold a table in few bytes: the folder, the file in it with what that exports, the export of the table. */
const TABLES = [
  { folder: 'src/services', file: 'hosts.ts', name: 'hosts', table: 'services' },
  { folder: 'src/regions', file: 'rules.ts', name: 'recommended', table: 'regions' },
];

/** Packs the tables while building, so that a bundle with such a file has no row of the table. */
export function packedTables() {
  return {
    name: 'packed-tables',
    transform: {
      order: 'pre', // What is written in the file is in its source map, not what stands in its place.
      async handler(_code, id) {
        const found = TABLES.find(({ folder, file }) => id === join(root, folder, file));
        if (!found) return null;
        const text = JSON.stringify(await packed(found.table));
        const code = `import { unpack } from './compact.ts'; export const ${found.name} = unpack(${text});`;
        return { code, map: { mappings: '' } };
      },
    },
  };
}

/** The text of a table: `services` or `regions`. */
export async function packed(table) {
  const { folder } = TABLES.find((one) => one.table === table);
  const stdin = {
    contents: [
      `import { pack } from './compact.ts';`,
      `import * as it from './table.ts';`,
      `export default pack(it.${table});`,
    ].join('\n'),
    resolveDir: join(root, folder),
    loader: 'ts',
  };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  return (await import(address)).default;
}
