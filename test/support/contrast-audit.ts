import type { Page } from '@playwright/test';
import { type Colour, paintedColours } from './painted-colours.ts';

/** A pair of colours that stand against each other in a page. */
export interface Pair {
  /** The element and what of it: `button "Save", text`. */
  readonly what: string;
  readonly ratio: number;
  /** What WCAG 2.2 asks for: 4.5 for text (1.4.3), 3 for what a control is recognised by (1.4.11). */
  readonly needs: number;
}

/**
 * Every text, and every edge, fill, sign and ring that a control is recognised by, with its contrast, by the computed
 * styles of the page and of what is in open shadow roots. Controls that are switched off do not count.
 */
export async function contrastsIn(page: Page): Promise<Pair[]> {
  const colours = await page.evaluateHandle(paintedColours);
  const pairs = await page.evaluate(pairsBy, colours);
  await colours.dispose();
  return pairs;
}

/** The same, in the page. */
function pairsBy({ parse, contrast, parent, own, ground, around }: ReturnType<typeof paintedColours>): Pair[] {
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is clipped away is for screen readers alone.
    return (
      width > 1 &&
      height > 1 &&
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      getComputedStyle(element).clipPath !== 'inset(50%)'
    );
  };
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);

  const pairs: Pair[] = [];
  const elements = everything(document).filter((element) => isSeen(element) && !element.closest(':disabled'));
  for (const element of elements) {
    const style = getComputedStyle(element);
    const words = element.getAttribute('aria-label') || element.textContent || element.getAttribute('name') || '';
    const name = `${element.localName} "${words.trim().slice(0, 40)}"`;
    const pair = (what: string, needs: number, front: string, back: Colour) =>
      void pairs.push({ what: `${name}, ${what}`, ratio: contrast(parse(front), back), needs });
    const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (isText && !element.closest('svg')) pair('text', 4.5, style.color, ground(element));

    const outside = ground(parent(element));
    const isField = element.matches('input:not([type="radio"], [type="checkbox"], [type="color"]), textarea, select');
    if (isField) {
      pair('what is typed', 4.5, style.color, ground(element));
      pair('its edge', 3, style.borderTopColor, outside);
      if (element.matches(':placeholder-shown'))
        pair('placeholder', 4.5, getComputedStyle(element, '::placeholder').color, ground(element));
    }
    if (element.matches('[role="switch"]')) {
      pair('its edge', 3, style.borderTopColor, outside);
      pair('its knob', 3, getComputedStyle(element, '::before').backgroundColor, ground(element));
    }
    if (element.matches('button, .button')) {
      // A fill is enough, and so is an edge around it.
      const [fill, edge] = [style.backgroundColor, style.borderTopColor];
      const isEdgeBetter = contrast(parse(edge), outside) > contrast(parse(fill), outside);
      if (own(element)[3] === 1 && !element.matches('.corner button'))
        pair('its fill or edge', 3, isEdgeBetter ? edge : fill, outside);
      if (element.matches('.quiet') && element.textContent?.trim()) pair('its edge', 3, edge, outside);
      if (!element.textContent?.trim())
        for (const svg of element.querySelectorAll('svg'))
          pair('its sign', 3, getComputedStyle(svg).stroke, ground(element));
    }
    if (element.matches('a, button, input, select, textarea, summary, [tabindex="0"]')) {
      (element as HTMLElement).focus({ preventScroll: true });
      // Where its ring would be seen: what is scrolled away lies, by its box, on something else.
      element.scrollIntoView({ block: 'nearest' });
      const ringed = element.matches('.segments input, .pictures input, .swatches input')
        ? element.nextElementSibling!
        : element;
      const { outlineColor, outlineOffset, outlineWidth } = getComputedStyle(ringed);
      if (element.matches(':focus-visible'))
        pair('its ring', 3, outlineColor, ground(around(ringed, parseFloat(outlineOffset) + parseFloat(outlineWidth))));
    }
  }
  return pairs;
}

/** The pairs that fall short, as sentences. */
export const shortOf = (pairs: readonly Pair[]): string[] =>
  pairs
    .filter(({ ratio, needs }) => ratio < needs)
    .map(({ what, ratio, needs }) => `${what}: ${ratio.toFixed(2)} of ${needs}`);
