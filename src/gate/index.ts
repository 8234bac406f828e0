import type { ErrorCode } from '../api.ts';
import type { Embeds, Gate, Lazy, LateWrite, TagStatus } from '../lazy.ts';
import { holds } from '../model/expression.ts';
import type { Store } from '../store.ts';
import { guardWrites } from './late-write-guard.ts';
import { createScriptQueue } from './scripts.ts';

const TAGGED = '[data-consent]';

/**
 * The types of scripts that run, of those that anybody writes.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 */
const RUNS = /^(module|.*\/.*(java|ecma)script[\d.]*)?$/i;

const textOf = (element: Element) => element.getAttribute('data-consent') ?? '';

/** Page elements may hide methods of `document`, and fields of a form its own. */
const find = (root: ParentNode): NodeListOf<Element> => {
  const { querySelectorAll } =
    root === document ? Document.prototype : root instanceof Element ? Element.prototype : root;
  return querySelectorAll.call(root, TAGGED);
};

/**
 * What became of each tagged element. It outlives a gate, so that whoever starts after a `destroy()` runs nothing
 * twice.
 */
const statuses = new WeakMap<Element, TagStatus>();

export interface GateNeeds {
  readonly store: Store;
  /** Who serves tagged elements that are no scripts. */
  readonly embeds: Lazy<Embeds>;
  /** Takes what a released script wrote too late. */
  write(late: LateWrite): void;
}

/**
 * Holds back every tagged element in the page, now and as they come, and releases those that are allowed: scripts
 * itself, all others through src/gate/embeds.
 */
export function createGate({ store, embeds, write }: GateNeeds): Gate {
  const { isAllowed, allows, report, life } = store;
  const unread = new WeakSet<Element>();
  const ran = new Set<string>();
  const once = new Set<Element>();
  const others = new Set<Element>();
  const roots = new Set<ParentNode>();

  const queue = createScriptQueue({
    timeout: store.config.timeout,
    isAllowed: (script) => !life.aborted && script.isConnected && allows(textOf(script)),
    isParserMade: (script) => script.async && (unread.has(script) || !!script.nonce),
    started(script, node) {
      if (!ran.size) guardWrites(statuses, write);
      statuses.set(script, 'released').set(node, 'released');
      ran.add(textOf(script));
    },
    ended(node, status, code) {
      statuses.set(node, status);
      if (code) report(code, node.getAttribute('src') ?? '', node);
    },
  });

  function process(element: Element): void {
    const status = statuses.get(element);
    const text = textOf(element);
    const outcome = holds(text, isAllowed);
    const complain = (code: ErrorCode) => void (status || report(code, text, element));
    if (typeof outcome === 'string') complain(outcome);
    if (!status) statuses.set(element, 'held');

    if (!(element instanceof HTMLScriptElement)) {
      // One task for all that come together; the part works through them in slices.
      if (others.add(element).size === 1) embeds((part) => part.process(others)).catch(() => others.clear());
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

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') process(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (Element.prototype.matches.call(node, TAGGED)) process(node);
        if (node.firstChild) find(node).forEach(process);
      }
    }
    queue();
  });

  const each = (act: (element: Element) => void) => roots.forEach((root) => find(root).forEach(act));
  store.follow('gate', ({ cause }) => {
    // What was let in once stays until the visitor decides anew.
    if (cause === 'choice' || cause === 'api') once.clear();
    each(process);
  });

  return {
    statuses,
    ran,
    once,
    each,
    scan(root) {
      if (life.aborted) return;
      roots.add(root);
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-consent'] });
      find(root).forEach(process);
    },
    stop() {
      observer.disconnect();
      // What still waits for its turn stays locked, until another one starts.
      each((element) => statuses.get(element) === 'queued' && statuses.set(element, 'held'));
      roots.clear();
    },
  };
}
