import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PUT_OFF, rememberTimers, runTimers, TIMERS } from '../../../src/audit/timers.ts';

const ran: string[] = [];
const log = (name: string) => () => void ran.push(name);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  ran.length = 0;
  const page = { setTimeout, clearTimeout, clearInterval, performance };
  vi.stubGlobal('window', Object.assign(page, { top: page }));
  vi.stubGlobal('requestAnimationFrame', (next: () => void) => void queueMicrotask(next));
  rememberTimers([TIMERS, PUT_OFF]);
});
afterEach(() => void vi.useRealTimers());

test('what a page puts off runs when it is asked for, in its order, and once', async () => {
  window.setTimeout(log('late'), 5_000);
  window.setTimeout((name: string) => log(name)(), 3_000, 'soon');
  window.setTimeout(log('an hour'), 3_600_000);
  expect(await runTimers(TIMERS)).toBe(2);
  expect(ran).toEqual(['soon', 'late']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ran).toEqual(['soon', 'late']);
  expect(await runTimers(TIMERS)).toBe(0);
});

test('what the page has taken back, and what has run by itself, does not run', async () => {
  window.clearTimeout(window.setTimeout(log('taken back'), 5_000));
  window.clearInterval(window.setTimeout(log('taken back too'), 5_000));
  window.setTimeout(log('ran'), 500);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await runTimers(TIMERS)).toBe(0);
  expect(ran).toEqual(['ran']);
});
