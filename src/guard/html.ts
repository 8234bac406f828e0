/**
 * Tags elements in a text of HTML before the browser reads it: a script that is written into the page runs, and an
 * image loads, before anyone could look at the element. The text keeps every character; marks are only put in.
 */
import type { Before, Patch } from './patch.ts';

/** The expression that an address in a text of HTML waits for; nothing when it may load. */
export type WaitsFor = (url: string, kind: string) => string | undefined;

/** Between these tags all is text (the few that HTML has beside them are out of use). */
const isRaw = (tag: string) => /^(script|style|textarea|title|iframe|noscript)$/.test(tag);

/** `html`, where each element whose address has to wait is tagged. */
export function tagHtml(html: string, waitsFor: WaitsFor): string {
  // Sticky expressions walk through the text once, from tag to tag and from attribute to attribute.
  const name = /[a-z][^\s/>]*/iy;
  const attribute = /([\s/]*)([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
  let tagged = '';
  let copied = 0;
  const put = (mark: string, at: number) => {
    tagged += html.slice(copied, at) + mark;
    copied = at;
  };

  for (let at = 0; (at = html.indexOf('<', at)) >= 0;) {
    if (html.startsWith('<!--', at)) {
      at = html.indexOf('-->', at + 2);
      if (at < 0) break;
      continue;
    }
    name.lastIndex = ++at;
    const tag = name.exec(html)?.[0].toLowerCase();
    if (!tag) continue;

    const end = name.lastIndex;
    const attributes = new Map<string, { start: number; value: string }>();
    at = attribute.lastIndex = end;
    for (let found; (found = attribute.exec(html)); at = attribute.lastIndex) {
      const [, space = '', word = '', double, single, bare = ''] = found;
      const key = word.toLowerCase();
      // Of two attributes with one name the first counts.
      if (!attributes.has(key))
        attributes.set(key, { start: found.index + space.length, value: double ?? single ?? bare });
    }

    const src = attributes.get('src');
    const isScript = tag === 'script';
    if (src && !attributes.has('data-consent') && attributes.get('type')?.value !== 'text/plain') {
      const consent = waitsFor(src.value, tag);
      if (consent) {
        put(` data-consent="${consent}"${isScript ? ' type="text/plain"' : ''}`, end);
        for (const [key, { start }] of attributes)
          if ((isScript ? /^type$/ : /^src(set)?$/).test(key)) put('data-', start);
      }
    }

    if (isRaw(tag)) {
      do at = html.indexOf('</', at) + 2;
      while (at > 1 && html.slice(at, at + tag.length).toLowerCase() !== tag);
      if (at < 2) break;
    }
  }
  return tagged + html.slice(copied);
}

/** Tags what is written as HTML, into the stream of the page or into an element. */
export function guardHtml(patch: Patch, waitsFor: WaitsFor): void {
  /** Tags the text at `index`. */
  const tagging =
    (index: number, choose: WaitsFor): Before =>
    (_self, args) => {
      // Where Trusted Types are enforced, only the page's own policy makes a text: one of those goes as it came.
      const html = args[index];
      if (typeof html === 'string' && /src/i.test(html)) args[index] = tagHtml(html, choose);
    };
  // What is parsed as a fragment never runs its scripts.
  const frames: WaitsFor = (url, kind) => (kind === 'script' ? undefined : waitsFor(url, kind));

  for (const name of ['write', 'writeln']) {
    patch(Document.prototype, name, 'value', (self, args) =>
      args.forEach((_text, index) => tagging(index, waitsFor)(self, args)),
    );
  }
  patch(Range.prototype, 'createContextualFragment', 'value', tagging(0, waitsFor));
  for (const name of ['innerHTML', 'outerHTML']) patch(Element.prototype, name, 'set', tagging(0, frames));
  patch(ShadowRoot.prototype, 'innerHTML', 'set', tagging(0, frames));
  patch(Element.prototype, 'insertAdjacentHTML', 'value', tagging(1, frames));
}
