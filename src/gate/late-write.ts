/**
 * Puts what a released script wrote with `document.write` right behind that script, where it would have gone while the
 * page was
 * parsed. Returns `false` where nobody can tell the place, or where Trusted Types forbid to make elements from text.
 */
export function place(script: Element | null, html: string): boolean {
  if (!script?.isConnected || !html) return false;
  try {
    const range = Document.prototype.createRange.call(document);
    range.setStartAfter(script);
    const fragment = range.createContextualFragment(html);
    const before = latest.get(script);
    const last = before?.isConnected ? before : script;
    const end = fragment.lastChild;
    last.after(fragment);
    if (end) latest.set(script, end as ChildNode);
    return true;
  } catch {
    return false; // Reported by the caller, who knows the tag.
  }
}

/** Where the next piece goes: a script may write many times. */
const latest = new WeakMap<Element, ChildNode>();
