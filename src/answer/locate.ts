import type { Store } from '../store.ts';

/** How long the site may look for the visitor's region, in milliseconds. */
const LOCATE_LIMIT = 5000;

/** Asks the site where the visitor is. One that never answers must not leave the visitor without a way to choose. */
export async function locate(store: Store, ask: () => unknown): Promise<void> {
  let region: unknown;
  try {
    const late = new Promise((_, reject) => setTimeout(reject, LOCATE_LIMIT, new Error('no answer in time')));
    region = await Promise.race([ask(), late]);
  } catch (error) {
    store.report('region-failed', String(error));
  }
  store.locate(typeof region === 'string' && region ? region : null);
}
