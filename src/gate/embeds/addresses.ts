import type { Stop } from '../../lazy.ts';
import { createText, own } from '../../page.ts';
import { isWebAddress } from './address.ts';

/**
 * The attributes that make an element load something, the elements in which they do, and where the address of each
 * waits: in ours, or in the one that some lazy loaders read too. They are given in this order and taken in the other:
 * WebKit does not wait for the end of the task, so an image has its `srcset` before its `src` and loses it last, or
 * both are fetched.
 */
const LOADS = Object.entries({
  srcset: 'img,source',
  src: 'iframe,img,video,audio,source,track,embed,input[type=image]',
  poster: 'video',
  href: 'link',
  data: 'object',
  srcdoc: 'iframe',
}).map(([name, kinds]) => ({ name, kinds, places: [`data-consent-${name}`, `data-${name}`] }));

/** The names of these attributes, and of those in which their addresses wait. */
export const ADDRESSES = LOADS.flatMap(({ name, places }) => [name, ...places]);

/** An address that waits in the markup for its attribute. */
interface Waiting {
  /** The attribute that loads it. */
  readonly name: string;
  /** The attribute in which it waits. */
  readonly from: string;
  readonly value: string;
}

/** The first of `places` in which an address waits. */
const placeIn = (element: Element, places: readonly string[]) => places.find((it) => own(element).hasAttribute(it));

/** The addresses that `element` waits for. */
const waitingAddresses = (element: Element): Waiting[] =>
  LOADS.flatMap(({ name, places }) => {
    const from = placeIn(element, places);
    return from ? { name, from, value: own(element).getAttribute(from) ?? '' } : [];
  });

/** The addresses that `element` waits for, as its author wrote them. */
export const writtenAddresses = (element: Element) =>
  waitingAddresses(element)
    .map(({ from, value }) => `${from}="${value}"`)
    .join(' ');

/** What stands in `element` and matches: most elements hold none, and need no search. */
export const findIn = (element: Element, selector: string): readonly Element[] =>
  element.firstElementChild ? [...own(element).querySelectorAll(selector)] : [];

const WAITING = `:is(${LOADS.flatMap(({ places }) => places.map((it) => `[${it}]`)).join()})`;

/** Whether `node`, or something in it, waits for an address. */
export const holdsWaiting = (node: Node): boolean =>
  node instanceof Element && (own(node).matches(WAITING) || findIn(node, WAITING).length > 0);

/** `element` and what stands in it, as far as it waits for an address and has no tag of its own. */
export const holdersIn = (element: Element): Element[] =>
  [element, ...findIn(element, `${WAITING}:not([data-consent])`)].filter(
    (one) => waitingAddresses(one).length && (one === element || isTaggedBy(element, own(one).parentElement)),
  );

const isTaggedBy = (element: Element, inside: Element | null) =>
  !!inside && own(inside).closest('[data-consent]') === element;

/** The attributes by which `element` loads at once, although it is to wait. */
export const liveAddresses = (element: Element): string[] =>
  LOADS.filter(
    ({ name, kinds, places }) =>
      own(element).getAttribute(name) && own(element).matches(kinds) && placeIn(element, places) === undefined,
  ).map(({ name }) => name);

/** Which addresses were given, and how they are taken. */
interface Given {
  readonly written: string;
  readonly undo: Stop;
}

/** It outlives us, so that whoever starts after a `destroy()` can take them. */
const given = new WeakMap<Element, Given>();
/** All that were ever given in this page: copies of opened elements have them too. */
const everGiven = new Set<string>();

/** Whether an element that waits for the same as `element` was opened in this page. */
export const isCopyOfOpened = (element: Element): boolean => everGiven.has(writtenAddresses(element));

/** Whether `name` is an attribute by which `element` loads, and has it from here. */
export const isGiven = (element: Element, name: string): boolean =>
  given.has(element) && waitingAddresses(element).some((address) => address.name === name);

/**
 * Gives `element` its addresses; `false` when one of them is never loaded: `javascript:` and `data:`. (A `srcset`
 * cannot run anything, and what is in a `srcdoc` the page says itself.)
 */
export function open(element: Element): boolean {
  const addresses = waitingAddresses(element);
  const written = writtenAddresses(element);
  const last = given.get(element);
  const isSame = last?.written === written;
  if (isSame && addresses.every(({ name }) => own(element).hasAttribute(name) || playsOn(element, name))) return true;
  // Somebody wants another one, or has taken one of several: the others are not for ever.
  last?.undo();
  given.delete(element);
  if (addresses.some(({ name, value }) => !/^src(set|doc)$/.test(name) && !isWebAddress(value))) return false;
  const each = addresses.map(({ name, value }) => replace(element, name, value));
  // A medium sees its own address; `load()` would also overrule `preload="none"`.
  if (element.localName === 'source') reload(element, !last || isSame);
  given.set(element, { written, undo: () => each.reverse().forEach((undo) => undo()) });
  everGiven.add(written);
  return true;
}

/** A medium goes on without its address, if a morph takes that, and would begin anew with it. */
const playsOn = (element: Element, name: string) =>
  name === 'src' && element instanceof HTMLMediaElement && hasResource(element);

/** 0: empty, 3: no source. */
const hasResource = ({ networkState }: HTMLMediaElement) => networkState % 3 > 0;

/**
 * Takes `element` its addresses: puts back what was there, to the byte, where we gave them; else takes those that
 * others gave it, since whoever keeps the markup of a page copies them from an opened element, and lazy loaders read
 * where they wait. Returns the names of the attributes that others gave it.
 */
export function close(element: Element): string {
  const undo = given.get(element)?.undo;
  const taken = undo ? '' : makeInert(element);
  given.delete(element);
  undo?.();
  if (undo || taken) unload(element);
  return taken;
}

/** Takes `element`, which loads nothing yet, the addresses that still wait in it. Returns their names. */
export function makeInert(element: Element): string {
  const live = waitingAddresses(element).filter(({ name, value }) => own(element).getAttribute(name) === value);
  for (const { name } of live.reverse()) own(element).removeAttribute(name);
  return live.map(({ name }) => name).join();
}

/** Lets what `element` loads at once wait from now on. */
export function holdBack(element: Element): void {
  const live = liveAddresses(element);
  for (const name of live.reverse()) {
    element.setAttribute(`data-consent-${name}`, element.getAttribute(name) ?? '');
    element.removeAttribute(name);
  }
  if (live.length) unload(element);
}

/** Takes `element` out and puts it back in the same place. */
function reinsert(element: Element): void {
  const place = createText(); // Fields of a form may hide methods of its own, so nothing is asked of the parent.
  element.replaceWith(place);
  place.replaceWith(element);
}

// A frame whose address is taken away shows its page for some time; one that leaves the document for a moment does not,
// and no history entry stays behind.
function unload(element: Element): void {
  if (/^(iframe|embed|object)$/.test(element.localName)) reinsert(element);
  reload(element);
}

/** Sets an attribute; returns the undo. A copy of an opened element has it already, and is to lose it nevertheless. */
function replace(element: Element, name: string, value: string): Stop {
  const self = own(element);
  const before = self.getAttribute(name);
  if (before !== value) self.setAttribute(name, value);
  return () => (before === null || before === value ? self.removeAttribute(name) : self.setAttribute(name, before));
}

// Media choose their source once; a `source` that gets its address later needs a word, unless another one is being
// loaded already.
function reload(element: Element, isIdleOnly = false): void {
  const media = element.localName === 'source' ? element.parentNode : element;
  if (media instanceof HTMLMediaElement && !(isIdleOnly && hasResource(media))) media.load();
}
