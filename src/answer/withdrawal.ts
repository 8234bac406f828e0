import type { Leftover, Stop, Withdrawal, WithdrawalNeeds } from '../lazy.ts';
import type { Service } from '../model/config.ts';
import { findKnown, isRowRefused } from './known-services.ts';
import { mayHaveLeftovers } from './refused.ts';
import { sweep as sweepServices } from './sweep.ts';

/** How long a sweep may delay the reload that follows a withdrawal, in milliseconds. */
const SWEEP_LIMIT = 1000;

/** A page that is still there after this long is not going, in milliseconds. */
const STAY_LIMIT = 5000;

/** Waits for `work`, but no longer than a reload may be held up. */
const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, SWEEP_LIMIT))]);

/** Starts the part that follows a loss of permission. */
export function start({ store, load, ran, stored }: WithdrawalNeeds): Withdrawal {
  const { config, state, allows, report, life } = store;
  let known: Promise<void> | null = null;

  async function sweepAll(services: readonly Service[], isDenied: (id: string) => boolean): Promise<void> {
    if (!services.length) return;
    const tell = ({ service, kind, name, reason }: Leftover) =>
      report('sweep-failed', `${service}: ${kind} ${name}: ${reason}`);
    const isStillDenied = (id: string) => !life.aborted && isDenied(id);
    (await sweepServices(services, isStillDenied)).forEach(tell);
  }

  const sweep = (names: readonly string[]) =>
    inTime(
      sweepAll(
        names
          .flatMap((name) => config.services.get(name) ?? [])
          .filter(({ cookies, storageKeys }) => cookies || storageKeys),
        (id) => !allows(id),
      ),
    );

  async function loadAndSweep(): Promise<void> {
    if (!mayHaveLeftovers(store)) return;
    const { services: table } = await load('services');
    if (!life.aborted) await sweepAll(findKnown(table, store), (id) => isRowRefused(id, table[id], store));
  }

  // A withdrawal and the page at rest may ask for it at once.
  const sweepKnown = () => (known ??= inTime(loadAndSweep()).finally(() => (known = null)));

  /** Whether the next page will know of the answer. One that is kept nowhere lives in this page alone. */
  function isKept(): boolean {
    const { record } = state();
    return !record || stored.read()?.id === record.id;
  }

  return {
    sweep,
    sweepKnown,
    async follow({ before, after, cause }) {
      const lost = [...config.services.keys()].filter((id) => before.services[id] && !after.services[id]);
      const swept = Promise.allSettled([sweep(lost), sweepKnown()]);
      // Another tab may hold a form that is not saved. Who comes back to a page finds it loaded anew anyway.
      const mayReload = cause === 'choice' || cause === 'api' || cause === 'restored';
      const hasRun = [...ran].some((expression) => !allows(expression));
      if (!mayReload || !hasRun || config.onWithdraw === 'keep' || !isKept()) return;
      await swept;
      if (life.aborted) return;
      const speak = silence();
      location.reload();
      setTimeout(speak, STAY_LIMIT); // Somebody chose to stay, with a form that is not saved.
    },
    stop: () => undefined,
  };
}

/**
 * Lets nothing leave this page for another origin: vendors send what they have left when a page goes, and this one goes
 * because the visitor said no. The next page starts without. Returns the undo.
 */
function silence(): Stop {
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
