import type { Lazy, Prompt } from './lazy.ts';

const LINK = '#consent';
const ACTIONABLE = `[data-consent-action],a[href$="${LINK}"]`;

/** Whether a link leads to this page, whatever its `<base>` says. */
const isHere = (link: Element) =>
  link.getAttribute('href') === LINK || (link as HTMLAnchorElement).href === location.href.split('#')[0] + LINK;

/** Acts on clicks on `data-consent-action` and on links to `#consent`, synthetic ones too, as long as `life` lasts. */
export function followPageActions(prompt: Lazy<Prompt>, life: AbortSignal): void {
  function onClick(event: Event): void {
    const isMeant = (node: EventTarget) => node instanceof Element && Element.prototype.matches.call(node, ACTIONABLE);
    const found = event.composedPath().find(isMeant) as Element | undefined;
    if (!found || !(found.hasAttribute('data-consent-action') || isHere(found))) return;
    event.preventDefault();
    void prompt((part) => part.act(found));
  }

  addEventListener('click', onClick, { capture: true, signal: life });
}
