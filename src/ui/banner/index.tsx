/** @jsxRuntime classic */
/** @jsx h */
import { h, render } from 'preact';
import type { Choice } from '../../api.ts';
import type { Mount } from '../../lazy.ts';
import { adopt } from '../styles/adopt.ts';
import banner from '../styles/banner.css';
import base from '../styles/base.css';
import tokens from '../styles/tokens.css';
import { blendIn } from '../theme/blend-in.ts';
import { ask } from './question.ts';
import { stayClear } from './stay-clear.ts';

/** The first question, small and at the edge. It never takes the focus, and leaving it alone answers nothing. */
export const mount: Mount = (context) => {
  const {
    root,
    config: { policy, ui },
    language: {
      texts: { banner: words },
    },
  } = context;
  const { names, lines } = ask(context);
  const isModal = ui.layout === 'modal';
  // A frame of another site may lie about what is under the pointer: there, Accept counts only once it could be seen.
  let acceptFrom = self !== top && !frameElement ? Infinity : 0;

  const answer = (choice: Choice) => {
    // For as long as the part that takes it is on its way; what fails is reported, and can be tried again.
    frame.ariaBusy = 'true';
    context
      .answer(Object.fromEntries(names.map((name) => [name, choice])), 'banner')
      .catch(() => (frame.ariaBusy = null));
  };
  const button = (part: 'accept' | 'reject' | 'preferences' | 'ok', onClick: (event: MouseEvent) => void) => (
    <button part={part} onClick={onClick}>
      {words[part]}
    </button>
  );

  const home = new DocumentFragment();
  const Frame = isModal ? 'dialog' : 'div';
  const attributes = {
    role: !isModal && 'region',
    popover: !isModal && 'manual',
    closedby: 'none',
    onCancel: (event: Event) => event.preventDefault(),
  };
  render(
    <Frame
      class={['card surface', ui.layout, ui.position].join(' ')}
      part={names[0] ? 'banner' : 'notice'}
      aria-label={words.title}
      {...(attributes as object)}
    >
      <div class="words">
        <h2 tabIndex={-1} autofocus={isModal}>
          {words.title}
        </h2>
        {lines.map(
          (line, index) =>
            (line || index > 1) && (
              <p>
                {line} {index > 1 && <a href={policy.url}>{words.policy}</a>}
              </p>
            ),
        )}
      </div>
      <div class="actions">
        <div class="twins">
          {names[0]
            ? [
                button('reject', () => answer('denied')),
                button('accept', (event) => event.timeStamp >= acceptFrom && answer('granted')),
              ]
            : button('ok', () => answer('granted'))}
        </div>
        {button('preferences', () => context.open('preferences'))}
      </div>
    </Frame>,
    home,
  );
  const frame = home.firstChild as HTMLDialogElement;
  const undress = adopt(root, tokens + base + banner);
  root.prepend(home);
  frame[isModal ? 'showModal' : 'showPopover']?.();
  requestAnimationFrame((now) => {
    acceptFrom &&= now + 300;
    blendIn(frame, ui);
  });

  const release = stayClear(frame);
  return () => {
    release();
    render(null, home);
    undress();
  };
};
