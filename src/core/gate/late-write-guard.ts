import type { Core } from '../../types.ts';
import { fromDocument } from '../unclobbered.ts';

/**
 * A released tag runs after its place in the page was parsed: there `document.write` and `document.open` wipe the page (in every engine).
 * What a watched script writes is put in its place or refused, and so is what nobody knows the writer of (a timer, a listener) and what
 * a script that another one made ("async", without an address) writes. The page's own scripts write as ever while it is parsed.
 * Returns the function that watches a script.
 */
export function guardWrites(core: Core): (script: Element) => void {
  const watched = new WeakSet<Element>();
  let isGuarding = false;
  return (script) => {
    watched.add(script);
    if (isGuarding) return;
    isGuarding = true;
    for (const name of ['write', 'writeln', 'open'] as const) {
      const value = (...markup: string[]) => {
        const writer = fromDocument('currentScript') as HTMLScriptElement | null;
        if (writer && !watched.has(writer) && (writer.src || !writer.async)) return Reflect.apply(Document.prototype[name], document, markup);
        core.later((page) => page.written(writer, name === 'open' ? '' : markup.join('') + (name === 'write' ? '' : '\n')));
        return document;
      };
      Object.defineProperty(document, name, { configurable: true, writable: true, value });
    }
  };
}
