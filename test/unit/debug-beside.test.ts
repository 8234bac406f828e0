import { describe, expect, test } from 'vitest';
import { placeBeside, type Situation } from '../../src/debug/beside.ts';

type Edges = readonly [left: number, top: number, right: number, bottom: number];

function place(width: number, height: number, view: Edges | null, more: Partial<Situation> = {}) {
  const box = view && { left: view[0], top: view[1], right: view[2], bottom: view[3], width: view[2] - view[0] };
  const { inset, margin } = placeBeside({ view: box, width, height, isModal: false, isRightToLeft: false, ...more });
  const [top = NaN, right = NaN, bottom = NaN, left = NaN] = inset.split(' ').map((length) => parseInt(length, 10));
  return { panel: [left, top, width - right, height - bottom], margin };
}

describe('the panel has the whole window', () => {
  test('where we ask nothing', () => {
    expect(place(1280, 800, null)).toEqual({ panel: [16, 16, 1264, 784], margin: '' });
  });

  test('of a phone but for what stays in view below it', () => {
    expect(place(390, 800, null).panel).toEqual([8, 8, 382, 480]);
  });
});

describe('the panel stands beside', () => {
  test.each<[string, number, number, Edges, Edges]>([
    ['the banner', 1280, 800, [16, 570, 416, 784], [432, 16, 1264, 784]],
    ['the banner in the other corner', 1280, 800, [864, 570, 1264, 784], [16, 16, 848, 784]],
    ['the banner of a small window', 1024, 700, [16, 470, 416, 684], [432, 16, 1008, 684]],
    ['a bar at the bottom', 1280, 800, [0, 700, 1280, 800], [16, 16, 1264, 684]],
    ['a bar at the top', 1280, 800, [0, 0, 1280, 100], [16, 116, 1264, 784]],
    ['the banner of a phone', 390, 800, [0, 500, 390, 800], [8, 8, 382, 492]],
    ['the banner at the top of a phone', 390, 800, [0, 0, 390, 300], [8, 308, 382, 792]],
  ])('%s', (_name, width, height, view, panel) => {
    expect(place(width, height, view).panel).toEqual(panel);
  });

  test('the preferences, which give way to the side where the banner is', () => {
    const view: Edges = [360, 60, 920, 740];
    expect(place(1280, 800, view, { isModal: true })).toEqual({
      panel: [592, 16, 1264, 784],
      margin: 'auto auto auto 16px',
    });
    expect(place(1280, 800, view, { isModal: true, isRightToLeft: true })).toEqual({
      panel: [16, 16, 688, 784],
      margin: 'auto 16px auto auto',
    });
  });

  test('the same place, once the preferences have given way', () => {
    const before = place(1280, 800, [360, 60, 920, 740], { isModal: true });
    expect(place(1280, 800, [16, 60, 576, 740], { isModal: true })).toEqual(before);
  });
});

describe('where there is no room beside it, what we ask is never hidden as a whole', () => {
  test.each<[string, number, number, Edges]>([
    ['the preferences of a tablet', 800, 1000, [120, 75, 680, 925]],
    ['the preferences of a phone', 390, 800, [0, 64, 390, 800]],
    ['a banner as high as its phone', 320, 400, [0, 60, 320, 400]],
  ])('%s', (_name, width, height, view) => {
    const { panel, margin } = place(width, height, view, { isModal: true });
    expect(panel[3]).toBe(height * 0.6);
    expect(margin).toBe('');
  });
});
