import { vi } from 'vitest';

/** Stands in for the browser that sees what comes into sight; clicks have the time that a test says. */
export function stubSight() {
  let see: (sights: { isIntersecting: boolean; time: number }[]) => void = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof see) {
        see = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  return {
    seeAt: (time: number, isIntersecting = true) => see([{ isIntersecting, time }]),
    clickAt(element: Element, timeStamp: number): void {
      const click = new MouseEvent('click', { bubbles: true });
      Object.defineProperty(click, 'timeStamp', { value: timeStamp });
      element.dispatchEvent(click);
    },
  };
}
