import type { Screen } from '../../screen.ts';
import { create } from '../element.ts';
import { adopt } from '../styles/adopt.ts';
import css from '../styles/announcer.css';

/** How long the title of the question is there for screen readers, in milliseconds. */
const TITLE_TIME = 6000;

/** How long assistive technology has to notice an empty live region before something is said in it, in milliseconds. */
const NOTICE_TIME = 500;

/**
 * A region that comes late is silent, and the banner takes no focus: returns what says to screen readers that there is
 * a question, once.
 */
export function createAnnouncer({ root, view }: Screen): () => void {
  const announcer = create('span', { 'aria-live': 'polite' });
  adopt(root, css);
  root.append(announcer);
  let isTold = false;

  return () => {
    if (isTold || view() !== 'banner') return;
    isTold = true;
    setTimeout(() => {
      const banner = view() === 'banner' && root.querySelector('[part~=banner],[part~=notice]');
      // A modal one is read because it takes the focus.
      if (banner && banner.localName !== 'dialog') announcer.textContent = banner.getAttribute('aria-label');
      // Said, it is gone: who reads on finds the title in the banner alone.
      setTimeout(() => (announcer.textContent = ''), TITLE_TIME);
    }, NOTICE_TIME);
  };
}
