import type { ConsentConfig } from '../api.ts';
import { aText, ownFields } from '../model/coerce.ts';
import { fromDocument } from '../page.ts';
import type { Store } from '../store.ts';
import { copies } from '../stored-record.ts';
import { recommended } from './rules.ts';

/** How long the site may look for the visitor's region, in milliseconds. */
const LOCATE_LIMIT = 5000;

/** What a server or an edge may have said: a `<meta>` in the head, and a cookie, of this name. */
const HINT = 'commsor-region';

/**
 * Finds out where the visitor is, and which law holds there, for a site whose configuration, `input`, does not tell.
 * Until then the strictest model holds.
 */
export async function locate(store: Store, input: unknown): Promise<void> {
  const { region, regions } = ownFields<ConsentConfig>(input);
  const given = typeof region === 'function' ? await ask(store, region) : region;
  // Header fields come in any case, and a file of one line with its end.
  const found = (aText(given) || hint()).trim().toUpperCase();
  if (regions === 'recommended') Object.assign(store.config, { regions: recommended });
  store.locate(found || null);
}

/** What the site's function says. One that never answers must not leave the visitor without a way to choose. */
async function ask({ report }: Pick<Store, 'report'>, call: () => unknown): Promise<unknown> {
  try {
    const late = new Promise((_, reject) => setTimeout(reject, LOCATE_LIMIT, new Error('no answer in time')));
    return await Promise.race([call(), late]);
  } catch (error) {
    report('region-failed', String(error));
    return undefined;
  }
}

/** Only a `<meta>` in the head counts: what is in the body, a visitor may have written. */
function hint(): string {
  const meta = fromDocument('querySelector').call(document, `head > meta[name="${HINT}"]`);
  const content = meta instanceof HTMLMetaElement ? meta.content : '';
  return content || (copies(HINT.replace('-', '_'))[0] ?? '');
}
