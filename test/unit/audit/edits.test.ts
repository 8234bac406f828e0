import { describe, expect, test } from 'vitest';
import { type Rules, planEdits } from '../../../src/audit/edits.ts';

const rules = (more: Partial<Rules> = {}): Rules => ({
  file: 'index.html',
  page: new URL('https://site.example/'),
  judge: ({ hostname }) =>
    hostname === 'library.example' ? { advice: 'host it yourself' } : { consent: hostname.replace('.example', '') },
  starts: [],
  looseHosts: [],
  looseServices: [],
  consentOf: (id) => id,
  ...more,
});
const edited = (html: string, more?: Partial<Rules>) => planEdits(html, rules(more)).text;

test.each([
  [
    '<script src="//a.example/a.js"></script>',
    '<script type="text/plain" data-consent="a" src="//a.example/a.js"></script>',
  ],
  [
    "<SCRIPT TYPE='text/javascript' SRC='//a.example/a.js' defer></SCRIPT>",
    `<SCRIPT data-consent="a" type="text/plain" SRC='//a.example/a.js' defer></SCRIPT>`,
  ],
  [
    '<script type=module src=//a.example/a.js></script>',
    '<script data-consent="a" type="text/plain" data-type="module" src=//a.example/a.js></script>',
  ],
  [
    '<iframe\n  src="https://a.example/"\n></iframe>',
    '<iframe data-consent="a"\n  data-consent-src="https://a.example/"\n></iframe>',
  ],
  [
    '<img srcset="//a.example/1.png 1x, //a.example/2.png 2x" src="//a.example/1.png">',
    '<img data-consent="a" data-consent-srcset="//a.example/1.png 1x, //a.example/2.png 2x" ' +
      'data-consent-src="//a.example/1.png">',
  ],
  [
    '<video poster="//a.example/p.jpg" src="/own.mp4">',
    '<video data-consent="a" data-consent-poster="//a.example/p.jpg" data-consent-src="/own.mp4">',
  ],
  ['<object data="//a.example/"></object>', '<object data-consent="a" data-consent-data="//a.example/"></object>'],
  [
    '<link rel="preload" as="font" href="//a.example/f">',
    '<link data-consent="a" rel="preload" as="font" data-consent-href="//a.example/f">',
  ],
  [
    '<noscript><img src="//a.example/p"></noscript>',
    '<noscript><img data-consent="a" data-consent-src="//a.example/p"></noscript>',
  ],
  [
    '<template><iframe src="//a.example/"></iframe></template>',
    '<template><iframe data-consent="a" data-consent-src="//a.example/"></iframe></template>',
  ],
  [
    '<iframe class="lazy" data-src="https://a.example/"></iframe>',
    '<iframe data-consent="a" class="lazy" data-consent-src="https://a.example/"></iframe>',
  ],
  [
    '<iframe src="about:blank" data-lazy-src="https://a.example/"></iframe>',
    '<iframe data-consent="a" src="about:blank" data-consent-src="https://a.example/"></iframe>',
  ],
  [
    '<img src="//a.example/small.png" data-src="//a.example/p.png" data-lazy-src="//a.example/p.png" alt="">',
    '<img data-consent="a"  data-consent-src="//a.example/p.png"  alt="">',
  ],
  [
    '<style>\n@import url("//a.example/f.css?x=1&y=2");\nh1 { color: red }</style>',
    '<link data-consent="a" rel="stylesheet" data-consent-href="https://a.example/f.css?x=1&amp;y=2">\n' +
      '<style>\n\nh1 { color: red }</style>',
  ],
  [
    "<style>/* Ours */ @import '/own.css'; @import '//a.example/f.css';</style>",
    '<link data-consent="a" rel="stylesheet" data-consent-href="https://a.example/f.css">\n' +
      "<style>/* Ours */ @import '/own.css'; </style>",
  ],
  [
    '<style>@import \'https://a.example/css2?family=Lora:wght@400;700\';@import"//b.example/f.css";</style>',
    '<link data-consent="a" rel="stylesheet" data-consent-href="https://a.example/css2?family=Lora:wght@400;700">\n' +
      '<link data-consent="b" rel="stylesheet" data-consent-href="https://b.example/f.css">\n<style></style>',
  ],
  [
    `<iframe srcdoc="<img src='//a.example/p'>"></iframe>`,
    `<iframe data-consent="a" data-consent-srcdoc="<img src='//a.example/p'>"></iframe>`,
  ],
])('%j is held', (before, after) => {
  expect(edited(before)).toBe(after);
  expect(edited(after)).toBe(after);
});

test.each([
  '<script src="/own.js"></script>',
  '<script src="https://static.site.example/own.js"></script>',
  '<script type="application/ld+json">{"a":"https://a.example/"}</script>',
  '<script type="text/template" src="//a.example/a.js"></script>',
  '<link rel="canonical" href="https://a.example/">',
  '<a href="https://a.example/">A</a>',
  '<!-- <script src="//a.example/a.js"></script> -->',
  '<style>h1 { color: red } @import "//a.example/too-late.css";</style>',
  '<style>@import "/own.css";</style>',
  '<textarea><script src="//a.example/a.js"></script></textarea>',
  '<script data-consent="b" type="text/plain" src="//a.example/a.js"></script>',
])('%j is left alone', (html) => {
  expect(planEdits(html, rules())).toMatchObject({ text: html, edits: [], manual: [] });
});

test.each([
  ['<style>\n.a { background: url(//a.example/a.png) }</style>', 2],
  ['<p>\n<b style="background: url(&quot;https://a.example/a.png&quot;)">', 2],
  ['<svg><image href="//a.example/a.png"/></svg>', 1],
  ['<input type="image" src="//a.example/a.png">', 1],
])('%j takes no tag, and is told where the browser saw it ask', (html, line) => {
  expect(planEdits(html, rules({ looseHosts: ['a.example'] }))).toMatchObject({
    text: html,
    manual: [{ line, host: 'a.example', advice: expect.stringMatching(/: host the file yourself$/) }],
  });
  expect(planEdits(html, rules()).manual).toEqual([]);
});

test('a page of AMP’s takes neither edits nor our tag, and its owner is told what does', () => {
  const html = '<!doctype html><html \u26A1><head><script async src="//a.example/v0.js"></script>';
  expect(planEdits(html, rules({ tag: ['<script src="/commsor.js"></script>'] }))).toMatchObject({
    text: html,
    holds: false,
    manual: [{ host: 'a.example', advice: expect.stringContaining('<amp-consent>') }],
  });
});

test('addresses are those of the page’s base', () => {
  expect(edited('<base href="https://a.example/x/"><img src="p.png">')).toContain('<img data-consent="a"');
});

test('what a page is built with is told and not held', () => {
  const html = '<p>\n<script src="https://library.example/l.js"></script>';
  expect(planEdits(html, rules())).toMatchObject({
    text: html,
    manual: [{ file: 'index.html', line: 2, host: 'library.example', advice: 'host it yourself' }],
  });
});

test('a style sheet that is imported under a condition is left to people', () => {
  const html = '<style>\n@import "//a.example/f.css" print;</style>';
  expect(planEdits(html, rules())).toMatchObject({ text: html, manual: [{ line: 2, host: 'a.example' }] });
});

describe('inline scripts', () => {
  test('wait for what the browser saw them ask for, also where all is on one line', () => {
    const html = '<script>first()</script><script>second()</script>';
    const starts = [{ line: 1, column: html.indexOf('second') + 1, consent: 'b', host: 'b.example' }];
    expect(edited(html, { starts })).toBe(
      '<script>first()</script><script type="text/plain" data-consent="b">second()</script>',
    );
  });

  test('wait for the host that they spell out, and not for one that only begins like it', () => {
    const load = (address: string) => `<script>load('${address}')</script>`;
    expect(edited(load('https://a.example/a.js'), { looseHosts: ['a.example'] })).toContain('data-consent="a"');
    expect(edited(load('https://a.example.org/a.js'), { looseHosts: ['a.example'] })).not.toContain('data-consent');
  });

  test('wait with the library that they start', () => {
    const html = '<script>\n  hbspt.forms.create({});\n</script>';
    const plan = planEdits(html, rules({ looseServices: ['hubspot-forms'] }));
    expect(plan.text).toBe(html.replace('<script>', '<script type="text/plain" data-consent="hubspot-forms">'));
    expect(plan.covered).toEqual([[1, 3]]);
  });

  const declared = '<script>\r\nvar n;\r\nfunction start() { load("//a.example/a.js"); gtag("x") }';
  const more = { looseHosts: ['a.example'], looseServices: ['google-analytics'] };
  const startIn = (html: string) => {
    const column = (html.split('\n')[2]?.indexOf('load') ?? 0) + 1;
    return [{ line: 3, column, consent: 'a', host: 'a.example' }];
  };

  test.each([
    ['an attribute calls', `${declared}</script><body onload="start()">`],
    ['another script calls', `${declared} function other() { start() }</script>`],
  ])('do not wait where they only declare what %s, and what that asks for stays open', (_, html) => {
    const starts = startIn(html);
    expect(planEdits(html, rules({ ...more, starts }))).toMatchObject({ text: html, open: starts });
  });

  test.each(['start();', 'addEventListener("scroll", start);', 'function other() { start() } other();'])(
    'wait where they have what they declare run by %j',
    (call) => {
      const html = `${declared} ${call}</script>`;
      const { text, open } = planEdits(html, rules({ ...more, starts: startIn(html) }));
      expect(text).toContain('<script type="text/plain" data-consent="a">');
      expect(open).toEqual([]);
    },
  );

  test('are told by how they begin', () => {
    const html = `<script>\n  hbspt.forms.create({\n    ${'a'.repeat(80)} });\n</script>`;
    const [edit] = planEdits(html, rules({ looseServices: ['hubspot-forms'] })).edits;
    expect(edit?.before).toMatch(/^<script>hbspt\.forms\.create\(\{ a{30,}…$/);
    expect(edit?.after).toMatch(/^<script type="text\/plain" data-consent="hubspot-forms">hbspt\./);
  });

  test('do not wait for what an attribute before them asks for, whose code is counted behind its element', () => {
    const image = `<img src="/own.png" onload="load('//a.example/')">`;
    const html = `${image}<script>own()</script>`;
    const starts = [{ line: 1, column: image.length + 10, consent: 'a', host: 'a.example', attribute: 'onload' }];
    expect(planEdits(html, rules({ starts }))).toMatchObject({ text: html, open: starts });
    const held = html.replace('/own.png', '//b.example/b.png');
    const moved = starts.map((start) => ({ ...start, column: start.column + held.length - html.length }));
    expect(planEdits(held, rules({ starts: moved }))).toMatchObject({ edits: [{ consent: 'b' }], open: [] });
  });

  test('that start two wait for both', () => {
    const looseHosts = ['a.example', 'b.example'];
    expect(edited('<script>x("//a.example/"); x("//b.example/")</script>', { looseHosts })).toContain(
      'data-consent="a b"',
    );
  });
});

describe('the tag', () => {
  const tag = ['<script src="/1.js"></script>', '<script src="/commsor/commsor.js"></script>'];

  test.each([
    ['<html>\n\t<head lang="en">\n\t\t<title>T</title>', '\n\t\t'],
    ['<!doctype html>\r\n<head>\r\n<title>T</title>', '\r\n'],
    ['<head><title>T</title>', ''],
  ])('goes first into the head of %j, as far in as what follows', (html, lead) => {
    const after = edited(html, { tag });
    expect(after).toBe(html.replace(/(<head[^>]*>)/, `$1${lead}${tag.join(lead)}`));
    expect(edited(after, { tag })).toBe(after);
  });

  test('goes behind the doctype where nobody wrote a head', () => {
    const html = '<!doctype html>\n<title>T</title><p>A page</p>';
    expect(edited(html, { tag })).toBe(html.replace('html>', `html>\n${tag.join('\n')}`));
  });

  test.each([
    '<script>early()</script>\n<!doctype html><html lang="en"><title>T</title>',
    '<title>T</title><body class="home">A page</body>',
    '<!-- Ours --><body>A page</body>',
  ])('goes where the browser begins the head of %j, whose own beginning comes too late', (html) => {
    const after = edited(html, { tag });
    const at = html.search(/<(?!!)/);
    expect(after).toBe(html.slice(0, at) + tag.join('') + html.slice(at));
    expect(edited(after, { tag })).toBe(after);
  });

  test('is not put into a fragment, nor beside another', () => {
    for (const html of ['<p>A part</p>', '<head><script src="https://cdn.example/commsor.guarded.js?v=1"></script>'])
      expect(planEdits(html, rules({ tag, judge: () => undefined })).edits).toEqual([]);
  });

  test('is missed where something waits for consent, and only there', () => {
    const image = '<img src="//a.example/p">';
    const planned = (html: string) => {
      const { hasTag, holds } = planEdits(html, rules({ tag }));
      return { hasTag, holds };
    };
    expect(planned(image)).toEqual({ hasTag: false, holds: true });
    expect(planned(edited(image))).toEqual({ hasTag: false, holds: true });
    expect(planned('<p>A part</p>')).toEqual({ hasTag: false, holds: false });
    expect(planned(`<!doctype html>${image}`)).toEqual({ hasTag: true, holds: true });
    expect(planned(`<head><script src="/commsor.js"></script>${image}`)).toEqual({ hasTag: true, holds: true });
  });
});

test('an edit tells its line, what stood there and what stands there now', () => {
  expect(planEdits('<p>\n\n<img src="//a.example/p" alt="">', rules()).edits).toEqual([
    {
      file: 'index.html',
      line: 3,
      consent: 'a',
      hosts: ['a.example'],
      before: '<img src="//a.example/p" alt="">',
      after: '<img data-consent="a" data-consent-src="//a.example/p" alt="">',
    },
  ]);
});
