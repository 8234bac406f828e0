import type { Lazy, Prompt, Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import type { Screen } from '../screen.ts';

interface PresenceNeeds {
  readonly screen: Screen;
  readonly prompt: Lazy<Prompt>;
}

/** Keeps our element in the page when scripts take it out, and in the language of the page when that changes. */
export function keepPresent({ screen, prompt }: PresenceNeeds, changed: () => void): Stop {
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
    wasPresent ||= host.isConnected;
    if (!isGone && language === html.lang) return;
    language = html.lang;
    if (isGone) {
      screen.attach();
      // A view that left the page lost its place in the top layer: draw it anew.
      const view = screen.view();
      screen.hide();
      if (view) screen.show(view).catch(() => undefined);
    } else prompt.part?.fit();
    changed();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  look();
  return () => observer.disconnect();
}
