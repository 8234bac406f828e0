import { fromDocument } from './page.ts';

/**
 * Runs `task` once the browser has painted what was changed so far; soon all the same in a hidden page, which never
 * paints.
 */
export function afterPaint(task: () => void): void {
  const run = () => {
    const due = task;
    task = () => undefined;
    due();
  };
  setTimeout(run, 100);
  requestAnimationFrame(() => setTimeout(run));
}

/**
 * Runs `task` in the next frame, when the browser has laid the page out and before it paints: whoever measures there
 * makes it lay out nothing. Returns the end of waiting.
 */
export function afterLayout(task: () => void): () => void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    task();
  });
  // Begun by a `task`, in the middle of a layout, it would be one that the browser tells the page it could not deliver.
  const frame = requestAnimationFrame(() => {
    const page: Element | null = fromDocument('documentElement'); // None while a new one is on its way.
    if (page) observer.observe(page);
  });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/**
 * Returns what runs `task` at once, but never twice within `pause` milliseconds: what came too soon is one run later.
 */
export function paced(task: () => void, pause: number): () => void {
  let isResting = false;
  let isDue = false;
  return function run() {
    isDue = isResting;
    if (isResting) return;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (isDue) run();
    }, pause);
    task();
  };
}

/** Runs `task` now if `isOver`, else at `event`, of which the window hears first. Returns the end of waiting. */
export function whenOver(isOver: boolean, event: string, task: (event?: Event) => void): () => void {
  if (isOver) task();
  else addEventListener(event, task, { capture: true, once: true });
  return () => removeEventListener(event, task, true);
}

/** Runs `task` when `life` ends. */
export const atEnd = (life: AbortSignal, task: () => void) => life.addEventListener('abort', task, { once: true });

/** Runs `task` when the page and all that it shows have loaded. */
export const whenLoaded = (task: () => void) => whenOver(fromDocument('readyState') === 'complete', 'load', task);

/** Runs `task` when that has been painted too, and what scripts of the page do with it has begun. */
export const whenAtRest = (task: () => void) => whenLoaded(() => afterPaint(task));

/** Runs `task` when the parser has read the whole page. */
export const whenParsed = (task: () => void) =>
  whenOver(fromDocument('readyState') !== 'loading', 'DOMContentLoaded', task);
