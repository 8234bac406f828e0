/**
 * In the page, before everything else: answers `requestAnimationFrame` and timers without a delay at once, in a task of
 * their own.
 * What the SDK does between an answer and its consequences is the same; thousands of answers then fit into a test.
 */
export function hastenFrames(): void {
  const { setTimeout: later } = window;
  const { port1, port2 } = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  const soon = (task: () => void): number => {
    tasks.push(task);
    port2.postMessage(0);
    return 0;
  };
  window.requestAnimationFrame = (task) => soon(() => task(performance.now()));
  Object.assign(window, {
    setTimeout: (task: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
      delay > 0 ? later(task, delay, ...args) : soon(() => task(...args)),
  });
}
