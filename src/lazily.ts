import type { Lazy, Stop } from './lazy.ts';
import { atEnd } from './schedule.ts';

/** Begins a part when it is first needed, and ends it with `life`. */
export function lazily<Part extends { readonly stop: Stop }>(
  life: AbortSignal,
  begin: () => Promise<Part>,
): Lazy<Part> {
  let coming: Promise<Part> | null = null;

  async function get(): Promise<Part> {
    const part = await begin();
    atEnd(life, () => {
      lazy.part = coming = null; // Whoever asks for it then is told by `begin` that all is over.
      part.stop();
    });
    return (lazy.part = part);
  }

  function run<Result>(task: (part: Part) => Result): Promise<Awaited<Result>> {
    // Where the part is there already, nobody waits: a click may lead away in the same task.
    const done = lazy.part ? Promise.resolve(task(lazy.part)) : (coming ??= get()).then(task);
    done.catch(() => (coming = null)); // The next one tries again.
    return done as Promise<Awaited<Result>>;
  }

  const lazy: Lazy<Part> = Object.assign(run, { part: null });
  return lazy;
}
