import type { Stop } from '../../lazy.ts';
import { fromDocument, own, takeOut } from '../../page.ts';
import type { Screen } from '../../screen.ts';
import { create } from '../element.ts';
import { isReached } from '../reach.ts';
import { adopt } from '../styles/adopt.ts';
import css from '../styles/top-layer.css';
import { findCauses, isCause } from './causes.ts';
import { raise } from './dialog.ts';
import { followPage, isInert } from './inert.ts';

/**
 * Where the card is: in the page as a popover, for as long as that can be pressed; in a modal dialog of ours, above
 * what makes the page modal; or dismissed from there by the visitor, until the page is free.
 */
type Place = 'page' | 'above' | 'dismissed';

/** Lifts a card that lets the page be used into a modal dialog while the page has one, and puts it back afterwards. */
export function keepCardOnTop(card: HTMLElement, { root, host }: Screen): Stop {
  let place: Place = 'page';
  let causes: Element[] = [];

  const dialog = create('dialog', {
    class: 'above',
    'aria-label': card.getAttribute('aria-label'),
    onclose: () => {
      // By the gesture that leads back: nothing is answered.
      if (place === 'above' && !dialog.open) place = 'dismissed';
    },
  });
  const dismiss = (event: KeyboardEvent) => {
    if (place !== 'above' || event.key !== 'Escape') return;
    // Left to itself a browser may close the dialog below as well: both were opened without a press.
    event.preventDefault();
    event.stopPropagation();
    place = 'dismissed';
    dialog.close();
  };
  addEventListener('keydown', dismiss, true);
  const undress = adopt(root, css);
  root.append(dialog);

  /** Puts the card where it can be pressed. Returns what makes the page modal or inert, or `null` where it is free. */
  function look(): readonly Element[] | null {
    if (place === 'above') {
      // Where no cause was found, nobody tells when it ends: the visitor answers, or dismisses the card.
      const isNeeded = !causes[0] || causes.some(isCause);
      if (isNeeded && !isReached(card, root)) lift();
      if (isNeeded) return causes;
      place = 'page';
      dialog.close();
    }
    if (!isInert(root)) {
      putBack();
      return null;
    }
    const found = findCauses(host);
    if (place === 'page') {
      // Whoever watches something in full screen is asked afterwards.
      if (isFullScreenAlone(found)) card.hidePopover();
      else lift();
    }
    return found;
  }

  function lift(): void {
    place = 'above';
    causes = findCauses(host);
    if (card.parentNode !== dialog) {
      card.removeAttribute('popover');
      dialog.append(card);
    }
    raiseWithTitle(dialog);
  }

  function putBack(): void {
    place = 'page';
    if (card.parentNode === dialog) {
      card.setAttribute('popover', 'manual');
      root.prepend(card);
    }
    card.togglePopover(true);
  }

  const unfollow = followPage(host, look);
  return () => {
    unfollow();
    removeEventListener('keydown', dismiss, true);
    dialog.close(); // Gives the focus back.
    takeOut(dialog);
    undress();
  };
}

const isFullScreenAlone = (causes: readonly Element[]) =>
  !!fromDocument('fullscreenElement') && !causes.some((cause) => own(cause).matches('dialog, [inert]'));

/** Raises the dialog so that its title is read first; the card as a popover would take the focus if it said so. */
function raiseWithTitle(dialog: HTMLDialogElement): void {
  const title = dialog.querySelector('h2');
  title?.setAttribute('autofocus', '');
  raise(dialog);
  title?.removeAttribute('autofocus');
}
