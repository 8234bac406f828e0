import { fromDocument } from '../../page.ts';

/** For how many frames the focus is looked after: the banner or the re-open control comes back within a few. */
const FRAMES = 12;

/** The element that has the focus, inside open shadow roots too. Page elements may hide `document.activeElement`. */
function focused(): Element | null {
  let element: Element | null = fromDocument('activeElement');
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Remembers what has the focus; the returned function gives it back, or gives it to what leads here again. */
export function keepFocus(root: ShadowRoot): () => void {
  const opener = focused();

  function lookAfter(frames: number): void {
    requestAnimationFrame(() => {
      if (focused()?.localName === 'body')
        root.querySelector<HTMLElement>('[part~=preferences],[part~=reopen]')?.focus();
      if (frames) lookAfter(frames - 1);
    });
  }
  return () => {
    if (opener instanceof HTMLElement) opener.focus();
    lookAfter(FRAMES);
  };
}
