export function create<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K];
export function create(name: string, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElement;
export function create(
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  // An element in the page may hide a method of `document`, but not of its prototype.
  const element: HTMLElement = Document.prototype.createElement.call(document, name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute] ?? '');
  element.append(...children);
  return element;
}
