import type { Embeds } from '../../lazy.ts';
import { fromDocument } from '../../page.ts';
import { atEnd } from '../../schedule.ts';
import type { Store } from '../../store.ts';
import { ADDRESSES, holdsWaiting } from './addresses.ts';

/** How long elements may keep the page from answering input, in milliseconds. */
const SLICE = 8;

/** What a morph, a framework, a lazy loader or a script changes of an element, so that it is not as we left it. */
const CHANGES = [...ADDRESSES, 'style', 'hidden', 'title', 'data-consent-title'];

export interface Rounds extends Pick<Embeds, 'process'> {
  /** Looks at the tagged element again whenever somebody has changed `part` of it. */
  watch(part: Element): void;
  /** Looks at the tagged `element` again whenever something comes into it that waits for an address. */
  watchInside(element: Element): void;
}

/** When elements are looked at: in slices as they come, and again when they are no longer as they were left. */
export function createRounds({ life, report }: Store, look: (element: Element) => void): Rounds {
  const watched = new WeakSet<Element>();
  const watchedInside = new WeakSet<Element>();
  const taggedOf = ({ target }: MutationRecord) => {
    const element = target as Element;
    return Element.prototype.closest.call(element, '[data-consent]') ?? element;
  };
  const observer = new MutationObserver((changes) => process(new Set(changes.map(taggedOf))));
  const arrivals = new MutationObserver((changes) => {
    // What the parser adds belongs to what the author has tagged, whatever it is.
    const isParsing = fromDocument('readyState') === 'loading';
    const waiting = changes.filter(({ addedNodes }) => isParsing || [...addedNodes].some(holdsWaiting));
    if (waiting.length) process(new Set(waiting.map(taggedOf)));
  });

  function attempt(element: Element): void {
    if (life.aborted) return;
    try {
      look(element);
    } catch (error) {
      report('tag-failed', String(error), element); // An element of a kind that we do not know stops no other.
    }
  }

  function process(waiting: Set<Element>): void {
    for (const change of observer.takeRecords()) waiting.add(taggedOf(change));
    const begun = performance.now();
    for (const element of waiting) {
      waiting.delete(element);
      attempt(element);
      if (performance.now() - begun > SLICE) {
        setTimeout(process, 0, waiting);
        break;
      }
    }
    // Others had no turn meanwhile: these changes are our own, and what they left is as it is to be.
    observer.takeRecords();
  }

  atEnd(life, () => {
    observer.disconnect();
    arrivals.disconnect();
  });
  return {
    process,
    watch(part) {
      // To observe costs more than all else that is done for an element, and observing again as much.
      if (watched.has(part)) return;
      watched.add(part);
      observer.observe(part, { attributeFilter: CHANGES });
    },
    watchInside(element) {
      if (watchedInside.has(element)) return;
      watchedInside.add(element);
      arrivals.observe(element, { childList: true, subtree: true });
    },
  };
}
