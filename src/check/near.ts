/**
 * Which of `known` was probably meant: the one with the fewest slips of the pen, at most two; or one that begins like
 * it.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const key = written.toLowerCase();
  for (const slips of [0, 1, 2]) {
    // Two slips in a word of four letters make another word.
    const found = key.length > 2 * slips && known.find((one) => isWithin(slips, key, one.toLowerCase()));
    if (found) return found;
  }
  return known.find(
    (one) =>
      Math.min(key.length, one.length) > 2 && (one.toLowerCase().startsWith(key) || key.startsWith(one.toLowerCase())),
  );
}

/** Whether so few letters left out, put in, changed or swapped make `a` of `b`. */
const isWithin = (slips: number, a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= slips &&
  (!a ||
    !b ||
    (a[0] === b[0]
      ? isWithin(slips, a.slice(1), b.slice(1))
      : isWithin(slips - 1, a.slice(1), b.slice(1)) ||
        isWithin(slips - 1, a.slice(1), b) ||
        isWithin(slips - 1, a, b.slice(1)) ||
        (a[0] === b[1] && a[1] === b[0] && isWithin(slips - 1, a.slice(2), b.slice(2)))));
