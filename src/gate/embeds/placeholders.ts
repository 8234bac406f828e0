import type { EmbedsNeeds, Stop } from '../../lazy.ts';
import { own } from '../../page.ts';
import { loadLanguage } from '../../ui/language.ts';
import { sharedTheme } from '../../ui/theme/shared.ts';
import { hide, show } from '../../ui/visibility.ts';
import { writtenAddresses } from './addresses.ts';
import { isEdited } from './edited.ts';
import { previewOf } from './preview.ts';

/** What gets one, unless its author wants none. */
const PLACEHELD = ':is(iframe,video):not([data-consent-placeholder="none"])';

/** What a placeholder says of `element`, as far as the markup says it. */
const factsOf = (element: HTMLElement) =>
  [own(element).title, own(element).getAttribute('data-consent-title'), writtenAddresses(element)].join();

/** Whoever takes an element out keeps it without a placeholder; it is looked at again when it comes back. */
const isInPage = (element: Element) => {
  const root = element.getRootNode();
  return root === document || root instanceof ShadowRoot;
};

type Look = (element: Element) => void;

/** How often in a row a placeholder may go before it was painted: a script that takes out each would never end. */
const PATIENCE = 10;

export interface Placeholders {
  /** Puts one before `element` where it gets one and has none yet. */
  add(element: HTMLElement): Promise<void>;
  remove(element: Element): void;
  stop: Stop;
}

/**
 * Puts placeholders before blocked embeds, once the page is `atRest`. `look` is asked again where an embed has left its
 * placeholder.
 */
export function createPlaceholders(needs: EmbedsNeeds, atRest: Promise<void>, look: Look): Placeholders {
  const { store, screen, load, prompt, gate } = needs;
  const getTheme = sharedTheme(needs);
  const placeholders = new Map<Element, Stop | 'coming'>();
  const described = new WeakMap<Element, string>();
  const refusals = new WeakMap<Element, number>();
  const refusalsOf = (element: Element) => refusals.get(element) ?? 0;

  const isWanted = (element: Element) =>
    own(element).matches(PLACEHELD) && isInPage(element) && !isEdited(element) && refusalsOf(element) < PATIENCE;

  async function add(element: HTMLElement): Promise<void> {
    const facts = factsOf(element);
    // A framework may have put another film into the same element.
    if (described.get(element) !== facts && placeholders.get(element) !== 'coming') remove(element);
    if (placeholders.has(element)) return;
    // Copies of an embed that waits are hidden, and have no placeholder: neither has a player's box around a film, to
    // which it copies what the film has.
    show(element);
    if (!isWanted(element)) return;
    described.set(element, facts);
    placeholders.set(element, 'coming');
    try {
      const [{ mount }, theme, language] = await Promise.all([
        load('placeholder'),
        getTheme(),
        loadLanguage({ load, host: screen.host, config: store.config }),
        atRest,
      ]);
      if (!placeholders.has(element)) return; // Released meanwhile.
      if (!isInPage(element)) return void placeholders.delete(element);
      const unmount = mount(element, {
        ...store,
        language,
        theme,
        preview: previewOf(element, store.report),
        hide: () => hide(element),
        show: () => show(element),
        answer: (choices, method) => prompt((part) => part.answer(choices, method)),
        once(chosen) {
          gate.once.add(chosen);
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
      store.report('chunk-failed', `placeholder: ${error}`, element);
    }
  }

  // Scripts that take an embed out, or put it elsewhere, know nothing of the card before it.
  function follow(element: HTMLElement): Stop {
    const card = element.previousSibling;
    const painted = requestAnimationFrame(() => refusals.delete(element));
    const observer = new MutationObserver(() => {
      if (element.previousSibling === card && card?.isConnected) return;
      refusals.set(element, refusalsOf(element) + 1);
      remove(element);
      if (element.isConnected) look(element);
    });
    if (element.parentNode) observer.observe(element.parentNode, { childList: true });
    return () => {
      cancelAnimationFrame(painted);
      observer.disconnect();
    };
  }

  function remove(element: Element): void {
    const placeholder = placeholders.get(element);
    placeholders.delete(element);
    if (typeof placeholder === 'function') placeholder();
  }

  return { add, remove, stop: () => [...placeholders.keys()].forEach(remove) };
}
