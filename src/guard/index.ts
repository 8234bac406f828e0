/**
 * The guard: untagged tags that a rule names wait for their expression, as far as a page can make them. What that means
 * in each browser is measured in test/e2e/guard.spec.ts. Loaded only by sites with `block`.
 */
import type { GuardContext, GuardReport, Stop } from '../lazy.ts';
import { guardElements } from './elements.ts';
import { guardHtml } from './html.ts';
import { ruleFinder } from '../model/match.ts';
import { guardNetwork } from './network.ts';
import { createPatches } from './patch.ts';
import { rulesOf } from '../model/rules.ts';

/** Stands until stopped. Safe before the document has any element, and beside others who patch the same functions. */
export function start({ config, own, allows, subscribe, listed, report }: GuardContext): Stop {
  const find = ruleFinder(rulesOf(config.block, [...config.services]), location.hostname);
  // A link resolves an address as the page does, and never throws.
  const link = Document.prototype.createElement.call<Document, ['a'], HTMLAnchorElement>(document, 'a');
  const told = new Set<string>();
  let isOver = false;

  function tell(outcome: GuardReport['outcome'], kind: string, consent: string, element?: Element) {
    const url = link.href.replace(/[?#].*/s, '');
    const key = [outcome, kind, url].join(' ');
    // Pages live long, and addresses may be numbered.
    if (told.has(key) || told.size > 500) return;
    told.add(key);
    if (outcome === 'noticed') console.info(`[commsor] "${consent}" would hold ${kind} ${url}`);
    listed({ url, kind, consent, outcome, element });
  }

  /** The expression that `url` waits for now. */
  function waitsFor(url: unknown, kind: string, element?: Element, isTooLate?: () => boolean): string | undefined {
    if (isOver) return undefined;
    link.href = String(url);
    const consent = own.includes(link.hostname) ? undefined : find(link);
    if (!consent) return undefined;
    const passes = allows(consent, element);
    const outcome = passes ? 'passed' : isTooLate?.() ? 'missed' : config.blockMode === 'report' ? 'noticed' : 'held';
    tell(outcome, kind, consent, element);
    return outcome === 'held' ? consent : undefined;
  }

  const { patch, undo } = createPatches();
  const { review, stop } = guardElements(patch, {
    waitsFor,
    allows: (expression, element) => isOver || allows(expression, element),
    lost: (element, error) => report('tag-failed', String(error), element),
  });
  guardHtml(patch, waitsFor);
  guardNetwork(patch, (url, kind) => !!waitsFor(url, kind));
  const unsubscribe = subscribe(review);

  return () => {
    isOver = true;
    unsubscribe();
    stop();
    undo();
  };
}
