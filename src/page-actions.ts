import type { Lazy, Prompt, Stop } from './lazy.ts';

const LINK = '#consent';
const ACTIONABLE = `[data-consent-action],a[href$="${LINK}"]`;

/** Whether a link leads to this page, whatever its `<base>` says. */
const isHere = (link: Element) =>
  link.getAttribute('href') === LINK || (link as HTMLAnchorElement).href === location.href.split('#')[0] + LINK;

/** Acts on clicks on `data-consent-action` and on links to `#consent`, synthetic ones too, and in pages opened there. */
export function followPageActions(prompt: Lazy<Prompt>): Stop {
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined); // Reported where the part is loaded.

  function openThere(): void {
    if (location.hash !== LINK) return;
    // Once: a page that is loaded again after a withdrawal does not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
    quietly(prompt((part) => part.show('preferences')));
  }

  function onClick(event: Event): void {
    const isMeant = (node: EventTarget) => node instanceof Element && Element.prototype.matches.call(node, ACTIONABLE);
    const found = event.composedPath().find(isMeant) as Element | undefined;
    if (!found || !(found.hasAttribute('data-consent-action') || isHere(found))) return;
    event.preventDefault();
    quietly(prompt((part) => part.act(found)));
  }

  addEventListener('click', onClick, true);
  addEventListener('hashchange', openThere);
  openThere();
  return () => {
    removeEventListener('click', onClick, true);
    removeEventListener('hashchange', openThere);
  };
}
