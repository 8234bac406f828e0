import { runs } from '../model/script-types.ts';
import { createElement, createText } from '../page.ts';
import { whenAtRest } from '../schedule.ts';

/** What a browser obeys without running it. */
const RULES = /^(importmap|speculationrules)$/i;
/** Types that say no more than "does not run". */
const INERT = /^text\/plain$|blocked$/i;

/** What `script` is once it may be: `data-type` says so; without it an inert one is JavaScript, and data stays data. */
export const typeOf = (script: HTMLScriptElement) =>
  script.getAttribute('data-type') ?? (INERT.test(script.type) ? '' : script.type);
export const addressOf = (script: Element) => script.getAttribute('src');

/** What `script` runs: the address of that, or the text. */
export const codeOf = ({ src, text }: HTMLScriptElement) => src || text;

export const isModule = (script: HTMLScriptElement) => /^module$/i.test(typeOf(script));
/** An inline module tells nobody when it has run. */
export const isSilent = (script: HTMLScriptElement) => isModule(script) && addressOf(script) === null;
export const isRules = (script: HTMLScriptElement) => RULES.test(typeOf(script));
/** Whether the browser obeys `script`, as it stands in the page. */
export const isLive = ({ type }: HTMLScriptElement) => runs(type) || RULES.test(type);
/** Whether it waits to run; neither what did already nor data that others read: JSON-LD, templates and the like. */
export const isRunnable = (script: HTMLScriptElement) => !isLive(script) && (runs(typeOf(script)) || isRules(script));

/** Attributes that a copy does not have: it is no tag, and its events are told to the tag itself. */
const OWN = /^(type|data-consent|onload|onerror)$/;

/**
 * Runs a copy of `script`, right before it: the node of the page stays where its author, a framework or a router put
 * it, as it was written, so that whoever keeps it or compares it finds an inert script. If it `isOwn`, or the page
 * forbids copies, the node itself runs, and becomes inert again. `isListed`: it waits for its turn in the browser's own
 * ordered list. `started` is told which node runs, before it does. Returns that node.
 */
export function run(
  script: HTMLScriptElement,
  isOwn: boolean,
  isListed: boolean,
  started: (node: HTMLScriptElement) => void,
): HTMLScriptElement {
  const written = script.getAttribute('type') ?? '';
  const node = isOwn ? script : copy(script);
  const isCopy = node !== script;
  const stays = isRules(script);
  // Fields of a form may hide methods of its own, so nothing is asked of the parent.
  const place = isCopy ? script : createText();
  if (isCopy) markAsRun(script);
  else script.replaceWith(place);
  node.setAttribute('type', typeOf(script));
  if (isCopy && stays) node.removeAttribute('id'); // Both are in the page.
  if (isListed) node.async = false;
  started(node);
  // A browser looks at the type when a script comes into the page, and never again.
  place.before(node);
  if (!isCopy) place.remove();
  if (!isCopy || !stays) node.setAttribute('type', written);
  if (!isCopy) markAsRun(script);
  // A library may look for the place of the script that it runs in, so one with an address stays until it has run.
  if (isCopy && !stays && addressOf(node) === null) node.remove();
  return node;
}

/** A script like `script` that has not run: nodes that came from `innerHTML` never run, wherever they are inserted. */
function copy(script: HTMLScriptElement): HTMLScriptElement {
  const node = createElement('script');
  try {
    for (const { name, value } of script.attributes) if (!OWN.test(name)) node.setAttribute(name, value);
    node.text = script.text;
  } catch {
    // Trusted Types forbid to write code here; the node itself still runs if the parser or `createElement` made it.
    return script;
  }
  node.nonce = script.nonce; // The attribute reads empty, the property holds it.
  return node;
}

/**
 * A browser copies along with a script that it has run, and that copy never runs. This is our way to say so, since the
 * node of the page has not run itself: an empty text, which no parser makes, no markup shows and no attribute holds.
 */
function markAsRun(script: HTMLScriptElement): void {
  const mark = () => script.append('');
  // React expects nothing in a script with an address, when it takes over what its server drew.
  if (addressOf(script) === null) mark();
  else whenAtRest(mark);
}
export const isMarkedAsRun = ({ lastChild }: HTMLScriptElement) => lastChild?.nodeValue === '';
