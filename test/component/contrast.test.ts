import { expect, test } from 'vitest';
import { contrast, type Rgb, wordsOn } from '../../demo/builder/contrast.ts';

const hex = (text: string): Rgb => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Rgb;

test.each([
  { one: '#000000', other: '#ffffff', ratio: 21 },
  { one: '#767676', other: '#ffffff', ratio: 4.54 },
  { one: '#777777', other: '#ffffff', ratio: 4.48 },
  { one: '#ff0000', other: '#ffffff', ratio: 4.0 },
])('the contrast of $one and $other is $ratio', ({ one, other, ratio }) => {
  expect(contrast(hex(one), hex(other))).toBeCloseTo(ratio, 1);
});

test('whatever accent a site asks for, the words on it reach 4.5:1', () => {
  const steps = Array.from({ length: 18 }, (_, index) => index / 17);
  const ratios = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => wordsOn([red, green, blue]).ratio)),
  );

  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});
