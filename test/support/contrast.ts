import type { Locator } from '@playwright/test';

/**
 * The contrast of an element's text with the background that is painted behind it:
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export async function contrastOf(element: Locator): Promise<number> {
  const [ink, ground] = await element.evaluate((node) => {
    // A canvas takes every colour that CSS knows, and gives sRGB.
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
      willReadFrequently: true,
    })!;
    const paint = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    let behind: Element | null = node;
    while (behind && paint(getComputedStyle(behind).backgroundColor)[3] !== 255) behind = behind.parentElement;
    return [paint(getComputedStyle(node).color), paint(behind ? getComputedStyle(behind).backgroundColor : 'white')];
  });
  const [light = 0, dark = 0] = [luminance(ink), luminance(ground)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: number[] = []): number {
  const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
