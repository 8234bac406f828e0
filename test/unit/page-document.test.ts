import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { describe, expect, test } from 'vitest';
import { pageDocument } from '../../scripts/build/page-document.mjs';
import { root } from '../../scripts/setup.mjs';

const installed = (file: string) => readFileSync(join(root, 'node_modules', file), 'utf8');
const preact = installed('preact/dist/preact.mjs');
const jsCookie = installed('js-cookie/dist/js.cookie.mjs');

/** The same program with other names, to stand for the next version of a package. */
async function minifiedAnew(code: string): Promise<string> {
  const { code: renamed } = await transform(code, { minify: true, format: 'esm' });
  expect(renamed.trim()).not.toBe(code.trim());
  return renamed;
}

/** What the build makes of `code` as a file of `name`. */
async function build(name: string, code: string): Promise<string> {
  const id = `/node_modules/${name}/dist/index.mjs`;
  const bundle = await rollup({
    input: id,
    external: /page\.ts$/,
    onwarn(warning) {
      throw new Error(warning.message);
    },
    plugins: [
      {
        name: 'one-file',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? code : null),
      },
      pageDocument(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es', sourcemap: true });
  expect(output[0].map?.mappings).not.toBe('');
  return output[0].code;
}

const calls = (code: string, method: string) => ({
  bare: (code.match(new RegExp(`\\w\\.${method}\\(`, 'g')) ?? []).length,
  byPrototype: (code.match(new RegExp(`getPrototypeOf\\(document\\)\\.${method}\\.call\\(`, 'g')) ?? []).length,
});

const variants = [
  { variant: 'as installed', change: async (code: string) => code },
  { variant: 'minified anew', change: minifiedAnew },
];

describe.each(variants)('Preact $variant', ({ change }) => {
  test.each(['createElementNS', 'createTextNode'])('calls %s by the prototype of the document', async (method) => {
    const source = await change(preact);
    expect(calls(source, method)).toEqual({ bare: 1, byPrototype: 0 });

    expect(calls(await build('preact', source), method)).toEqual({ bare: 0, byPrototype: 1 });
  });
});

describe.each(variants)('js-cookie $variant', ({ change }) => {
  test('reads and writes cookies by our page.ts alone', async () => {
    const source = await change(jsCookie);
    expect(source).toMatch(/\bdocument\.cookie\b/);

    const built = await build('js-cookie', source);

    expect(built).not.toMatch(/\bdocument\.cookie\b/);
    expect(built).toMatch(/import \{ jar \} from '[^']*src\/page\.ts'/);
  });
});

describe('the build fails', () => {
  test.each([
    {
      name: 'preact',
      code: 'export const make = (d, x) => d.createTextNode(x);',
      says: 'no longer uses createElementNS',
    },
    { name: 'js-cookie', code: 'export const get = (d) => d["cook" + "ie"];', says: 'no longer uses cookie' },
    { name: 'preact', code: 'const { a } = document.body; export { a };', says: 'uses document.body' },
    { name: 'preact', code: 'export const make = document.createElement;', says: 'without calling it' },
    { name: 'preact', code: 'export const make = (d) => d?.createComment("a");', says: 'without calling it' },
  ])('when a package says $code', async ({ name, code, says }) => {
    await expect(build(name, code)).rejects.toThrow(says);
  });
});

test.each([
  ['x.createComment(a)', 'Object.getPrototypeOf(document).createComment.call(x,a)'],
  ['(x || y).createTextNode((a), b)', 'Object.getPrototypeOf(document).createTextNode.call((x || y),(a), b)'],
  ['x.y().createRange()', 'Object.getPrototypeOf(document).createRange.call(x.y())'],
  ["x['createElement'](a)", 'Object.getPrototypeOf(document).createElement.call(x,a)'],
  ['document.createElement(a)', 'Object.getPrototypeOf(document).createElement.call(document,a)'],
  [
    'x.createTextNode(y.createComment(a))',
    'Object.getPrototypeOf(document).createTextNode.call(x,Object.getPrototypeOf(document).createComment.call(y,a))',
  ],
])('%s becomes %s', async (from, to) => {
  expect(await build('other', `export const made = (x, y, a, b) => ${from};`)).toContain(`=> ${to};`);
});
