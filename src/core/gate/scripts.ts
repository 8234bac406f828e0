import type { Core, ErrorCode, TagStatus } from '../../types.ts';
import { whenParsed } from '../schedule.ts';
import { createElement, fromDocument } from '../unclobbered.ts';
import { guardWrites } from './late-write-guard.ts';

/** How long tags may run before the page gets to answer input, in milliseconds. */
const SLICE = 8;
/** How many waiting tags are fetched ahead. */
const AHEAD = 16;

export interface ScriptContext {
  readonly core: Core;
  /** Asked again right before a tag is fetched or run. */
  isAllowed(script: Element): boolean;
  /** Whether the script is the document parser's own node, which runs when it is inserted again. */
  isParserMade(script: Element): boolean;
  /** `node` is about to run in place of `script`. */
  started(script: Element, node: Element): void;
  ended(node: Element, status: TagStatus, code?: ErrorCode): void;
}

const typeOf = (script: Element) => script.getAttribute('data-type') ?? '';
const addressOf = (script: Element) => script.getAttribute('src');
const isModule = (script: Element) => typeOf(script) === 'module';

/**
 * Returns the way into a queue that releases scripts in the order in which the HTML standard runs the same page untagged:
 * classic scripts one after the other; then, when the page is parsed, `defer` and modules; `async` as they arrive.
 * They are fetched side by side and run in order, in slices that let the page answer input.
 */
export function createScriptQueue({ core, isAllowed, isParserMade, started, ended }: ScriptContext): (script: HTMLScriptElement) => void {
  const blocking = new Set<HTMLScriptElement>();
  const deferred = new Set<HTMLScriptElement>();
  const preloads = new Map<Element, Element>();
  const watch = guardWrites(core);
  let queues = [blocking];
  let isBusy = false;
  // An inline module tells nobody when it has run: what follows it is left to the browser's own ordered list.
  let isBehindModule = false;

  whenParsed(() => {
    queues = [blocking, deferred];
    run();
  });

  function run(): void {
    const start = performance.now();
    for (const queue of queues) {
      for (const script of queue) {
        if (isBusy) return;
        queue.delete(script);
        const node = release(script);
        // A classic `nomodule` script never runs here, and never says so.
        if (node && addressOf(node) !== null && (isModule(node) || !node.hasAttribute('nomodule'))) {
          settle(node, resume);
          fetchAhead();
          isBusy = true;
        } else if (node) {
          isBehindModule = isModule(node);
          ended(node, 'released');
        }
        if (!isBusy && performance.now() - start > SLICE) {
          setTimeout(resume);
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
      then?.();
    };
    const timer = setTimeout(end, core.config.timeout, 'timed-out', 'tag-timeout');
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
      // One is under way at a time. In the browser's ordered list one that hangs would hold back all later ones, so it stays out of it.
      node.async = isAsync || !isBehindModule;
      isBehindModule = false;
      started(script, node);
      watch(node);
      parentNode?.insertBefore(node, nextSibling);
      if (!isAsync) node.removeAttribute('async');
    } else ended(script, 'held');
    preloads.get(script)?.remove();
    preloads.delete(script);
    return node;
  }

  function fetchAhead(): void {
    for (const queue of [blocking, deferred]) {
      let ahead = AHEAD;
      for (const script of queue) {
        if (!ahead--) break;
        const href = addressOf(script);
        if (!href || preloads.has(script) || !isAllowed(script)) continue;
        const { crossOrigin, integrity, referrerPolicy, nonce, fetchPriority } = script;
        const link = Object.assign(createElement('link'), { rel: isModule(script) ? 'modulepreload' : 'preload', as: 'script', crossOrigin, integrity, referrerPolicy, nonce, fetchPriority, href });
        fromDocument('head').append(link);
        preloads.set(script, link);
      }
    }
  }

  return (script) => {
    const isExternal = addressOf(script) !== null;
    const isDeferred = isModule(script) || (isExternal && script.hasAttribute('defer'));
    if (/map|rules/.test(typeOf(script)) || ((isExternal || isModule(script)) && script.hasAttribute('async'))) {
      setTimeout(() => {
        const node = release(script);
        if (node) settle(node);
      });
    } else {
      (isDeferred ? deferred : blocking).add(script);
      run();
    }
  };
}

/** A script like `script` that has not run: nodes that came from `innerHTML` never run, wherever they are inserted. */
function copy(script: HTMLScriptElement): HTMLScriptElement {
  const node = createElement('script');
  try {
    for (const { name, value } of script.attributes) node.setAttribute(name, value);
    node.text = script.text;
  } catch {
    return script; // Trusted Types forbid to write code here; the node itself still runs if the parser or `createElement` made it.
  }
  node.nonce = script.nonce; // The attribute reads empty, the property holds it.
  return node;
}
