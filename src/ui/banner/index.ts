import type { Choice } from '../../api.ts';
import type { Mount } from '../../lazy.ts';
import { create } from '../element.ts';
import { inSight } from '../sight.ts';
import { adopt } from '../styles/adopt.ts';
import banner from '../styles/banner.css';
import { ask } from './question.ts';
import { raise } from './raise.ts';
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
  const isQuestion = names.length > 0;
  const isModal = ui.layout === 'modal';

  const answer = (choice: Choice) => {
    // For as long as the part that takes it is on its way; what fails is reported, and can be tried again.
    frame.ariaBusy = 'true';
    context
      .answer(Object.fromEntries(names.map((name) => [name, choice])), 'banner')
      .catch(() => (frame.ariaBusy = null));
  };
  const accept = (press: Event) => {
    if (counts(press)) answer('granted');
  };
  const button = (part: 'accept' | 'reject' | 'preferences' | 'ok', onclick: (event: Event) => void) =>
    create('button', { part, onclick, class: part === 'preferences' && 'quiet' }, words[part]);

  const title = create('h2', { tabindex: '-1', autofocus: isModal && '' }, words.title);
  const link = () => create('a', { href: policy.url }, words.policy);
  const [first, second, last] = lines;
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
    create(
      'div',
      { class: 'words' },
      title,
      first && create('p', {}, first),
      second && create('p', {}, second),
      create('p', {}, last, ' ', link()),
    ),
    create(
      'div',
      { class: 'actions' },
      create(
        'div',
        { class: 'twins' },
        ...(isQuestion
          ? [button('reject', () => answer('denied')), button('accept', accept)]
          : [button('ok', () => answer('granted'))]),
      ),
      button('preferences', () => context.open('preferences')),
    ),
  );

  const counts = inSight(frame);
  const undress = adopt(root, banner);
  root.prepend(frame);
  raise(frame, title);

  const release = stayClear(frame);
  return () => {
    release();
    frame.remove();
    undress();
  };
};
