import { createElement, own } from '../page.ts';

/**
 * Where an element says that we have hidden it; behind a space stands the `style` that it had. Copies of it say so too,
 * which is how they are told from what their author hid.
 */
const MARK = 'data-consent-hidden';

const none = ({ style }: HTMLElement) => style.setProperty('display', 'none', 'important');

/** Whether it is we who hide `element`, and nobody has shown it since. */
const isHidden = (element: HTMLElement) => element.hasAttribute(MARK) && element.style.display === 'none';

/** Hides an element, whatever the page's style sheets say. */
export function hide(hidden: HTMLElement): void {
  const element = own(hidden);
  if (isHidden(element)) return;
  const style = element.getAttribute('style');
  if (!element.hasAttribute(MARK)) element.setAttribute(MARK, style === null ? '' : ` ${style}`);
  none(element); // Unlike the attribute, no policy forbids it.
}

/** Shows what `hide` has hidden, here or in what this is a copy of. Its `style` is as it was, to the byte. */
export function show(hidden: HTMLElement): void {
  const element = own(hidden);
  const before = element.getAttribute(MARK);
  if (before === null) return;
  element.removeAttribute(MARK);
  const was = createElement('i');
  if (before) was.setAttribute('style', before.slice(1));
  const { display } = was.style;
  const priority = was.style.getPropertyPriority('display');
  none(was);
  // What the page has done to its style meanwhile stays.
  if (was.getAttribute('style') !== element.getAttribute('style'))
    element.style.setProperty('display', display, priority);
  else if (before) element.setAttribute('style', before.slice(1));
  else element.removeAttribute('style');
}
