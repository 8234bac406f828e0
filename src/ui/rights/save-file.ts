import { create } from '../element.ts';

/**
 * Hands a JSON text to the browser, which saves it as a file. The text is in the address itself: nothing has to be
 * given back when it is saved, and Firefox, which let the first `blob:` of a page go by unsaved in tests, takes it.
 */
export function saveFile(name: string, text: string): void {
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
  // Outside the page, so that no router takes the press for a way within the site.
  create('a', { href, download: name }).click();
}
