import { expect, test } from 'vitest';
import { brotli, budgets, readmeTable, table } from '../../scripts/sizes.mjs';
import { languages } from '../../scripts/build/parts.mjs';

test.each(budgets())('$what weighs at most $limit bytes', ({ files, limit }) => {
  expect(files.reduce((total: number, file: string) => total + brotli(file), 0)).toBeLessThanOrEqual(limit);
});

test.each(languages())('the language %s weighs at most 2256 bytes', (tag) => {
  expect(brotli(`texts/${tag}.js`)).toBeLessThanOrEqual(2256);
});

test('the README states the built bytes (npm run sizes writes them)', () => {
  expect(readmeTable()).toBe(table());
});
