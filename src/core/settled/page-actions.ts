import type { Stop } from '../../types.ts';

export type PageAction = 'preferences' | 'accept' | 'reject' | 'withdraw';

const LINK = '#consent';
const ACTIONS: readonly PageAction[] = ['preferences', 'accept', 'reject', 'withdraw'];

/** Listens for clicks on `data-consent-action` and on links to `#consent`, synthetic ones too, and for pages opened there. */
export function listenForActions(act: (action: PageAction) => void): Stop {
  const isOpenedThere = () => location.hash === LINK && act('preferences');
  const onClick = (event: Event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof Element)) continue;
      const action = node.getAttribute('data-consent-action');
      const isLink = node instanceof HTMLAnchorElement && node.hash === LINK && node.href.split('#')[0] === location.href.split('#')[0];
      if (action === null && !isLink) continue;
      event.preventDefault();
      // A slip of the pen must not answer for anyone.
      return act(ACTIONS.find((known) => known === action) ?? 'preferences');
    }
  };
  addEventListener('click', onClick, true);
  addEventListener('hashchange', isOpenedThere);
  isOpenedThere();
  return () => {
    removeEventListener('click', onClick, true);
    removeEventListener('hashchange', isOpenedThere);
  };
}
