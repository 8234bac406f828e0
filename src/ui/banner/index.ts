import type { Choice } from '../../api.ts';
import type { Mount } from '../../lazy.ts';
import { create } from '../element.ts';
import { inSight } from '../sight.ts';
import { stayClear } from '../stay-clear.ts';
import { adopt } from '../styles/adopt.ts';
import banner from '../styles/banner.css';
import { ask } from './question.ts';
import { raise } from './raise.ts';

/** The first question, small and at the edge. It never takes the focus, and leaving it alone answers nothing. */
export const mount: Mount = (context) => {
  const {
    root,
    config: { policy, ui },
    language: {
      texts: { banner: words },
    },
  } = context;
  const { names, labels, lines } = ask(context);
  const isQuestion = names.length > 0;
  const isModal = ui.layout === 'modal';

  const answer = (choice: Choice) => {
    // For as long as the part that takes it is on its way; what fails is reported, and can be tried again.
    frame.ariaBusy = 'true';
    context
      .answer(Object.fromEntries(names.map((name) => [name, choice])), 'banner')
      .catch(() => (frame.ariaBusy = null));
  };
  const onAccept = (press: Event) => {
    if (!counts(press)) return;
    if (isSeen(reject, accept)) answer('granted');
    else context.report('config-invalid', 'no consent is taken while Reject is hidden: show ::part(reject)');
  };
  const button = (part: keyof typeof labels, onclick: (event: Event) => void) =>
    create('button', { part, onclick, class: part === 'preferences' && 'quiet' }, words[labels[part]]);

  const reject = button('reject', () => answer('denied'));
  const accept = button('accept', onAccept);
  const title = create('h2', { tabindex: '-1', autofocus: isModal && '' }, words.title);
  const paragraphs = lines.map((line) => create('p', {}, line));
  paragraphs.at(-1)?.append(' ', create('a', { href: policy.url }, words.policy));
  const frame = create(
    isModal ? 'dialog' : 'div',
    {
      class: ['card surface', ui.layout, ui.position].join(' '),
      part: isQuestion ? 'banner' : 'notice',
      'aria-label': words.title,
      ...(isModal
        ? { closedby: 'none', oncancel: (event: Event) => event.preventDefault() }
        : { role: 'region', popover: 'manual' }),
    },
    create('div', { class: 'words' }, title, ...paragraphs),
    create(
      'div',
      { class: 'actions' },
      create('div', { class: 'twins' }, ...(isQuestion ? [reject, accept] : [button('ok', () => answer('granted'))])),
      button('preferences', () => context.open('preferences')),
    ),
  );

  const counts = inSight(frame);
  const undress = adopt(root, banner);
  root.prepend(frame);
  context.blendIn(frame);
  raise(frame, title);

  const release = stayClear(frame);
  return () => {
    release();
    frame.remove();
    undress();
  };
};

/** Whether the page leaves a button of ours where a visitor sees it, beside its twin. */
function isSeen(button: HTMLElement, twin: HTMLElement): boolean {
  const { visibility, opacity, fontSize } = getComputedStyle(button);
  const isFaint = visibility === 'hidden' || parseFloat(opacity) < 0.1 || fontSize === '0px';
  return !isFaint && button.offsetWidth * 2 >= twin.offsetWidth;
}
