import { fromDocument } from './unclobbered.ts';

/** Runs `task` once the browser has painted what was changed so far; soon all the same in a hidden page, which never paints. */
export function afterPaint(task: () => void): void {
  const run = () => {
    clearTimeout(timer);
    task();
    task = () => undefined;
  };
  const timer = setTimeout(run, 100);
  requestAnimationFrame(() => setTimeout(run));
}

/** Runs `task` when the page and all that it shows have loaded. */
export function whenLoaded(task: () => void): void {
  if (fromDocument('readyState') === 'complete') task();
  else addEventListener('load', task, { once: true });
}

/** Runs `task` when the parser has read the whole page. */
export function whenParsed(task: () => void): void {
  if (fromDocument('readyState') === 'loading') addEventListener('DOMContentLoaded', task, { once: true });
  else task();
}
