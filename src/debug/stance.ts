/** Keeps the panel in the page and above it, and beside what we ask. */
import type { IdleNeeds, Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import { placeBeside } from './beside.ts';

export interface Stance {
  /** Puts the panel where it belongs now; the page, or we, may have moved. */
  take(): void;
  /** Takes it out of the page. */
  readonly end: Stop;
}

export function createStance(shell: HTMLElement, screen: IdleNeeds['screen'], handle: IdleNeeds['handle']): Stance {
  const tree = shell.shadowRoot;
  const scroller = tree?.querySelector('.scroll');
  let scrolled = 0;

  /** What is moved loses the focus and begins at its top: whoever reads on is to notice nothing. */
  function move(parent: ParentNode): void {
    const element = tree?.activeElement;
    parent.append(shell);
    if (scroller) scroller.scrollTop = scrolled;
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  }

  function take(): void {
    // Beside a modal dialog of ours nothing can be pressed: the panel goes into it.
    const dialog = screen.root.querySelector<HTMLElement>('dialog:modal');
    const view = dialog ?? screen.root.querySelector('.card');
    const parent = dialog ?? screen.root;
    screen.attach();
    if (shell.parentNode !== parent) move(parent);
    if (shell.showPopover && !shell.matches(':popover-open')) shell.showPopover();
    const isRightToLeft = getComputedStyle(fromDocument('documentElement')).direction === 'rtl';
    const { inset, margin } = placeBeside({
      view: view && view.getBoundingClientRect(),
      isModal: !!dialog,
      width: innerWidth,
      height: innerHeight,
      isRightToLeft,
    });
    // Important, or what a page says of our part would count for more.
    shell.style.setProperty('--why-inset', inset, 'important');
    shell.classList.toggle('left', isRightToLeft);
    if (dialog) dialog.style.margin = margin;
  }

  // Until the next look a view that has just come would stand above the panel, or below it.
  const stops = [handle.on('show', take), handle.on('hide', take)];
  addEventListener('resize', take);
  // It may be out of the page, with a dialog, before anybody could ask.
  scroller?.addEventListener('scroll', () => (scrolled = scroller.scrollTop));
  return {
    take,
    end() {
      for (const stop of stops) stop();
      removeEventListener('resize', take);
      const dialog = shell.closest('dialog');
      if (dialog) dialog.style.margin = '';
      shell.remove();
    },
  };
}
