import { consentPage } from './consent-page.ts';

/** An element, as the page or a script makes it. */
export interface Markup {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
  readonly children?: readonly Markup[];
}

type Address = (file: string) => string;

interface Kind {
  /** What stands in the page, its addresses made by `at`. */
  make(at: Address): Markup[];
  /** The files that it asks for, each once, when it is released. */
  readonly asks: readonly string[];
}

const consent = ['data-consent', 'analytics'] as const;
const node = (tag: string, attributes: Markup['attributes'] = [], more: Partial<Markup> = {}): Markup => ({
  tag,
  attributes,
  ...more,
});
const tagged = (tag: string, attributes: Markup['attributes'], more?: Partial<Markup>) =>
  node(tag, [consent, ...attributes], more);
const script = (attributes: Markup['attributes'], text?: string) =>
  tagged('script', [['type', 'text/plain'], ...attributes], { text });
const module = ['data-type', 'module'] as const;
const ask = (url: string) => `fetch('${url}');`;

/** Every kind of element that the gate holds. */
const kinds: Record<string, Kind> = {
  'classic script': { make: (at) => [script([['src', at('a.js')]])], asks: ['a.js'] },
  'async script': {
    make: (at) => [
      script([
        ['async', ''],
        ['src', at('a.js')],
      ]),
    ],
    asks: ['a.js'],
  },
  'defer script': {
    make: (at) => [
      script([
        ['defer', ''],
        ['src', at('a.js')],
      ]),
    ],
    asks: ['a.js'],
  },
  module: { make: (at) => [script([module, ['src', at('a.js')]])], asks: ['a.js'] },
  'async module': { make: (at) => [script([module, ['async', ''], ['src', at('a.js')]])], asks: ['a.js'] },
  'inline script': { make: (at) => [script([], ask(at('a.txt')))], asks: ['a.txt'] },
  'inline module': { make: (at) => [script([module], ask(at('a.txt')))], asks: ['a.txt'] },
  'inline module that imports': { make: (at) => [script([module], `import '${at('a.js')}';`)], asks: ['a.js'] },
  'import map': {
    make: (at) => [
      script([['data-type', 'importmap']], JSON.stringify({ imports: { bare: at('a.js') } })),
      script([module], `import 'bare';`),
    ],
    asks: ['a.js'],
  },
  iframe: { make: (at) => [tagged('iframe', [['data-src', at('a.html')]])], asks: ['a.html'] },
  img: { make: (at) => [tagged('img', [['data-src', at('a.svg')]])], asks: ['a.svg'] },
  'img srcset': {
    make: (at) => [
      tagged('img', [
        ['data-srcset', `${at('a.svg')} 1x, ${at('b.svg')} 50x`],
        ['data-src', at('c.svg')],
      ]),
    ],
    asks: ['a.svg'],
  },
  picture: {
    make: (at) => [
      node('picture', [], {
        children: [tagged('source', [['data-srcset', at('a.svg')]]), tagged('img', [['data-src', at('b.svg')]])],
      }),
    ],
    asks: ['a.svg'],
  },
  video: { make: (at) => [tagged('video', [['data-src', at('a.wav')]])], asks: ['a.wav'] },
  'video poster': {
    make: (at) => [
      tagged('video', [
        ['preload', 'none'],
        ['data-src', at('a.wav')],
        ['data-poster', at('b.svg')],
      ]),
    ],
    asks: ['b.svg'],
  },
  'video source': {
    make: (at) => [
      node('video', [], {
        children: [tagged('source', [['data-src', at('a.wav')]]), tagged('source', [['data-src', at('b.wav')]])],
      }),
    ],
    asks: ['a.wav'],
  },
  audio: {
    make: (at) => [
      tagged('audio', [
        ['preload', 'auto'],
        ['data-src', at('a.wav')],
      ]),
    ],
    asks: ['a.wav'],
  },
  'audio source': {
    make: (at) => [node('audio', [['preload', 'auto']], { children: [tagged('source', [['data-src', at('a.wav')]])] })],
    asks: ['a.wav'],
  },
  embed: {
    make: (at) => [
      tagged('embed', [
        ['data-src', at('a.html')],
        ['type', 'text/html'],
      ]),
    ],
    asks: ['a.html'],
  },
  object: {
    make: (at) => [
      tagged('object', [
        ['data-data', at('a.html')],
        ['type', 'text/html'],
      ]),
    ],
    asks: ['a.html'],
  },
  stylesheet: {
    make: (at) => [
      tagged('link', [
        ['rel', 'stylesheet'],
        ['data-href', at('a.css')],
      ]),
    ],
    asks: ['a.css'],
  },
  preload: {
    make: (at) => [
      tagged('link', [
        ['rel', 'preload'],
        ['as', 'image'],
        ['data-href', at('a.svg')],
      ]),
    ],
    asks: ['a.svg'],
  },
};

const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function html({ tag, attributes, text = '', children = [] }: Markup): string {
  const open = `<${tag}${attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).join('')}>`;
  return /^(img|source|link|embed)$/.test(tag) ? open : `${open}${text}${children.map(html).join('')}</${tag}>`;
}

const code = (text: string) => `<script>${text}</script>`;
/** Runs `text` in a task of its own after the page was loaded, so when the gate has looked at it. */
const later = (text: string) => code(`addEventListener('load', () => setTimeout(() => { ${text} }));`);
const htmlOf = (markup: readonly Markup[]) => markup.map(html).join('');

/** A function in the page that makes elements as a script does, attribute by attribute. */
const build = `const build = ({ tag, attributes, text = '', children = [] }) => {
  const element = document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (text) element.textContent = text;
  element.append(...children.map(build));
  return element;
};`;

/** Every way in which it comes into the page: head and body of a document. */
const positions: Record<string, (markup: readonly Markup[]) => { head?: string; body?: string }> = {
  'in the head': (markup) => ({ head: htmlOf(markup) }),
  'in the body': (markup) => ({ body: htmlOf(markup) }),
  'written by document.write': (markup) => ({ body: code(`document.write(${json(htmlOf(markup))});`) }),
  'appended while parsing': (markup) => ({
    body: code(`${build} document.body.append(...${json(markup)}.map(build));`),
  }),
  'appended later': (markup) => ({ body: later(`${build} document.body.append(...${json(markup)}.map(build));`) }),
  'by innerHTML': (markup) => ({
    body: `<div id="place"></div>${later(`document.querySelector('#place').innerHTML = ${json(htmlOf(markup))};`)}`,
  }),
  'by insertAdjacentHTML': (markup) => ({
    body: later(`document.body.insertAdjacentHTML('beforeend', ${json(htmlOf(markup))});`),
  }),
  'cloned from a template': (markup) => ({
    body:
      `<template id="template">${htmlOf(markup)}</template>` +
      later(`document.body.append(document.querySelector('#template').content.cloneNode(true));`),
  }),
  'by a framework: mounted with its parents': (markup) => ({
    body: later(
      `${build} const parent = document.createElement('section');
      parent.append(...${json(markup)}.map(build));
      document.body.replaceChildren(parent);`,
    ),
  }),
  'by a framework: tagged when it is in the page': (markup) => ({
    body: later(`${build} const elements = ${json(markup)}.map(build);
      const all = elements
        .flatMap((element) => [element, ...element.children])
        .filter((element) => element.hasAttribute('data-consent'));
      all.forEach((element) => element.removeAttribute('data-consent'));
      document.body.append(...elements);
      setTimeout(() => all.forEach((element) => element.setAttribute('data-consent', 'analytics')));`),
  }),
  'in a shadow root that is scanned': (markup) => ({
    body:
      '<div id="host"></div>' +
      later(
        `const root = document.querySelector('#host').attachShadow({ mode: 'open' });
        root.innerHTML = ${json(htmlOf(markup))};
        commsorConsent.scan(root);`,
      ),
  }),
  'into a shadow root that was scanned': (markup) => ({
    body:
      '<div id="host"></div>' +
      later(
        `${build} const root = document.querySelector('#host').attachShadow({ mode: 'open' });
        commsorConsent.scan(root);
        setTimeout(() => root.append(...${json(markup)}.map(build)));`,
      ),
  }),
};

export interface Fixture {
  readonly number: number;
  readonly kind: string;
  readonly position: string;
  readonly name: string;
  /** Whether its attributes stand in the other order. */
  readonly isTurned: boolean;
  readonly asks: readonly string[];
  readonly markup: readonly Markup[];
}

/**
 * Where attributes come as the parser reads them, as a script sets them, and where one comes when the element is in the
 * page: the order of the others changes nothing in how an element gets there.
 */
const turnedPositions = new Set(['in the body', 'appended later', 'by a framework: tagged when it is in the page']);

const turned = (markup: Markup): Markup => ({
  ...markup,
  attributes: markup.attributes.toReversed(),
  children: markup.children?.map(turned),
});

/** Every kind in every position; where attributes could be read in turn, in both orders. */
export function makeFixtures(): Fixture[] {
  const all: Fixture[] = [];
  for (const [kind, { make, asks }] of Object.entries(kinds)) {
    for (const position of Object.keys(positions)) {
      for (const isTurned of turnedPositions.has(position) ? [false, true] : [false]) {
        const number = all.length;
        const markup = make((file) => `/asset.${file.split('.')[1]}?fixture=${number}&file=${file}`);
        all.push({
          number,
          kind,
          position,
          asks,
          isTurned,
          name: `${kind} ${position}${isTurned ? ', attributes turned round' : ''}`,
          markup: isTurned ? markup.map(turned) : markup,
        });
      }
    }
  }
  return all;
}

/** Fixtures in one position, which come in the same document. */
export type Shared = readonly [Fixture, ...Fixture[]];

export function pageOf(document: Shared): string {
  const [{ number, position }] = document;
  const write = positions[position];
  if (!write) throw new Error(`no position is called ${position}`);
  return consentPage({
    config: { storage: { name: `fixture${number}` }, ui: { headless: true } },
    ...write(document.flatMap(({ markup }) => markup)),
  });
}
