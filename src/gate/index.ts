import type { Embeds, Gate, Lazy, LateWrite } from '../lazy.ts';
import { holds } from '../model/expression.ts';
import { attributeOf, isPrepared } from '../page.ts';
import type { Store } from '../store.ts';
import { isRunnable } from './run.ts';
import { statuses } from './tagged.ts';
import { createTaggedScripts } from './tagged-scripts.ts';

/** What makes of an element of the page one that is looked at. */
const TAGS = ['data-consent', 'data-consent-declaration'];
const TAGGED = '[data-consent]';
/**
 * Served without a tag are placeholders of ours before blocked embeds, of which nobody serves the copies that others
 * make when they keep a page or clone it; and where the site wants its purposes declared.
 */
const LOOKED_AT = `[${TAGS.join('],[')}],commsor-embed`;

/** Page elements may hide methods of `document`, and fields of a form its own. */
const find = (root: ParentNode, selector = LOOKED_AT): NodeListOf<Element> => {
  const { querySelectorAll }: ParentNode = Object.getPrototypeOf(root);
  return querySelectorAll.call(root, selector);
};

/**
 * Takes the words of a frame that waits: what stands in it would be there before the part that serves it. Returns
 * whether its author wrote them there.
 */
function takeWords(element: Element): boolean {
  const words = attributeOf(element, 'srcdoc');
  if (words === null) return false;
  // Whoever keeps the markup of a page copies the words of an opened frame.
  const isKept = element.hasAttribute('data-consent-srcdoc');
  element.setAttribute('data-consent-srcdoc', words);
  element.removeAttribute('srcdoc');
  return !isKept;
}

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
  const { isAllowed, report, life } = store;
  const scripts = createTaggedScripts(store, write);
  const once = new Set<Element>();
  const others = new Set<Element>();
  const roots = new Set<ParentNode>();

  function meet(element: Element): void {
    scripts.meet(element);
    process(element);
  }

  function process(element: Element): void {
    const text = attributeOf(element, 'data-consent');
    // A script that has lost its tag is no longer ours to say anything about.
    if (text === null) return element instanceof HTMLScriptElement ? undefined : serve(element);
    // What is not inert would load in a page that is only being prepared too. All else waits until it is opened.
    if (isPrepared()) return void takeWords(element);
    const status = statuses.get(element);
    const outcome = holds(text, isAllowed);
    if (typeof outcome === 'string' && !status) report(outcome, text, element);
    if (!status) statuses.set(element, 'held');
    if (outcome !== true && takeWords(element) && !status) report('not-inert', 'srcdoc', element);
    if (element instanceof HTMLScriptElement && isRunnable(element)) scripts.process(element, status, outcome === true);
    else serve(element);
  }

  /** One task for all that come together; the part works through them in slices. */
  function serve(element: Element): void {
    if (others.add(element).size > 1) return;
    // Not before all that came together are in it: a part that is there already would take them one by one, unsliced.
    queueMicrotask(() => embeds((part) => part.process(others)).catch(() => others.clear()));
  }

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') process(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (Element.prototype.matches.call(node, LOOKED_AT)) meet(node);
        if (node.firstElementChild) find(node).forEach(process);
      }
    }
    scripts.proceed();
  });

  const each = (act: (element: Element) => void) => roots.forEach((root) => find(root, TAGGED).forEach(act));
  store.follow('gate', ({ cause }) => {
    // What was let in once stays until the visitor decides anew.
    if (cause === 'choice' || cause === 'api') once.clear();
    each(process);
  });

  return {
    statuses,
    ran: scripts.ran,
    once,
    each,
    scan(root) {
      if (life.aborted) return;
      // Before it is kept: this throws for what is no node, as where a selector found nothing.
      observer.observe(root, { childList: true, subtree: true, attributeFilter: TAGS });
      roots.add(root);
      find(root).forEach(meet);
    },
    stop() {
      observer.disconnect();
      // What still waits for its turn stays locked, until another one starts.
      each((element) => statuses.get(element) === 'queued' && statuses.set(element, 'held'));
      roots.clear();
    },
  };
}
