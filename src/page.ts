/**
 * The document as the browser made it. An element in the page whose `name` is `cookie`, `body` or `createElement`
 * shadows that property of `document`; the getters and methods of `Document.prototype` are out of its reach.
 */

export function fromDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}

/** The body; where the parser has not come to it, the root. */
export function bodyOrRoot(): HTMLElement {
  const body: HTMLElement | null = fromDocument('body');
  return body ?? fromDocument('documentElement');
}

/**
 * `element` with all that it has itself: a form hides whatever its fields are named like, methods too. For asking it,
 * and for changing it; what is kept, compared or handed on is the element.
 */
export const own = <E extends Element>(element: E): E =>
  element instanceof HTMLFormElement
    ? new Proxy(element, {
        get(form, name) {
          const value: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
          return typeof value === 'function' ? value.bind(form) : value;
        },
      })
    : element;

/** One thing of those, in fewer bytes; a method comes without its element. */
export const fromElement = <K extends keyof Element>(element: Element, name: K): Element[K] =>
  Reflect.get(Element.prototype, name, element);

export const attributeOf = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name);

/** What the page paints at a point of the window, the topmost first. Without a layout there is none. */
export const paintedAt = (x: number, y: number): Element[] =>
  (Document.prototype as Partial<Document>).elementsFromPoint?.call(document, x, y) ?? [];

/** js-cookie reads and writes `document.cookie`; the build gives it this in place of `document`. */
export const jar = {
  get cookie(): string {
    return fromDocument('cookie');
  },
  set cookie(text: string) {
    Reflect.set(Document.prototype, 'cookie', text, document);
  },
};

export function createElement<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K];
export function createElement(name: string): HTMLElement;
export function createElement(name: string): HTMLElement {
  return Document.prototype.createElement.call(document, name);
}
