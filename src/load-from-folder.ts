import type { LoadChunk } from './lazy.ts';
import { linkTo } from './page.ts';

/** Loads parts by absolute URL from `folder`: a classic script from another origin cannot import relative ones. */
export function loadFromFolder(folder: string | undefined): LoadChunk {
  // One error for every part, so that it is said once; not made before, for its stack costs a start 2 ms.
  let unusable: Error | undefined;
  // Firefox remembers for good that a module did not load: to try again takes another address.
  let again = '';
  return async (name) => {
    // The version is in the address, so that a cached part of another one is never taken for it.
    const file = `${name}.js?v=${__VERSION__}${again}`;
    const address = folder && linkTo(folder.replace(/[^/?#]*([?#].*)?$/s, file));
    if (!address || address.protocol === 'file:')
      throw (unusable ??= new Error(
        'it has no web address: write data-base="/folder/" on the tag, or use commsor.all.js',
      ));
    return import(address.href).catch((error) => {
      again += '?';
      throw error;
    });
  };
}
