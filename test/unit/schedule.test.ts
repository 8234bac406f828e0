// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterPaint, paced, whenLoaded, whenParsed } from '../../src/schedule.ts';
import { prototypeOfDocument } from '../../src/page.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(prototypeOfDocument(), 'readyState');
});

describe('at a pace', () => {
  test('the task runs at once, however long nothing was asked', () => {
    const task = vi.fn();
    const run = paced(task, 250);
    run();
    expect(task).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(task).toHaveBeenCalledTimes(1);
    run();
    expect(task).toHaveBeenCalledTimes(2);
  });

  test('what is asked in every frame is done four times a second, the last time behind the last', () => {
    const task = vi.fn();
    const run = paced(task, 250);
    for (let frame = 0; frame < 60; frame++) {
      run();
      vi.advanceTimersByTime(1000 / 60);
    }
    expect(task.mock.calls.length).toBeLessThanOrEqual(5);
    const before = task.mock.calls.length;
    run();
    vi.advanceTimersByTime(250);
    expect(task).toHaveBeenCalledTimes(before + 1);
  });
});

describe('after the paint', () => {
  test('the task runs once, not in the frame itself but right behind it', () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    const task = vi.fn();
    afterPaint(task);
    expect(task).not.toHaveBeenCalled();
    frames.forEach((frame) => frame());
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('a hidden page, which never paints, is not waited for', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const task = vi.fn();
    afterPaint(task);
    vi.advanceTimersByTime(99);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('a page that comes back to the front runs it no second time', () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    const task = vi.fn();
    afterPaint(task);
    vi.advanceTimersByTime(200);
    frames.forEach((frame) => frame());
    vi.advanceTimersByTime(200);
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('each task runs, in order', () => {
    const order: number[] = [];
    for (const number of [1, 2, 3]) afterPaint(() => order.push(number));
    vi.advanceTimersByTime(200);
    expect(order).toEqual([1, 2, 3]);
  });
});

describe.each([
  {
    name: 'when the page is parsed',
    schedule: whenParsed,
    event: 'DOMContentLoaded',
    waits: ['loading'],
    runs: ['interactive', 'complete'],
  },
  {
    name: 'when the page is loaded',
    schedule: whenLoaded,
    event: 'load',
    waits: ['loading', 'interactive'],
    runs: ['complete'],
  },
])('$name', ({ schedule, event, waits, runs }) => {
  const setState = (state: string) =>
    Object.defineProperty(prototypeOfDocument(), 'readyState', { get: () => state, configurable: true });

  test.each(waits)('a task waits while the page is %s, and runs once', (state) => {
    setState(state);
    const task = vi.fn();
    schedule(task);
    expect(task).not.toHaveBeenCalled();
    dispatchEvent(new Event(event));
    dispatchEvent(new Event(event));
    expect(task).toHaveBeenCalledTimes(1);
  });

  test.each(runs)('a task runs at once in a page that is %s', (state) => {
    setState(state);
    const task = vi.fn();
    schedule(task);
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('an element that takes the name `readyState` in the document changes nothing', () => {
    setState('complete');
    Object.defineProperty(document, 'readyState', { value: document.createElement('img'), configurable: true });
    const task = vi.fn();
    schedule(task);
    Reflect.deleteProperty(document, 'readyState');
    expect(task).toHaveBeenCalledTimes(1);
  });
});
