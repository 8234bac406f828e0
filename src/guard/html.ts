/**
 * Tags elements in a text of HTML before the browser reads it: a script that is written into the page runs, and an
 * image loads, before anyone could look at the element. The text keeps every character; marks are only put in.
 */
import { runs } from '../model/script-types.ts';
import type { Before, Patch } from './patch.ts';
import { prototypeOfDocument } from '../page.ts';

/** The expression that an address in a text of HTML waits for; nothing when it may load. */
export type WaitsFor = (url: string, kind: string) => string | undefined;

/** Between these tags all is text (the few that HTML has beside them are out of use). */
const isRaw = (tag: string) => /^(script|style|textarea|title|iframe|noscript)$/.test(tag);

/** The expression that an inline script waits for, as it starts a library that waits; nothing when it may run. */
export type StartWaitsFor = (code: string) => string | undefined;

/** `html`, where each element whose address has to wait is tagged, and each inline script whose library waits. */
export function tagHtml(html: string, waitsFor: WaitsFor, startWaitsFor: StartWaitsFor = () => undefined): string {
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

    const content = at;
    if (isRaw(tag)) {
      do at = html.indexOf('</', at) + 2;
      while (at > 1 && html.slice(at, at + tag.length).toLowerCase() !== tag);
    }
    const isCut = at < content;

    const src = attributes.get('src') ?? attributes.get('srcset');
    const type = attributes.get('type')?.value;
    const isScript = tag === 'script';
    if (type !== 'text/plain' && !attributes.has('data-consent')) {
      const consent = src
        ? waitsFor(src.value, tag)
        : isScript && runs(type ?? '')
          ? startWaitsFor(html.slice(content, isCut ? undefined : at))
          : undefined;
      if (consent) {
        put(` data-consent="${consent}"${isScript ? ' type="text/plain"' : ''}`, end);
        for (const [key, { start }] of attributes)
          if ((isScript ? /^type$/ : /^src(set)?$/).test(key)) put('data-', start);
      }
    }
    if (isCut) break;
  }
  return tagged + html.slice(copied);
}

/** Tags what is written as HTML, into the stream of the page or into an element. */
export function guardHtml(patch: Patch, waitsFor: WaitsFor, startWaitsFor: StartWaitsFor): void {
  /** Tags the text at `index`. */
  const tagging =
    (index: number, ...rules: [WaitsFor, StartWaitsFor?]): Before =>
    (_self, args) => {
      // Where Trusted Types are enforced, only the page's own policy makes a text: one of those goes as it came.
      const html = args[index];
      if (typeof html === 'string' && /src|script/i.test(html)) args[index] = tagHtml(html, ...rules);
    };
  // What is parsed as a fragment never runs its scripts.
  const frames: WaitsFor = (url, kind) => (kind === 'script' ? undefined : waitsFor(url, kind));

  for (const name of ['write', 'writeln']) {
    patch(prototypeOfDocument(), name, 'value', (self, args) =>
      args.forEach((_text, index) => tagging(index, waitsFor, startWaitsFor)(self, args)),
    );
  }
  patch(Range.prototype, 'createContextualFragment', 'value', tagging(0, waitsFor, startWaitsFor));
  for (const name of ['innerHTML', 'outerHTML']) patch(Element.prototype, name, 'set', tagging(0, frames));
  patch(ShadowRoot.prototype, 'innerHTML', 'set', tagging(0, frames));
  patch(Element.prototype, 'insertAdjacentHTML', 'value', tagging(1, frames));
}
