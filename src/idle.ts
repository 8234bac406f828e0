import { checkConfiguration, isBeingDeveloped } from './answer/check-configuration.ts';
import { tidy } from './answer/leftovers.ts';
import { followOtherTabs } from './answer/other-tabs.ts';
import { followAddress } from './answer/page-address.ts';
import { keepPresent } from './answer/presence.ts';
import { lazily } from './lazily.ts';
import type { Answered, Idle, IdleNeeds, Status, Stop } from './lazy.ts';
import { quietly } from './quietly.ts';
import { atEnd } from './schedule.ts';
import { reopenOnDemand } from './ui/reopen/on-demand.ts';

/** Within this time a withdrawal has loaded the page anew, in milliseconds. */
const RELOAD_TIME = 1e4;

/** Starts what a page at rest needs: the way back, other tabs, what foreign tags need, leftovers. */
export function start(needs: IdleNeeds): Idle {
  const { store, load, lookAtLayer } = needs;
  const { config, life } = store;
  const reopen = lazily(life, async () => (await load('reopen')).start(needs));
  const { draw, stop } = reopenOnDemand(needs, reopen);
  const offerReload = (isOffered: boolean) => {
    if (isOffered || reopen.part) void reopen((part) => part.offerReload(isOffered));
  };
  const stalePage = lazily(life, async () => (await load('stale-page')).start({ ...needs, offer: offerReload }));
  /** What was allowed may be lost in another tab: whoever silences it has to be there by then. */
  function prepareForLoss(): void {
    const decisions = Object.values(store.state().decisions);
    if (decisions.some(({ allowed, reason }) => allowed && reason !== 'necessary')) void stalePage(() => undefined);
  }
  const stops: Stop[] = [
    stop,
    store.follow('other-tabs', prepareForLoss),
    followOtherTabs(needs),
    followAddress(needs.prompt),
    keepPresent(needs, draw),
  ];

  async function debug(isAsked = true): Promise<void> {
    atEnd(life, await (await load('debug')).open(needs, isAsked));
  }

  let status: Promise<Status> | null = null;
  const tell = (answered?: Answered) => {
    status ??= Promise.all([load('status'), reopen((part) => part)]).then(([part, control]) =>
      part.start({ ...needs, reopen: control }),
    );
    status.then(
      (part) => part.tell(answered),
      () => (status = null), // Reported by `load`, and tried again with the next answer.
    );
  };
  const { record, status: standing } = store.state();
  // A withdrawal may have loaded the page anew, and nobody has read what was said on the page before.
  if (record?.event === 'withdrawn' && performance.timeOrigin - record.givenAt < RELOAD_TIME) tell();

  prepareForLoss();
  /** What is done about names that are not allowed. */
  function clean(): void {
    tidy(needs);
    if (config.compat[0]) void quietly(load('compat').then((part) => atEnd(life, part.start(store))));
  }
  // First an answer to another tool is taken over; also where nobody is asked by us.
  if (config.compat[0] && standing === 'undecided') void needs.prompt(clean);
  else clean();
  if (lookAtLayer) void quietly(load('data-layer').then((part) => part.watchLayer(store, lookAtLayer)));
  const query = new URLSearchParams(location.search);
  if (query.has('consent-proof')) void quietly(load('proof').then(({ open }) => open(needs)));
  const isDebugged = query.has('consent-debug');
  if (isDebugged) void quietly(debug(false));
  else if (isBeingDeveloped()) {
    const looking = Promise.all([load('loose'), load('services')]);
    void quietly(looking.then(([{ sumUp }, { services }]) => sumUp(services, needs)));
  }
  void quietly(checkConfiguration({ ...needs, isDebugged }));

  return {
    announce: tell,
    debug,
    receipt: async () => (await load('rights')).receiptFor(needs),
    stop: () => stops.forEach((end) => end()),
  };
}
