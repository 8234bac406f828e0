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
  // Our own changes come back too, and find everything as it is to be.
  const observer = new MutationObserver((changes) => {
    const changed = changes.map(({ target }) => target as Element);
    new Set(changed.map((element) => element.closest('[data-consent]') ?? element)).forEach(attempt);
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
    const begun = performance.now();
    for (const element of waiting) {
      waiting.delete(element);
      attempt(element);
      if (performance.now() - begun > SLICE) return void setTimeout(process, 0, waiting);
    }
  }

  atEnd(life, () => observer.disconnect());
  return { process, watch: (part) => observer.observe(part, { attributeFilter: CHANGES }) };
}
