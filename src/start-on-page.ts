import { startConsent } from './consent.ts';
import { claimed } from './global.ts';
import type { LoadChunk } from './lazy.ts';
import type { Rows } from './model/config.ts';
import { fromDocument } from './page.ts';
import { readPageConfig } from './page-config.ts';
import { fromAttributes } from './tag-attributes.ts';

/**
 * From the script in the page: its configuration in, `window.commsorConsent` out. `begin` says when. `loadFrom` is
 * given the folder of the other files, or nothing where nobody knows it. `usual` is what the entry configures where the
 * page says nothing, `early` what it knows of services by id.
 */
export function startOnPage(
  begin: (start: () => void) => void,
  loadFrom: (folder: string | undefined) => LoadChunk,
  usual: Readonly<Record<string, unknown>> = {},
  early?: Rows,
): void {
  // A module has no element that runs it, so it is found by what it says.
  const tag = fromDocument('currentScript') ?? fromDocument('querySelector').call(document, 'script[data-base]');
  const script = tag instanceof HTMLScriptElement ? tag : null;
  if (claimed()) return console.warn('[commsor] second-copy', script);

  begin(() => {
    const { input, faults } = readPageConfig(undefined, script ? fromAttributes(script.dataset) : {});
    const { base } = input;
    startConsent(
      { ...usual, ...input },
      loadFrom(typeof base === 'string' ? base.replace(/\/?$/, '/') : script?.src),
      faults,
      early,
    );
  });
}
