import type { Lazy, Prompt } from './lazy.ts';
import { attributeOf } from './page.ts';

const LINK = '#consent';

/** Whether a link leads to this page, whatever its `<base>` says. */
const isHere = (link: Element) =>
  link.localName === 'a' &&
  (attributeOf(link, 'href') === LINK || (link as HTMLAnchorElement).href === location.href.split('#')[0] + LINK);

/** Acts on clicks on `data-consent-action` and on links to `#consent`, synthetic ones too, as long as `life` lasts. */
export function followPageActions(prompt: Lazy<Prompt>, life: AbortSignal): void {
  function onClick(event: Event): void {
    const isMeant = (node: EventTarget): node is Element =>
      node instanceof Element && (attributeOf(node, 'data-consent-action') !== null || isHere(node));
    const found = event.composedPath().find(isMeant);
    if (!found) return;
    event.preventDefault();
    void prompt((part) => part.act(found));
  }

  addEventListener('click', onClick, { capture: true, signal: life });
}
