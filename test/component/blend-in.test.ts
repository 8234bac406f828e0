import { expect, test, vi } from 'vitest';
import { blendIn } from '../../src/ui/theme/blend-in.ts';

test.each([
  { accent: '#0b57d0', taken: '#0b57d0' },
  { accent: 'blurple', taken: '' }, // On buttons without a fill the words would be white on white.
])('of the accent $accent the site gets "$taken"', ({ accent, taken }) => {
  vi.stubGlobal('CSS', { supports: (_property: string, value: string) => value.startsWith('#') });
  const card = document.createElement('div');

  blendIn(card, { accent });

  expect(card.style.getPropertyValue('--commsor-accent')).toBe(taken);
});
