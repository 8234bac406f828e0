import { afterEach, expect, test, vi } from 'vitest';
import { check } from '../../src/check/index.ts';

afterEach(() => vi.unstubAllGlobals());

const adviceOn = (accent: string) =>
  check({ policy: { url: '/privacy' }, ui: { accent } }).map(({ level, field, fix }) => `${level} ${field}: ${fix}`);

test.each(['#000', '#FFD400', '#8ab4f8ff', 'light-dark(#036, #8ab4f8)', 'oklch(0.9 0.3 140)'])(
  'words can be read on %s, so there is nothing to say',
  (accent) => {
    expect(adviceOn(accent)).toEqual([]);
  },
);

test('where there is a browser, what is no colour is told', () => {
  vi.stubGlobal('CSS', { supports: () => false });

  expect(adviceOn('blurple')).toEqual([
    expect.stringContaining('warning ui.accent: "blurple" is no colour that this browser knows'),
  ]);
});
