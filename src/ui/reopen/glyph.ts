import { createSvg } from '../element.ts';

/** A tick in a shield. */
export const glyph = () =>
  createSvg(
    'svg',
    { viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    createSvg('path', {
      d: 'M10 2l6.5 2.4v4.7c0 4.2-2.7 7.2-6.5 8.9-3.8-1.7-6.5-4.7-6.5-8.9V4.4zM7 9.8l2.2 2.2L13.2 8',
    }),
  );
