/**
 * Every way in which a page brings in a stranger, and what of it can be prevented, as measured in Chromium, Firefox and
 * WebKit. test/e2e/guard.spec.ts, snippet.spec.ts and test/webkit/untagged.test.ts hold each line to all three;
 * `markdown` is the table of docs/untagged-tags.md.
 */

/**
 * `none`: not asked for. `asked`: a request may have gone out, but nothing ran or was shown. `ran`: not prevented.
 */
export type Outcome = 'none' | 'asked' | 'ran';

export interface Kind {
  readonly name: string;
  /** HTML for a page's body; `url` is without its ending. */
  readonly html: (url: string) => string;
  /** When the guard stands as the page brings it in. */
  readonly guard: Outcome;
  /** When its answer was on its way as the guard came. */
  readonly late: Outcome;
  /** Under the inline snippet alone, before the core has come. */
  readonly snippet: Outcome;
}

const code = (text: string) => `<script>{ ${text} }</script>`;
const createScript = (rest: string) => code(`const s = document.createElement('script'); ${rest}`);
const fill = (html: string) =>
  code(`const d = document.createElement('div'); document.body.append(d); d.innerHTML = '${html}';`);
const shown = `onload="ran.push('image')"`;

export const kinds: readonly Kind[] = [
  {
    name: '`<script src>` in the page, also `async`',
    html: (url) => `<script src="${url}.js"></script><script async src="${url}.js?2"></script>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`<script defer src>` in the page',
    html: (url) => `<script defer src="${url}.js"></script>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`<script type="module" src>` in the page',
    html: (url) => `<script type="module" src="${url}.js"></script>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`<iframe src>` in the page',
    html: (url) => `<iframe src="${url}"></iframe>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`<img src>` in the page',
    html: (url) => `<img src="${url}.gif" ${shown}>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: 'script by `createElement` and `src`',
    html: (url) => createScript(`s.src = '${url}.js'; document.head.append(s);`),
    guard: 'none',
    late: 'asked',
    snippet: 'none',
  },
  {
    name: '… with `type` set after `src`',
    html: (url) => createScript(`s.src = '${url}.js'; s.type = 'text/javascript'; document.head.append(s);`),
    guard: 'none',
    late: 'asked',
    snippet: 'none',
  },
  {
    name: '… put into the page before `src`',
    html: (url) => createScript(`document.head.append(s); s.src = '${url}.js';`),
    guard: 'none',
    late: 'asked',
    snippet: 'none',
  },
  {
    name: '… by `setAttribute`',
    html: (url) => createScript(`s.setAttribute('src', '${url}.js'); document.head.append(s);`),
    guard: 'none',
    late: 'asked',
    snippet: 'none',
  },
  {
    name: '… by `setAttributeNode`',
    html: (url) =>
      createScript(
        `const a = document.createAttribute('src'); a.value = '${url}.js'; s.setAttributeNode(a);
        document.head.append(s);`,
      ),
    guard: 'asked',
    late: 'asked',
    snippet: 'ran',
  },
  {
    name: 'script cloned from a `<template>`',
    html: (url) =>
      `<template><script src="${url}.js"></script></template>` +
      code(
        `const { content } = document.querySelector('template');
        document.body.append(document.importNode(content, true));`,
      ),
    guard: 'asked',
    late: 'asked',
    snippet: 'ran',
  },
  {
    name: 'script by `createContextualFragment`',
    html: (url) =>
      code(
        `const html = '<script src="${url}.js"></' + 'script>';
        document.body.append(document.createRange().createContextualFragment(html));`,
      ),
    guard: 'none',
    late: 'asked',
    snippet: 'ran',
  },
  {
    name: 'script by `document.write`',
    html: (url) => code(`document.write('<script src="${url}.js"></' + 'script>');`),
    guard: 'none',
    late: 'asked',
    snippet: 'ran',
  },
  {
    name: 'frame by `createElement`',
    html: (url) => code(`const f = document.createElement('iframe'); f.src = '${url}'; document.body.append(f);`),
    guard: 'none',
    late: 'asked',
    snippet: 'none',
  },
  {
    name: 'frame by `innerHTML`',
    html: (url) => fill(`<iframe src="${url}"></iframe>`),
    guard: 'none',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: 'frame by `document.write`',
    html: (url) => code(`document.write('<iframe src="${url}"></iframe>');`),
    guard: 'none',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`new Image().src`',
    html: (url) =>
      code(`window.pixel = new Image(); pixel.onload = () => ran.push('image'); pixel.src = '${url}.gif';`),
    guard: 'none',
    late: 'ran',
    snippet: 'none',
  },
  {
    name: '`<img srcset>` in the page',
    html: (url) => `<img srcset="${url}.gif 1x" ${shown}>`,
    guard: 'asked',
    late: 'asked',
    snippet: 'ran',
  },
  {
    name: '`new Image().srcset`',
    html: (url) =>
      code(`window.pixel = new Image(); pixel.onload = () => ran.push('image'); pixel.srcset = '${url}.gif 1x';`),
    guard: 'none',
    late: 'ran',
    snippet: 'ran',
  },
  {
    name: 'image by `innerHTML`',
    html: (url) => fill(`<img src="${url}.gif" ${shown.replaceAll("'", "\\'")}>`),
    guard: 'none',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: 'image by `document.write`',
    html: (url) => code(`document.write('<img src="${url}.gif" ${shown.replaceAll("'", "\\'")}>');`),
    guard: 'none',
    late: 'asked',
    snippet: 'asked',
  },
  {
    name: '`fetch`',
    html: (url) => code(`fetch('${url}.txt').then(() => ran.push('answer'), () => {});`),
    guard: 'none',
    late: 'ran',
    snippet: 'ran',
  },
  {
    name: '`XMLHttpRequest`',
    html: (url) =>
      code(
        `const r = new XMLHttpRequest(); r.onload = () => ran.push('answer'); r.open('GET', '${url}.txt'); r.send();`,
      ),
    guard: 'none',
    late: 'ran',
    snippet: 'ran',
  },
  {
    name: '`navigator.sendBeacon`',
    html: (url) => code(`if (navigator.sendBeacon('${url}.txt', '')) ran.push('beacon');`),
    guard: 'none',
    late: 'ran',
    snippet: 'ran',
  },
  {
    name: '`import()`, and `import` in a module',
    html: (url) => code(`import('${url}.js').catch(() => {});`),
    guard: 'ran',
    late: 'ran',
    snippet: 'ran',
  },
  {
    name: '`<link>` and addresses in style sheets',
    html: (url) => `<link rel="stylesheet" href="${url}.css" onload="ran.push('sheet')">`,
    guard: 'ran',
    late: 'ran',
    snippet: 'ran',
  },
];

const words: Record<Outcome, string> = { none: 'not requested', asked: 'may be requested, does not run', ran: 'runs' };

/** The table of docs/untagged-tags.md. */
export function markdown(): string {
  return [
    '| what a page brings in | the guard stands | under way as the guard comes | inline snippet alone |',
    '|---|---|---|---|',
    ...kinds.map(
      ({ name, guard, late, snippet }) => `| ${[name, words[guard], words[late], words[snippet]].join(' | ')} |`,
    ),
  ].join('\n');
}
