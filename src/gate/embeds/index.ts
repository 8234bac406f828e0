import type { ErrorCode } from '../../api.ts';
import type { Embeds, EmbedsNeeds } from '../../lazy.ts';
import type { Store } from '../../store.ts';
import { lazily } from '../../lazily.ts';
import { own } from '../../page.ts';
import { codeOf } from '../run.ts';
import { textOf } from '../tagged.ts';
import { pageAtRest } from './at-rest.ts';
import { close, holdBack, holdersIn, isCopyOfOpened, open, writtenAddresses } from './addresses.ts';
import { processData } from './data.ts';
import { isEdited } from './edited.ts';
import { followKept } from './kept.ts';
import { tellLive } from './live.ts';
import { createPlaceholders } from './placeholders.ts';
import { createRounds } from './rounds.ts';
import { hide, show } from '../../ui/visibility.ts';

/** What was looked at before, and whose author was told that it is live, or that its address is none. */
const seen = new WeakSet<Element>();
const told = new WeakSet<Element>();

/** What is tagged behind a `source`: its picture or medium takes that as soon as the `source` has lost its address. */
function nextSource({ localName, nextElementSibling: next }: Element): Element[] {
  return localName === 'source' && next && own(next).hasAttribute('data-consent') ? [next] : [];
}

/** Reports the first fault of each element. */
const tellOnce = (report: Store['report']) => (code: ErrorCode, message: string, element: Element) => {
  if (told.has(element)) return;
  told.add(element);
  report(code, message, element);
};

/** Shows nothing without the addresses of what stands in it. */
const MEDIA = /^(picture|video|audio|object)$/;

/** Whether nothing that waits for an address can stand in it. */
const isEmpty = (element: Element) => /^(iframe|img|source|track|embed|input|link)$/.test(element.localName);

const isEmbed = (element: Element, [first]: readonly Element[]) =>
  first === element || (first && MEDIA.test(element.localName));

/**
 * Opens and shuts frames, images and media; shows and hides what has no address; puts placeholders before blocked
 * embeds.
 */
export function start(needs: EmbedsNeeds): Embeds {
  const { store, gate } = needs;
  const { statuses } = gate;
  const { allows, report } = store;
  const tell = tellOnce(report);
  const atRest = pageAtRest();
  const placeholders = createPlaceholders(needs, atRest, look);
  const declare = declareWith(needs, atRest);
  const { process, watch, watchInside } = createRounds(store, look);
  const kept = followKept(store, isAllowed);
  const ran = (script: HTMLScriptElement) => gate.ran.set(codeOf(script), textOf(script));

  function isAllowed(element: Element): boolean {
    return gate.once.has(element) || allows(textOf(element));
  }

  function look(element: Element): void {
    // A copy of a placeholder has nothing in it, and serves no embed.
    if (element.localName === 'commsor-embed') return void (element.shadowRoot || element.remove());
    const has = (name: string) => own(element).hasAttribute(name);
    if (has('data-consent-declaration')) declare(element);
    // One that has lost its tag is shown; one that never had one is left alone.
    if (!has('data-consent') && !seen.has(element)) return;
    const allowed = isAllowed(element);
    // Here come those that ran already, and data, which is there as long as it is allowed.
    if (element instanceof HTMLScriptElement)
      return void statuses.set(element, processData(element, allowed, { tell, ran }));
    tellLive(element, allowed, tell, (one) => process(new Set([one])));
    if (!allowed) {
      nextSource(element).forEach(look);
      holdBack(element); // What is too late for this request is in time for the next.
    }
    const holders = holdersIn(element);
    [element, ...holders].forEach(watch);
    if (!isEmpty(element)) watchInside(element);
    const go = isEmbed(element, holders) ? processEmbed : processPlain;
    // The last one first, as `nextSource` says.
    go(element as HTMLElement, allowed ? holders : holders.reverse(), allowed);
    seen.add(element);
  }

  function processEmbed(element: HTMLElement, holders: readonly Element[], allowed: boolean): void {
    if (statuses.get(element) === 'hidden') reveal(element); // It had no address yet.
    if (allowed) {
      placeholders.remove(element);
      show(element);
      statuses.set(element, holders.map(give).every(Boolean) ? 'released' : 'refused');
      return;
    }
    holders.forEach(take);
    if (statuses.get(element) !== 'refused') statuses.set(element, 'held');
    void placeholders.add(element);
  }

  function processPlain(element: HTMLElement, holders: readonly Element[], allowed: boolean): void {
    statuses.set(element, allowed ? 'shown' : 'hidden');
    holders.forEach(allowed ? give : take);
    if (!isEdited(element)) (allowed ? reveal : conceal)(element);
  }

  function give(element: Element): boolean {
    const isGiven = open(element);
    if (isGiven) kept.remember(element);
    else tell('bad-url', writtenAddresses(element), element);
    return isGiven;
  }

  function take(element: Element): void {
    const isCopy = !seen.has(element) && isCopyOfOpened(element);
    const given = close(element);
    // In a copy of an opened element it is nobody's fault.
    if (given && !isCopy) tell('not-inert', `${given}, which a script or the markup of the page gave it`, element);
  }

  return { process, stop: placeholders.stop };
}

/** Returns what draws the declaration into an element, once the page is `atRest`. */
function declareWith(needs: EmbedsNeeds, atRest: Promise<void>): (element: Element) => void {
  const { store, load } = needs;
  const declarations = lazily(store.life, async () => (await load('declaration')).start(needs));
  return (element) => {
    atRest
      .then(() => declarations((part) => part.show(element)))
      .catch((error: unknown) => store.report('tag-failed', String(error), element));
  };
}

function reveal(element: HTMLElement): void {
  show(element);
  own(element).removeAttribute('hidden'); // Authors write it themselves to avoid a flash.
}

function conceal(element: HTMLElement): void {
  hide(element);
  const self = own(element);
  if (!self.hasAttribute('hidden')) self.setAttribute('hidden', '');
}
