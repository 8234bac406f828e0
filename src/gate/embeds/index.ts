import type { Embeds, EmbedsNeeds, Stop } from '../../lazy.ts';
import { loadLanguagePart } from '../../ui/language-parts.ts';
import { close, hide, open, reinsert, waitingAddresses } from './addresses.ts';

/** How long elements may keep the page from answering input, in milliseconds. */
const SLICE = 8;

/** What was done to elements. It outlives us, so that whoever starts after a `destroy()` finds them as they are. */
const undos = new WeakMap<Element, Stop>();

/**
 * Opens and shuts frames, images and media; shows and hides what has no address; puts placeholders before blocked
 * embeds.
 */
export function start({ store, screen, load, prompt, statuses, once }: EmbedsNeeds): Embeds {
  const { allows, report, life } = store;
  const placeholders = new Map<Element, Stop | 'coming'>();

  function process(waiting: Set<Element>): void {
    const begun = performance.now();
    for (const element of waiting) {
      waiting.delete(element);
      if (life.aborted) continue;
      try {
        look(element);
      } catch (error) {
        report('tag-failed', String(error), element); // An element of a kind that we do not know stops no other.
      }
      if (performance.now() - begun > SLICE) return void setTimeout(process, 0, waiting);
    }
  }

  function look(element: Element): void {
    const allowed = allows(element.getAttribute('data-consent') ?? '');
    if (element.localName === 'iframe' && element.hasAttribute('src') && !element.hasAttribute('data-src'))
      holdBack(element);
    if (!waitingAddresses(element).length) processPlain(element, allowed);
    else if (allowed || once.has(element)) release(element);
    else shut(element as HTMLElement);
  }

  function release(element: Element): void {
    if (statuses.get(element) === 'hidden') processPlain(element, true); // It had no address yet.
    if (undos.has(element) || statuses.get(element) === 'refused') return;
    removePlaceholder(element);
    const undo = open(element);
    statuses.set(element, undo ? 'released' : 'refused');
    if (undo) undos.set(element, undo);
    else
      report(
        'bad-url',
        waitingAddresses(element)
          .map((name) => `${name}="${element.getAttribute(name)}"`)
          .join(' '),
        element,
      );
  }

  function shut(element: HTMLElement): void {
    const undo = undos.get(element);
    undos.delete(element);
    if (undo) undo(); // Where it had no address yet: it is no longer hidden.
    else close(element);
    if (statuses.get(element) !== 'refused') statuses.set(element, 'held');
    if (/^(iframe|video)$/.test(element.localName) && element.getAttribute('data-consent-placeholder') !== 'none')
      void addPlaceholder(element);
  }

  function processPlain(element: Element, allowed: boolean): void {
    const undo = undos.get(element);
    statuses.set(element, allowed ? 'shown' : 'hidden');
    if (!allowed && !undo) undos.set(element, hide(element as HTMLElement));
    if (!allowed) return;
    undos.delete(element);
    undo?.();
    element.removeAttribute('hidden'); // Authors write it themselves to avoid a flash.
  }

  // A frame whose author left its address in `src`: too late for this request, not for the next.
  function holdBack(frame: Element): void {
    report('not-inert', 'src', frame);
    frame.setAttribute('data-src', frame.getAttribute('src') ?? '');
    frame.removeAttribute('src');
    reinsert(frame);
  }

  async function addPlaceholder(element: HTMLElement): Promise<void> {
    if (placeholders.has(element)) return;
    placeholders.set(element, 'coming');
    try {
      const [{ mount }, language] = await Promise.all([
        load('placeholder'),
        loadLanguagePart({ load, host: screen.host, config: store.config }),
      ]);
      if (!placeholders.has(element)) return; // Released meanwhile.
      const unmount = mount(element, {
        ...store,
        language,
        answer: (choices, method) => prompt((part) => part.answer(choices, method)),
        once(chosen) {
          once.add(chosen);
          look(chosen);
        },
      });
      const stopFollowing = follow(element);
      placeholders.set(element, () => {
        stopFollowing();
        unmount();
      });
    } catch (error) {
      placeholders.delete(element); // The embed stays blocked.
      report('chunk-failed', `placeholder: ${error}`, element);
    }
  }

  // Scripts that take an embed out, or put it elsewhere, know nothing of the card before it.
  function follow(element: HTMLElement): Stop {
    const card = element.previousSibling;
    const observer = new MutationObserver(() => {
      if (element.previousSibling === card && card?.isConnected) return;
      removePlaceholder(element);
      if (element.isConnected) look(element);
    });
    if (element.parentNode) observer.observe(element.parentNode, { childList: true });
    return () => observer.disconnect();
  }

  function removePlaceholder(element: Element): void {
    const placeholder = placeholders.get(element);
    placeholders.delete(element);
    if (typeof placeholder === 'function') placeholder();
  }

  return {
    process,
    stop: () => [...placeholders.keys()].forEach(removePlaceholder),
  };
}
