import type { Core, Leftover, Stop } from '../lazy.ts';

/** How long a sweep may delay the reload that follows a withdrawal, in milliseconds. */
const SWEEP_LIMIT = 1000;

/** Deletes what the services called `names` left behind, and reports what could not be deleted. */
export async function sweep({ config, load, report, allows }: Core, names: readonly string[]): Promise<void> {
  const services = names
    .flatMap((name) => config.services.get(name) ?? [])
    .filter(({ cookies, storageKeys }) => cookies || storageKeys);
  if (!services.length) return;
  const tell = ({ service, kind, name, reason }: Leftover) =>
    report('sweep-failed', `${service}: ${kind} ${name}: ${reason}`);
  const work = load('sweep')
    .then((chunk) => chunk.sweep(services, (id) => !allows(id)))
    .then(
      (leftovers) => leftovers.forEach(tell),
      () => undefined,
    ); // A chunk that fails is reported where it is loaded.
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, SWEEP_LIMIT))]);
}

/**
 * Lets nothing leave this page for another origin: vendors send what they have left when a page goes,
 * and this one goes because the visitor said no. The next page starts without. Returns the undo.
 */
export function silence(): Stop {
  const isForeign = (url: unknown) => {
    try {
      return new URL(url instanceof Request ? url.url : String(url), location.href).origin !== location.origin;
    } catch {
      return false; // The browser itself refuses what is no address.
    }
  };
  const { fetch, XMLHttpRequest } = window;
  const { sendBeacon } = navigator;
  const { open } = XMLHttpRequest.prototype;
  navigator.sendBeacon = (url, data) => !isForeign(url) && sendBeacon.call(navigator, url, data);
  window.fetch = (input, init) =>
    isForeign(input) ? Promise.reject(new TypeError('consent was withdrawn')) : fetch(input, init);
  XMLHttpRequest.prototype.open = function (
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: [boolean?, string?, string?]
  ) {
    // An address that goes nowhere fails as a lost connection would.
    return open.call(this, method, isForeign(url) ? 'about:blank' : url, rest[0] ?? true, rest[1], rest[2]);
  };
  return () => {
    navigator.sendBeacon = sendBeacon;
    window.fetch = fetch;
    XMLHttpRequest.prototype.open = open;
  };
}
