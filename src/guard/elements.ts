/**
 * Finds untagged elements in the page, and those that come, whose address a rule names, and has them tagged: from then
 * on the gate releases them. What an author tagged is left alone.
 */
import type { GuardContext, Stop } from '../lazy.ts';
import { runs } from '../model/script-types.ts';
import { type ElementStartWaitsFor, type ElementWaitsFor, held, holds, isScript, mark, set } from './tags.ts';
import { createElement, createText, fromDocument } from '../page.ts';

/** What may have an address; of a picture each source has its own. */
const LOADING = '[src],[srcset]';

const isParsing = () => fromDocument('readyState') === 'loading';

/**
 * Whether a resource has come. Browsers list 250 of them; where the list is full nobody knows, and nothing shall run
 * twice.
 */
function hasArrived(url: string): boolean {
  const resources = performance.getEntriesByType('resource');
  return resources.length > 249 || resources.some(({ name }) => name === url);
}

export function guardElements(
  waitsFor: ElementWaitsFor,
  startWaitsFor: ElementStartWaitsFor,
  report: GuardContext['report'],
): { review(): void; stop: Stop } {
  const { getAttribute, querySelectorAll } = Element.prototype;

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

  /** Holds an element that is in the page. */
  function check(element: Element, wasHere: boolean) {
    // A form answers for its fields: nothing may be asked of it by name.
    const url = getAttribute.call(element, 'src') || getAttribute.call(element, 'srcset');
    if (!url || !element.isConnected || element.hasAttribute('data-consent')) return;
    if (isScript(element)) {
      const isLoading = isParsing();
      const isAtEnd = isLoading && !element.async && (element.defer || element.type === 'module');
      const hasRun = () => wasHere && !isAtEnd && hasArrived(element.src);
      // The parser shows a script before it begins with it; one that a script made has begun already.
      const hasBegun = wasHere || !isLoading || (element.async && !element.hasAttribute('async'));
      if (holds(element, url, waitsFor, hasRun) && hasBegun) replace(element, report);
    } else if (holds(element, url, waitsFor)) unload(element);
  }

  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      const whole = target.nodeName === '#text' ? target.parentNode : target;
      if (isScript(whole)) checkStart(whole);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const element of [node, ...querySelectorAll.call(node, LOADING)]) check(element, false);
        if (isScript(node)) checkStart(node);
      }
    }
  });
  const review = () => {
    for (const element of fromDocument('querySelectorAll').call(document, LOADING)) check(element, true);
  };

  observer.observe(document, { childList: true, subtree: true });
  review();
  return { review, stop: () => observer.disconnect() };
}

/**
 * Takes a frame or an image the addresses with which it came. Without its address a frame keeps its page, or still gets
 * it; one that leaves the document for a moment does not, and no history entry stays behind.
 */
function unload(element: Element): void {
  for (const name of ['src', 'srcset']) {
    const value = element.getAttribute(name);
    if (value) set(element, 'data-' + name, value);
    element.removeAttribute(name);
  }
  const place = createText(); // Fields of a form may hide methods of its own, so nothing is asked of the parent.
  element.replaceWith(place);
  place.replaceWith(element);
}

/**
 * Stops a script that the browser has begun with. Its type no longer matters then, but a script that has left its
 * document is not run (HTML, "execute the script element"); what takes its place has not begun.
 */
function replace(script: HTMLScriptElement, report: GuardContext['report']): void {
  const fresh = createElement('script');
  held.add(fresh);
  try {
    for (const { name, value } of script.attributes) set(fresh, name, value);
    fresh.nonce = script.nonce;
  } catch (error) {
    // Trusted Types let only the page's own policy give an address to a script.
    report('tag-failed', String(error), script);
  }
  script.replaceWith(fresh);
  fromDocument('implementation').createHTMLDocument().adoptNode(script);
}
