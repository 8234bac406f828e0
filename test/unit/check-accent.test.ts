import { afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/check/index.ts';

afterEach(() => vi.unstubAllGlobals());

const adviceOn = (accent: string, theme?: string) =>
  check({ policy: { url: '/privacy' }, ui: { accent, theme } }).map(
    ({ level, field, fix }) => `${level} ${field}: ${fix}`,
  );

describe('an accent on which words could not be read is told, with what is drawn instead', () => {
  test.each([
    { accent: '#1f5fbf', theme: 'light', faults: null },
    { accent: '#000', theme: 'light', faults: null },
    { accent: '#FFD400', theme: 'dark', faults: null },
    { accent: '#8ab4f8ff', theme: 'dark', faults: null },
    { accent: 'light-dark(#036, #8ab4f8)', theme: 'auto', faults: null },
    {
      accent: '#ffff00',
      theme: 'light',
      faults: 'on light "#ffff00" has 1:1, so "#667100" with 5.3:1 is drawn: to choose yourself, write "#667100"',
    },
    {
      accent: '#0b57d0',
      theme: 'dark',
      faults: 'on dark "#0b57d0" has 2.6:1, so "#698dff" with 5.5:1 is drawn: to choose yourself, write "#698dff"',
    },
    { accent: '#036', theme: 'auto', faults: 'on dark "#036" has 1.3:1, so' },
    { accent: '#ffff00', theme: undefined, faults: 'on light "#ffff00" has 1:1, so' },
    {
      accent: '#777',
      theme: 'auto',
      faults: 'on light "#777" has 4.4:1, so "#6a6a6a" with 5.3:1 is drawn; on dark "#777" has 3.8:1, so',
    },
    {
      accent: 'light-dark(#ff0, #8ab4f8)',
      theme: 'auto',
      faults:
        'on light "#ff0" has 1:1, so "#667100" with 5.3:1 is drawn: to choose yourself, write "light-dark(#667100, ' +
        '#8ab4f8)"',
    },
  ])('$accent, theme $theme', ({ accent, theme, faults }) => {
    expect(adviceOn(accent, theme)).toEqual(
      faults ? [expect.stringContaining(`warning ui.accent: words on it need 4.5:1; ${faults}`)] : [],
    );
  });

  test('what is advised gives no further advice', () => {
    for (const accent of ['#777', '#0b57d0', '#ffff00', '#ffffff', '#000', '#00ff88', '#ff2d2d']) {
      const advised = /write "(light-dark\(.*\))"/.exec(adviceOn(accent)[0] ?? '')?.[1] ?? '';
      expect(advised).not.toBe('');
      expect(adviceOn(advised)).toEqual([]);
    }
  });
});

describe('where there is a browser', () => {
  /** A canvas that knows one name. */
  class Canvas {
    getContext = () => ({
      colour: '',
      get fillStyle() {
        return this.colour;
      },
      set fillStyle(wish: string) {
        this.colour = { yellow: '#ffff00', transparent: 'rgba(0, 0, 0, 0)' }[wish] ?? this.colour;
      },
    });
  }

  test('a name is a colour too, and what only a drawn pixel would tell is left alone', () => {
    vi.stubGlobal('OffscreenCanvas', Canvas);

    expect(adviceOn('yellow', 'light')).toEqual([expect.stringContaining('on light "yellow" has 1:1, so "#667100"')]);
    expect(adviceOn('oklch(0.9 0.3 140)')).toEqual([]);
  });

  test('what is no colour is told', () => {
    vi.stubGlobal('CSS', { supports: () => false });

    expect(adviceOn('blurple')).toEqual([
      expect.stringContaining('warning ui.accent: "blurple" is no colour that this browser knows'),
    ]);
  });
});
