import type { Stop } from '../../types.ts';

export type PageAction = 'preferences' | 'accept' | 'reject' | 'withdraw';

const LINK = '#consent';

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
      return act((action ?? 'preferences') as PageAction);
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
