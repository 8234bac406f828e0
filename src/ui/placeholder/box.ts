/** What decides the box of an element and its place among its siblings. */
const BOX =
  'position inset float width height min-width min-height max-width max-height aspect-ratio box-sizing padding ' +
  'border-width border-radius margin flex align-self justify-self grid-area order vertical-align';

/**
 * The box of `element`, an `iframe` or `video` that is not rendered, as rules for an element that takes its place.
 * Without a box of its own, its computed style still has percentages, ratios and `auto`, so the copy stays as fluid.
 */
export function boxOf(element: Element, display: string): string {
  const style = getComputedStyle(element);
  const hasRatio = style.aspectRatio !== 'auto';
  // What replaced elements are by default, and others are not.
  const own: Record<string, string> = {
    width: style.width !== 'auto' ? style.width : hasRatio && style.height !== 'auto' ? 'fit-content' : '300px',
    height: style.height !== 'auto' || hasRatio ? style.height : '150px',
  };
  const rules = BOX.split(' ').map((name) => `${name}:${own[name] ?? style.getPropertyValue(name)}!important`);
  return `display:${display === 'inline' ? 'inline-block' : display}!important;${rules.join(';')}`;
}
