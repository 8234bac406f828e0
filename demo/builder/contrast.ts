/**
 * The words that the SDK's styles/tokens.css puts on an accent, computed, to be told beside the field.
 * Colours are sRGB, each channel from 0 to 1.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Words {
  /** Black or white, whichever has the greater contrast. */
  readonly color: Rgb;
  /** Their contrast with the fill that they stand on: at least 4.58. */
  readonly ratio: number;
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];

/** The words that are drawn on a fill. */
export function wordsOn(fill: Rgb): Words {
  const [black, white] = [contrast(BLACK, fill), contrast(WHITE, fill)];
  return white > black ? { color: WHITE, ratio: white } : { color: BLACK, ratio: black };
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map(toLinear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
