import type { TagStatus } from '../../lazy.ts';
import type { Store } from '../../store.ts';
import { isLive } from '../run.ts';

/**
 * The types of scripts that no browser runs, but a library of the page does. Partytown puts `-x` behind the type of
 * those that it has run, https://github.com/QwikDev/partytown
 */
const RUN_BY_LIBRARY = /^(text\/partytown|module-shim)(-x)?$/i;
const hasRun = (type: string) => /-x$/i.test(type) && RUN_BY_LIBRARY.test(type);

/**
 * Gives a data block its type while it is `allowed`, and takes it again. What a library runs waits in the same way, and
 * has to be written so. `ran` is called with one that a library may run from now on.
 */
export function processData(
  script: HTMLScriptElement,
  allowed: boolean,
  { tell, ran }: { tell: Store['report']; ran(script: HTMLScriptElement): void },
): TagStatus {
  const { type } = script;
  if (isLive(script) || (RUN_BY_LIBRARY.test(type) && !script.hasAttribute('data-type'))) {
    tell('not-inert', `type="${type}"`, script);
    if (isLive(script)) return 'released';
    script.setAttribute('data-type', type.replace(/-x$/i, ''));
  }
  if (hasRun(type)) {
    if (allowed) ran(script);
    return 'released';
  }
  const wanted = script.getAttribute('data-type');
  if (wanted) give(script, allowed ? wanted : 'text/plain', ran);
  return allowed ? 'released' : 'held';
}

function give(script: HTMLScriptElement, type: string, ran: (script: HTMLScriptElement) => void): void {
  const isNew = script.type !== type;
  script.type = type;
  if (!RUN_BY_LIBRARY.test(type)) return;
  ran(script);
  if (isNew) askPartytown();
}

let isAsked = false;

/** Partytown looks for scripts when it starts, and when it is asked; once for all that come together. */
function askPartytown(): void {
  if (isAsked) return;
  isAsked = true;
  queueMicrotask(() => {
    isAsked = false;
    dispatchEvent(new CustomEvent('ptupdate'));
  });
}
