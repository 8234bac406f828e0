/** Every script, frame, image and request of a page: whose it is, and why it runs or waits. Pure. */
import type { Owner, TagStatus } from '../lazy.ts';
import { type ElementFact, type Facts, isAllowed, plain, type RequestFact } from './facts.ts';
import { decideAll } from '../model/decision.ts';
import { lawOf } from './what-if.ts';
import { count, type Mark, type Row, type Section, time } from './section.ts';
import { whyAll } from './why.ts';

/** What became of a tag. */
const STATUS: Record<TagStatus, string> = {
  held: 'waits for permission',
  queued: 'is allowed and waits for the tags before it',
  released: 'was released',
  failed: 'was released, but could not be loaded',
  'timed-out': 'was released, but has not answered in time',
  refused: 'has an address that is never loaded',
  shown: 'is shown',
  hidden: 'is hidden',
};

/** Who started a request, in the words of Resource Timing (https://www.w3.org/TR/resource-timing/). */
const STARTED: Readonly<Record<string, string>> = {
  script: 'a script element',
  link: 'a link element',
  img: 'an image',
  image: 'an image',
  iframe: 'a frame',
  css: 'a style sheet',
  fetch: 'code of a script (fetch)',
  xmlhttprequest: 'code of a script (XMLHttpRequest)',
  beacon: 'code of a script (beacon)',
};

/** What a rule of the site did with an address. */
const RULE = {
  held: 'held back by a rule',
  passed: 'let pass by a rule',
  missed: 'had run before the rule could hold it',
  noticed: 'would be held by a rule; blockMode is "report"',
} as const;

/** What is the site's own, and not tagged, is counted and folded away: nobody asks why it runs. */
type Line = Row & { readonly isOfSite: boolean };

/** Scripts, frames and images, in the order of the page. */
export function collectElements(facts: Facts): Section {
  const lines = facts.elements.map((element) => lineOf(element, facts));
  const tagged = facts.elements.filter(({ expression }) => expression !== null);
  const waiting = tagged.filter(({ status }) => status === 'held');
  const summary = `${count(tagged.length, 'is', 'are')} tagged, of which ${count(waiting.length, 'waits', 'wait')}.`;
  return split('Scripts, frames and images', summary, ['element', 'who', 'why', 'when'], lines);
}

function lineOf(element: ElementFact, facts: Facts): Line {
  const { outline, address, expression, isOnce, status = 'held' } = element;
  const who = whose(element, facts);
  const request = address && facts.requests.find((one) => one.address.href === address.href);
  const when = request ? time(request.start) : '';
  if (expression === null) {
    const { text, mark } = untagged(element, who, facts);
    return { cells: [outline, who.title, text, when], mark, isOfSite: who.isOfSite };
  }
  const mark = isOnce || isAllowed(facts, expression) ? 'runs' : 'waits';
  const reason = isOnce ? 'the visitor let in this one' : whyAll(expression, facts.state);
  const cells = [outline, who.title, `${STATUS[status]}: "${expression}"; ${reason}`, when] as const;
  return { cells, mark, isOfSite: false };
}

/** Why an element runs that has no tag. */
function untagged({ address }: ElementFact, who: Who, { loose, guarded, state }: Facts): { text: string; mark?: Mark } {
  if (who.isOfSite) return { text: 'runs with the page: it is the site’s own' };
  const url = address ? plain(address) : '';
  const rule = guarded.find((report) => report.url === url);
  if (rule) {
    const text = `${RULE[rule.outcome]}: "${rule.consent}"; ${whyAll(rule.consent, state)}`;
    return { text, mark: rule.outcome === 'passed' ? 'runs' : 'wrong' };
  }
  if (!who.isKnown) return { text: 'is not tagged and not in the table of services: nothing holds it' };
  if (loose.some(({ addresses }) => addresses.includes(url)))
    return { text: `is not tagged, so it asks nobody; it would wait for "${who.expression}"`, mark: 'wrong' };
  return { text: `a tagged script made it; ${whyAll(who.expression, state)}`, mark: 'runs' };
}

interface Who {
  readonly title: string;
  /** What it would wait for; empty for strangers. */
  readonly expression: string;
  /** Whether its address is known. */
  readonly isKnown: boolean;
  readonly isOfSite: boolean;
}

function whose({ address, code }: ElementFact, { naming }: Facts): Who {
  const host = address?.hostname;
  const owner = address ? naming.ownerOf(address) : naming.starterOf(code);
  const isOfSite = !owner && (!host || naming.isOwn(host));
  // Code in the page may mention a global for many reasons: it is named, and not blamed.
  const isKnown = !!owner && !!address;
  const title = owner ? (address ? owner.title : `this site; mentions ${owner.title}`) : isOfSite ? 'this site' : host;
  return { title: title ?? '', expression: owner?.expression ?? '', isKnown, isOfSite: isOfSite || !address };
}

/** What was asked for, in the order of time, and what a rule kept from being asked. */
export function collectRequests(facts: Facts): Section {
  const { requests, guarded } = facts;
  const unasked = guarded.filter(({ element, outcome }) => !element && outcome === 'held');
  const lines = [
    ...unasked.map(({ url, kind, consent }): Line => ({
      cells: [url, '', `${RULE.held}: "${consent}"; ${whyAll(consent, facts.state)}`, kind, 'never'],
      mark: 'waits',
      isOfSite: false,
    })),
    ...requests.map((request) => requestLine(request, facts)),
  ];
  const strangers = new Set(lines.filter(({ isOfSite }) => !isOfSite).map(({ cells: [url] }) => hostOf(url)));
  const summary =
    `${count(requests.length, 'request')}, ${count(strangers.size, 'host')} beside this site’s.` +
    (requests.length < FULL ? '' : ' The browser lists no more than the first of them.');
  return split('Requests', summary, ['address', 'who', 'why', 'started by', 'when'], lines);
}

function requestLine(request: RequestFact, facts: Facts): Line {
  const { address, initiator, start } = request;
  const { naming } = facts;
  const owner = naming.ownerOf(address);
  const isOfSite = !owner && naming.isOwn(address.hostname);
  const who = owner?.title ?? (isOfSite ? 'this site' : address.hostname);
  const tag = facts.elements.find((one) => one.address?.href === address.href);
  const by = tag?.outline ?? STARTED[initiator] ?? initiator;
  const { reason, mark } = judge(request, facts, tag, owner, isOfSite);
  return { cells: [plain(address), who, reason, by, time(start)], mark, isOfSite: isOfSite && !mark };
}

/** Why something was asked for: a rule or a tag says what it waits for, else whoever owns the address. */
function judge(
  { address, start }: RequestFact,
  facts: Facts,
  tag: ElementFact | undefined,
  owner: Owner | undefined,
  isOfSite: boolean,
): { reason: string; mark?: Mark } {
  const rule = facts.guarded.find(({ url }) => url === plain(address));
  const expression = rule?.consent ?? tag?.expression ?? owner?.expression;
  if (expression === undefined) return { reason: isOfSite ? 'the site’s own' : 'not in the table of services' };
  if (tag?.isOnce) return { reason: 'the visitor let in this one', mark: 'runs' };
  const isFine = isAllowed(facts, expression);
  const how = rule ? RULE[rule.outcome] : tag?.expression ? 'asked for by its tag' : 'asked for';
  const isEarly = isFine && start < facts.answeredAt - CLOCKS && !wasAllowed(expression, facts);
  const stands = isEarly ? 'went out before the answer; allowed since' : isFine ? 'allowed' : 'not allowed now';
  return {
    reason: `${how}; ${stands}: ${whyAll(expression, facts.state)}`,
    mark: isFine && !isEarly ? 'runs' : 'wrong',
  };
}

/** So many milliseconds two clocks of a browser may differ: that of an answer, and that of requests. */
const CLOCKS = 100;

/** Whether an expression held before anybody had answered. */
function wasAllowed(expression: string, { config, state, isMinor }: Facts): boolean {
  const { model, exempt } = lawOf(config, state.region, isMinor);
  const decisions = decideAll({ config, model, exempt, signals: state.signals, record: null, now: 0 });
  return isAllowed({ state: { decisions } }, expression);
}

/** Browsers list so many requests by themselves (Resource Timing, "resource timing buffer size limit"). */
const FULL = 250;

const hostOf = (url: string) => url.split('/')[2] ?? '';

function split(title: string, summary: string, columns: readonly string[], lines: readonly Line[]): Section {
  const own = lines.filter(({ isOfSite }) => isOfSite);
  const rest = own[0] && { title: `${own.length} of this site itself`, rows: own };
  return { title, summary, columns, rows: lines.filter(({ isOfSite }) => !isOfSite), rest };
}
