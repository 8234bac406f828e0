import type { Lazy, Prompt, Stop } from '../lazy.ts';

/** Opens the preferences in a page that is opened at `#consent`, and in one that goes there. */
export function followAddress(prompt: Lazy<Prompt>): Stop {
  function look(): void {
    if (location.hash !== '#consent') return;
    // Once: a page that is loaded again after a withdrawal does not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
    void prompt((part) => part.show('preferences'));
  }
  addEventListener('hashchange', look);
  look();
  return () => removeEventListener('hashchange', look);
}
