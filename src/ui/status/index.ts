import type { Answered, Status, StatusNeeds, StatusWords } from '../../lazy.ts';
import { optionalPurposes } from '../../model/news.ts';
import { fromDocument, takeOut } from '../../page.ts';
import { create, createSvg } from '../element.ts';
import { loadLanguage } from '../language.ts';
import { adopt } from '../styles/adopt.ts';
import css from '../styles/status.css';
import { statusEnglish } from '../texts/en.ts';
import { outcomeOf } from './outcome.ts';

/** How long assistive technology has to notice an empty live region before something is said in it, in milliseconds. */
const NOTICE_TIME = 500;

/** How long words stay, in seconds, and how many more characters are read in each second more. */
const READING_TIME = 6;
const READING_PACE = 20;

/** Between the words and a question that stays, in pixels. */
const GAP = 8;

/** Says what became of an answer beside the re-open control, until it was read, is let go, or the preferences come. */
export function start({ store, screen, load, reopen }: StatusNeeds): Status {
  const { config, state } = store;
  const { root, host } = screen;
  const { corner } = reopen;
  const dismiss = create(
    'button',
    { part: 'dismiss', onclick: letGo, onanimationend: letGo },
    createSvg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, createSvg('path', { d: 'M5 5l10 10M15 5 5 15' })),
  );
  let noticed: Promise<void> | null = null;

  /**
   * Where somebody who uses a keyboard goes on: the answer can be changed here, and next comes the page. A control of
   * the page that led to the preferences has the focus again, and keeps it.
   */
  function giveFocus(): void {
    if (fromDocument('activeElement') !== fromDocument('body')) return;
    corner.querySelector<HTMLElement>('[part=reopen]:not([hidden]),[part=dismiss]')?.focus();
  }

  function letGo(): void {
    const hadFocus = root.activeElement === dismiss;
    takeOut(dismiss);
    corner.style.insetBlockEnd = '';
    void reopen.say('').then(() => hadFocus && giveFocus());
  }

  /** A button of the page may have answered a part, and what asks about the rest would lie above the words. */
  function standClear(): void {
    const card = root.querySelector('[part~=banner],[part~=notice]')?.getBoundingClientRect();
    const box = corner.getBoundingClientRect();
    if (card && card.left < box.right && card.right > box.left && card.top < box.bottom && card.bottom > box.top)
      corner.style.insetBlockEnd = `${innerHeight - card.top + GAP}px`;
  }

  function ofWithdrawal(): Answered {
    const isByPage = state().record?.method === 'page';
    return { names: optionalPurposes(config), ...(isByPage && { outcome: 'withdrawn' }) };
  }

  async function tell({ names, outcome, isFocusLost }: Answered = ofWithdrawal()): Promise<void> {
    const word = outcome ?? outcomeOf(names, state());
    screen.attach();
    if (isFocusLost) void reopen.draw().then(giveFocus);
    const { texts } = await loadLanguage<StatusWords>({ load, host, config }, () => statusEnglish);
    await (noticed ??= new Promise((resolve) => setTimeout(resolve, NOTICE_TIME)));
    // Meanwhile the preferences came, which say what was answered, and more may have been since.
    if (screen.view() === 'preferences') return;
    const text = texts.status[word];
    takeOut(dismiss); // With it the time to read begins anew.
    dismiss.setAttribute('aria-label', texts.preferences.close);
    dismiss.style.animationDuration = `${READING_TIME + text.length / READING_PACE}s`;
    corner.append(dismiss);
    corner.style.insetBlockEnd = '';
    await reopen.say(text);
    standClear();
    if (isFocusLost) giveFocus();
  }

  adopt(root, css);
  store.on('show', (view) => {
    if (view === 'preferences') letGo();
  });
  return { tell };
}
