/**
 * The guard: untagged tags that a rule names wait for their expression, as far as a page can make them. What that means
 * in each browser is measured in test/e2e/guard.spec.ts. Loaded only by sites with `block`, and a part of
 * `commsor.guarded.js`.
 */
import type { Guard, GuardContext, GuardNeeds, GuardReport, Stop } from '../lazy.ts';
import { guardAttributes } from './attributes.ts';
import { guardElements } from './elements.ts';
import { guardHtml } from './html.ts';
import { ruleFinder } from '../model/match.ts';
import { guardNetwork } from './network.ts';
import { createPatches } from './patch.ts';
import { mentions, rulesOf } from '../model/rules.ts';
import { createElement, fromDocument } from '../page.ts';

/** Stands until stopped. Safe before the document has any element, and beside others who patch the same functions. */
export function start({ config, own, allows, subscribe, listed, report }: GuardContext): Stop {
  const rules = rulesOf(config.block, [...config.services]);
  const find = ruleFinder(rules, location.hostname);
  /** The names by which inline starts are known, and whether a rule with them is for an address. */
  const starters = rules
    .filter(({ globals }) => globals[0])
    .map((rule) => ({ globals: rule.globals, fits: ruleFinder([rule], location.hostname) }));
  /** For each expression that holds a library, the names by which its inline starts are known: they fail without it. */
  const waiting = new Map<string, Set<string>>();
  // A link resolves an address as the page does, and never throws.
  const link = createElement('a');
  const told = new Set<string>();
  let isOver = false;

  /** The library at the address of `link` is held by a rule for `consent`; another rule may know how it is started. */
  function wait(consent: string): void {
    const names = waiting.get(consent) ?? new Set();
    for (const { globals, fits } of starters) if (fits(link)) globals.forEach((name) => names.add(name));
    waiting.set(consent, names);
  }

  function tell(outcome: GuardReport['outcome'], kind: string, consent: string, element?: Element) {
    if (outcome === 'held' && kind === 'script') wait(consent);
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

  function startWaitsFor(code: string, element?: Element): string | undefined {
    for (const [consent, names] of isOver ? [] : waiting) {
      const name = [...names].find((global) => mentions(code, global));
      if (!name || allows(consent, element)) continue;
      link.href = '';
      tell('held', `start of ${name}`, consent, element);
      return consent;
    }
    return undefined;
  }

  // What the inline snippet holds waits too.
  for (const script of fromDocument('querySelectorAll').call(document, 'script[data-consent][src]')) {
    link.href = script.getAttribute('src') ?? '';
    const consent = find(link);
    if (consent && !allows(consent, script)) wait(consent);
  }

  const { patch, undo } = createPatches();
  const { review, stop } = guardElements(waitsFor, startWaitsFor, report);
  guardAttributes(patch, waitsFor, (expression, element) => isOver || allows(expression, element));
  guardHtml(patch, waitsFor, startWaitsFor);
  guardNetwork(patch, (url, kind) => !!waitsFor(url, kind));
  const unsubscribe = subscribe(review);

  return () => {
    isOver = true;
    unsubscribe();
    stop();
    undo();
  };
}

/** Guards this page for as long as the store lives. */
export function guardPage({ store, gate }: GuardNeeds): Guard {
  const reports: GuardReport[] = [];
  const stop = start({
    config: store.config,
    own: [],
    allows: (expression, element) => store.allows(expression) || (!!element && gate.once.has(element)),
    subscribe: (listener) => store.on('change', listener),
    listed(found) {
      reports.push(found);
      const { url, kind, consent, outcome, element } = found;
      if (kind === 'script' && /passed|missed/.test(outcome)) gate.ran.set(url, consent);
      if (outcome === 'missed') store.report('late-guard', `"${consent}" ${url}`, element);
    },
    report: store.report,
  });
  // From here on this guard stands.
  if (window.commsorConsentSnippet) window.commsorConsentSnippet.allows = () => true;
  return { reports, stop };
}
