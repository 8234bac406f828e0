import type { LoadChunk } from '../lazy.ts';
import { faultsOf, type Fault } from '../model/faults.ts';
import type { Store } from '../store.ts';
import { fromDocument } from '../page.ts';

/** Where whoever looks at the page is the one to hear of mistakes, at every visit. */
export const isBeingDeveloped = () =>
  /^(localhost|127\..*|\[::1\]|.*\.(localhost|test|local))$/.test(location.hostname);

/** Whether a link of the page to the preferences answers what the checker asks for. */
export const isMetByPage = (field: string) =>
  /^(model|ui\.reopen)$/.test(field) &&
  fromDocument('querySelector').call(document, 'a[href$="#consent"],[data-consent-action]');

interface Needs {
  readonly store: Store;
  readonly load: LoadChunk;
  /** The configuration as it was written. */
  readonly input: unknown;
  /** What could not even be read of it. */
  readonly unreadable: readonly Fault[];
  readonly isDebugged: boolean;
}

/**
 * Says what is wrong with the configuration, where it is being written, or where the core met a field that it could not
 * read. No other visitor loads the checker.
 */
export async function checkConfiguration({ store, load, input, unreadable, isDebugged }: Needs): Promise<void> {
  const { config, report } = store;
  const faults = [...unreadable, ...faultsOf(input, config)];
  // A service without purposes is named by an id that has no row, or none that fits.
  const isRowMissing = [...config.services.values()].some(({ purposes }) => !purposes[0]);
  // Where the table did not come, that has been said.
  const isTableLost = store.errors.some(({ code }) => code === 'chunk-failed');
  const table = isRowMissing && !isTableLost ? (await load('services')).services : undefined;
  if (!faults[0] && !table && !isDebugged && !isBeingDeveloped()) return;
  const problems = await load('check').then(
    ({ check }) => check(input, unreadable, table),
    () => faults.map((fault) => ({ ...fault, level: 'error' as const })), // The checker did not come.
  );
  const errors = problems.filter(({ level }) => level === 'error').map(({ field, fix }) => `${field}: ${fix}`);
  if (errors[0]) report('config-invalid', errors.join('\n'));
  for (const { level, field, fix } of problems) {
    if (level === 'warning' && !isMetByPage(field)) console.warn('[commsor]', `${field}: ${fix}`);
  }
}
