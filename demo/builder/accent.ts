import { contrast, type Rgb, wordsOn } from './contrast.ts';

/** Accents to begin with; the first is that of the text. */
export const ACCENTS = [
  ['', 'Ink'],
  ['#1f5fbf', 'Blue'],
  ['#0a7363', 'Teal'],
  ['#35701a', 'Green'],
  ['#b8860b', 'Ochre'],
  ['#b8390a', 'Rust'],
  ['#b3254b', 'Crimson'],
  ['#7040b8', 'Violet'],
] as const;

/** Where no accent is given, buttons are filled with the ink, and their words have the colour of the surface. */
const INK = { light: '#111111', dark: '#eeeeee' } as const;
const SURFACE = { light: '#ffffff', dark: '#1b1c1f' } as const;

export const isColour = (text: string): boolean =>
  CSS.supports('color', text.trim()) && !/^(inherit|initial|unset|revert.*|currentcolor)$|var\(/i.test(text.trim());

export interface Filled {
  /** What a button is filled with, as `#rrggbb`. */
  readonly fill: string;
  /** The words on it, as `#rrggbb`. */
  readonly words: string;
  /** The contrast of the two. */
  readonly ratio: number;
}

/** The accent as it is drawn in a scheme, with the words on it. */
export function filled(accent: string, scheme: 'light' | 'dark'): Filled {
  const fill = toRgb(accent.trim() || INK[scheme]);
  const surface = toRgb(SURFACE[scheme]);
  const { color, ratio } = accent.trim() ? wordsOn(fill) : { color: surface, ratio: contrast(fill, surface) };
  return { fill: toHex(fill), words: toHex(color), ratio };
}

export const hexOf = (colour: string): string => toHex(toRgb(colour));

let canvas: CanvasRenderingContext2D | null = null;

/** A canvas takes every colour that CSS knows, and gives sRGB. */
function toRgb(colour: string): Rgb {
  canvas ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!canvas) return [0, 0, 0];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255];
}

const toHex = (color: Rgb) =>
  `#${color
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
