import { dirname, resolve } from 'node:path';
import { parts, root } from './parts.mjs';

/**
 * Makes `import('./prompt.ts')` in the npm entry load the finished part, `./prompt.js`.
 * Every other way to reach a part is an error: a part that is linked in statically is downloaded by everyone.
 * @param {{ literal: boolean, inside?: readonly string[] }} options `literal`: whether a literal `import()` is allowed
 *   (the tag must import absolute URLs); `inside`: the parts that are to be linked in
 */
export function lazyParts({ literal, inside = [] }) {
  const apart = Object.entries(parts()).filter(([name]) => !inside.includes(name));
  const files = new Map(apart.map(([name, source]) => [resolve(root, source), name]));
  const find = (source, importer) =>
    importer && source.startsWith('.') ? files.get(resolve(dirname(importer), source)) : undefined;

  return {
    name: 'lazy-parts',
    resolveId: {
      order: 'pre', // Before a plugin finds the source.
      handler(source, importer) {
        if (find(source, importer))
          this.error(`${importer} imports the part "${find(source, importer)}" statically: only types may do so`);
        return null;
      },
    },
    resolveDynamicImport(specifier, importer) {
      const name = typeof specifier === 'string' ? find(specifier, importer) : undefined;
      if (!name) return null;
      if (!literal)
        this.error(`${importer} imports the part "${name}" by a literal: the tag loads parts by absolute URL`);
      return { id: `./${name}.js`, external: true };
    },
  };
}
