import { create } from '../element.ts';

/** A browser has begun to read what it saves within this time, in milliseconds. */
const READING_TIME = 6e4;

/** Hands a JSON text to the browser, which saves it as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  // Outside the page, so that no router takes the press for a way within the site.
  create('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), READING_TIME);
}
