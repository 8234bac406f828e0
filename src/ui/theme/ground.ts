import { bodyOrRoot, fromDocument, fromElement, paintedAt } from '../../page.ts';
import { measure, schemeOf } from './colour.ts';

/**
 * What lies behind `element` and covers it, the nearest first: what is below its middle, else what it stands in, and
 * the page itself.
 */
export function layersBehind(element: HTMLElement): Element[] {
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  const boxOf = (other: Element) => fromElement(other, 'getBoundingClientRect').call(other);
  const allIn = (holder: Element): Element[] => [
    holder,
    ...[...fromElement(holder, 'children')].flatMap((child) => {
      const box = boxOf(child);
      const isBelow = box.x <= left && box.right >= left && box.y <= top && box.bottom >= top;
      // What has no size may hold what has one.
      return isBelow || !box.width || !box.height ? allIn(child) : [];
    }),
  ];
  const body = bodyOrRoot();
  let layers = paintedAt(left, top);
  // A modal dialog makes the page inert, and no point finds it.
  if (layers[0] && !layers.includes(body)) layers = allIn(body).reverse();
  layers = layers.filter((layer) => boxOf(layer).width >= width && boxOf(layer).height >= height);
  // What is not on the screen is seen on what it stands in.
  let around: Element | null = (element.getRootNode() as Partial<ShadowRoot>).host ?? element;
  while ((around = fromElement(around, 'parentElement'))) layers.push(around);
  // What `body` has is painted on the whole page, however short it is.
  return [...layers, body, fromDocument('documentElement')];
}

/**
 * What the page paints behind `element`: the first ground of its `layers` that can be seen. An image or a gradient
 * counts as the colour that is declared with it, else as light. `null` where the page paints nothing, and the browser
 * does.
 */
export function groundOf(element: HTMLElement, layers: readonly Element[]): 'light' | 'dark' | null {
  for (const layer of layers) {
    const { backgroundColor, backgroundImage, opacity, visibility } = getComputedStyle(layer);
    if (opacity === '0' || visibility === 'hidden') continue;
    // What most layers have, and every browser says in these words.
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') {
      const [luminance, alpha] = measure(element, backgroundColor);
      if (alpha >= 0.5) return schemeOf(luminance);
    }
    if (backgroundImage !== 'none') return 'light';
  }
  return null;
}
