import { describe, expect, test } from 'vitest';
import { readPrivacySignals } from '../../src/model/privacy-signals.ts';

const complain = (): never => {
  throw new Error('not for you');
};

/** A navigator as browsers make it: what the browser says is behind a getter of the prototype. */
const browserSays = (name: string, value: unknown): object =>
  Object.create({
    get [name]() {
      return value;
    },
  });
const shadowedBy = (navigator: object, name: string, get: () => unknown): object =>
  Object.defineProperty(navigator, name, { get });

describe('Global Privacy Control', () => {
  const gpc = (navigator: object) => readPrivacySignals({ navigator }).gpc;

  test.each([
    { value: true, wish: true },
    { value: false, wish: false },
    { value: undefined, wish: false },
    { value: null, wish: false },
    { value: '1', wish: false },
    { value: 1, wish: false },
    { value: 'true', wish: false },
    { value: {}, wish: false },
  ])('the browser says $value: wish $wish', ({ value, wish }) => {
    expect(gpc(browserSays('globalPrivacyControl', value))).toBe(wish);
  });

  test('an extension may say it on the navigator itself', () => {
    expect(gpc({ globalPrivacyControl: true })).toBe(true);
    expect(gpc({ globalPrivacyControl: 'true' })).toBe(false);
  });

  test('a browser that does not know it wishes nothing', () => {
    expect(gpc({})).toBe(false);
    expect(gpc(Object.create(null))).toBe(false);
  });

  test('a getter that throws expresses no wish', () => {
    expect(
      gpc(
        Object.create({
          get globalPrivacyControl() {
            return complain();
          },
        }),
      ),
    ).toBe(false);
  });

  test.each([
    { shadow: 'false', get: () => false },
    { shadow: 'nothing', get: () => undefined },
    { shadow: 'an error', get: complain },
  ])("the page cannot hide the browser's wish behind $shadow", ({ get }) => {
    expect(gpc(shadowedBy(browserSays('globalPrivacyControl', true), 'globalPrivacyControl', get))).toBe(true);
  });

  test('the page may express the wish itself', () => {
    expect(gpc(shadowedBy(browserSays('globalPrivacyControl', false), 'globalPrivacyControl', () => true))).toBe(true);
  });
});

describe('Do Not Track', () => {
  const values = [
    { value: '1', wish: true },
    { value: 'yes', wish: true },
    { value: '0', wish: false },
    { value: 'no', wish: false },
    { value: null, wish: false },
    { value: undefined, wish: false },
    { value: 'unspecified', wish: false },
    { value: 1, wish: false },
    { value: true, wish: false },
  ];

  test.each(values)('navigator.doNotTrack $value: wish $wish', ({ value, wish }) => {
    expect(readPrivacySignals({ navigator: browserSays('doNotTrack', value) }).dnt).toBe(wish);
  });
  test.each(values)('navigator.msDoNotTrack $value: wish $wish', ({ value, wish }) => {
    expect(readPrivacySignals({ navigator: browserSays('msDoNotTrack', value) }).dnt).toBe(wish);
  });
  test.each(values)('window.doNotTrack $value: wish $wish', ({ value, wish }) => {
    expect(readPrivacySignals({ navigator: {}, doNotTrack: value }).dnt).toBe(wish);
  });

  test('a browser that does not know it wishes nothing', () => {
    expect(readPrivacySignals({ navigator: {} }).dnt).toBe(false);
  });

  test('one home that throws does not silence the others', () => {
    const navigator = Object.create({
      get doNotTrack() {
        return complain();
      },
      msDoNotTrack: '1',
    });
    expect(readPrivacySignals({ navigator }).dnt).toBe(true);
    expect(
      readPrivacySignals({
        navigator: Object.create({ doNotTrack: '1' }),
        get doNotTrack() {
          return complain();
        },
      }).dnt,
    ).toBe(true);
  });

  test("the page cannot hide the browser's wish", () => {
    expect(
      readPrivacySignals({ navigator: shadowedBy(browserSays('doNotTrack', '1'), 'doNotTrack', () => '0') }).dnt,
    ).toBe(true);
  });
});

test('the two wishes are read apart', () => {
  expect(readPrivacySignals({ navigator: { doNotTrack: '1', globalPrivacyControl: false } })).toEqual({
    dnt: true,
    gpc: false,
  });
  expect(readPrivacySignals({ navigator: { doNotTrack: '0', globalPrivacyControl: true } })).toEqual({
    dnt: false,
    gpc: true,
  });
});

test('what was read is frozen: a page cannot change its mind for the browser', () => {
  expect(Object.isFrozen(readPrivacySignals({ navigator: {} }))).toBe(true);
});
