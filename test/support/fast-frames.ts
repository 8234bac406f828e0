/**
 * In the page, before everything else: answers `requestAnimationFrame` and timers without a delay at once, in a task of
 * their own.
 * What the SDK does between an answer and its consequences is the same; thousands of answers then fit into a test.
 */
export function hastenFrames(): void {
  const { setTimeout: later, clearTimeout: clearLater } = window;
  const { port1, port2 } = new MessageChannel();
  const tasks = new Map<number, () => void>();
  let last = 0;
  port1.onmessage = ({ data }) => {
    const task = tasks.get(data);
    tasks.delete(data);
    task?.();
  };
  /** Its numbers are below zero, where no timer of the browser has one. */
  const soon = (task: () => void): number => {
    tasks.set(--last, task);
    port2.postMessage(last);
    return last;
  };
  window.requestAnimationFrame = (task) => soon(() => task(performance.now()));
  window.cancelAnimationFrame = (id) => void tasks.delete(id);
  Object.assign(window, {
    setTimeout: (task: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
      delay > 0 ? later(task, delay, ...args) : soon(() => task(...args)),
    clearTimeout: (id?: number) => void (tasks.delete(id ?? 0) || clearLater(id)),
  });
}
