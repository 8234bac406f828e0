import { fitAccent, type Rgb } from '../ui/theme/contrast.ts';

/** What WCAG 2.2 asks for between words and what they stand on (1.4.3). */
const NEEDED = 4.5;

/** What becomes of an accent on which words could not be read, as a sentence; or nothing. */
export function adviceOn(accent: string, theme: unknown): string | undefined {
  // Where there is no browser nobody can tell.
  if (typeof CSS === 'object' && !CSS.supports('color', accent))
    return (
      `"${accent}" is no colour that this browser knows, so buttons take the colour of the text: ` +
      'write one like "#0a7d5a"'
    );
  const [, forLight = accent, forDark = accent] =
    /^\s*light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)\s*$/.exec(accent) ?? [];
  const schemes: readonly ('light' | 'dark')[] = theme === 'light' || theme === 'dark' ? [theme] : ['light', 'dark'];
  const wished = { light: forLight, dark: forDark };
  const drawn = { ...wished };
  const faults: string[] = [];
  for (const scheme of schemes) {
    const wish = parse(wished[scheme]);
    if (!wish) continue;
    const { wishRatio, color, ratio } = fitAccent(wish, scheme);
    if (wishRatio >= NEEDED) continue;
    drawn[scheme] = toHex(color);
    faults.push(
      `on ${scheme} "${wished[scheme]}" has ${tell(wishRatio)}, so "${drawn[scheme]}" with ${tell(ratio)} is drawn`,
    );
  }
  if (!faults.length) return undefined;
  const colours = schemes.map((scheme) => drawn[scheme]).join(', ');
  const own = schemes.length > 1 ? `light-dark(${colours})` : colours;
  return `words on it need ${NEEDED}:1; ${faults.join('; ')}: to choose yourself, write "${own}"`;
}

/** Cut, not rounded: what falls short never looks as if it did not. */
const tell = (ratio: number) => `${Math.floor(ratio * 10) / 10}:1`;

const toHex = (color: Rgb) =>
  `#${color
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** sRGB colours. Others, such as `oklch()`, only a drawn pixel would tell: the builder shows them. */
function parse(colour: string): Rgb | null {
  const [, hex = ''] = /^#((?:[\da-f]{3,4}){1,2})$/i.exec(asHex(colour)) ?? [];
  const size = hex.length < 6 ? 1 : 2;
  const channel = (index: number) => parseInt(hex.slice(index * size, (index + 1) * size).repeat(3 - size), 16) / 255;
  return hex ? [channel(0), channel(1), channel(2)] : null;
}

/** A canvas writes every opaque sRGB colour as `#rrggbb`, without drawing it. */
function asHex(colour: string): string {
  if (colour.startsWith('#') || typeof OffscreenCanvas !== 'function') return colour;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return colour;
  // What it does not know leaves it as it is.
  context.fillStyle = 'transparent';
  context.fillStyle = colour;
  return context.fillStyle;
}
