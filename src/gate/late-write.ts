import type { LateWrite } from '../lazy.ts';
import type { Store } from '../store.ts';
import { fromDocument } from '../page.ts';

/** What scripts have written just now: an element may be written in several pieces, which go into the page together. */
const pieces = new Map<Element | null, string>();

/** Where the next piece goes: a script may write many times. */
const latest = new WeakMap<Element, ChildNode>();

/** Puts what a released script wrote in its place, or reports that it was refused. */
export function write({ script, way, markup }: LateWrite, report: Store['report']): void {
  const before = pieces.get(script);
  const text = way === 'open' ? '' : markup.join('') + (way === 'writeln' ? '\n' : '');
  pieces.set(script, (before ?? '') + text);
  if (before !== undefined) return; // It goes with the first piece.
  queueMicrotask(() => {
    const html = pieces.get(script) ?? '';
    pieces.delete(script);
    if (!place(script, html)) report('late-write', html.slice(0, 80), script ?? undefined);
  });
}

/**
 * Puts `html` right behind `script`, where it would have gone while the page was parsed. Returns `false` where nobody
 * can tell the place, or where Trusted Types forbid to make elements from text.
 */
export function place(script: Element | null, html: string): boolean {
  if (!script?.isConnected || !html) return false;
  try {
    const range = fromDocument('createRange').call(document);
    range.setStartAfter(script);
    const fragment = range.createContextualFragment(html);
    const before = latest.get(script);
    const last = before?.isConnected ? before : script;
    const end = fragment.lastChild;
    last.after(fragment);
    if (end) latest.set(script, end as ChildNode);
    return true;
  } catch {
    return false; // The caller reports it, who knows the tag.
  }
}
