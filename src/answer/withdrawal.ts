import { guardNetwork } from '../guard/network.ts';
import { createPatches } from '../guard/patch.ts';
import type { Leftover, Stop, Withdrawal, WithdrawalNeeds } from '../lazy.ts';
import type { Service } from '../model/config.ts';
import { linkTo } from '../page.ts';
import { findKnown, isRowRefused } from './known-services.ts';
import { mayHaveLeftovers } from './refused.ts';
import { isStale, reloadsItself } from './stale.ts';
import { sweep as sweepServices, sweepAtOnce } from './sweep.ts';

/** How long a sweep may delay the reload that follows a withdrawal, in milliseconds. */
const SWEEP_LIMIT = 1000;

/** A page that is still there after this long is not going, in milliseconds. */
const STAY_LIMIT = 5000;

/** Waits for `work`, but no longer than a reload may be held up. */
const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, SWEEP_LIMIT))]);

/** Starts the part that follows a loss of permission. */
export function start({ store, load, gate, stored }: WithdrawalNeeds): Withdrawal {
  const { config, allows, report, life } = store;
  /** What was swept, and whether it still may not be there. */
  const swept = new Map<Service, () => boolean>();
  let known: Promise<void> | null = null;

  async function sweepAll(services: readonly Service[], isDenied: (id: string) => boolean): Promise<void> {
    if (!services.length) return;
    const tell = ({ service, kind, name, reason }: Leftover) =>
      report('sweep-failed', `${service}: ${kind} ${name}: ${reason}`);
    const isStillDenied = (id: string) => !life.aborted && isDenied(id);
    services.forEach((service) => swept.set(service, () => isStillDenied(service.id)));
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

  // Vendors write once more when a page goes, and their listeners were here first.
  const onHide = () => swept.forEach((isDenied, service) => isDenied() && sweepAtOnce(service));
  addEventListener('pagehide', onHide);

  return {
    sweep,
    sweepKnown,
    async follow(change) {
      const { before, after } = change;
      const lost = [...config.services.keys()].filter((id) => before.services[id] && !after.services[id]);
      const done = Promise.allSettled([sweep(lost), sweepKnown()]);
      if (!isStale(gate.ran, allows) || !reloadsItself(change, { store, stored })) return;
      await done;
      if (life.aborted) return;
      const speak = silence();
      location.reload();
      setTimeout(speak, STAY_LIMIT); // Somebody chose to stay, with a form that is not saved.
    },
    stop: () => removeEventListener('pagehide', onHide),
  };
}

/**
 * Lets nothing leave this page for another origin: vendors send what they have left when a page goes, and this one goes
 * because the visitor said no. The next page starts without. Returns the undo.
 */
function silence(): Stop {
  const isForeign = (url: unknown) => {
    const { host } = linkTo(String(url));
    return host !== '' && host !== location.host;
  };
  let isOver = false;
  const { patch, undo } = createPatches();
  guardNetwork(patch, (url) => !isOver && isForeign(url));
  return () => {
    isOver = true;
    undo();
  };
}
