import type { Core, Leftover } from '../../types.ts';

/** How long a sweep may delay the reload that follows a withdrawal, in milliseconds. */
const SWEEP_LIMIT = 1000;

/** Deletes what the services called `names` left behind, and reports what could not be deleted. */
export async function sweep({ config, load, report }: Core, names: readonly string[]): Promise<void> {
  const services = names.flatMap((name) => config.services.get(name) ?? []).filter(({ cookies, storageKeys }) => cookies || storageKeys);
  if (!services.length) return;
  const tell = ({ service, kind, name, reason }: Leftover) => report({ code: 'sweep-failed', message: `${service}: ${kind} ${name}: ${reason}` });
  const work = load('sweep').then((chunk) => chunk.sweep(services)).then((leftovers) => leftovers.forEach(tell), () => undefined); // A chunk that fails is reported where it is loaded.
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, SWEEP_LIMIT))]);
}
