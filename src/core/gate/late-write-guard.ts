import type { Core } from '../../types.ts';
import { fromDocument } from '../unclobbered.ts';

/**
 * A released tag runs after its place in the page was parsed: there `document.write` wipes the page (in every engine).
 * What a watched script writes is put in its place or refused, and so is what is written after the page was parsed, when nobody
 * can tell by whom; what the page's own scripts write before goes through. Returns the function that watches a script.
 */
export function guardWrites(core: Core): (script: Element) => void {
  const watched = new WeakSet<Element>();
  let isGuarding = false;
  return (script) => {
    watched.add(script);
    if (isGuarding) return;
    isGuarding = true;
    for (const name of ['write', 'writeln'] as const) {
      const value = (...markup: string[]) => {
        const writer = fromDocument('currentScript');
        if (writer ? watched.has(writer) : fromDocument('readyState') !== 'loading') core.later((page) => page.written(writer, markup.join('')));
        else Document.prototype[name].apply(document, markup);
      };
      Object.defineProperty(document, name, { configurable: true, writable: true, value });
    }
  };
}
