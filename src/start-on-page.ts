import type { LoadChunk } from './lazy.ts';
import { startConsent } from './consent.ts';
import { claimed } from './global.ts';
import { fromDocument } from './page.ts';
import { readPageConfig } from './page-config.ts';

/**
 * From the script in the page: its configuration in, `window.commsorConsent` out. `loadFrom` is given the script's
 * address.
 */
export function startOnPage(loadFrom: (address: string) => LoadChunk): void {
  const current = fromDocument('currentScript');
  const script = current instanceof HTMLScriptElement ? current : null;
  if (claimed()) return console.warn('[commsor] second-copy', script);
  startConsent(readPageConfig(script), loadFrom(script?.src || location.href));
}
