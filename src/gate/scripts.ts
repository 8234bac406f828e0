import { fromDocument } from '../page.ts';
import { whenParsed } from '../schedule.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { createRelease, type ReleaseNeeds } from './release.ts';
import { addressOf, isModule, isRules, isSilent } from './run.ts';

/** How long tags may run before the page gets to answer input, in milliseconds. */
const SLICE = 8;

/** Whether the parser may still be reading it: it makes an inert script "async" when it has come to its end. */
const isUnread = (script: HTMLScriptElement) => !script.async && fromDocument('readyState') === 'loading';

/**
 * Returns the way into a queue that releases scripts in the order in which the HTML standard runs the same page
 * untagged: classic scripts one after the other; then, when the page is parsed, `defer` and modules; `async` as they
 * arrive. They are fetched side by side and run in order, in slices that let the page answer input. A call without a
 * script: the page changed.
 */
export function createScriptQueue(needs: ReleaseNeeds): (script?: HTMLScriptElement) => void {
  const release = createRelease(needs);
  const rules = new Set<HTMLScriptElement>();
  const blocking = new Set<HTMLScriptElement>();
  const deferred = new Set<HTMLScriptElement>();
  const queues = [rules, blocking];
  let isBusy = false;

  whenParsed(() => {
    queues.push(deferred);
    work();
  });

  function work(): void {
    const start = performance.now();
    for (const queue of queues) {
      for (const script of queue) {
        // No module may come before its map.
        if (isBusy && queue !== rules) return;
        if (isUnread(script)) {
          fetchWaiting();
          continue;
        }
        queue.delete(script);
        if (release(script, resume)) {
          fetchWaiting();
          isBusy = true;
        }
        // Firefox lists no silent ones. They run before a timer that a timer set, not always before the first one, if
        // they need not fetch what they import.
        if (!isBusy && (isSilent(script) || performance.now() - start > SLICE)) {
          setTimeout(setTimeout, 0, resume);
          isBusy = true;
        }
      }
    }
  }

  function resume(): void {
    isBusy = false;
    work();
  }

  const fetchWaiting = () => [blocking, deferred].forEach((queue) => fetchAhead(queue, needs.isAllowed));

  return (script) => {
    const isExternal = script && addressOf(script) !== null;
    // A classic one for browsers without modules never runs here.
    if (script?.hasAttribute('nomodule') && !isModule(script)) needs.ended(script, 'released');
    else if (isExternal && script.hasAttribute('async')) setTimeout(release, 0, script);
    else if (script) {
      (isRules(script)
        ? rules
        : isModule(script) || (isExternal && script.hasAttribute('defer'))
          ? deferred
          : blocking
      ).add(script);
    }
    // Not before all that came together stand in the queues: a classic script runs ahead of a deferred one before it.
    queueMicrotask(work);
  };
}
