import type { ErrorCode } from '../api.ts';
import type { Core, Stop, TagStatus } from '../lazy.ts';
import { holds } from '../model/expression.ts';
import { createScriptQueue } from './scripts.ts';

const TAGGED = '[data-consent]';

/**
 * The types of scripts that run, of those that anybody writes.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 */
const RUNS = /^(module|.*\/.*(java|ecma)script[\d.]*)?$/i;

const textOf = (element: Element) => element.getAttribute('data-consent') ?? '';

/** It outlives a gate, so that whoever starts after a `destroy()` runs nothing twice. */
const statuses = new WeakMap<Element, TagStatus>();

/**
 * Holds back every tagged element in the page, now and as they come, and releases those that are allowed:
 * scripts itself, all others through src/core/embeds. Adds its functions to `core`; returns the end of watching.
 */
export function createGate(core: Core): Stop {
  const { isAllowed, allows, report } = core;
  const unread = new WeakSet<Element>();
  const ran = new Set<string>();
  const others = new Set<Element>();
  const roots = new Set<ParentNode>();

  const queue = createScriptQueue(
    core,
    (script) => !!roots.size && script.isConnected && allows(textOf(script)),
    (script) => script.async && (unread.has(script) || !!script.nonce),
    (script, node) => {
      statuses.set(script, 'released').set(node, 'released');
      ran.add(textOf(script));
    },
    (node, status, code) => {
      statuses.set(node, status);
      if (code) report(code, node.getAttribute('src') ?? '', node);
    },
  );

  function process(element: Element): void {
    const status = statuses.get(element);
    const text = textOf(element);
    const outcome = holds(text, isAllowed);
    const complain = (code: ErrorCode) => void (status || report(code, text, element));
    if (typeof outcome === 'string') complain(outcome);
    if (!status) statuses.set(element, 'held');

    if (!(element instanceof HTMLScriptElement)) {
      // One task for all that come together; the part works through them in slices.
      if (others.add(element).size === 1) core.embeds((part) => part.process(others)).catch(() => others.clear());
      return;
    }
    // Each script runs once in a document's life. A queued one is asked again right before it does.
    if (status && status !== 'held') return;
    // A script that is not "async" when it is first seen, but is when it is released, was seen while the parser read
    // it.
    // One from `innerHTML`, which can never run, stays as it was; it hardly has a nonce.
    if (!status && !element.async) unread.add(element);
    if (RUNS.test(element.type)) {
      complain('not-inert');
      statuses.set(element, 'released');
    } else if (outcome === true) {
      statuses.set(element, 'queued');
      queue(element);
    }
  }

  const find = (root: ParentNode): NodeListOf<Element> =>
    (root === document ? Document.prototype : root).querySelectorAll.call(root, TAGGED);

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') process(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(TAGGED)) process(node);
        if (node.firstChild) find(node).forEach(process);
      }
    }
    queue();
  });

  Object.assign(core, {
    statuses,
    scan(root) {
      roots.add(root);
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-consent'] });
      find(root).forEach(process);
    },
    eachTag: (act = process) => roots.forEach((root) => find(root).forEach(act)),
    ran,
  } satisfies Partial<Core>);
  return () => {
    observer.disconnect();
    // What still waits for its turn stays locked, until another one starts.
    core.eachTag((element) => statuses.get(element) === 'queued' && statuses.set(element, 'held'));
    roots.clear();
  };
}
