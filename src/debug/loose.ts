/**
 * What the table of services knows and the page runs without asking anyone. A part of its own: the "why" panel and, on
 * local hosts, one line in the console say it; no visitor loads it.
 */
import type { ServiceConfig } from '../api.ts';
import type { GuardNeeds, LooseService } from '../lazy.ts';
import { createElement, fromDocument } from '../page.ts';
import { ruleFinder } from '../model/match.ts';
import { rulesOf } from '../model/rules.ts';
import { runs } from '../model/script-types.ts';
import { expressionOf } from './naming.ts';

export { createNaming } from './naming.ts';

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

  const snippets = scriptsIn('script[data-consent]:not([src])');
  for (const element of fromDocument('querySelectorAll').call(document, LOADERS)) {
    const url = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    const address = resolve(url);
    // A copy that the gate runs is no tag; what a rule let pass, or a tagged snippet made, has been asked about.
    const isAsked =
      gate.statuses.has(element) || holds(address) || snippets.some(({ text }) => mentionsHost(text, address));
    if (!isAsked) add(url, element);
  }
  // What scripts have asked for has no element; what is allowed may have been asked for by a tag.
  for (const { name } of performance.getEntriesByType('resource')) {
    const id = find(resolve(name));
    if (id && !allows(expressionOf(id, table[id], config))) add(name, null);
  }

  return [...found].map(([id, { element, addresses }]) => ({
    id,
    title: table[id]?.title ?? id,
    addresses: [...addresses],
    element,
    ...cureFor(element, starterOf([...addresses], gate), id, expressionOf(id, table[id], config) || id),
  }));
}

/**
 * The inline script of the page that puts what was found into it, as vendors' snippets do: it names their host, and
 * tagging what it makes would come too late.
 */
function starterOf(addresses: readonly string[], { statuses }: GuardNeeds['gate']): HTMLScriptElement | undefined {
  return scriptsIn('script:not([src],[data-consent])').find(
    (script) =>
      runs(script.type) &&
      !statuses.has(script) &&
      addresses.some((address) => mentionsHost(script.text, new URL(address))),
  );
}

const scriptsIn = (selector: string) =>
  [...fromDocument('querySelectorAll').call(document, selector)].filter(
    (script): script is HTMLScriptElement => script instanceof HTMLScriptElement,
  );

/** Whether `code` names the host of an address, as what makes an element for it does. */
const mentionsHost = (code: string, { host }: Pick<URL, 'host'>) => code.includes(`//${host}/`);

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

/** What would make `id` wait for `consent`: the tag to write, or what else helps where tagging is not enough. */
function cureFor(
  element: Element | null,
  starter: HTMLScriptElement | undefined,
  id: string,
  consent: string,
): Pick<LooseService, 'advice' | 'code'> {
  if (element?.localName === 'link')
    return { advice: 'No page can hold a style sheet back: serve it from your own host.' };
  const isMade = starter && (!element || element.localName === 'script' || element.localName === 'img');
  if (isMade) {
    const beginning = starter.text.trim().replace(/\s+/g, ' ').slice(0, 40);
    return { advice: `Write this at the inline script that starts it: ${beginning}…`, code: tagged(starter, consent) };
  }
  if (element) return { advice: 'Write this in its place:', code: tagged(element, consent) };
  return {
    advice: 'Tag what starts it; or load commsor.guarded.js, and name it there:',
    code: `data-services="${id}"`,
  };
}

/** The opening tag of `element` as it would wait. */
function tagged(element: Element, consent: string): string {
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
  // The browser tells no nonce, and one holds for a single answer of the server.
  if (tag.hasAttribute('nonce')) tag.setAttribute('nonce', '…');
  // As authors write what has no value, but for `alt`; within a value no `"` stands as itself.
  const html = tag.outerHTML.replace(/ (?!alt=)([^\s=]+)=""/g, ' $1');
  return tag.getAttribute('src') === null ? html.replace('</script>', '') : html;
}
