/**
 * Puts the card into the top layer, above whatever the page has: a dialog so that the rest waits, anything else so
 * that it does not. Where a browser cannot, or a page has broken it, the card stays where its style sheet fixes it,
 * and can be seen and answered all the same.
 */
export function raise(card: HTMLElement, title: HTMLElement): void {
  try {
    if (card instanceof HTMLDialogElement) card.showModal();
    else card.showPopover();
  } catch {
    card.removeAttribute('popover'); // A popover that is not shown is hidden.
    if (card instanceof HTMLDialogElement) {
      card.open = true;
      title.focus();
    }
  }
}
