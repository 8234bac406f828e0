import type { LoadChunk } from './lazy.ts';
import type { Config, Rows } from './model/config.ts';
import type { Store } from './store.ts';

/**
 * Returns what takes the rows of the services that the site names by id, once, into the configuration, which `read`
 * reads with them. Where they do not come, it reads with what there is, and the others stay denied.
 */
export function completeOnce(
  { config, commit, state }: Store,
  load: LoadChunk,
  read: (rows?: Rows) => Config,
): () => Promise<void> | false {
  let rows: Promise<void> | undefined;

  async function complete(): Promise<void> {
    const part = await load('services').catch(() => null); // Reported by then.
    // What holds where may have come before.
    Object.assign(config, read(part?.services), { regions: config.regions });
    void commit(state().record, 'start');
  }
  return () => config.isNamed && (rows ??= complete());
}
