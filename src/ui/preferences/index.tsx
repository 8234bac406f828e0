/** @jsxRuntime classic */
/** @jsx h */
import { h, render } from 'preact';
import type { Choice } from '../../api.ts';
import type { Mount, Outcome, PreferencesWords } from '../../lazy.ts';
import { adopt } from '../styles/adopt.ts';
import preferences from '../styles/preferences.css';
import { preferencesWords } from '../texts/en.ts';
import { bringIntoSight } from './bring-into-sight.ts';
import type { Edits } from './draft.ts';
import { keepFocus } from './focus.ts';
import { createPanel } from './panel.ts';
import { Preferences } from './Preferences.tsx';

export { preferencesWords as english };

/** What is turned and not saved, for as long as the visitor has not left it: the page may have all drawn anew. */
const unsaved = new WeakMap<ShadowRoot, Edits>();

/** Every purpose and service with its switch. Closing answers nothing. */
export const mount: Mount<PreferencesWords> = (context) => {
  const { root } = context;
  const panel = createPanel(context, unsaved.get(root));
  unsaved.set(root, panel.draft.edits);
  const giveFocusBack = keepFocus(root);
  let isOpen = true;
  let pressed: EventTarget | null = null;

  const close = () => {
    if (!isOpen) return;
    unsaved.delete(root);
    context.close();
  };
  const leave = () => {
    if (panel.draft.leave()) close();
    // In a low window all of it scrolls, and what was just said may be out of sight.
    else bringIntoSight(dialog.lastElementChild);
  };
  // A failure is reported where the part that takes answers did not load.
  const answer = (choices: Record<string, Choice>, outcome?: Outcome) => {
    unsaved.delete(root);
    context.answer(choices, 'preferences', outcome).catch(() => undefined);
  };

  const home = new DocumentFragment();
  render(
    <dialog
      class="surface panel"
      part="dialog"
      aria-labelledby="choices"
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // Or the browser goes on to close a dialog of the page that is below.
        // As in any field for searching, it ends the search first.
        if (panel.query.value) panel.query.value = '';
        else leave();
      }}
      onPointerDown={(event) => (pressed = event.target)}
      // A press that only ends outside, after selecting text, is no wish to close.
      onClick={(event) => event.target === event.currentTarget && event.target === pressed && leave()}
    >
      <Preferences panel={panel} onAnswer={answer} onClose={leave} />
    </dialog>,
    home,
  );
  const dialog = home.firstChild as HTMLDialogElement;
  const undress = adopt(root, preferences);
  root.prepend(home);
  context.blendIn(dialog);
  if (dialog.showModal) dialog.showModal();
  else dialog.querySelector('h2')?.focus();

  return () => {
    isOpen = false;
    panel.stop();
    dialog.close?.();
    render(null, home);
    undress();
    giveFocusBack();
  };
};
