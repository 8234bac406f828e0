import { dirname, resolve } from 'node:path';
import { root } from './parts.mjs';

/**
 * Imports of these sources become imports of their finished files in the same folder, so that there is one copy.
 * @param {Record<string, string>} files source, relative to the root -> file as it is imported
 */
export function besideEntry(files) {
  const finished = new Map(Object.entries(files).map(([source, file]) => [resolve(root, source), file]));
  return {
    name: 'beside-entry',
    resolveDynamicImport(specifier, importer) {
      const file = typeof specifier === 'string' && finished.get(resolve(dirname(importer), specifier));
      return file ? { id: file, external: true } : null;
    },
    resolveId: {
      order: 'pre', // Before a plugin finds the source.
      handler(source, importer) {
        const file = importer && source.startsWith('.') && finished.get(resolve(dirname(importer), source));
        return file ? { id: file, external: true } : null;
      },
    },
  };
}
