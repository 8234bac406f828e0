import type { ErrorCode } from '../../api.ts';
import type { Embeds, EmbedsNeeds, Stop } from '../../lazy.ts';
import { lazily } from '../../lazily.ts';
import { isLive } from '../run.ts';
import { close, holdBack, holdersIn, isOpen, open, waitingAddresses } from './addresses.ts';
import { liveIn } from './live.ts';
import { createPlaceholders } from './placeholders.ts';
import { hide, show } from '../../ui/visibility.ts';

/** How long elements may keep the page from answering input, in milliseconds. */
const SLICE = 8;

/** How addresses were given. It outlives us, so that whoever starts after a `destroy()` can take them. */
const undos = new WeakMap<Element, Stop>();
/** What was looked at before, and whose author was told that it is live, or that its address is none. */
const seen = new WeakSet<Element>();
const told = new WeakSet<Element>();

/** What a morph, a lazy loader or a script changes of an element, so that it is not as we left it. */
const CHANGES = ['src', 'srcset', 'poster', 'href', 'data', 'srcdoc', 'style', 'hidden'];

/** Shows nothing without the addresses of what stands in it. */
const MEDIA = /^(picture|video|audio|object)$/;
const PLACEHELD = /^(iframe|video)$/;

/**
 * Opens and shuts frames, images and media; shows and hides what has no address; puts placeholders before blocked
 * embeds.
 */
export function start(needs: EmbedsNeeds): Embeds {
  const { store, load, statuses, once } = needs;
  const { allows, report, life } = store;
  const placeholders = createPlaceholders(needs, look);
  const declarations = lazily(life, async () => (await load('declaration')).start(needs));
  // Our own changes come back too, and find everything as it is to be.
  const observer = new MutationObserver((changes) => {
    const changed = changes.map(({ target }) => target as Element);
    new Set(changed.map((element) => element.closest('[data-consent]') ?? element)).forEach(attempt);
  });

  function process(waiting: Set<Element>): void {
    const begun = performance.now();
    for (const element of waiting) {
      waiting.delete(element);
      attempt(element);
      if (performance.now() - begun > SLICE) return void setTimeout(process, 0, waiting);
    }
  }

  function attempt(element: Element): void {
    if (life.aborted) return;
    try {
      look(element);
    } catch (error) {
      report('tag-failed', String(error), element); // An element of a kind that we do not know stops no other.
    }
  }

  function look(element: Element): void {
    // A copy of a placeholder has nothing in it, and serves no embed.
    if (element.localName === 'commsor-embed') return void (element.shadowRoot || element.remove());
    if (element.hasAttribute('data-consent-declaration')) {
      declare(element);
      if (!element.hasAttribute('data-consent')) return;
    }
    if (element instanceof HTMLScriptElement) return processScript(element);
    const allowed = once.has(element) || allows(element.getAttribute('data-consent') ?? '');
    checkLive(element, allowed);
    const holders = holdersIn(element);
    [element, ...holders].forEach((one) => observer.observe(one, { attributeFilter: CHANGES }));
    if (holders[0] && (holders[0] === element || MEDIA.test(element.localName)))
      processEmbed(element as HTMLElement, holders, allowed);
    else processPlain(element as HTMLElement, holders, allowed);
    seen.add(element);
  }

  function declare(element: Element): void {
    declarations((part) => part.show(element)).catch((error: unknown) => report('tag-failed', String(error), element));
  }

  /** Here come those that ran already, and data, which is there as long as it is allowed. */
  function processScript(script: HTMLScriptElement): void {
    const type = script.getAttribute('data-type');
    const allowed = allows(script.getAttribute('data-consent') ?? '');
    if (isLive(script)) tell('not-inert', `type="${script.type}"`, script);
    else if (type) script.type = allowed ? type : 'text/plain';
    statuses.set(script, allowed || isLive(script) ? 'released' : 'held');
  }

  function processEmbed(element: HTMLElement, holders: readonly Element[], allowed: boolean): void {
    if (statuses.get(element) === 'hidden') reveal(element); // It had no address yet.
    if (allowed) {
      placeholders.remove(element);
      show(element);
      statuses.set(element, holders.map(give).every(Boolean) ? 'released' : 'refused');
      return;
    }
    holders.forEach(take);
    if (statuses.get(element) !== 'refused') statuses.set(element, 'held');
    if (PLACEHELD.test(element.localName) && element.getAttribute('data-consent-placeholder') !== 'none')
      void placeholders.add(element);
  }

  function processPlain(element: HTMLElement, holders: readonly Element[], allowed: boolean): void {
    statuses.set(element, allowed ? 'shown' : 'hidden');
    holders.forEach(allowed ? give : take);
    if (allowed) return reveal(element);
    hide(element);
    if (!element.hidden) element.hidden = true;
  }

  /** Gives `element` its addresses; `false` where one of them is never loaded. */
  function give(element: Element): boolean {
    if (undos.has(element) && isOpen(element)) return true;
    const undo = open(element);
    if (undo) undos.set(element, undo);
    else
      tell(
        'bad-url',
        waitingAddresses(element)
          .map(({ from, value }) => `${from}="${value}"`)
          .join(' '),
        element,
      );
    return !!undo;
  }

  function take(element: Element): void {
    const undo = undos.get(element);
    undos.delete(element);
    if (undo) return undo();
    const given = close(element);
    // In a copy of an opened element it is nobody's fault.
    if (given && seen.has(element)) tell('not-inert', `${given}, which a script of the page gave it`, element);
  }

  /** What is too late for this request is in time for the next. */
  function checkLive(element: Element, allowed: boolean): void {
    for (const { element: live, what } of liveIn(element)) tell('not-inert', what, live);
    if (!allowed) holdBack(element);
  }

  function tell(code: ErrorCode, message: string, element: Element): void {
    if (told.has(element)) return;
    told.add(element);
    report(code, message, element);
  }

  return {
    process,
    stop() {
      observer.disconnect();
      placeholders.stop();
    },
  };
}

function reveal(element: HTMLElement): void {
  show(element);
  element.removeAttribute('hidden'); // Authors write it themselves to avoid a flash.
}
