/**
 * Has a page do soon what it puts off. Many chat widgets and popups come some seconds after the page: whoever reads it
 * meets them, and nobody has to wait for them, page after page. Both functions run in the page.
 */

/** The delays, in milliseconds, between which a timer is one that the audit does not wait for. */
export const PUT_OFF = { shortest: 400, longest: 30_000 } as const;

/** Where the page keeps what waits; a symbol, so that no script of the page meets it by accident. */
export const TIMERS = 'commsor-consent-audit-timers';

interface Waiting {
  /** When it is to run, on the page's clock. */
  due: number;
  /** Runs it now, and not once more then. */
  run(): void;
}

/** What `console.createTask` gives: https://developer.chrome.com/docs/devtools/console/api#createtask */
interface Tasks {
  createTask?(name: string): { run(work: () => void): void };
}

/** Before the scripts of a page: remembers the timers that they set. */
export function rememberTimers([key, { shortest, longest }]: readonly [string, typeof PUT_OFF]): void {
  if (window.top !== window) return;
  const waiting = new Map<unknown, Waiting>();
  const { setTimeout, clearTimeout, clearInterval, performance } = window;
  const tasks: Console & Tasks = console;
  const remember = (handler: unknown, delay?: unknown, ...values: unknown[]): unknown => {
    const ms = Number(delay);
    if (typeof handler !== 'function' || !(ms >= shortest && ms <= longest))
      return Reflect.apply(setTimeout, window, [handler, delay, ...values]);
    const run = () => {
      waiting.delete(id);
      Reflect.apply(handler, window, values);
    };
    // The browser is to know who had put it off, also where the audit has it run.
    const task = tasks.createTask?.('setTimeout');
    const id: unknown = Reflect.apply(setTimeout, window, [run, ms]);
    const runNow = () => {
      Reflect.apply(clearTimeout, window, [id]);
      if (task) task.run(run);
      else run();
    };
    waiting.set(id, { due: performance.now() + ms, run: runNow });
    return id;
  };
  const forget = (clear: (id: number | undefined) => void) => (id?: number) => {
    waiting.delete(id);
    Reflect.apply(clear, window, [id]);
  };
  Object.assign(window, {
    setTimeout: remember,
    clearTimeout: forget(clearTimeout),
    clearInterval: forget(clearInterval),
  });
  Object.defineProperty(window, Symbol.for(key), { value: waiting });
}

/** Runs what waits now, in its order, each a turn of its own so that one that fails is alone in it. */
export async function runTimers(key: string): Promise<number> {
  const waiting: unknown = Reflect.get(window, Symbol.for(key));
  if (!(waiting instanceof Map)) return 0;
  const due = ([...waiting.values()] as Waiting[]).toSorted((a, b) => a.due - b.due);
  for (const { run } of due) {
    queueMicrotask(run);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return due.length;
}
