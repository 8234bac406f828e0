/**
 * Turns untagged elements whose address a rule names into tagged ones, as if their author had written `data-consent`:
 * from then on the gate releases them. What an author tagged is left alone.
 */
import type { Stop } from '../lazy.ts';
import { runs } from '../model/script-types.ts';
import type { Patch } from './patch.ts';

/** What the guard of elements asks, and tells. */
export interface ElementRules {
  /** The expression that an address waits for; nothing when it may load, or when it is too late to stop it. */
  waitsFor(url: unknown, kind: string, element: Element, isTooLate?: () => boolean): string | undefined;
  /** The expression that an inline script waits for, as it starts a library that waits; nothing when it may run. */
  startWaitsFor(code: string, element: Element): string | undefined;
  /** Whether the expression holds, or the visitor let this one element in. */
  allows(expression: string, element: Element): boolean;
  /** `element` was stopped and cannot be given back. */
  lost(element: Element, error: unknown): void;
}

const isScript = (node: unknown): node is HTMLScriptElement => node instanceof HTMLScriptElement;

const isParsing = () => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

/**
 * Whether a resource has come. Browsers list 250 of them; where the list is full nobody knows, and nothing shall run
 * twice.
 */
function hasArrived(url: string): boolean {
  const resources = performance.getEntriesByType('resource');
  return resources.length > 249 || resources.some(({ name }) => name === url);
}

export function guardElements(
  patch: Patch,
  { waitsFor, startWaitsFor, allows, lost }: ElementRules,
): { review(): void; stop: Stop } {
  // As they are now: further down something is put before them.
  const { getAttribute, setAttribute, querySelectorAll } = Element.prototype;
  const set = (element: Element, name: string, value: unknown) => setAttribute.call(element, name, String(value));
  const held = new WeakSet<object>();

  /** Tags `element` if `url` has to wait. */
  function holds(element: Element, url: unknown, isTooLate?: () => boolean): boolean {
    const isNew = !held.has(element);
    const isPlain = isScript(element) && element.type === 'text/plain';
    // Tagged by its author, or held by someone else.
    if (isNew && (isPlain || element.hasAttribute('data-consent'))) return false;
    const expression = waitsFor(url, element.localName, element, isTooLate);
    if (expression) mark(element, expression);
    return !!expression;
  }

  /** Makes `element` look as if its author had tagged it. */
  function mark(element: Element, expression: string) {
    held.add(element);
    if (isScript(element) && element.type !== 'text/plain') {
      // A script keeps its address: without a script's type nothing loads it.
      set(element, 'data-type', element.type);
      set(element, 'type', 'text/plain');
    }
    set(element, 'data-consent', expression);
  }

  /** Holds an inline script that the parser reads and will run; one that a script made has run already. */
  function checkStart(script: HTMLScriptElement) {
    const isRead = !script.async && isParsing();
    if (!isRead || held.has(script) || getAttribute.call(script, 'src') !== null) return;
    if (script.hasAttribute('data-consent') || !runs(script.type)) return;
    const expression = startWaitsFor(script.text, script);
    if (expression) mark(script, expression);
    // The parser may pause anywhere in it.
    else observer.observe(script, { childList: true, characterData: true, subtree: true });
  }

  /** Whether an attribute that `element` is about to get has to wait. */
  function keeps(element: unknown, name: unknown, value: unknown): boolean {
    const key = String(name).toLowerCase();
    if (!(element instanceof Element)) return false;
    if (key === 'src' && key in element && holds(element, value) && !isScript(element)) {
      set(element, 'data-src', value);
      // A pixel that is not in the page fails, as it would under an ad blocker: someone may wait for its answer.
      if (!element.isConnected) setTimeout(() => element.isConnected || element.dispatchEvent(new Event('error')));
      return true;
    }
    // Many set a script's type after its address.
    if (
      key === 'type' &&
      isScript(element) &&
      held.has(element) &&
      !allows(element.getAttribute('data-consent') ?? '', element)
    ) {
      set(element, 'data-type', value);
      return true;
    }
    return false;
  }

  /**
   * Stops a script that the browser has begun with. Its type no longer matters then, but a script that has left its
   * document is not run (HTML, "execute the script element"); what takes its place has not begun.
   */
  function replace(script: HTMLScriptElement) {
    const fresh = Document.prototype.createElement.call(document, 'script');
    held.add(fresh);
    try {
      for (const { name, value } of script.attributes) set(fresh, name, value);
      fresh.nonce = script.nonce;
    } catch (error) {
      // Trusted Types let only the page's own policy give an address to a script.
      lost(script, error);
    }
    script.replaceWith(fresh);
    new Document().adoptNode(script);
  }

  /** Holds an element that is in the page. */
  function check(element: Element, wasHere: boolean) {
    // A form answers for its fields: nothing may be asked of it by name.
    const url = getAttribute.call(element, 'src');
    if (!url || !element.isConnected || element.hasAttribute('data-consent')) return;
    if (isScript(element)) {
      const isLoading = isParsing();
      const isAtEnd = isLoading && !element.async && (element.defer || element.type === 'module');
      const hasRun = () => wasHere && !isAtEnd && hasArrived(element.src);
      // The parser shows a script before it begins with it; one that a script made has begun already.
      const hasBegun = wasHere || !isLoading || (element.async && !element.hasAttribute('async'));
      if (holds(element, url, hasRun) && hasBegun) replace(element);
    } else if (holds(element, url)) {
      for (const name of ['src', 'srcset']) {
        const value = element.getAttribute(name);
        if (value) set(element, 'data-' + name, value);
        element.removeAttribute(name);
      }
      // Without its address a frame keeps its page, or still gets it; one that leaves the document for a moment does
      // not, and no history entry stays behind.
      const { parentNode, nextSibling } = element;
      element.remove();
      parentNode?.insertBefore(element, nextSibling);
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      const whole = target instanceof Text ? target.parentNode : target;
      if (isScript(whole)) checkStart(whole);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const element of [node, ...querySelectorAll.call(node, '[src]')]) check(element, false);
        if (isScript(node)) checkStart(node);
      }
    }
  });
  const review = () => {
    for (const element of Document.prototype.querySelectorAll.call(document, '[src]')) check(element, true);
  };

  observer.observe(document, { childList: true, subtree: true });
  review();
  const nothing = () => {};
  patch(Element.prototype, 'setAttribute', 'value', (self, [name, value]) => keeps(self, name, value) && nothing);
  const property = (prototype: object, name: string) =>
    patch(prototype, name, 'set', (self, [value]) => keeps(self, name, value) && nothing);
  property(HTMLScriptElement.prototype, 'type');
  for (const { prototype } of [HTMLScriptElement, HTMLIFrameElement, HTMLImageElement]) property(prototype, 'src');
  return { review, stop: () => observer.disconnect() };
}
