/**
 * What the table of services knows and the page runs without asking anyone. A part of its own: the "why" panel and, on
 * local hosts, one line in the console say it; no visitor loads it.
 */
import type { ServiceConfig } from '../api.ts';
import type { GuardNeeds, LooseService } from '../lazy.ts';
import { createElement } from '../page.ts';
import { ruleFinder } from '../model/match.ts';
import { rulesOf } from '../model/rules.ts';

/** The untagged elements that load something. */
const LOADERS = ['script[src]', 'iframe[src]', 'img[src]', 'link[rel~="stylesheet"][href]']
  .map((selector) => `${selector}:not([data-consent])`)
  .join();

/** Finds the services of `table` that load without waiting for an answer; each with what would make it wait. */
export function findLoose(
  table: Readonly<Record<string, ServiceConfig>>,
  { store: { config, allows }, gate }: GuardNeeds,
): readonly LooseService[] {
  const host = location.hostname;
  const find = ruleFinder(rulesOf([], Object.entries(table)), host);
  const holds = ruleFinder(config.isGuarded ? rulesOf(config.block, [...config.services]) : [], host);
  const found = new Map<string, { element: Element | null; addresses: Set<string> }>();

  function add(url: string, element: Element | null): void {
    const address = resolve(url);
    const id = find(address);
    if (!id) return;
    const entry = found.get(id) ?? { element, addresses: new Set() };
    entry.element ??= element;
    found.set(id, entry);
    entry.addresses.add(address.origin + address.pathname); // A query may hold anything.
  }

  for (const element of Document.prototype.querySelectorAll.call(document, LOADERS)) {
    const url = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    // A copy that the gate runs is no tag, and what a rule let pass has been asked about.
    if (!gate.statuses.has(element) && !holds(resolve(url))) add(url, element);
  }
  // What scripts have asked for has no element; what is allowed may have been asked for by a tag.
  for (const { name } of performance.getEntriesByType('resource')) {
    const id = find(resolve(name));
    if (id && !allows(expressionOf(id, table[id]))) add(name, null);
  }

  function expressionOf(id: string, row: ServiceConfig | undefined): string {
    return config.services.has(id) ? id : (row?.purposes ?? []).filter((name) => config.purposes.has(name)).join(' ');
  }

  return [...found].map(([id, { element, addresses }]) => ({
    id,
    title: table[id]?.title ?? id,
    addresses: [...addresses],
    element,
    cure: cureFor(element, id, expressionOf(id, table[id]) || id),
  }));
}

/** Says in one line what runs untagged, to whoever builds the page. */
export function sumUp(...page: Parameters<typeof findLoose>): void {
  const names = findLoose(...page).map(({ title }) => title);
  const what = names.length === 1 ? '1 known service runs' : `${names.length} known services run`;
  if (names[0]) console.warn('[commsor]', `${what} untagged: ${names.join(', ')}; open ?consent-debug`);
}

/** A link resolves an address as the page does, and never throws. */
function resolve(url: string): HTMLAnchorElement {
  const link = createElement('a');
  link.href = url;
  return link;
}

/** The tag to write in the place of `element`; without one, or where tagging is not enough, what else helps. */
function cureFor(element: Element | null, id: string, consent: string): string {
  if (!element) return `tag what starts it, or name it: data-services="${id}" on commsor.guarded.js`;
  if (element.localName === 'link') return 'no page can hold a style sheet: serve it from your own host';
  const tag = element.cloneNode(false) as Element;
  tag.setAttribute('data-consent', consent);
  if (tag.localName === 'script') {
    const type = tag.getAttribute('type');
    if (type) tag.setAttribute('data-type', type);
    tag.setAttribute('type', 'text/plain');
  } else {
    for (const name of ['src', 'srcset']) {
      const address = tag.getAttribute(name);
      if (address !== null) tag.setAttribute(`data-consent-${name}`, address);
      tag.removeAttribute(name);
    }
  }
  return tag.outerHTML;
}
