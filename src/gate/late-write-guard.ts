import type { LateWrite } from '../lazy.ts';
import { fromDocument } from '../page.ts';

/**
 * A released tag runs after its place in the page was parsed: there `document.write` and `document.open` wipe the page
 * (in every engine). What a tagged script writes is put in its place or refused, and so is what nobody knows the writer
 * of (a timer, a listener) and what a script that another one made ("async", without an address) writes. The page's own
 * scripts write as ever while it is parsed.
 */
export function guardWrites(tagged: WeakMap<Element, unknown>, take: (late: LateWrite) => void): void {
  for (const way of ['write', 'writeln', 'open'] as const) {
    const value = (...markup: string[]) => {
      const script = fromDocument('currentScript') as HTMLScriptElement | null;
      const isOfThePage = script && !tagged.has(script) && (script.src || !script.async);
      if (isOfThePage) return Reflect.apply(fromDocument(way), document, markup);
      take({ script, way, markup });
      return document;
    };
    // Reflect: an element of that name makes Firefox refuse, and then the name is the element anyway.
    Reflect.defineProperty(document, way, { configurable: true, writable: true, value });
  }
}
