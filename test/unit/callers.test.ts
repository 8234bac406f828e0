import { afterEach, expect, test, vi } from 'vitest';
import { callers, INLINE } from '../../src/guard/callers.ts';

afterEach(() => void vi.unstubAllGlobals());

const OURS = 'https://shop.example/dist/idle.js?v=1';

/** Lets the browser write `lines` for the stack of a call, below two calls of ours. */
function calledFrom(write: (address: string) => string, lines: readonly string[]): string[] {
  class Told extends Error {
    override stack = [write(`${OURS}:1:2`), write(`${OURS}:1:3`), ...lines].join('\n');
  }
  vi.stubGlobal('Error', Told);
  return callers();
}
const inChromium = (lines: readonly string[]) => calledFrom((address) => `    at t (${address})`, lines);
const inFirefox = (lines: readonly string[]) => calledFrom((address) => `t@${address}`, lines);

test.each([
  { lines: ['    at https://v.example/a.js:1:2'], expected: ['https://v.example/a.js'] },
  { lines: ['    at new Say (https://v.example/a.js?b=c:1:2)'], expected: ['https://v.example/a.js?b=c'] },
  { lines: ['    at say (<anonymous>:3:15)', '    at <anonymous>:9:1'], expected: [INLINE, INLINE] },
  {
    lines: ['    at eval (eval at say (https://v.example/a.js:1:2), <anonymous>:1:1)'],
    expected: ['https://v.example/a.js'],
  },
  { lines: ['    at Array.forEach (<anonymous>)'], expected: [] },
  {
    lines: ['    at say (https://v.example/a.js:1:2)', '    at async own (https://shop.example/own.js:1:2)'],
    expected: ['https://v.example/a.js'],
  },
  {
    lines: [`    at own (https://shop.example/own.js:1:2)`, `    at t (${OURS}:1:4)`],
    expected: ['https://shop.example/own.js', OURS],
  },
  { lines: ['    at own (webpack-internal:///./own.js:1:2)'], expected: ['webpack-internal:///./own.js'] },
])('Chromium: $lines', ({ lines, expected }) => {
  expect(inChromium(lines)).toEqual(expected);
});

test.each([
  {
    lines: ['say@https://v.example/a.js:1:2', '@https://v.example/a.js:1:9'],
    expected: ['https://v.example/a.js', 'https://v.example/a.js'],
  },
  { lines: ['say@https://shop.example/ line 24 > injectedScript:3:15'], expected: [INLINE] },
  { lines: ['say@https://shop.example/own.js line 2 > eval:3:15'], expected: ['https://shop.example/own.js'] },
  {
    lines: ['say@https://v.example/a.js:1:2', 'setInterval handler*own@https://shop.example/own.js:1:2'],
    expected: ['https://v.example/a.js'],
  },
])('Firefox: $lines', ({ lines, expected }) => {
  expect(inFirefox(lines)).toEqual(expected);
});

test('where the browser tells nothing, nobody is named', () => {
  expect(inFirefox([])).toEqual([]);
});
