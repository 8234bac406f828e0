/** Where the panel stands: beside what we ask, and not upon it as long as there is room elsewhere. Pure. */

export interface Situation {
  /** The view on the screen; `null` for none. In CSS pixels from the left and the top of the window, as all below. */
  readonly view: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width'> | null;
  /** Whether it stands in the middle, and can give way. */
  readonly isModal: boolean;
  /** Of the window. */
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

export interface Place {
  /** How far the panel stays from each edge of the window; its style sheet says how wide it becomes. */
  readonly inset: string;
  /** What takes a modal view to the side where a banner stands; empty where it stays. */
  readonly margin: string;
}

/** The least in which a row can be read as a block, and the least in which one can read on. */
const NARROWEST = 320;
const LOWEST = 200;

export function placeBeside({ view, isModal, width, height, isRightToLeft }: Situation): Place {
  const isPhone = width <= 560;
  const gap = isPhone ? 8 : 16;
  const near = isRightToLeft ? 'right' : 'left';
  const isWideEnough = (taken: number) => width - taken - 2 * gap >= NARROWEST;
  const isHighEnough = (taken: number) => height - taken - 2 * gap >= LOWEST;
  // Below it, or what it has to stand upon, stays in view.
  const inset = { top: gap, right: gap, bottom: isPhone || view ? height * 0.4 : gap, left: gap };
  let margin = '';
  if (view) {
    const { left, top, right, bottom } = view;
    const moved = view.width + gap;
    if (isModal && isWideEnough(moved)) {
      margin = isRightToLeft ? `auto ${gap}px auto auto` : `auto auto auto ${gap}px`;
      Object.assign(inset, { [near]: moved + gap, bottom: gap });
    } else if (isWideEnough(right)) Object.assign(inset, { left: right + gap, bottom: gap });
    else if (isWideEnough(width - left)) Object.assign(inset, { right: width - left + gap, bottom: gap });
    else if (isHighEnough(height - top)) inset.bottom = height - top + gap;
    else if (isHighEnough(bottom)) Object.assign(inset, { top: bottom + gap, bottom: gap });
  }
  const lengths = [inset.top, inset.right, inset.bottom, inset.left].map((length) => `${Math.ceil(length)}px`);
  return { inset: lengths.join(' '), margin };
}
