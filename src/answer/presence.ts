import type { Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import type { Screen } from '../screen.ts';

/** Keeps our element in the page when scripts take it out, and in the language of the page when that changes. */
export function keepPresent(screen: Screen, wish: string, returned: () => void): Stop {
  const { host, root } = screen;
  const page = (): HTMLElement | null => fromDocument('documentElement'); // None while a new one is on its way.
  // A script may have taken it out before this part was there, with a view in it; one that is still on its way is not
  // gone.
  let wasPresent = host.isConnected || !!root.querySelector('[part~=banner],[part~=notice],[part~=dialog]');
  let watched: Element | null = null;
  let language = page()?.lang;

  const look = () => {
    const html = page();
    if (!html) return;
    if (html !== watched) observer.observe(html, { childList: true, attributeFilter: ['lang'] });
    watched = html;
    const isGone = wasPresent && !host.isConnected;
    // Whether that is another language of ours only the list of all would tell: drawn anew is drawn the same.
    const isForeign = !wish && language !== html.lang;
    wasPresent ||= host.isConnected;
    language = html.lang;
    if (!isGone && !isForeign) return;
    if (isGone) screen.attach();
    // A view that left the page lost its place in the top layer: draw it anew.
    const view = screen.view();
    screen.hide();
    if (view) screen.show(view).catch(() => undefined);
    returned();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  look();
  return () => observer.disconnect();
}
