/**
 * `node scripts/build/one.mjs commsor.all.js`: builds the bundles of these files alone, into OUT_DIR, which keeps what
 * else is in it.
 */
import { rollup } from 'rollup';
import { bundles } from '../../rollup.config.mjs';

const wanted = process.argv.slice(2);
for (const options of bundles()) {
  const entry = options.output.entryFileNames;
  const files = typeof options.input === 'string' ? [entry] : Object.keys(options.input).map((name) => `${name}.js`);
  if (!files.some((file) => wanted.includes(file))) continue;
  const bundle = await rollup(options);
  await bundle.write(options.output);
  await bundle.close();
}
