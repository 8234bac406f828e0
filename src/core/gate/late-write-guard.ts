import { fromDocument } from '../unclobbered.ts';

/**
 * A released tag runs after its place in the page was parsed: there `document.write` wipes the page (in every engine).
 * What a watched script writes goes to `written` instead, and so does what is written after the page was parsed, when nobody
 * can tell by whom; what the page's own scripts write before goes through. Returns the function that watches a script.
 */
export function guardWrites(written: (script: Element | null, markup: string) => void): (script: Element) => void {
  const watched = new WeakSet<Element>();
  let isGuarding = false;
  return (script) => {
    watched.add(script);
    if (isGuarding) return;
    isGuarding = true;
    for (const name of ['write', 'writeln'] as const) {
      document[name] = (...markup: string[]) => {
        const writer = fromDocument('currentScript');
        if (writer ? watched.has(writer) : fromDocument('readyState') !== 'loading') written(writer, markup.join(''));
        else Document.prototype[name].apply(document, markup);
      };
    }
  };
}
