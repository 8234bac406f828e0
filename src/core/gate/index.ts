import type { ConsentError, ErrorCode, Stop, TagStatus } from '../../types.ts';
import { holds } from '../expression.ts';
import { fromDocument } from '../unclobbered.ts';
import { createScriptQueue, type ScriptContext } from './scripts.ts';

export interface GateContext extends Pick<ScriptContext, 'timeout' | 'written'> {
  /** `undefined` for a name that is neither a purpose nor a service. */
  isAllowed(name: string): boolean | undefined;
  report(error: ConsentError): void;
  /** A tagged element that is no script: src/embeds opens, shuts, shows or hides it. */
  embed(element: Element): void;
}

/** Holds back every tagged element in the page, now and as they come, and releases those that are allowed. */
export interface Gate {
  /** Look at every tagged element again: decisions changed. */
  update(): void;
  /** Look for tagged elements under `root` too, now and as they come. */
  scan(root: ParentNode): void;
  /** Whether a script ran that is no longer allowed: only a new page stops it. */
  ranWithoutPermission(): boolean;
  /** Every tagged element in the page and in the roots that were scanned. */
  tagged(): Element[];
  /** What became of each. */
  statuses: WeakMap<Element, TagStatus>;
  stop: Stop;
}

const TAGGED = '[data-consent]';

export function createGate({ isAllowed, report, embed, ...context }: GateContext): Gate {
  const statuses = new WeakMap<Element, TagStatus>();
  const parserMade = new WeakSet<Element>();
  const ran = new Set<string>();
  const roots = new Set<ParentNode>();

  const textOf = (element: Element) => element.getAttribute('data-consent') ?? '';

  const allows = (text: string) => holds(text, isAllowed) === true;

  const queue = createScriptQueue({
    ...context,
    isAllowed: (script) => script.isConnected && allows(textOf(script)),
    isParserMade: (script) => parserMade.has(script),
    started(script, node) {
      statuses.set(script, 'released').set(node, 'released');
      ran.add(textOf(script));
    },
    ended(node, status, code) {
      statuses.set(node, status);
      if (code) report({ code, message: node.getAttribute('src') ?? '', element: node });
    },
  });

  function process(element: Element): void {
    const status = statuses.get(element);
    const text = textOf(element);
    const outcome = holds(text, isAllowed);
    const complain = (code: ErrorCode) => void (status || report({ code, message: text, element }));
    if (typeof outcome === 'string') complain(outcome);
    if (!status) statuses.set(element, 'held');

    if (!(element instanceof HTMLScriptElement)) return embed(element);
    // Each script runs once in a document's life. A queued one is asked again right before it does.
    if (status && status !== 'held') return;
    // The parser leaves its inert scripts "async" by default; one from `innerHTML`, which can never run, is not.
    // Firefox does not tell them apart, so it counts only while the parser is at work.
    if (!status && element.async && !element.hasAttribute('async') && fromDocument('readyState') === 'loading') parserMade.add(element);
    if (/^$|javascript|module/.test(element.type)) {
      complain('not-inert');
      statuses.set(element, 'released');
    } else if (outcome === true) {
      statuses.set(element, 'queued');
      queue(element);
    }
  }

  const find = (root: ParentNode): NodeListOf<Element> => (root === document ? Document.prototype : root).querySelectorAll.call(root, TAGGED);

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') process(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(TAGGED)) process(node);
        if (node.firstChild) find(node).forEach(process);
      }
    }
  });

  return {
    scan(root) {
      roots.add(root);
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-consent'] });
      find(root).forEach(process);
    },
    update: () => roots.forEach((root) => find(root).forEach(process)),
    ranWithoutPermission: () => [...ran].some((text) => !allows(text)),
    tagged: () => [...roots].flatMap((root) => [...find(root)]),
    statuses,
    stop: () => observer.disconnect(),
  };
}
