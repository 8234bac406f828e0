import type { ErrorCode } from '../api.ts';
import type { TagStatus } from '../lazy.ts';
import { whenParsed } from '../schedule.ts';
import { createElement, fromDocument } from '../page.ts';

/** How long tags may run before the page gets to answer input, in milliseconds. */
const SLICE = 8;
/** How many waiting tags are fetched ahead. */
const AHEAD = 16;

const typeOf = (script: Element) => script.getAttribute('data-type') ?? '';
const addressOf = (script: Element) => script.getAttribute('src');
const isModule = (script: Element) => typeOf(script) === 'module';
/** An inline module tells nobody when it has run. */
const isSilent = (script: Element) => isModule(script) && addressOf(script) === null;
/** Whether the parser may still be reading it: it makes an inert script "async" when it has come to its end. */
const isUnread = (script: HTMLScriptElement) => !script.async && fromDocument('readyState') === 'loading';

export interface QueueNeeds {
  /** How long one script may keep later ones waiting, in milliseconds. */
  readonly timeout: number;
  /** Asked again right before a script is fetched or run. */
  isAllowed(script: Element): boolean;
  /** Whether the script is the document parser's own node, which runs when it is inserted again. */
  isParserMade(script: HTMLScriptElement): boolean;
  /** `node` is about to run in place of `script`. */
  started(script: Element, node: Element): void;
  ended(node: Element, status: TagStatus, code?: ErrorCode): void;
}

/**
 * Returns the way into a queue that releases scripts in the order in which the HTML standard runs the same page
 * untagged: classic scripts one after the other; then, when the page is parsed, `defer` and modules; `async` as they
 * arrive. They are fetched side by side and run in order, in slices that let the page answer input. A call without a
 * script: the page changed.
 */
export function createScriptQueue({
  timeout,
  isAllowed,
  isParserMade,
  started,
  ended,
}: QueueNeeds): (script?: HTMLScriptElement) => void {
  const maps = new Set<HTMLScriptElement>();
  const blocking = new Set<HTMLScriptElement>();
  const deferred = new Set<HTMLScriptElement>();
  const preloads = new WeakMap<Element, Element>();
  const queues = [maps, blocking];
  let isBusy = false;
  // A silent script, and the next one that is not, are left to the browser's own ordered list,
  let isListed = false;
  // unless that is stuck: one that hangs there holds back all later ones.
  let isStuck = false;

  whenParsed(() => {
    queues.push(deferred);
    run();
  });

  function run(): void {
    const start = performance.now();
    for (const queue of queues) {
      for (const script of queue) {
        // No module may come before its map.
        if (isBusy && queue !== maps) return;
        if (isUnread(script)) {
          fetchAhead();
          continue;
        }
        queue.delete(script);
        const node = release(script);
        // A classic `nomodule` script never runs here, and never says so.
        if (node && addressOf(node) !== null && (isModule(node) || !node.hasAttribute('nomodule'))) {
          settle(node, resume);
          fetchAhead();
          isBusy = true;
        } else if (node) ended(node, 'released');
        // Firefox lists no silent ones. They run before a timer that a timer set, not always before the first one, if
        // they need
        // not fetch what they import.
        if (!isBusy && (isSilent(script) || performance.now() - start > SLICE)) {
          setTimeout(setTimeout, 0, resume);
          isBusy = true;
        }
      }
    }
  }

  function resume(): void {
    isBusy = false;
    run();
  }

  /** Reports how `node` ends and goes on with `then`: one that fails or hangs stops no other. */
  function settle(node: HTMLScriptElement, then?: () => void): void {
    const over = new AbortController();
    const end = (status: TagStatus, code?: ErrorCode) => {
      over.abort();
      clearTimeout(timer);
      ended(node, status, code);
      if (!then) return;
      isStuck ||= isListed && status === 'timed-out';
      isListed = false;
      then();
    };
    const timer = setTimeout(end, timeout, 'timed-out', 'tag-timeout');
    node.addEventListener('load', () => end('released'), over);
    node.addEventListener('error', () => end('failed', 'tag-failed'), over);
  }

  /** Runs `script` in its place; `null` when it lost its permission, or its place, meanwhile. */
  function release(script: HTMLScriptElement): HTMLScriptElement | null {
    const { parentNode, nextSibling } = script;
    const isAsync = script.hasAttribute('async');
    const node = isAllowed(script) ? (isParserMade(script) ? script : copy(script)) : null;
    if (node) {
      script.remove();
      if (typeOf(node)) node.type = typeOf(node);
      else node.removeAttribute('type');
      isListed ||= !isAsync && !isStuck && isSilent(node);
      node.async = isAsync || !isListed;
      started(script, node);
      parentNode?.insertBefore(node, nextSibling);
      if (!isAsync) node.removeAttribute('async');
    } else ended(script, 'held');
    preloads.get(script)?.remove();
    return node;
  }

  function fetchAhead(): void {
    for (const queue of [blocking, deferred]) {
      for (const script of [...queue].slice(0, AHEAD)) {
        const href = addressOf(script);
        if (!href || preloads.has(script) || !isAllowed(script)) continue;
        const link = Object.assign(createElement('link'), {
          rel: isModule(script) ? 'modulepreload' : 'preload',
          as: 'script',
          href,
        });
        for (const name of ['crossOrigin', 'integrity', 'referrerPolicy', 'nonce', 'fetchPriority'] as const)
          Object.assign(link, { [name]: script[name] });
        fromDocument('head').append(link);
        preloads.set(script, link);
      }
    }
  }

  return (script) => {
    const isExternal = script && addressOf(script) !== null;
    if (isExternal && script.hasAttribute('async')) {
      setTimeout(() => {
        const node = release(script);
        if (node) settle(node);
      });
    } else if (script) {
      (/map|rules/.test(typeOf(script))
        ? maps
        : isModule(script) || (isExternal && script.hasAttribute('defer'))
          ? deferred
          : blocking
      ).add(script);
    }
    // Not before all that came together stand in the queues: a classic script runs ahead of a deferred one before it.
    queueMicrotask(run);
  };
}

/** A script like `script` that has not run: nodes that came from `innerHTML` never run, wherever they are inserted. */
function copy(script: HTMLScriptElement): HTMLScriptElement {
  const node = createElement('script');
  try {
    for (const { name, value } of script.attributes) node.setAttribute(name, value);
    node.text = script.text;
  } catch {
    // Trusted Types forbid to write code here; the node itself still runs if the parser or `createElement` made it.
    return script;
  }
  node.nonce = script.nonce; // The attribute reads empty, the property holds it.
  return node;
}
