import { isWebAddress } from './address.ts';

/** Where an element's address waits: `data-src` is for `src`. */
const WAITING = ['data-src', 'data-srcset', 'data-poster', 'data-href', 'data-data'];

/** The attributes of `element` that hold an address back. */
export const waitingAddresses = (element: Element) => WAITING.filter((name) => element.hasAttribute(name));

/**
 * Gives `element` its addresses. Returns the undo, which puts back what was there, to the byte;
 * or `null` when one of them is never loaded: `javascript:` and `data:`. (A `srcset` cannot run anything.)
 */
export function open(element: Element): (() => void) | null {
  const addresses = waitingAddresses(element).map(
    (waiting) => [waiting.slice(5), element.getAttribute(waiting) ?? ''] as const,
  );
  if (addresses.some(([name, url]) => name !== 'srcset' && !isWebAddress(url, element.baseURI))) return null;
  const undos = addresses.map(([name, url]) => replace(element, name, url));
  // A medium sees its own address; `load()` would also overrule `preload="none"`.
  if (element.localName === 'source') reload(element, true);
  return () => {
    undos.forEach((undo) => undo());
    unload(element);
  };
}

/**
 * Takes a copy of an opened element its addresses: whoever keeps the markup of a page to show it again copies those
 * too.
 */
export function close(element: Element): void {
  const copied = waitingAddresses(element).filter(
    (name) => element.getAttribute(name.slice(5)) === element.getAttribute(name),
  );
  for (const name of copied) element.removeAttribute(name.slice(5));
  if (copied.length) unload(element);
}

/** Hides an element that has no address; returns the undo. */
export function hide(element: HTMLElement): () => void {
  const before = element.getAttribute('style');
  element.style.setProperty('display', 'none', 'important'); // Unlike the attribute, no policy forbids it.
  element.hidden = true;
  return () => {
    if (before !== null) element.setAttribute('style', before);
    // Chromium leaves an empty attribute behind unless it was asked for it.
    else if (element.hasAttribute('style')) element.removeAttribute('style');
    element.hidden = false;
  };
}

/** Takes `element` out and puts `replacement` in the same place. */
export function reinsert(element: Element, replacement = element): void {
  const { parentNode, nextSibling } = element;
  element.remove();
  parentNode?.insertBefore(replacement, nextSibling);
}

// A frame whose address is taken away keeps its page; one that leaves the document for a moment does not, and no
// history entry stays behind.
function unload(element: Element): void {
  if (/^(iframe|embed|object)$/.test(element.localName)) reinsert(element);
  reload(element);
}

function replace(element: Element, name: string, value: string): () => void {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return () => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before));
}

// Media choose their source once; a `source` that gets its address later needs a word, unless another one is being
// loaded already.
function reload(element: Element, isIdleOnly = false): void {
  const media = element.localName === 'source' ? element.parentNode : element;
  // 0: empty, 3: no source.
  if (media instanceof HTMLMediaElement && !(isIdleOnly && media.networkState % 3)) media.load();
}
