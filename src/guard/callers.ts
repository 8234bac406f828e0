/** Stands for code that was put into the page as text: browsers tell nothing of where it came from. */
export const INLINE = 'inline';

/** Where those begin who only wait for what is called now, in the words of Firefox and of Chromium. */
const WAITING = /^[^@]*\*|^\s*at async /;

/** A stack deeper than this is cut, in frames: Chromium cuts at 10 by itself, of which some are ours. */
const DEPTH = 50;

/**
 * The addresses of the code that leads to this call, innermost first, without ours. A piece of code that has none of
 * its own stands there as the browser wrote it.
 */
export function callers(): string[] {
  const depth: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', DEPTH);
  const lines = String(new Error().stack).split('\n');
  Reflect.set(Error, 'stackTraceLimit', depth);
  const waiting = lines.findIndex((line) => WAITING.test(line));
  const frames = lines.slice(0, waiting < 0 ? undefined : waiting).flatMap((line) => addressIn(line) ?? []);
  // The first is in this file, and so are those that lead to it.
  const ours = frames.findIndex((frame) => frame !== frames[0]);
  return ours < 0 ? [] : frames.slice(ours);
}

function addressIn(frame: string): string | undefined {
  // Firefox and Chromium, in this order.
  if (/> injectedScript:\d+:\d+$|(at |\()<anonymous>:\d+:\d+\)?$/.test(frame)) return INLINE;
  // What the browser does itself, as calling back for each of a list, has no line.
  const hasPlace = /:\d+:\d+/.test(frame);
  return hasPlace ? (/[\w-]+:\/\/[^()\s]*?(?=:\d+:\d+| line \d)/.exec(frame)?.[0] ?? frame) : undefined;
}
