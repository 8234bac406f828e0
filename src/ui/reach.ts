import type { Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';

/**
 * Whether a press in the middle of `element` reaches it, and not the page or something that lies above: while the page
 * has a modal dialog, or is `inert`, what we paint above it is dead. The browser alone knows, for shadow roots may be
 * closed.
 */
export function isReached(element: HTMLElement, root: ShadowRoot): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const middle = y + height / 2;
  // In a frame without a size there is nothing to press.
  return middle <= 0 || middle >= innerHeight || element.contains(root.elementFromPoint(x + width / 2, middle));
}

/** With each of these a dialog may have been opened or closed, were it in a closed shadow root. */
const TURNS = ['toggle', 'focusin', 'click'];

/**
 * Calls `look` in the next frame, and after whatever may have turned the page modal or inert, or back; not while `host`
 * is out of the page, where nothing can be shown.
 */
export function whenPageMayTurn(host: Element, look: () => void): Stop {
  let frame = 0;
  const lookSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => host.isConnected && look());
  };
  const observer = new MutationObserver(lookSoon);
  for (const element of [fromDocument('documentElement'), host])
    observer.observe(element, { attributeFilter: ['inert'] });
  TURNS.forEach((type) => addEventListener(type, lookSoon, true));
  lookSoon();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    TURNS.forEach((type) => removeEventListener(type, lookSoon, true));
  };
}
