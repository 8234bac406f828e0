import { createElement, fromDocument } from '../page.ts';

/**
 * Attributes by their names: what is false or missing is left out, `''` is one without a value. A function is no
 * attribute: `onclick` is called for each `click`.
 */
export interface Attributes {
  readonly [name: string]: string | false | null | undefined | ((event: Event) => void);
}

/** A string is text, never markup; what is false or missing is left out, and so is empty text. */
export type Child = Node | string | false | null | undefined;

/** Makes an HTML element with its attributes, listeners and children. */
export function create<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K];
export function create(name: string, attributes?: Attributes, ...children: Child[]): HTMLElement;
export function create(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  return fill(createElement(name), attributes, children);
}

/** The same for SVG. */
export function createSvg(name: string, attributes: Attributes, ...children: Child[]): SVGElement {
  // An element in the page may hide a method of `document`, but not of its prototype.
  const shape = fromDocument('createElementNS').call(document, 'http://www.w3.org/2000/svg', name);
  return fill(shape as SVGElement, attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}
