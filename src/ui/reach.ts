import type { Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import { afterLayout } from '../schedule.ts';

/**
 * Whether a view transition lies above the page, so that nothing can be told of what is below, nor pressed. Within
 * `:is()` a browser that does not know the word passes it over.
 */
const isInTransition = () => fromDocument('documentElement').matches(':is(:active-view-transition)');

/**
 * Whether a press in the middle of `element` reaches it, and not the page or something that lies above: while the page
 * has a modal dialog, or is `inert`, what we paint above it is dead. The browser alone knows, for shadow roots may be
 * closed. For as long as a view transition lasts, it counts as reached: it is no reason to hide, and passes.
 */
export function isReached(element: HTMLElement, root: ShadowRoot): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const middle = y + height / 2;
  // In a frame without a size there is nothing to press.
  if (middle <= 0 || middle >= innerHeight) return true;
  return element.contains(root.elementFromPoint(x + width / 2, middle)) || isInTransition();
}

/**
 * With each of these a dialog may have been opened or closed, were it in a closed shadow root; what goes into full
 * screen is there some time after the click.
 */
const TURNS = ['toggle', 'focusin', 'click', 'fullscreenchange'];

/**
 * Calls `look` in the next frame, and after whatever may have turned the page modal or inert, or back; behind a view
 * transition, and not while `host` is out of the page, where nothing can be shown.
 */
export function whenPageMayTurn(host: Element, look: () => void): Stop {
  let stopWaiting: Stop = () => undefined;
  const lookSoon = () => {
    stopWaiting();
    stopWaiting = afterLayout(() => (isInTransition() ? lookSoon() : host.isConnected && look()));
  };
  const observer = new MutationObserver(lookSoon);
  for (const element of [fromDocument('documentElement'), host])
    observer.observe(element, { attributeFilter: ['inert'] });
  TURNS.forEach((type) => addEventListener(type, lookSoon, true));
  lookSoon();
  return () => {
    stopWaiting();
    observer.disconnect();
    TURNS.forEach((type) => removeEventListener(type, lookSoon, true));
  };
}
