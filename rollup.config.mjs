import { readFileSync, rmSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild, { minify as esbuildMinify } from 'rollup-plugin-esbuild';
import { besideEntry } from './scripts/build/beside-entry.mjs';
import { chosenLanguages } from './scripts/build/chosen-languages.mjs';
import { cssText } from './scripts/build/css-text.mjs';
import { entriesOnly } from './scripts/build/entries-only.mjs';
import { lazyParts } from './scripts/build/lazy-parts.mjs';
import { licences } from './scripts/build/licences.mjs';
import { packedTables } from './scripts/build/packed-tables.mjs';
import { pageDocument } from './scripts/build/page-document.mjs';
import { parts, root } from './scripts/build/parts.mjs';
import { scriptElement } from './scripts/build/script-element.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const dir = resolve(root, process.env.OUT_DIR ?? 'dist');
const licence = licences();

const plugins = [
  cssText(),
  nodeResolve({ browser: true, extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
  pageDocument(),
  packedTables(),
  esbuild({
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: false,
    define: { __VERSION__: JSON.stringify(version) },
  }),
  entriesOnly(),
  licence.collect,
];

/** A warning is a fault: an import that does not resolve, a cycle, a name that is not exported. */
const onwarn = (warning) => {
  throw Object.assign(new Error(warning.message), warning);
};

/**
 * Files that are called nearly whole as soon as they come: browsers that know explicit compile hints compile them
 * beside the main thread, instead of each function on it when it is called.
 */
const calledAtOnce = ['commsor.js', 'commsor.guarded.js', 'prompt', 'idle', 'reopen', 'stale-page'];

/** How the file of that name is minified. */
const traits = (name) => ({
  isCalledAtOnce: calledAtOnce.includes(name),
  // Packages declare with `var` all over a function: at its head these are one declaration.
  hoist_vars: name === 'preferences',
  // Inside the function that starts all, each other one would be parsed anew with it, see `claimSoon` in src/global.ts.
  reduce_funcs: name !== 'commsor.js',
});

const minify = (format, { isCalledAtOnce = false, ...compress } = {}) =>
  terser({
    // On a classic script Terser's `module` would drop the published global and "use strict".
    ...(format === 'es' ? { module: true } : {}),
    compress: {
      ecma: 2020,
      passes: 6,
      inline: 1,
      // In the one large file functions that stand together repeat themselves more, which brotli makes use of.
      hoist_funs: format === 'iife',
      keep_fargs: false,
      unsafe_arrows: true,
      ...compress,
    },
    format: {
      ecma: 2020,
      comments: false,
      ...(isCalledAtOnce ? { preamble: '//# allFunctionsCalledOnLoad' } : {}),
    },
  });

/** In a source map, where a source is in the package, wherever the package was built and into which folder. */
function sourcePath(source, map) {
  const file = resolve(dirname(map), source);
  const inPackage = /node_modules.*$/.exec(file)?.[0] ?? relative(root, file);
  const up = '../'.repeat(relative(dir, map).split(sep).length);
  return up + inPackage.split(sep).join('/');
}

const bundle = (format, input, { output, ...options } = {}) => ({
  onwarn,
  ...options,
  input,
  plugins: [...plugins, ...(options.plugins ?? [])],
  output: {
    dir,
    format,
    plugins: [minify(format)],
    sourcemap: true,
    sourcemapPathTransform: sourcePath,
    ...output,
  },
});

/** A classic script in one file. */
const classic = (source, file, extra = [], output = {}) =>
  bundle('iife', root + source, {
    plugins: extra,
    output: {
      entryFileNames: file,
      inlineDynamicImports: true,
      plugins: [minify('iife', traits(file))],
      ...output,
    },
  });

/** ES modules, named as in `names`: file in dist/ -> source. */
const modules = (names, options = {}) =>
  bundle('es', Object.fromEntries(Object.entries(names).map(([name, source]) => [name, root + source])), {
    ...options,
    output: { entryFileNames: '[name].js', ...options.output },
  });

/**
 * Parts are bundled apart from the entries and from each other, so none drags another in: a small pure module that two
 * of them use is in both. Preact and signals are in the preferences alone.
 */
function partBundles() {
  const isLanguage = ([name]) => name.startsWith('texts/');
  const all = Object.entries(parts());
  const single = all.filter((part) => !isLanguage(part));
  return [
    ...single.map(([name, source]) =>
      modules({ [name]: source }, { output: { plugins: [minify('es', traits(name))] } }),
    ),
    modules(Object.fromEntries(all.filter(isLanguage))),
  ];
}

export const bundles = () => [
  classic('src/tag.ts', 'commsor.js', [lazyParts({ literal: false })]),
  classic('src/guarded.ts', 'commsor.guarded.js', [lazyParts({ literal: false, inside: ['guard', 'services'] })]),
  // `LANGUAGES="en de" npm run build` puts those alone into it, instead of every language.
  classic('src/all.ts', 'commsor.all.js', [chosenLanguages(process.env.LANGUAGES)]),
  classic('src/snippet.ts', 'snippet.js', [scriptElement('snippet.html')], { sourcemap: false }),
  ...partBundles(),
  // What the npm entry need not know from the start.
  modules({ later: 'src/later-parts.ts' }, { plugins: [lazyParts({ literal: true })] }),
  modules(
    { index: 'src/index.ts' },
    {
      plugins: [besideEntry({ 'src/later-parts.ts': './later.js' }), lazyParts({ literal: true }), licence.emit],
      // Bundlers minify it once more, and make more of what Terser has not rearranged.
      output: { plugins: [esbuildMinify({ target: 'es2022' })] },
    },
  ),
  // What bundlers take under the condition "development": the same entry, behind the checker.
  modules(
    { 'index.development': 'src/development.ts' },
    { plugins: [besideEntry({ 'src/index.ts': './index.js', 'src/check/index.ts': './check.js' })] },
  ),
  // The table of services and the guide to it, for sites that read them; of the two visitors load the table at most.
  modules({ guide: 'src/services/guide/index.ts' }),
  modules(
    { 'services.index': 'src/services/index.ts' },
    {
      plugins: [besideEntry({ 'src/services/table.ts': './services.js', 'src/services/guide/index.ts': './guide.js' })],
      output: { sourcemap: false },
    },
  ),
  // The laws in full, for sites that read them; no visitor loads them.
  modules({ regions: 'src/regions/table.ts' }),
  // For the tests of a site; no visitor loads it.
  modules({ testing: 'src/testing/index.ts' }, { output: { plugins: [] } }),
];

export default () => {
  rmSync(dir, { recursive: true, force: true });
  return bundles();
};
