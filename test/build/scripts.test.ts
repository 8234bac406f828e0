import { describe, expect, test } from 'vitest';
import { builtScripts, builtText } from '../support/dist.ts';

const forbidden: { what: string; pattern: RegExp }[] = [
  { what: 'eval', pattern: /\beval\b/ },
  { what: 'code from text', pattern: /\bFunction\s*\(/ },
  { what: 'a timer with text for code', pattern: /\bset(?:Timeout|Interval)\(\s*["'`]/ },
  { what: 'markup made from strings', pattern: /\.(?:inner|outer)HTML\s*=(?!=)|\.(?:insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\(/ },
  { what: 'a source map or module address', pattern: /sourceMappingURL|import\.meta/ },
  { what: 'a property of document that an element in the page may hide', pattern: /\bdocument\.(?!location\b)/ },
  { what: 'a method of document that an element in the page may hide', pattern: /\.create(?:ElementNS|TextNode)\(/ },
];

describe.each(builtScripts())('%s', (file) => {
  test.each(forbidden)('has no $what', ({ pattern }) => {
    const text = builtText(file);
    const at = text.search(pattern);
    expect(at < 0 ? '' : text.slice(Math.max(0, at - 40), at + 60)).toBe('');
  });

  test('says whose it is in one line and has no other comment', () => {
    const text = builtText(file);
    expect(text.match(/\/\*[\s\S]*?\*\//g)).toEqual([expect.stringMatching(/^\/\*! Commsor Consent \d+\.\d+\.\d+\S*, MIT \*\/$/)]);
  });
});

test('the classic scripts are strict and add nothing to the global scope but by `window`', () => {
  for (const file of ['commsor.js', 'commsor.all.js']) {
    const code = builtText(file).replace(/^\/\*.*?\*\/\s*/, '');
    expect(code.slice(0, 40)).toMatch(/^!function\(\)\{"use strict";/);
  }
});
