import type { Embeds } from '../../lazy.ts';
import { atEnd } from '../../schedule.ts';
import type { Store } from '../../store.ts';
import { LOADING } from './addresses.ts';

/** How long elements may keep the page from answering input, in milliseconds. */
const SLICE = 8;

/** What a morph, a lazy loader or a script changes of an element, so that it is not as we left it. */
const CHANGES = [...LOADING, 'style', 'hidden'];

export interface Rounds extends Pick<Embeds, 'process'> {
  /** Looks at the tagged element again whenever somebody has changed `part` of it. */
  watch(part: Element): void;
}

/** When elements are looked at: in slices as they come, and again when they are no longer as they were left. */
export function createRounds({ life, report }: Store, look: (element: Element) => void): Rounds {
  const watched = new WeakSet<Element>();
  const taggedOf = ({ target }: MutationRecord) => {
    const element = target as Element;
    return Element.prototype.closest.call(element, '[data-consent]') ?? element;
  };
  const observer = new MutationObserver((changes) => process(new Set(changes.map(taggedOf))));

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

  atEnd(life, () => observer.disconnect());
  return {
    process,
    watch(part) {
      // To observe costs more than all else that is done for an element, and observing again as much.
      if (watched.has(part)) return;
      watched.add(part);
      observer.observe(part, { attributeFilter: CHANGES });
    },
  };
}
