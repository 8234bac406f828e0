import { bodyOrRoot, fromDocument, fromElement, paintedAt } from '../../page.ts';
import { measure, schemeOf } from './colour.ts';

const NOTHING = 'rgba(0, 0, 0, 0)';

/** What was below an element when that could last be told: a modal dialog makes it inert, and no point finds it. */
const lastBelow = new WeakMap<Element, Element[]>();

/**
 * What the page paints behind `element`: the first ground below it that covers it and can be seen. An image or a
 * gradient counts as the colour that is declared with it, else as light. `null` where the page paints nothing, and the
 * browser does.
 */
export function groundOf(element: HTMLElement): 'light' | 'dark' | null {
  const { x, y, width, height } = element.getBoundingClientRect();
  const covers = (other: Element) => {
    const box = fromElement(other, 'getBoundingClientRect').call(other);
    return box.width >= width && box.height >= height;
  };
  const found = paintedAt(x + width / 2, y + height / 2);
  // We and the root are found always.
  if (found[2]) lastBelow.set(element, found);
  const below = lastBelow.get(element)?.filter(covers) ?? [];
  // What is not on the screen is seen on what it stands in.
  let around: Element | null = (element.getRootNode() as Partial<ShadowRoot>).host ?? element;
  while ((around = fromElement(around, 'parentElement'))) below.push(around);
  // What `body` has is painted on the whole page, however short it is.
  for (const layer of [...below, bodyOrRoot(), fromDocument('documentElement')]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    if (backgroundColor !== NOTHING) {
      const [luminance, alpha] = measure(element, backgroundColor);
      if (alpha >= 0.5) return schemeOf(luminance);
    }
    if (backgroundImage !== 'none') return 'light';
  }
  return null;
}
