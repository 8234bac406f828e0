import { signal, type ReadonlySignal } from '@preact/signals';
import { type Design, read, write } from './design.ts';

const current = signal(read(location.hash));

/** What is chosen now. */
export const design: ReadonlySignal<Design> = current;

/**
 * Browsers refuse more than some hundred changes of the address in half a minute: while somebody types, it follows
 * after this many milliseconds.
 */
const PAUSE = 250;
let waiting = 0;
/** The field that is being edited: all that happens in it is one step back. */
let field: string | null = null;

/**
 * Changes the design. Each change is a step that the browser's Back undoes; changes of the same `within` are one step
 * together.
 */
export function edit(change: Partial<Design>, within: string | null = null): void {
  const next = { ...current.value, ...change };
  if (write(next) === write(current.value)) return;
  if (within && within === field) {
    clearTimeout(waiting);
    waiting = window.setTimeout(follow, PAUSE);
  } else {
    follow();
    history.pushState(null, '', address(next));
  }
  field = within;
  current.value = next;
}

/** Brings the address up to date. */
export function follow(): void {
  clearTimeout(waiting);
  if (address(current.value) !== location.pathname + location.search + location.hash)
    history.replaceState(null, '', address(current.value));
}

const address = (it: Design) => location.pathname + location.search + (write(it) && `#${write(it)}`);

addEventListener('popstate', () => {
  clearTimeout(waiting);
  field = null;
  current.value = read(location.hash);
});
// Coming back to a field begins a step of its own.
addEventListener('focusin', () => {
  if (field) follow();
  field = null;
});
addEventListener('pagehide', follow);
