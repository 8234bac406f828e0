import type { Core, Stop } from '../lazy.ts';

/** Keeps our element in the page when scripts take it out, and in the language of the page when that changes. */
export function keepPresent(core: Core, returned: () => void): Stop {
  const { host, root } = core;
  const page = () => Reflect.get(Document.prototype, 'documentElement', document) as HTMLElement | null;
  // A script may have taken it out before this part was there, with a view in it; one that is still on its way is not
  // gone.
  let wasPresent = host.isConnected || !!root.querySelector('[part~=banner],[part~=notice],[part~=dialog]');
  let watched: Element | null = null;
  let language = page()?.lang;

  const look = () => {
    const html = page();
    if (!html) return; // A new one is on its way.
    if (html !== watched) observer.observe(html, { childList: true, attributeFilter: ['lang'] });
    watched = html;
    const isGone = wasPresent && !host.isConnected;
    const isForeign = language !== html.lang;
    wasPresent ||= host.isConnected;
    language = html.lang;
    if (!isGone && !isForeign) return;
    if (isGone) core.attach();
    // A view that left the page lost its place in the top layer: draw it anew.
    const view = core.current();
    core.hide();
    if (view) void core.show(view);
    returned();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  look();
  return () => observer.disconnect();
}
