import { findIn, liveAddresses } from './addresses.ts';

/** What loads something of its own accord inside an element that is tagged. */
const LOADERS = 'script:not([type="text/plain"]),iframe,img,video,audio,source,embed,object,link,input[type=image]';

const isForeign = (element: Element, name: string) =>
  new URL(element.getAttribute(name) ?? '', element.baseURI).host !== location.host;

/**
 * What has loaded, or will, although `element` is tagged, in words for its author: an address in the attribute that
 * loads it, a custom element, which does as it likes, or something of another host inside.
 */
export function liveIn(element: Element): { readonly element: Element; readonly what: string }[] {
  if (element.localName === 'noscript') return [{ element, what: '<noscript>' }];
  if (customElements.get(element.localName)) return [{ element, what: `<${element.localName}>` }];
  const inside = findIn(element, `:is(${LOADERS}):not([data-consent])`).flatMap((one) =>
    liveAddressesOf(one).flatMap((what) => (isForeign(one, what) ? { element: one, what } : [])),
  );
  return [...liveAddresses(element).map((what) => ({ element, what })), ...inside];
}

const liveAddressesOf = (element: Element) =>
  element.localName === 'script' && element.hasAttribute('src') ? ['src'] : liveAddresses(element);
