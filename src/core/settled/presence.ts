import type { Core, Stop } from '../../types.ts';

/** Keeps our element in the page when scripts take it out, and in the language of the page when that changes. */
export function keepPresent(core: Core, returned: () => void): Stop {
  const { host } = core;
  const page = () => Reflect.get(Document.prototype, 'documentElement', document) as HTMLElement;
  let wasPresent = host.isConnected;
  let language = page().lang;

  const look = () => {
    const isGone = wasPresent && !host.isConnected;
    const isForeign = language !== page().lang;
    wasPresent ||= host.isConnected;
    language = page().lang;
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
  observer.observe(page(), { childList: true, attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
