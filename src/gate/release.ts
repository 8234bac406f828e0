import type { ErrorCode } from '../api.ts';
import type { TagStatus } from '../lazy.ts';
import { forget } from './fetch-ahead.ts';
import { takeOut } from '../page.ts';
import { addressOf, isSilent, run } from './run.ts';

export interface ReleaseNeeds {
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
 * Runs one script, unless it lost its permission, or its place, meanwhile. Returns whether `over` is still to be called
 * then: when it has ended, or kept others waiting for long enough.
 */
export type Release = (script: HTMLScriptElement, over?: () => void) => boolean;

export function createRelease({ timeout, isAllowed, isOwn, started, ended }: ReleaseNeeds): Release {
  // A silent script, and the next one that is not, are left to the browser's own ordered list,
  let isListed = false;
  // unless that is stuck: one that hangs there holds back all later ones.
  let isStuck = false;

  return (script, over) => {
    const isAsync = script.hasAttribute('async');
    const isNow = isAllowed(script);
    if (isNow) isListed ||= !isAsync && !isStuck && isSilent(script);
    else ended(script, 'held');
    const inList = isListed && !isAsync;
    const node = isNow && run(script, isOwn(script), inList, (it) => started(script, it));
    forget(script);
    if (!node) return false;
    const isTold = addressOf(node) !== null;
    if (!isTold) ended(script, 'released');
    else
      settle(script, node, timeout, (status, code) => {
        ended(script, status, code);
        if (inList) {
          isStuck ||= status === 'timed-out';
          isListed = false;
        }
        over?.();
      });
    return isTold;
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
    const hear = ({ constructor }: Event) => {
      over.abort('over'); // A reason of our own, see `until` in src/handle.ts.
      if (node !== script) {
        takeOut(node); // It may have done so itself.
        // Heard before the next script runs, as in the same page untagged.
        script.dispatchEvent(Reflect.construct(constructor, [type]));
      }
      end(...outcome);
    };
    node.addEventListener(type, hear, over);
  };
  listen('load', 'released');
  listen('error', 'failed', 'tag-failed');
}
