/**
 * The document as the browser made it. An element in the page whose `name` is `cookie`, `body` or `createElement`
 * shadows
 * that property of `document`; the getters and methods of `Document.prototype` are out of its reach.
 */

export function fromDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}

/** The body; where the parser has not come to it, the root. */
export function bodyOrRoot(): HTMLElement {
  const body: HTMLElement | null = fromDocument('body');
  return body ?? fromDocument('documentElement');
}

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
