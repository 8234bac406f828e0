import { createElement, fromDocument } from '../page.ts';
import { addressOf, isModule } from './run.ts';

/** How many waiting tags are fetched ahead. */
const AHEAD = 16;

const links = new WeakMap<Element, Element>();

/** Fetches the first of the waiting scripts, so that each is there when its turn comes. */
export function fetchAhead(waiting: Iterable<HTMLScriptElement>, isAllowed: (script: Element) => boolean): void {
  for (const script of [...waiting].slice(0, AHEAD)) {
    const href = addressOf(script);
    if (!href || links.has(script) || !isAllowed(script)) continue;
    const link = Object.assign(createElement('link'), {
      rel: isModule(script) ? 'modulepreload' : 'preload',
      as: 'script',
      href,
    });
    for (const name of ['crossOrigin', 'integrity', 'referrerPolicy', 'nonce', 'fetchPriority'] as const)
      Reflect.set(link, name, script[name]);
    fromDocument('head').append(link);
    links.set(script, link);
  }
}

/** Takes away what `script` was fetched with. */
export function forget(script: Element): void {
  links.get(script)?.remove();
  links.delete(script);
}
