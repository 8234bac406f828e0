/** Half way between black and white: the luminance (WCAG 2.2) of a ground that both contrast with equally. */
const HALF = 0.179;

/**
 * Luminance (WCAG 2.2) and opacity of a colour: the browser is asked what it makes of it on `element`. `NaN` where it
 * makes nothing of it.
 */
export function measure(element: HTMLElement, colour: string): [luminance: number, alpha: number] {
  // A property that nothing inherits: the browser looks at this element alone.
  element.style.columnRuleColor = `color(from ${colour} xyz-d65 x y z / alpha)`;
  const [, luminance, alpha = 1] =
    /d65 \S+ (\S+) [^ )]+(?: \/ ([^)]+))?/.exec(getComputedStyle(element).columnRuleColor) ?? [];
  element.style.columnRuleColor = '';
  return [Number(luminance), Number(alpha)];
}

export const schemeOf = (luminance: number): 'light' | 'dark' => (luminance <= HALF ? 'dark' : 'light');

/** The contrast ratio of WCAG 2.2, from 1 to 21, of two luminances. */
export const contrastOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
