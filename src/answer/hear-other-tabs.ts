import type { Stop } from '../lazy.ts';

/**
 * Calls `hear` with what other tabs tell, and `back` when this page has come back from the back-forward cache: there it
 * hears nothing, since a message would throw it out.
 */
export function hearOtherTabs(name: string, hear: (message: string) => void, back: () => void): Stop {
  let channel: BroadcastChannel | null = null;

  function listen(): void {
    try {
      channel = new BroadcastChannel(name);
    } catch {
      return; // An old browser, or Firefox without cookies; other tabs are looked at when the page is.
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(String(data));
  }
  function close(): void {
    channel?.close();
    channel = null;
  }
  function onShow({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    listen();
    back();
  }

  listen();
  addEventListener('pagehide', close);
  addEventListener('pageshow', onShow);
  return () => {
    close();
    removeEventListener('pagehide', close);
    removeEventListener('pageshow', onShow);
  };
}
