/**
 * Plans the changes of a document that hold what is loose. Pure; the document is never written anew: every change is a
 * few characters in its own text, so its formatting stays. What is tagged already is left alone, so a second run finds
 * nothing to do.
 */
import { MagicString } from 'magic-string';
import { type Loader, type Markup, type Range, readMarkup, runs, type StyleImport } from './markup.ts';
import { isThirdParty, parseAddress } from './party.ts';
import type { Edit, Manual } from './report.ts';
import { starterOf } from './starters.ts';
import { forOthersIn, without } from './what-runs.ts';

/** What becomes of an address: it waits for consent, a person has to see to it, or it is left alone. */
export type Verdict = { consent: string } | { advice: string } | undefined;

/** A place in a document at which the browser saw that something was asked for, 1-based. */
export interface Start {
  line: number;
  column: number;
  consent: string;
  host: string;
  /** The attribute that holds the code, such as `onload`. */
  attribute?: string;
}

export interface Rules {
  /** The name of the document in edits: a path, or an address. */
  file: string;
  /** Where the document is served. */
  page: URL;
  /** Judges an address of another site; `isStyle` when the page's look depends on it. */
  judge(address: URL, isStyle: boolean): Verdict;
  /** The places from which inline scripts asked for something. */
  starts: readonly Start[];
  /** The hosts whose addresses inline scripts put together. */
  looseHosts: readonly string[];
  /** Services whose inline starts wait with them, by id. */
  looseServices: Iterable<string>;
  /** What a service waits for. */
  consentOf(id: string): string;
  /** The lines that go first in `<head>` of a page without our tag; nothing where there is nothing to add. */
  tag?: readonly string[];
}

export interface Plan {
  /** The document with all edits made. */
  text: string;
  edits: Edit[];
  manual: Manual[];
  /** The lines that edits cover, as pairs of first and last. */
  covered: [first: number, last: number][];
  /** Whether the edited document has a tag of ours. */
  hasTag: boolean;
  /** Whether something in it waits for consent. */
  holds: boolean;
  /** What scripts in it ask for, and no edit holds. */
  open: Start[];
}

/** Our own tags, by the name of their file. */
const OWN_TAG = /(^|\/)commsor(\.guarded|\.all)?\.js([?#]|$)/;

export const hasOwnTag = (markup: Markup): boolean =>
  markup.loaders.some(({ attributes }) => OWN_TAG.test(attributes.get('src')?.value ?? ''));

export function planEdits(html: string, rules: Rules): Plan {
  const markup = readMarkup(html, rules.page);
  const text = new MagicString(html);
  const holds = markup.loaders.some(({ attributes }) => attributes.has('data-consent'));
  const plan: Plan = { text: html, edits: [], manual: [], covered: [], hasTag: hasOwnTag(markup), holds, open: [] };
  const lineOf = lineCounter(html);
  const offset = offsetIn(html);
  let open = rules.starts;

  for (const loader of markup.loaders) {
    if (loader.attributes.has('data-consent') || (loader.tag === 'script' && !runs(loader.attributes))) continue;
    const verdict = loader.code === undefined ? judgeAddresses(loader, rules) : judgeCode(loader, html, rules);
    if (!verdict) continue;
    const { start, end } = loader.startTag;
    const place = { file: rules.file, line: loader.line };
    if ('advice' in verdict || markup.isAmp) {
      const advice = 'advice' in verdict ? verdict.advice : AMP;
      plan.manual.push({ ...place, host: verdict.hosts[0] ?? '', advice });
      if (markup.isAmp) plan.covered.push([loader.line, lineOf(loader.whole.end)]);
      continue;
    }
    hold(text, loader, verdict.consent, rules.page);
    plan.edits.push({
      ...place,
      consent: verdict.consent,
      hosts: verdict.hosts,
      before: html.slice(start, end) + beginningOf(loader),
      after: text.slice(start, end) + beginningOf(loader),
    });
    plan.covered.push([loader.line, lineOf(loader.whole.end)]);
    open = open.filter((one) => !startsIn(loader, one, offset(one)));
  }

  for (const imported of markup.imports) holdImport(imported, { html, text, plan, rules });
  for (const { line, address, advice } of markup.fixed)
    if (rules.looseHosts.includes(address.hostname))
      plan.manual.push({ file: rules.file, line, host: address.hostname, advice });

  if (rules.tag && markup.headStart !== undefined && !plan.hasTag && !markup.isAmp) {
    plan.hasTag = true;
    const before = html.slice(0, markup.headStart);
    const after = insertTag(text, html, markup.headStart, rules.tag);
    plan.edits.unshift({
      file: rules.file,
      line: before.split('\n').length,
      consent: null,
      hosts: [],
      before: '',
      after,
    });
  }
  plan.open = markup.isAmp ? [] : [...open];
  plan.holds ||= plan.edits.some(({ consent }) => consent !== null);
  plan.text = text.toString();
  return plan;
}

function judgeAddresses({ tag, attributes, addresses }: Loader, { judge, page }: Rules) {
  const isStyle = tag === 'link' && /\bstylesheet\b/i.test(attributes.get('rel')?.value ?? '');
  for (const { address } of addresses) {
    const verdict = isThirdParty(address, page) ? judge(address, isStyle) : undefined;
    if (verdict) return { ...verdict, hosts: [address.hostname] };
  }
  return undefined;
}

/**
 * What an inline script waits for: what the browser saw it ask for, what it names the address of, and otherwise what it
 * starts.
 */
function judgeCode({ code = '', startTag, whole }: Loader, html: string, rules: Rules) {
  const offset = offsetIn(html);
  // As it is written: the parser makes one character of the two that end a line in some files.
  const written = html.slice(startTag.end, whole.end).replace(/<\/script[^>]*>$/i, '');
  const forOthers = forOthersIn(written);
  const seen = rules.starts.filter((start) => {
    const at = offset(start);
    return !start.attribute && isIn(whole, at) && !forOthers.some((range) => isIn(range, at - startTag.end));
  });
  const named = addressesNamedIn(without(written, forOthers), rules.looseHosts).flatMap((address) => {
    const verdict = rules.judge(address, false);
    return verdict && 'consent' in verdict ? { consent: verdict.consent, host: address.hostname } : [];
  });
  const causes = [...seen, ...named];
  const hosts = [...new Set(causes.map(({ host }) => host))];
  if (causes.length > 0) return { consent: allOf(causes.map(({ consent }) => consent)), hosts };
  const id = starterOf(code, rules.looseServices);
  return id ? { consent: rules.consentOf(id), hosts } : undefined;
}

/** Whether `start` is in an element. Chromium counts what stands in an attribute from the end of the start tag on. */
function startsIn({ attributes, startTag, whole }: Loader, { attribute }: Start, at: number): boolean {
  if (!attribute) return isIn(whole, at);
  const length = attributes.get(attribute)?.value.length;
  return length !== undefined && isIn({ start: startTag.end, end: startTag.end + length + 1 }, at);
}

const isIn = ({ start, end }: Range, at: number) => at >= start && at < end;

/** What is to be done about a page that takes neither our tag nor edits. */
const AMP = 'AMP runs no tag of ours: ask with <amp-consent>, and let data-block-on-consent hold what loads this';

/** How the code of an inline script begins, by which people know it. */
function beginningOf({ code = '' }: Loader): string {
  const line = code.trim().replaceAll(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}

const MOST_SHOWN = 60;

/** An expression that holds when all of these do. */
export const allOf = (expressions: readonly string[]): string =>
  [...new Set(expressions.flatMap((expression) => expression.split(' ')))].join(' ');

/** The addresses on `hosts` that code spells out, as far as their text goes. */
function addressesNamedIn(code: string, hosts: readonly string[]): URL[] {
  return hosts.flatMap((host) => {
    const at = code.indexOf(host);
    if (at < 0 || /[\w.-]/.test(code.charAt(at - 1)) || /[\w.-]/.test(code.charAt(at + host.length))) return [];
    const [path = ''] = /^[^\s'"`)\\]*/.exec(code.slice(at + host.length)) ?? [];
    return parseAddress(`https://${host}${path}`) ?? [];
  });
}

function hold(text: MagicString, { tag, attributes, addresses, startTag }: Loader, consent: string, page: URL): void {
  const mark = ` data-consent="${consent}"`;
  const behindName = startTag.start + 1 + tag.length;
  const type = attributes.get('type');
  if (tag === 'script') {
    const isModule = type?.value.trim().toLowerCase() === 'module';
    if (type) text.overwrite(type.start, type.end, `type="text/plain"${isModule ? ' data-type="module"' : ''}`);
    text.appendLeft(behindName, type ? mark : ` type="text/plain"${mark}`);
    return;
  }
  text.appendLeft(behindName, mark);
  // What a lazy loader keeps aside goes first; what stands beside it is a placeholder.
  const names = [...new Set(addresses.map(({ attribute }) => attribute))].toSorted((a, b) => rankOf(a) - rankOf(b));
  const held = new Set<string>();
  for (const name of names) {
    const attribute = attributes.get(name);
    const target = `data-consent-${name.replace(LAZY, '')}`;
    const isForeign = addresses.some((one) => one.attribute === name && isThirdParty(one.address, page));
    if (attribute && !held.has(target)) text.overwrite(attribute.start, attribute.start + name.length, target);
    else if (attribute && isForeign) text.remove(attribute.start, attribute.end);
    held.add(target);
  }
}

const LAZY = /^data-(lazy-)?/;
const rankOf = (name: string) => (LAZY.test(name) ? 0 : 1);

/**
 * No browser lets anybody hold an `@import`; a `<link>` before the `<style>` comes to the same in the cascade, and can
 * wait. What stands under a condition of its own is left to people.
 */
function holdImport(
  { address, rule, startTag, line, condition }: StyleImport,
  { html, text, plan, rules }: { html: string; text: MagicString; plan: Plan; rules: Rules },
): void {
  const verdict = isThirdParty(address, rules.page) ? rules.judge(address, true) : undefined;
  if (!verdict) return;
  const place = { file: rules.file, line };
  const host = address.hostname;
  if ('advice' in verdict || condition) {
    const advice = 'advice' in verdict ? verdict.advice : 'the style sheet asks for it: host the file yourself';
    plan.manual.push({ ...place, host, advice });
    return;
  }
  const href = attributeText(address.href);
  const link = `<link data-consent="${verdict.consent}" rel="stylesheet" data-consent-href="${href}">`;
  text.appendLeft(startTag.start, `${link}\n`);
  text.remove(rule.start, rule.end);
  plan.edits.push({
    ...place,
    consent: verdict.consent,
    hosts: [host],
    before: html.slice(rule.start, rule.end),
    after: link,
  });
  plan.covered.push([line, line]);
}

const attributeText = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Puts the tag on lines of its own, as far in as what follows. */
function insertTag(text: MagicString, html: string, at: number, tag: readonly string[]): string {
  const [space = ''] = /^(?:[ \t]*\r?\n)?[ \t]*/.exec(html.slice(at)) ?? [];
  const lead = space.includes('\n') ? space.replace(/^[ \t]+/, '') : '';
  text.appendLeft(at, tag.map((line) => lead + line).join(''));
  return tag.join('\n');
}

function lineCounter(html: string) {
  let offset = 0;
  let line = 1;
  return (at: number) => {
    if (at < offset) [offset, line] = [0, 1];
    for (; offset < at; offset++) if (html.charCodeAt(offset) === 10) line++;
    return line;
  };
}

function offsetIn(html: string) {
  const starts = [0];
  for (let at = html.indexOf('\n'); at >= 0; at = html.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }: { line: number; column: number }) => (starts[line - 1] ?? html.length) + column - 1;
}
