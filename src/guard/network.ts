/**
 * Requests that code makes by itself. One that has to wait fails as it would without a network: nothing is sent later.
 */
import type { Patch } from './patch.ts';

/** Whether an address must not be asked now. */
export type IsRefused = (url: unknown, kind: string) => boolean;

export function guardNetwork(patch: Patch, isRefused: IsRefused): void {
  const opened = new WeakMap<EventTarget, unknown[]>();

  patch(
    window,
    'fetch',
    'value',
    (_self, [input]) =>
      isRefused(input instanceof Request ? input.url : input, 'fetch') &&
      (() => Promise.reject(new TypeError('Failed to fetch'))),
  );

  patch(Navigator.prototype, 'sendBeacon', 'value', (_self, [url]) => isRefused(url, 'beacon') && (() => false));

  patch(XMLHttpRequest.prototype, 'open', 'value', (self, args) => {
    if (!(self instanceof EventTarget)) return;
    opened.set(self, args);
    Reflect.deleteProperty(self, 'readyState');
  });
  patch(XMLHttpRequest.prototype, 'send', 'value', (self) => {
    const args = self instanceof EventTarget && opened.get(self);
    if (!args || !isRefused(args[1], 'xhr')) return;
    const [, , isAsync = true] = args;
    return () => {
      if (!isAsync) throw new DOMException('A network error occurred.', 'NetworkError');
      setTimeout(fail, 0, self);
    };
  });

  // Both open at once what they are made for, and fail by themselves where that leads nowhere: no browser connects to
  // port 1, https://fetch.spec.whatwg.org/#port-blocking.
  for (const [name, nowhere] of [
    ['WebSocket', 'wss://localhost:1'],
    ['EventSource', 'data:,'],
    ['Worker', 'data:,'],
  ] as const) {
    patch(window, name, 'value', (_self, args) => {
      if (isRefused(args[0], name.toLowerCase())) args[0] = nowhere;
    });
  }
  patch(
    WebSocket.prototype,
    'send',
    'value',
    (self) => self instanceof WebSocket && isRefused(self.url, 'websocket') && (() => self.close()),
  );
}

/** What an XMLHttpRequest does when there is no network, as far as its listeners can tell. */
function fail(request: EventTarget) {
  Object.defineProperty(request, 'readyState', { value: 4, configurable: true });
  for (const type of ['readystatechange', 'error', 'loadend']) request.dispatchEvent(new ProgressEvent(type));
}
