import { expect, test } from 'vitest';
import { contrast, fitAccent, type Rgb } from '../../src/ui/theme/contrast.ts';

const white: Rgb = [1, 1, 1];
const hex = (text: string): Rgb => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Rgb;

test.each([
  { one: '#000000', other: '#ffffff', ratio: 21 },
  { one: '#767676', other: '#ffffff', ratio: 4.54 },
  { one: '#777777', other: '#ffffff', ratio: 4.48 },
  { one: '#ff0000', other: '#ffffff', ratio: 4.0 },
])('the contrast of $one and $other is $ratio', ({ one, other, ratio }) => {
  expect(contrast(hex(one), hex(other))).toBeCloseTo(ratio, 1);
});

test.each(['light', 'dark'] as const)(
  'whatever accent a site asks for, the text on it reaches 4.5:1 in the %s',
  (scheme) => {
    const steps = Array.from({ length: 18 }, (_, index) => index / 17);
    const ratios = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => fitAccent([red, green, blue], scheme).ratio)),
    );

    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each([
  { accent: '#0b57d0', scheme: 'light' },
  { accent: '#663399', scheme: 'light' },
  { accent: '#ffd400', scheme: 'dark' },
] as const)('$accent is left as it is in the $scheme', ({ accent, scheme }) => {
  expect(fitAccent(hex(accent), scheme)).toMatchObject({ color: hex(accent), isCorrected: false });
});

// As Chromium and Firefox draw what styles/tokens.css says.
test.each([
  { accent: '#e8590c', scheme: 'light', drawn: [193, 54, 0] },
  { accent: '#ffff00', scheme: 'light', drawn: [102, 113, 0] },
  { accent: '#0000ff', scheme: 'dark', drawn: [156, 100, 255] },
  { accent: '#0b57d0', scheme: 'dark', drawn: [105, 141, 255] },
] as const)('$accent is corrected in the $scheme to what browsers draw', ({ accent, scheme, drawn }) => {
  const { color, isCorrected } = fitAccent(hex(accent), scheme);

  expect(isCorrected).toBe(true);
  color.forEach((channel, index) => expect(Math.abs(channel * 255 - drawn[index]!)).toBeLessThanOrEqual(1));
});

test('a corrected accent has the contrast that is told', () => {
  const { color, ratio } = fitAccent(hex('#e8590c'), 'light');

  expect(ratio).toBe(contrast(color, white));
});
