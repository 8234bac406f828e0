/** Red, green and blue of sRGB from 0 to 255, and how opaque it is, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** What is painted where, by computed styles. It runs in the page, and what it gives is used there, by a handle. */
export function paintedColours() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;
  const known = new Map<string, Colour>();
  // A canvas takes every colour that CSS knows, and gives sRGB.
  const parse = (colour: string): Colour => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour)!;
  };
  const over = (front: Colour, back: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => front[index] * front[3] + back[index] * (1 - front[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([red, green, blue]: Colour) => {
    const linear = (byte: number) =>
      byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (front: Colour, back: Colour) => {
    const [light, dark] = [luminance(over(front, back)), luminance(back)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const parent = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const own = (element: Element) => parse(getComputedStyle(element).backgroundColor);
  /** What is painted behind the content of `element`. */
  const ground = (element: Element | null): Colour => {
    if (!element) return parse('Canvas');
    const colour = own(element);
    return colour[3] === 1 ? colour : over(colour, ground(parent(element)));
  };
  /** The nearest ancestor that reaches `distance` pixels beyond `element` on all sides: on it a ring is painted. */
  const around = (element: Element, distance: number): Element | null => {
    const box = element.getBoundingClientRect();
    let holder = parent(element);
    for (; holder; holder = parent(holder)) {
      const room = holder.getBoundingClientRect();
      if (
        room.left <= box.left - distance &&
        room.right >= box.right + distance &&
        room.top <= box.top - distance &&
        room.bottom >= box.bottom + distance
      )
        break;
    }
    return holder;
  };
  return { parse, contrast, parent, own, ground, around };
}
