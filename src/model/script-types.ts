/**
 * The types of scripts that run, of those that anybody writes.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 */
const RUNS = /^(module|.*\/.*(java|ecma)script[\d.]*)?$/i;

/** Whether a script of this type runs. */
export const runs = (type: string): boolean => RUNS.test(type);
