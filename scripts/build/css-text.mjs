import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Features, transform } from 'lightningcss';

const prefix = '\0css-text:';

/**
 * `import css from './card.css'` gives the minified style sheet as a string, for constructable sheets.
 * A Rollup plugin; in Vitest it comes first (`enforce: 'pre'`), before Vite's own idea of CSS.
 * @returns {import('rollup').Plugin & { enforce: 'pre' }}
 */
export function cssText() {
  return {
    name: 'css-text',
    enforce: 'pre',
    resolveId(source, importer) {
      // The suffix hides the extension from Vite, which would treat the module as a style sheet again.
      if (source.endsWith('.css') && importer) return `${prefix}${resolve(dirname(importer), source)}.text`;
      return null;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = id.slice(prefix.length, -'.text'.length);
      this.addWatchFile(file);
      const { code, warnings } = transform({
        filename: file,
        code: readFileSync(file),
        minify: true,
        targets,
        exclude,
      });
      if (warnings.length > 0) this.error(`${file}: ${warnings.map((warning) => warning.message).join('; ')}`);
      return { code: `export default ${JSON.stringify(code.toString())};`, moduleSideEffects: false };
    },
  };
}

/** Nothing is rewritten for browsers older than these: they have constructable sheets and `:is()`. */
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = { chrome: version(105), firefox: version(110), safari: version(16, 4) };
/**
 * The style sheets ask for these by `@supports`; what they would be rewritten to only follows schemes declared in the
 * same sheet.
 */
const exclude = Features.LightDark;
