import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { compile } from 'svelte/compiler';
import { root } from '../../scripts/setup.mjs';

/** A file of a package as it is published. */
export const libraryFile = (path: string) => readFileSync(join(root, 'node_modules', path), 'utf8');

/** A page's own program, bundled with the packages that it imports, or with others in their place. */
export function bundleApp(source: string, inPlace: Record<string, string> = {}): string {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'jsx' },
    bundle: true,
    write: false,
    jsx: 'automatic',
    format: 'iife',
    alias: { vue: 'vue/dist/vue.esm-bundler.js', ...inPlace },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  return outputFiles[0]?.text ?? '';
}

/** A component of Svelte as a program that mounts it in `#app`. */
export function bundleSvelte(source: string): string {
  const { js } = compile(source, { generate: 'client', name: 'App' });
  return bundleApp(
    `import { mount } from 'svelte'; ${js.code}; mount(App, { target: document.getElementById('app') });`,
  );
}
