import type { ErrorCode } from '../api.ts';
import type { TagStatus } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import { whenParsed } from '../schedule.ts';
import { fetchAhead, forget } from './fetch-ahead.ts';
import { addressOf, isModule, isRules, run } from './run.ts';

/** How long tags may run before the page gets to answer input, in milliseconds. */
const SLICE = 8;

/** An inline module tells nobody when it has run. */
const isSilent = (script: HTMLScriptElement) => isModule(script) && addressOf(script) === null;
/** Whether the parser may still be reading it: it makes an inert script "async" when it has come to its end. */
const isUnread = (script: HTMLScriptElement) => !script.async && fromDocument('readyState') === 'loading';

export interface QueueNeeds {
  /** How long one script may keep later ones waiting, in milliseconds. */
  readonly timeout: number;
  /** Asked again right before a script is fetched or run. */
  isAllowed(script: Element): boolean;
  /** Whether the node itself is to run, which a browser does once in its life, and never with one from `innerHTML`. */
  isOwn(script: HTMLScriptElement): boolean;
  /** `node` is about to run for `script`. */
  started(script: HTMLScriptElement, node: Element): void;
  ended(script: HTMLScriptElement, status: TagStatus, code?: ErrorCode): void;
}

/**
 * Returns the way into a queue that releases scripts in the order in which the HTML standard runs the same page
 * untagged: classic scripts one after the other; then, when the page is parsed, `defer` and modules; `async` as they
 * arrive. They are fetched side by side and run in order, in slices that let the page answer input. A call without a
 * script: the page changed.
 */
export function createScriptQueue(needs: QueueNeeds): (script?: HTMLScriptElement) => void {
  const { timeout, isAllowed, ended } = needs;
  const rules = new Set<HTMLScriptElement>();
  const blocking = new Set<HTMLScriptElement>();
  const deferred = new Set<HTMLScriptElement>();
  const queues = [rules, blocking];
  let isBusy = false;
  // A silent script, and the next one that is not, are left to the browser's own ordered list,
  let isListed = false;
  // unless that is stuck: one that hangs there holds back all later ones.
  let isStuck = false;

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
        const node = release(script);
        // A classic `nomodule` script never runs here, and never says so.
        if (node && addressOf(node) !== null && (isModule(script) || !node.hasAttribute('nomodule'))) {
          settle(script, node, timeout, (status, code) => {
            ended(script, status, code);
            isStuck ||= isListed && status === 'timed-out';
            isListed = false;
            resume();
          });
          fetchWaiting();
          isBusy = true;
        } else if (node) ended(script, 'released');
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

  /** Runs `script`; `null` when it lost its permission, or its place, meanwhile. */
  function release(script: HTMLScriptElement): HTMLScriptElement | null {
    const isNow = isAllowed(script);
    const isAsync = script.hasAttribute('async');
    if (!isNow) ended(script, 'held');
    else isListed ||= !isAsync && !isStuck && isSilent(script);
    const node = isNow
      ? run(script, needs.isOwn(script), isListed && !isAsync, (it) => needs.started(script, it))
      : null;
    forget(script);
    return node;
  }

  const fetchWaiting = () => [blocking, deferred].forEach((queue) => fetchAhead(queue, isAllowed));

  return (script) => {
    const isExternal = script && addressOf(script) !== null;
    if (isExternal && script.hasAttribute('async')) {
      setTimeout(() => {
        const node = release(script);
        if (node) settle(script, node, timeout, (status, code) => ended(script, status, code));
      });
    } else if (script) {
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

/**
 * Tells once how `script`, run as `node`, ends: one that fails or hangs stops no other. What a copy hears, the script
 * in the page hears too.
 */
function settle(
  script: Element,
  node: Element,
  timeout: number,
  tell: (status: TagStatus, code?: ErrorCode) => void,
): void {
  const over = new AbortController();
  let isTold = false;
  const end = (status: TagStatus, code?: ErrorCode) => {
    if (!isTold) tell(status, code);
    isTold = true;
    clearTimeout(timer);
  };
  const timer = setTimeout(end, timeout, 'timed-out', 'tag-timeout');
  const listen = (type: string, ...outcome: Parameters<typeof end>) => {
    const hear = () => {
      over.abort();
      if (node !== script) {
        node.remove();
        // Heard before the next script runs, as in the same page untagged.
        script.dispatchEvent(new Event(type));
      }
      end(...outcome);
    };
    node.addEventListener(type, hear, over);
  };
  listen('load', 'released');
  listen('error', 'failed', 'tag-failed');
}
