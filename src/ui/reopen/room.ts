import { fromDocument, fromElement, paintedAt } from '../../page.ts';

const CONTROLS = 'a,button,input,select,textarea,label,summary,[role=button]';

/** Between the control and what it stands above, in pixels; and between two places where something may lie under it. */
const GAP = 8;
const MESH = 40;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * How far above its place the control has to stand, in pixels: above bars at the edge of the window, and above words
 * and controls of the page that no scrolling frees, because the page has ended. With `isWide`, while words stand beside
 * it, it keeps clear of every control. 0 where it finds no room: it is never lost.
 */
export function liftOf(place: Box, host: Element, isWide: boolean): number {
  let lift = 0;
  for (;;) {
    const box = { ...place, top: place.top - lift, bottom: place.bottom - lift };
    if (box.top < innerHeight / 3) return 0;
    const edge = edgeUnder(box, host, isWide);
    if (edge === null) return lift;
    lift = Math.max(lift + 1, Math.ceil(place.bottom - edge + GAP));
  }
}

/** The upper edge of what `box` must not cover; `null`: it covers nothing. */
function edgeUnder(box: Box, host: Element, isWide: boolean): number | null {
  for (const y of [box.bottom - 1, (box.top + box.bottom) / 2, box.top + 1])
    for (let x = box.left + 1; x < box.right + MESH; x += MESH) {
      const under = paintedAt(Math.min(x, box.right - 1), y).find((one) => one !== host);
      const found = under && obstacleIn(under, box, isWide);
      if (found) return found.top;
    }
  return null;
}

function obstacleIn(under: Element, box: Box, isWide: boolean): Box | undefined | null {
  const control = fromElement(under, 'closest').call(under, `${CONTROLS},:focus`);
  const { bar, isStuck } = standingOf(under);
  if (bar) return fromElement(bar, 'getBoundingClientRect').call(bar);
  if (control && (isWide || isStuck || control.matches(':focus'))) return control.getBoundingClientRect();
  return isStuck ? wordsIn(under, box) : null;
}

/** The bar in which `under` stands at the edge of the window, and whether scrolling no longer brings it up. */
function standingOf(under: Element): { bar?: Element; isStuck: boolean } {
  for (let one: Element | null = under; one; one = fromElement(one, 'parentElement')) {
    const { position, overflowY } = getComputedStyle(one);
    const isPage = one === fromDocument('scrollingElement');
    const rest = one.scrollHeight - one.scrollTop - (isPage ? innerHeight : one.clientHeight);
    if (rest > 2 && (isPage || /auto|scroll/.test(overflowY))) return { isStuck: false };
    if (!/fixed|sticky/.test(position)) continue;
    // What fills the window is the page itself.
    if (one.clientHeight < innerHeight / 2) return { bar: one, isStuck: true };
    if (position === 'fixed') break;
  }
  return { isStuck: true };
}

/** Words that stand directly in `under` and in `box`. */
function wordsIn(under: Element, box: Box): Box | undefined {
  const range = fromDocument('createRange').call(document);
  for (const node of fromElement(under, 'childNodes')) {
    if (node.nodeName !== '#text' || !node.nodeValue?.trim()) continue;
    range.selectNode(node);
    for (const line of range.getClientRects())
      if (line.bottom > box.top && line.top < box.bottom && line.right > box.left && line.left < box.right)
        return range.getBoundingClientRect();
  }
}
