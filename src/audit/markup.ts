/** Finds in the text of a document what loads from somewhere. Pure; the text stays as it is. */
import { type DefaultTreeAdapterTypes, parse, type Token } from 'parse5';
import { parseAddress } from './party.ts';

/** A part of the text, from `start` up to `end`. */
export interface Range {
  start: number;
  end: number;
}

export interface Attribute extends Range {
  name: string;
  value: string;
}

/** An element that loads something, or an inline script. */
export interface Loader {
  tag: string;
  line: number;
  /** The start tag. */
  startTag: Range;
  /** The whole element, its end tag included. */
  whole: Range;
  attributes: ReadonlyMap<string, Attribute>;
  /** What it loads, by the attribute that says so. */
  addresses: readonly { attribute: string; address: URL }[];
  /** The code of an inline script. */
  code?: string;
}

/** An `@import` rule in a `<style>` element. */
export interface StyleImport {
  line: number;
  address: URL;
  /** The rule in the text, with its semicolon. */
  rule: Range;
  /** The start tag of the `<style>`. */
  startTag: Range;
  /** What comes behind the address: a media query, a layer; empty for most. */
  condition: string;
}

/** An address that the page asks for, and that nothing written into the page can make wait. */
export interface Fixed {
  line: number;
  address: URL;
  /** What to do about it. */
  advice: string;
}

export interface Markup {
  loaders: readonly Loader[];
  /** The style sheets that `<style>` elements import. */
  imports: readonly StyleImport[];
  /** What styles and other elements load. */
  fixed: readonly Fixed[];
  /** Where a tag goes that has to be first in `<head>`; nothing for a fragment. */
  headStart?: number;
  /** Whether the page says that it is one of AMP's, which may have no script but AMP's own. */
  isAmp: boolean;
  /** The addresses of links, with their words. */
  links: readonly { href: string; text: string }[];
}

/** The attributes that make an element load. */
const LOADING: Record<string, readonly string[]> = {
  script: ['src'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  embed: ['src'],
  object: ['data'],
  link: ['href'],
};

/** Where lazy loaders, the plug-ins of WordPress among them, keep an address until its place comes near. */
const LAZY = ['data-src', 'data-srcset', 'data-lazy-src', 'data-lazy-srcset'];
const LAZY_TAGS = ['iframe', 'img', 'source', 'video', 'audio', 'embed'];

/** The links that load, or connect; others only name something. */
const LOADING_LINK = /\b(stylesheet|preload|modulepreload|prefetch|preconnect|icon|apple-touch-icon|manifest)\b/i;

/** The types with which a script runs, https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const RUNNING = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script(?:1\.[0-5])?)?$/i;

/** What makes a page one of AMP's, https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml/ */
const AMP = /^(?:amp|\u26A1)(?:4ads|4email)?$/u;

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads a document; addresses in it are relative to `page`, or to its `<base>`. */
export function readMarkup(html: string, page: URL): Markup {
  // Without scripting what stands in `<noscript>` is markup, and it loads where scripts are off.
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const elements = [...elementsIn(document)];
  const base = elements.find(({ tagName }) => tagName === 'base');
  const home = parseAddress(valueOf(base, 'href') ?? '', page) ?? page;
  return {
    loaders: elements.flatMap((element) => readLoader(element, home) ?? []),
    imports: elements.flatMap((element) => (element.tagName === 'style' ? importsIn(element, html, home) : [])),
    fixed: elements.flatMap((element) => fixedIn(element, html, home)),
    headStart: headStart(document, elements, html),
    isAmp: elements.some(({ tagName, attrs }) => tagName === 'html' && attrs.some(({ name }) => AMP.test(name))),
    links: elements.flatMap((element) => {
      const href = element.tagName === 'a' && valueOf(element, 'href');
      return href ? [{ href, text: textIn(element).trim() }] : [];
    }),
  };
}

/** Whether a script with these attributes runs, so that it is no data and not held already. */
export const runs = (attributes: ReadonlyMap<string, Attribute>): boolean =>
  RUNNING.test(attributes.get('type')?.value.trim() ?? '');

function readLoader(element: Element, home: URL): Loader | undefined {
  const { tagName: tag, sourceCodeLocation: location } = element;
  const names = LOADING[tag];
  // What has no place in the text was put there by the parser.
  if (!names || !location?.startTag) return undefined;
  const { attrs = {} } = location;
  const attributes = new Map(
    element.attrs.flatMap(({ name, value }) => {
      const at = attrs[name];
      return at ? [[name, { name, value, ...rangeOf(at) }] as const] : [];
    }),
  );
  if (tag === 'link' && !LOADING_LINK.test(attributes.get('rel')?.value ?? '')) return undefined;
  const lazy = LAZY_TAGS.includes(tag) ? LAZY : [];
  const addresses = [...names, ...lazy].flatMap((attribute) =>
    addressesIn(attribute, attributes.get(attribute)?.value).flatMap((text) => {
      const address = parseAddress(text, home);
      return address ? [{ attribute, address }] : [];
    }),
  );
  // A frame may have its document with it: what that loads, the frame loads.
  const within = tag === 'iframe' && attributes.get('srcdoc')?.value;
  if (within)
    for (const inner of readMarkup(within, home).loaders)
      addresses.push(...inner.addresses.map(({ address }) => ({ attribute: 'srcdoc', address })));
  return {
    tag,
    line: location.startLine,
    startTag: rangeOf(location.startTag),
    whole: rangeOf(location),
    attributes,
    addresses,
    ...(tag === 'script' && !attributes.has('src') ? { code: textIn(element) } : {}),
  };
}

/** A `srcset` holds several addresses, https://html.spec.whatwg.org/multipage/images.html#srcset-attribute */
function addressesIn(attribute: string, value: string | undefined): string[] {
  if (!value) return [];
  if (!attribute.endsWith('srcset')) return [value];
  return value.split(/,\s/).flatMap((candidate) => candidate.trim().split(/\s/, 1));
}

/**
 * The rules stand before all others in their sheet, https://www.w3.org/TR/css-cascade-4/#at-import. An address in
 * quotes or in `url()` may hold semicolons, as those of Google Fonts do (`wght@400;700`).
 */
const IMPORT = new RegExp(
  String.raw`^(\s*(?:/\*[^]*?\*/\s*|@charset[^;]*;\s*)*)` +
    String.raw`@import\s*(?:url\(\s*)?(?:"([^"]+)"|'([^']+)'|([^"')\s]+)(?=\s*\)))\s*\)?([^;{}]*);`,
  'i',
);

function importsIn({ sourceCodeLocation: place }: Element, html: string, home: URL): StyleImport[] {
  if (!place?.startTag || !place.endTag) return [];
  const found: StyleImport[] = [];
  const end = place.endTag.startOffset;
  let at = place.startTag.endOffset;
  for (let match = IMPORT.exec(html.slice(at, end)); match; match = IMPORT.exec(html.slice(at, end))) {
    const [whole, lead = '', double, single, bare = '', condition = ''] = match;
    const address = parseAddress(double ?? single ?? bare, home);
    const rule = { start: at + lead.length, end: at + whole.length };
    const line = place.startLine + html.slice(place.startOffset, rule.start).split('\n').length - 1;
    if (address) found.push({ line, address, rule, startTag: rangeOf(place.startTag), condition: condition.trim() });
    at = rule.end;
  }
  return found;
}

/** An address in a style; one behind `@import` is a rule of its own. */
const STYLE_ADDRESS = /(?<!@import\s*)\burl\(\s*(?:"([^"]+)"|'([^']+)'|([^"')\s]+))\s*\)/gi;

/** Elements that load, and that no tag can hold. */
const FIXED: Record<string, readonly string[]> = {
  image: ['href'],
  input: ['src'],
  track: ['src'],
  body: ['background'],
};

function fixedIn(element: Element, html: string, home: URL): Fixed[] {
  const { tagName, attrs, sourceCodeLocation: place } = element;
  if (!place?.startTag) return [];
  const style = tagName === 'style' ? textIn(element) : (valueOf(element, 'style') ?? '');
  const inStyle = [...style.matchAll(STYLE_ADDRESS)].map(([, double, single, bare = '']) => double ?? single ?? bare);
  const written = attrs.flatMap(({ name, value }) => (FIXED[tagName]?.includes(name) ? [value] : []));
  const found = [
    ...inStyle.map((text) => ({ text, advice: 'a style in the page asks for it: host the file yourself' })),
    ...written.map((text) => ({ text, advice: `<${tagName}> asks for it, and takes no tag: host the file yourself` })),
  ];
  return found.flatMap(({ text, advice }) => {
    const address = parseAddress(text, home);
    const at = html.indexOf(text, place.startOffset);
    const line = place.startLine + (at < 0 ? 0 : html.slice(place.startOffset, at).split('\n').length - 1);
    return address ? [{ line, address, advice }] : [];
  });
}

/**
 * Behind `<head>`; where nobody wrote one, which HTML allows, behind `<html>` or the doctype. Where those come too late
 * to count, before the first element: that is where the browser begins the head.
 */
function headStart(
  tree: DefaultTreeAdapterTypes.Document,
  elements: readonly Element[],
  html: string,
): number | undefined {
  for (const tag of ['head', 'html']) {
    const place = elements.find(({ tagName }) => tagName === tag)?.sourceCodeLocation?.startTag;
    if (place) return place.endOffset;
  }
  const doctype = tree.childNodes.find(({ nodeName }) => nodeName === '#documentType');
  if (doctype?.sourceCodeLocation) return doctype.sourceCodeLocation.endOffset;
  if (!OF_A_PAGE.test(html.replaceAll(/<!--[^]*?-->/g, ''))) return undefined;
  return elements.find(({ sourceCodeLocation }) => sourceCodeLocation?.startTag)?.sourceCodeLocation?.startOffset;
}

/** What pages have, and the parts that they include have not. */
const OF_A_PAGE = /<(?:!doctype|html|head|body)[\s>]/i;

function* elementsIn(node: Node): Iterable<Element> {
  if ('tagName' in node) yield node;
  const children = 'content' in node ? [node.content] : [];
  for (const child of [...children, ...('childNodes' in node ? node.childNodes : [])]) yield* elementsIn(child);
}

const valueOf = (element: Element | undefined, attribute: string) =>
  element?.attrs.find(({ name }) => name === attribute)?.value;

function textIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map((child) => textIn(child)).join('') : '';
}

const rangeOf = ({ startOffset, endOffset }: Token.Location): Range => ({ start: startOffset, end: endOffset });
