/**
 * The document as the browser made it. An element in the page whose `name` is `cookie`, `body` or `createElement`
 * shadows that property of `document`; what every document has from its prototype is out of its reach. The prototype is
 * asked of the document at hand: a library may put a class of its own in the place of `Document`, as MooTools does.
 */

/** What every document has; for whoever puts something of ours in its place. */
export const prototypeOfDocument = (): Document => Object.getPrototypeOf(document);

export function fromDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(prototypeOfDocument(), name, document);
}

/** Whether the browser only prepares this page: whether the visitor will open it, nobody knows. */
export const isPrepared = () => fromDocument('prerendering' as 'hidden');

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

/** Takes `element` out of the page, if it is still there: elsewhere the `remove` that Prototype.js gives all throws. */
export const takeOut = (element: Element): void => Element.prototype.remove.call(element);

/** A link to `address`: it reads one as the page does, and never throws, whatever the page means by `URL`. */
export const linkTo = (address: string) => Object.assign(createElement('a'), { href: address });

/** An empty text, to mark a place. */
export const createText = (): Text => fromDocument('createTextNode').call(document, '');

/** What the page paints at a point of the window, the topmost first. Without a layout there is none. */
export const paintedAt = (x: number, y: number): Element[] =>
  (fromDocument('elementsFromPoint') as Partial<Document>['elementsFromPoint'])?.call(document, x, y) ?? [];

/** js-cookie reads and writes `document.cookie`; the build gives it this in place of `document`. */
export const jar = {
  get cookie(): string {
    return fromDocument('cookie');
  },
  set cookie(text: string) {
    Reflect.set(prototypeOfDocument(), 'cookie', text, document);
  },
};

export function createElement<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K];
export function createElement(name: string): HTMLElement;
export function createElement(name: string): HTMLElement {
  return fromDocument('createElement').call(document, name);
}
