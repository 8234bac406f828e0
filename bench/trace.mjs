// Records a Chromium trace and reads from it which tasks of the page's main thread ran scripts, and for how long,
// in thread CPU time.

const categories = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** The events of what happens in `run`. */
export async function traced(browser, page, run) {
  await browser.startTracing(page, { categories });
  let trace;
  try {
    await run();
  } finally {
    trace = await browser.stopTracing();
  }
  return JSON.parse(trace.toString()).traceEvents;
}

// Whatever runs script, outermost first; MutationObserver callbacks and promise reactions are under RunMicrotasks.
const RUNS_SCRIPT = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'FunctionCall',
  'EventDispatch',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'RunMicrotasks',
]);

/**
 * `script`: CPU time in scripts, `longest`: the longest stretch of it within one task, `longestTask`: the longest task
 * with everything in it, all in milliseconds and each for the time before and after the first click.
 */
export function scriptTasks(events, origin) {
  const document = events.find(
    (event) => event.name === 'ParseHTML' && event.args?.beginData?.url?.startsWith(`${origin}/page/`),
  );
  const main = events
    .filter(
      (event) =>
        event.ph === 'X' && event.pid === document.pid && event.tid === document.tid && event.tdur !== undefined,
    )
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const click =
    main.find((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'click')?.ts ?? Infinity;

  const empty = () => ({ script: 0, longest: 0, longestTask: 0 });
  const [before, after] = [empty(), empty()];
  let task = null;
  let scriptEnd = 0;
  for (const event of main) {
    const end = event.ts + event.dur;
    if (event.name === 'RunTask') {
      task = { end, script: 0, part: end > click ? after : before };
      task.part.longestTask = Math.max(task.part.longestTask, event.tdur / 1000);
    } else if (task && event.ts < task.end && event.ts >= scriptEnd && RUNS_SCRIPT.has(event.name)) {
      scriptEnd = end;
      task.script += event.tdur / 1000;
      task.part.script += event.tdur / 1000;
      task.part.longest = Math.max(task.part.longest, task.script);
    }
  }
  return { before, after };
}
