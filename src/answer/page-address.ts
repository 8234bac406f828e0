import type { Lazy, Prompt, Stop } from '../lazy.ts';

/** With each of these the page may have got another address without being loaded. */
const MOVES = ['hashchange', 'popstate'];

/**
 * Opens the preferences in a page that is opened at `#consent`, and in one that goes there. A banner is told of each
 * new address: a modal one is in the way of the policy alone.
 */
export function followAddress(prompt: Lazy<Prompt>): Stop {
  function look(): void {
    prompt.part?.fit();
    if (location.hash !== '#consent') return;
    // Once: a page that is loaded again after a withdrawal does not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
    void prompt((part) => part.show('preferences'));
  }
  // What a router does by `history.pushState` only this tells, and older browsers do not.
  const navigation: EventTarget | undefined = window.navigation;
  MOVES.forEach((type) => addEventListener(type, look));
  navigation?.addEventListener('currententrychange', look);
  look();
  return () => {
    MOVES.forEach((type) => removeEventListener(type, look));
    navigation?.removeEventListener('currententrychange', look);
  };
}
