import type { Embeds, Gate, Lazy, LateWrite, TagStatus } from '../lazy.ts';
import { holds, namesIn } from '../model/expression.ts';
import type { Store } from '../store.ts';
import { fromDocument } from '../page.ts';
import { guardWrites } from './late-write-guard.ts';
import { isMarkedAsRun, isRules, isRunnable } from './run.ts';
import { createScriptQueue } from './scripts.ts';

const TAGGED = '[data-consent]';
/**
 * What is served without a tag: placeholders of ours before blocked embeds, of which nobody serves the copies that
 * others make when they keep a page or clone it; and where the site wants its purposes declared.
 */
const UNTAGGED = 'commsor-embed,[data-consent-declaration]';
const LOOKED_AT = `${TAGGED},${UNTAGGED}`;
/** Where routers say that they have run a script, or that it is to run once. */
const RAN = '[data-astro-exec],[data-turbo-eval="false"]';

const textOf = (element: Element) => element.getAttribute('data-consent') ?? '';

/** Page elements may hide methods of `document`, and fields of a form its own. */
const find = (root: ParentNode, selector = LOOKED_AT): NodeListOf<Element> => {
  const { querySelectorAll } =
    root === document ? Document.prototype : root instanceof Element ? Element.prototype : root;
  return querySelectorAll.call(root, selector);
};

/**
 * What became of each tagged element. It outlives a gate, so that whoever starts after a `destroy()` runs nothing
 * twice; so do the scripts that ran, by address or text, and whose place they ran in.
 */
const statuses = new WeakMap<Element, TagStatus>();
const texts = new Set<string>();
const places = new WeakMap<Element, Element>();
/** The rules that a browser obeys for a script, as long as they are in the page. */
const obeyed = new WeakMap<Element, Element>();
const textOfScript = ({ src, text }: HTMLScriptElement) => src || text;
/** Whether a node that we see for the first time says that it has run: a router's mark, or the copy of one that has. */
const hasRun = (script: HTMLScriptElement) =>
  (script.matches(RAN) || isMarkedAsRun(script)) && texts.has(textOfScript(script));

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
  const { config, isAllowed, allows, report, life } = store;
  /**
   * What came on its own before the page had loaded: the parser brings one element after the other, and next to all
   * others bring trees.
   */
  const early = new WeakSet<Element>();
  const ran = new Set<string>();
  const once = new Set<Element>();
  const others = new Set<Element>();
  const roots = new Set<ParentNode>();

  /**
   * A policy on nonces may ask for Trusted Types too, which forbid copies and report each attempt. In Chromium a script
   * from `innerHTML`, which would not run, is not "async".
   */
  const isOwn = (script: HTMLScriptElement) =>
    !!script.nonce && script.async && early.has(script) && !places.has(script);

  const queue = createScriptQueue({
    timeout: config.timeout,
    isAllowed: (script) => !life.aborted && script.isConnected && allows(textOf(script)),
    isOwn,
    started(script, node) {
      if (!ran.size) guardWrites(statuses, putInPlace);
      statuses.set(script, 'released').set(node, 'released');
      places.set(node, script);
      if (isRules(script)) obeyed.set(script, node);
      texts.add(textOfScript(script));
      ran.add(textOf(script));
    },
    ended(script, status, code) {
      statuses.set(script, status);
      if (code) report(code, script.getAttribute('src') ?? '', script);
    },
  });

  /** Written is what a script wrote behind the tag, not behind a copy of it that is gone by now. */
  function putInPlace(late: LateWrite): void {
    write({ ...late, script: late.script && (places.get(late.script) ?? late.script) });
  }

  /** Whether a grant after a withdrawal runs `script` again. */
  const isRepeated = (script: HTMLScriptElement) =>
    script.hasAttribute('data-consent-rerun') ||
    isRules(script) ||
    namesIn(textOf(script)).some((name) => config.services.get(name)?.rerun);

  function meet(element: Element): void {
    if (fromDocument('readyState') !== 'complete') early.add(element);
    process(element);
  }

  function process(element: Element): void {
    if (Element.prototype.matches.call(element, UNTAGGED)) return serve(element);
    const status = statuses.get(element);
    const text = textOf(element);
    const outcome = holds(text, isAllowed);
    if (typeof outcome === 'string' && !status) report(outcome, text, element);
    if (!status) statuses.set(element, 'held');
    // What stands in a frame of that kind would be there before the part that serves it.
    const words = element.getAttribute('srcdoc');
    if (words !== null && outcome !== true) {
      element.setAttribute('data-consent-srcdoc', words);
      element.removeAttribute('srcdoc');
      if (!status) report('not-inert', 'srcdoc', element);
    }
    if (element instanceof HTMLScriptElement && isRunnable(element)) processScript(element, status, outcome === true);
    else serve(element);
  }

  /** One task for all that come together; the part works through them in slices. */
  function serve(element: Element): void {
    if (others.add(element).size === 1) embeds((part) => part.process(others)).catch(() => others.clear());
  }

  function processScript(script: HTMLScriptElement, status: TagStatus | undefined, allowed: boolean): void {
    if (!status && hasRun(script) && !isRepeated(script)) statuses.set(script, 'released');
    // Each runs once in a document's life, if nobody asked for more. A queued one is asked again right before it does.
    else if (status && status !== 'held') {
      if (allowed || status === 'queued' || !isRepeated(script)) return;
      statuses.set(script, 'held');
      obeyed.get(script)?.remove();
    } else if (allowed) {
      statuses.set(script, 'queued');
      queue(script);
    }
  }

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') process(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (Element.prototype.matches.call(node, LOOKED_AT)) meet(node);
        if (node.firstChild) find(node).forEach(process);
      }
    }
    queue();
  });

  const each = (act: (element: Element) => void) => roots.forEach((root) => find(root, TAGGED).forEach(act));
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
