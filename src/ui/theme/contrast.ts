/**
 * What styles/tokens.css makes of an accent, computed: for whoever has to know before a browser draws it.
 * Colours are sRGB, each channel from 0 to 1.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Accent {
  /** The contrast that the text would have on the accent as the site asks for it. */
  readonly wishRatio: number;
  /** The accent as it is drawn. */
  readonly color: Rgb;
  /** The contrast of the text on it, which has the colour of the surface. */
  readonly ratio: number;
  readonly isCorrected: boolean;
}

/**
 * The surfaces of styles/tokens.css, and how light an accent may be on them (CIE L*): dark enough for 4.5:1, or light
 * enough.
 */
const SCHEMES = {
  light: { surface: [1, 1, 1], fit: (lightness: number) => Math.min(lightness, 45) },
  dark: { surface: [0x1b / 255, 0x1c / 255, 0x1f / 255], fit: (lightness: number) => Math.max(lightness, 61) },
} as const;

/** The accent that is drawn for the one that the site asks for. */
export function fitAccent(wish: Rgb, scheme: 'light' | 'dark'): Accent {
  const { surface, fit } = SCHEMES[scheme];
  const [lightness, a, b] = toLab(wish);
  const fitting = fit(lightness);
  const isCorrected = fitting !== lightness;
  const color = isCorrected ? fromLab([fitting, a, b]) : wish;
  return { wishRatio: contrast(wish, surface), color, ratio: contrast(color, surface), isCorrected };
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

// CIE L*a*b* with the white point D50, as in https://www.w3.org/TR/css-color-4/#color-conversion-code

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const WHITE: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];
const TO_XYZ: Matrix = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
];
const FROM_XYZ: Matrix = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

const compress = (value: number) => (value > EPSILON ? Math.cbrt(value) : (KAPPA * value + 16) / 116);
const expand = (value: number) => (value ** 3 > EPSILON ? value ** 3 : (116 * value - 16) / KAPPA);

const multiply = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

function toLab([red, green, blue]: Rgb): Triple {
  const [x, y, z] = multiply(TO_XYZ, [toLinear(red), toLinear(green), toLinear(blue)]);
  const [fx, fy, fz] = [compress(x / WHITE[0]), compress(y / WHITE[1]), compress(z / WHITE[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function fromLab([lightness, a, b]: Triple): Rgb {
  const fy = (lightness + 16) / 116;
  const rgb = multiply(FROM_XYZ, [expand(fy + a / 500) * WHITE[0], expand(fy), expand(fy - b / 200) * WHITE[2]]);
  // What lies outside of sRGB is drawn at its edge.
  return rgb.map((value) => Math.min(1, Math.max(0, fromLinear(Math.max(0, value))))) as unknown as Rgb;
}
