import type { Core, Stop } from '../../types.ts';

/** Keeps our element in the page when scripts take it out, and in the language of the page when that changes. */
export function keepPresent({ views }: Core, returned: () => void): Stop {
  const { host } = views;
  const page = () => Reflect.get(Document.prototype, 'documentElement', document) as HTMLElement;
  let wasPresent = host.isConnected;
  let language = page().lang;

  const look = () => {
    const isGone = wasPresent && !host.isConnected;
    const isForeign = language !== page().lang;
    wasPresent ||= host.isConnected;
    language = page().lang;
    if (!isGone && !isForeign) return;
    if (isGone) views.attach();
    // A view that left the page lost its place in the top layer: draw it anew.
    const view = views.current();
    views.hide();
    if (view) void views.show(view);
    returned();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  observer.observe(page(), { childList: true, attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
