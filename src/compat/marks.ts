import type { Stop } from '../lazy.ts';
import { own } from '../page.ts';
import type { Store } from '../store.ts';
import { translator } from './names.ts';
import { LOADS, unpackAllowed } from './templates.ts';
import { toolsNamed, type Mark, type Tool, type Wait } from './tools.ts';

/** Where others keep an address until it may load, beside `data-src`, which the gate reads itself. */
const ADDRESSES = [
  'data-cmplz-src',
  'data-src-cmplz',
  'data-suppressedsrc',
  'suppressedsrc',
  'data-cookieblock-src',
  'uc-src',
  'data-uc-src',
];

/**
 * Gives elements with the marks of other tools a `data-consent` of the same meaning, now and as they come; the gate
 * does the rest. What cannot be translated is reported, each name once, and stays as it is.
 */
export function start({ config, report, allows, on }: Pick<Store, 'config' | 'report' | 'allows' | 'on'>): Stop {
  const translate = translator(config);
  const tools = toolsNamed(config.compat);
  const told = new Set<string>();
  const done = new WeakSet<Element>();
  const templates = unpackAllowed(allows);

  function complain(tool: string, what: string, element: Element): void {
    if (told.size !== told.add(`${tool} ${what}`).size) report('foreign-mark', `${tool}: ${what}`, element);
  }

  /** What `waits` says in our words, or the first name that has no translation. */
  function expressionOf(tool: Tool, waits: readonly Wait[]): { expression: string } | { stranger: string } | null {
    let stranger: string | undefined;
    for (const { names, isNot } of waits) {
      const ours = names.map((name) => translate(tool, name));
      const unknown = names[ours.indexOf(null)];
      const words = [...new Set(ours.join(' ').split(/\s+/))];
      if (unknown === undefined)
        return { expression: isNot ? words.map((word) => `!${word}`).join('|') : words.join(' ') };
      stranger ??= unknown;
    }
    return stranger === undefined ? null : { stranger };
  }

  function read(name: string, tool: Tool, { read: waitsOf, isCommon }: Mark, element: Element): void {
    if (own(element).hasAttribute('data-consent') || done.has(element)) return;
    const found = expressionOf(tool, waitsOf(element));
    if (!found || ('stranger' in found && isCommon)) return;
    done.add(element);
    if ('stranger' in found)
      return complain(name, `nothing of yours is called "${found.stranger}"; say what it is in migrate.names`, element);
    if (element instanceof HTMLTemplateElement) templates.take(element, found.expression);
    else tag(element, found.expression);
  }

  function look(root: ParentNode): void {
    for (const [name, tool] of tools) {
      for (const mark of tool.marks) {
        const elements = mark.isBlock ? mark.selector : `:is(${LOADS},template)${mark.selector}`;
        for (const element of root.querySelectorAll(elements)) read(name, tool, mark, element);
      }
      const { calls } = tool;
      if (!calls) continue;
      for (const script of root.querySelectorAll<HTMLScriptElement>('script:not([src])'))
        if (calls.pattern.test(script.text)) complain(name, calls.instead, script);
    }
  }

  look(document);
  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) if (target instanceof Element) look(own(target));
  });
  observer.observe(document, { childList: true, subtree: true });
  const stop = on('change', templates.look);
  return () => {
    stop();
    observer.disconnect();
  };
}

/** An element with the address where the gate looks for it. */
function tag(marked: Element, expression: string): void {
  const element = own(marked);
  const isScript = element.localName === 'script';
  const kept = [...ADDRESSES, ...(isScript ? ['data-src'] : [])].find((name) => element.getAttribute(name));
  const address = kept && element.getAttribute(kept);
  if (address && !isScript) {
    // What stands there is a placeholder of the other tool's.
    element.removeAttribute('src');
    element.setAttribute('data-consent-src', address);
  } else if (address && !element.getAttribute('src')) element.setAttribute('src', address);
  // The other tool is not there any more to show what was written as hidden.
  if (element instanceof HTMLElement && element.style.display === 'none') element.style.removeProperty('display');
  element.setAttribute('data-consent', expression);
}
