/**
 * Runs in a page: whether a framework draws it, or a part of it, in the browser. What the framework draws comes from
 * its own bundle, so that it is not held by what is written into the HTML that was served.
 */
export function isDrawn(): boolean {
  // What React 16 and newer, Vue 2 and 3, and Preact leave at the element in which they draw.
  const names = /^(?:__reactContainer\$|_reactRootContainer$|__vue(?:_app)?__$|__k$)/;
  const elements = [...Document.prototype.querySelectorAll.call(document, 'body, body *')];
  return elements.some(
    (element) => element.hasAttribute('ng-version') || Object.keys(element).some((name) => names.test(name)),
  );
}
