import type { Stop } from '../lazy.ts';

export type PageAction = 'preferences' | 'accept' | 'reject' | 'withdraw';

const LINK = '#consent';
const ACTIONS: readonly PageAction[] = ['preferences', 'accept', 'reject', 'withdraw'];

export interface PageActions {
  /** Acts on a click that nobody has listened to. */
  clicked(event?: Event): void;
  stop: Stop;
}

/**
 * Listens for clicks on `data-consent-action` and on links to `#consent`, synthetic ones too, and for pages opened
 * there.
 */
export function listenForActions(act: (action: PageAction) => void): PageActions {
  const seen = new WeakSet<Event>();
  let isOver = false;
  const isOpenedThere = () => {
    if (location.hash !== LINK) return;
    // Once: a page that is loaded again after a withdrawal does not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
    act('preferences');
  };

  /** `path`: what was clicked and what that is in, the innermost first. */
  function follow(event: Event, path: EventTarget[]): void {
    seen.add(event);
    for (const node of path) {
      if (!(node instanceof Element)) continue;
      const action = node.getAttribute('data-consent-action');
      const isLink =
        node instanceof HTMLAnchorElement &&
        node.hash === LINK &&
        node.href.split('#')[0] === location.href.split('#')[0];
      if (action === null && !isLink) continue;
      event.preventDefault();
      // A slip of the pen must not answer for anyone.
      return act(ACTIONS.find((known) => known === action) ?? 'preferences');
    }
  }
  const onClick = (event: Event) => follow(event, event.composedPath());

  addEventListener('click', onClick, true);
  addEventListener('hashchange', isOpenedThere);
  isOpenedThere();
  return {
    clicked(event) {
      if (!event || isOver || seen.has(event)) return;
      const path: Element[] = []; // An event that is over has forgotten its own.
      for (let node = event.target as Element | null; node instanceof Element; node = node.parentElement)
        path.push(node);
      follow(event, path);
    },
    stop() {
      isOver = true;
      removeEventListener('click', onClick, true);
      removeEventListener('hashchange', isOpenedThere);
    },
  };
}
