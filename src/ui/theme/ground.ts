import { fromDocument } from '../../page.ts';

/** Up to this lightness (CIE L*) a ground is dark: words on it have to be light. */
const DARK = 50;

const NOTHING = 'rgba(0, 0, 0, 0)';

/**
 * What the page paints behind `element`: the first ground below it that covers it and can be seen. An image or a
 * gradient counts as the colour that is declared with it, else as light. `null` where the page paints nothing, and the
 * browser does.
 */
export function groundOf(element: HTMLElement): 'light' | 'dark' | null {
  const { x, y, width, height } = element.getBoundingClientRect();
  const covers = (other: Element) => {
    const box = other.getBoundingClientRect();
    return box.width >= width && box.height >= height;
  };
  // An element in the page may hide a method of `document`, but not of its prototype. Without a layout there is none.
  const { elementsFromPoint } = Document.prototype as Partial<Document>;
  const below = elementsFromPoint?.call(document, x + width / 2, y + height / 2).filter(covers) ?? [];
  // What `body` has is painted on the whole page, however short it is.
  for (const layer of [...below, fromDocument('body'), fromDocument('documentElement')]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    if (backgroundColor !== NOTHING) {
      const [lightness = 100, alpha = 1] = measure(element, backgroundColor);
      if (alpha >= 0.5) return lightness <= DARK ? 'dark' : 'light';
    }
    if (backgroundImage !== 'none') return 'light';
  }
  return null;
}

/** Lightness and opacity of any colour that the browser knows: it is asked to convert it, as a colour of `element`. */
function measure(element: HTMLElement, colour: string): [lightness?: number, alpha?: number] {
  element.style.color = `lab(from ${colour} l a b / alpha)`;
  const [lightness, , , alpha] =
    getComputedStyle(element)
      .color.match(/-?[\d.]+(e-?\d+)?/g)
      ?.map(Number) ?? [];
  element.style.color = '';
  return [lightness, alpha];
}
