import { expect, test, vi } from 'vitest';
import { createTheme } from '../../src/ui/theme/index.ts';

test.each([
  { accent: '#0b57d0', taken: '#0b57d0' },
  { accent: 'blurple', taken: '' }, // On buttons without a fill the words would be white on white.
])('of the accent $accent the site gets "$taken"', async ({ accent, taken }) => {
  vi.stubGlobal('CSS', { supports: (_property: string, value: string) => value.startsWith('#') });
  const card = document.createElement('div');

  createTheme({ accent }).blendIn(card);
  await new Promise(requestAnimationFrame);

  expect(card.style.getPropertyValue('--commsor-accent')).toBe(taken);
});
