import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagHtml } from '../../src/guard/html.ts';

const waitsFor = (url: string) => (url.includes('tracker') ? 'marketing' : undefined);

test.each([
  {
    given: 'a script',
    html: '<script src="//tracker/a.js"></script>',
    expected: '<script data-consent="marketing" type="text/plain" src="//tracker/a.js"></script>',
  },
  {
    given: 'its type',
    html: '<script type=module src=//tracker/a.js></script>',
    expected: '<script data-consent="marketing" type="text/plain" data-type=module src=//tracker/a.js></script>',
  },
  {
    given: 'capitals',
    html: "<SCRIPT SRC = '//tracker/a.js' ASYNC></SCRIPT>",
    expected: '<SCRIPT data-consent="marketing" type="text/plain" SRC = \'//tracker/a.js\' ASYNC></SCRIPT>',
  },
  {
    given: 'a frame',
    html: 'a<iframe\nsrc="//tracker/f" width=1></iframe>b',
    expected: 'a<iframe data-consent="marketing"\ndata-src="//tracker/f" width=1></iframe>b',
  },
  {
    given: 'an image that has its address in srcset alone',
    html: '<img srcset="//tracker/b 2x">',
    expected: '<img data-consent="marketing" data-srcset="//tracker/b 2x">',
  },
  {
    given: 'an image with candidates',
    html: '<img srcset="//tracker/b 2x" src="//tracker/a"/>',
    expected: '<img data-consent="marketing" data-srcset="//tracker/b 2x" data-src="//tracker/a"/>',
  },
  {
    given: 'two in a row',
    html: '<img src=//tracker/1><img src=/own><img src=//tracker/2>',
    expected:
      '<img data-consent="marketing" data-src=//tracker/1><img src=/own><img data-consent="marketing" ' +
      'data-src=//tracker/2>',
  },
  {
    given: 'a script after a script',
    html: '<script>"<img src=//tracker/1>"</script><img src=//tracker/2>',
    expected: '<script>"<img src=//tracker/1>"</script><img data-consent="marketing" data-src=//tracker/2>',
  },
])('tags $given and nothing else', ({ html, expected }) => {
  expect(tagHtml(html, waitsFor)).toBe(expected);
});

test.each([
  '<script src="/own.js"></script>',
  '<script src="//tracker/a.js" data-consent="analytics" type="text/plain"></script>',
  '<script src="//tracker/a.js" type="text/plain" data-category="x"></script>',
  '<script data-src="//tracker/a.js"></script>',
  '<img src=/own src=//tracker/a>',
  '<!-- <img src="//tracker/a"> -->',
  '<!--><p>a<!-- <img src="//tracker/a">',
  '<textarea><img src="//tracker/a"></TEXTAREA>',
  '<style><img src="//tracker/a"></style >',
  '<div data-template="<img src=//tracker/a>"></div>',
  "<div title='<img src=//tracker/a>'></div>",
  '<script>document.write("<script src=//tracker/a></scr" + "ipt>")</script>',
  'a < b src=//tracker/a',
  '< img src="//tracker/a">',
  '',
])('leaves %s as it is', (html) => {
  expect(tagHtml(html, waitsFor)).toBe(html);
});

test('only ever puts marks in, and always comes to an end', () => {
  const word = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    ' ',
    '\n',
    '<!--',
    '-->',
    '<script',
    '</script>',
    '<iframe',
    '<img',
    'src',
    'srcset',
    'type',
    'tracker',
    'a',
    '<textarea>',
    '</',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const html = words.join('');
      expect(
        tagHtml(html, waitsFor).replace(/ data-consent="marketing"(?: type="text\/plain")?|data-(?=src|type)/g, ''),
      ).toBe(html);
    }),
    { numRuns: 5000 },
  );
});

// Each would outlast the time limit of a test if the time grew with the square of the text.
test.each(['<', '<img ', '<img src="', "<a b='", '<!--', '<script>', '</', '<a b=c ', ' '])(
  'comes to an end soon in a long text of %j',
  (piece) => {
    const html = piece.repeat(2_000_000 / piece.length);
    expect(tagHtml(html, waitsFor)).toBe(html);
  },
);
