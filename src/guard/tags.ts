/** Turns untagged elements into tagged ones, as if their author had written `data-consent`. */

/** The expression that an address waits for; nothing when it may load, or when it is too late to stop it. */
export type ElementWaitsFor = (
  url: unknown,
  kind: string,
  element: Element,
  isTooLate?: () => boolean,
) => string | undefined;

/** The expression that an inline script waits for, as it starts a library that waits; nothing when it may run. */
export type ElementStartWaitsFor = (code: string, element: Element) => string | undefined;

/** As it is now: later we put something before it. */
const { setAttribute } = Element.prototype;

/**
 * What was tagged here, or stands in the place of such. It outlives a guard, so that whoever starts after a `destroy()`
 * takes nothing of it for its author's.
 */
export const held = new WeakSet<object>();

export const isScript = (node: unknown): node is HTMLScriptElement => node instanceof HTMLScriptElement;

export const set = (element: Element, name: string, value: unknown) => setAttribute.call(element, name, String(value));

/** Tags `element` if `url` has to wait; returns whether it waits now, and not because its author said so. */
export function holds(element: Element, url: unknown, waitsFor: ElementWaitsFor, isTooLate?: () => boolean): boolean {
  const isNew = !held.has(element);
  const isPlain = isScript(element) && element.type === 'text/plain';
  // Tagged by its author, or held by someone else.
  if (isNew && (isPlain || element.hasAttribute('data-consent'))) return false;
  const expression = waitsFor(url, element.localName, element, isTooLate);
  if (expression) mark(element, expression);
  return !!expression;
}

export function mark(element: Element, expression: string): void {
  held.add(element);
  if (isScript(element) && element.type !== 'text/plain') {
    // A script keeps its address: without a script's type nothing loads it.
    set(element, 'data-type', element.type);
    set(element, 'type', 'text/plain');
  }
  set(element, 'data-consent', expression);
}
