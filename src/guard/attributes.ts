import type { Patch } from './patch.ts';
import { type ElementWaitsFor, held, holds, isScript, set } from './tags.ts';

/**
 * Tags elements when a script gives them an address that has to wait. `allows`: whether an expression holds, or the
 * visitor let this one element in.
 */
export function guardAttributes(
  patch: Patch,
  waitsFor: ElementWaitsFor,
  allows: (expression: string, element: Element) => boolean,
): void {
  /** Whether an attribute that `element` is about to get has to wait. */
  function keeps(element: unknown, name: unknown, value: unknown): boolean {
    const key = String(name).toLowerCase();
    if (!(element instanceof Element)) return false;
    // Of several addresses in a `srcset` the first counts: what follows it reads like a part of its path.
    if (/^src(set)?$/.test(key) && key in element && holds(element, value, waitsFor) && !isScript(element)) {
      set(element, 'data-' + key, value);
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

  const nothing = () => {};
  patch(Element.prototype, 'setAttribute', 'value', (self, [name, value]) => keeps(self, name, value) && nothing);
  const property = (prototype: object, name: string) =>
    patch(prototype, name, 'set', (self, [value]) => keeps(self, name, value) && nothing);
  property(HTMLScriptElement.prototype, 'type');
  for (const { prototype } of [HTMLScriptElement, HTMLIFrameElement, HTMLImageElement]) property(prototype, 'src');
  for (const { prototype } of [HTMLImageElement, HTMLSourceElement]) property(prototype, 'srcset');
}
