/** The element that has the focus, inside open shadow roots too. Page elements may hide `document.activeElement`. */
function focused(): Element | null {
  let element: Element | null = Reflect.get(Document.prototype, 'activeElement', document);
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Remembers what has the focus; the returned function gives it back, or gives it to what leads here again. */
export function keepFocus(root: ShadowRoot): () => void {
  const opener = focused();
  return () => {
    if (opener instanceof HTMLElement) opener.focus();
    // The banner or the re-open control comes back on the way to the next frame.
    requestAnimationFrame(() => {
      if (focused()?.localName === 'body') root.querySelector<HTMLElement>('[part~=preferences],[part~=reopen]')?.focus();
    });
  };
}
