import { expect, test } from 'vitest';
import { builtScripts, builtText } from '../support/dist.ts';

test.each([
  { what: 'eval', pattern: /(?<!-)\beval\b/ },
  { what: 'code from text', pattern: /\bFunction\s*\(/ },
  { what: 'a timer with text for code', pattern: /\bset(?:Timeout|Interval)\(\s*["'`]/ },
  {
    what: 'markup made from strings',
    // Preact, which is taken as it is published, could; no view of ours may use the prop for it (react/no-danger).
    pattern: /\.(?:inner|outer)HTML\s*=(?!=)(?!\w+\.__html)|\.(?:insertAdjacentHTML|setHTMLUnsafe)\(/,
  },
  { what: 'a module address', pattern: /import\.meta/ },
  // The snippet stands before everything that could hide a property; messages may speak of `document.write`.
  {
    what: 'a property of document that an element in the page may hide',
    pattern: /\bdocument\.(?!location\b|write )/,
    except: ['snippet.html'],
  },
  { what: 'a method of document that an element in the page may hide', pattern: /\.create(?:ElementNS|TextNode)\(/ },
  // The patterns of the services' addresses look like comments.
  {
    what: 'a comment',
    pattern: /\/\*(?!\*?["'`])[\s\S]*?\*\//,
    except: ['services.js', 'commsor.all.js', 'commsor.guarded.js'],
  },
])('no built file has $what', ({ pattern, except }) => {
  const found = builtScripts()
    .filter((file) => !except?.includes(file))
    .flatMap((file) => {
      const text = builtText(file);
      const at = text.search(pattern);
      return at < 0 ? [] : [`${file}: …${text.slice(Math.max(0, at - 40), at + 60)}…`];
    });
  expect(found).toEqual([]);
});

test.each(['commsor.js', 'commsor.all.js', 'commsor.guarded.js'])('%s is strict and has a scope of its own', (file) => {
  expect(builtText(file).slice(0, 80)).toMatch(/^(?:\/\/# \w+\n)?(?:!function\(\)|\(\(\)=>)\{"use strict";/);
});
