export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** `true` once in `times` on average. */
  oneIn(times: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Numbers that are the same for the same seed (mulberry32), so that a failing case can be run again. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick<T>(from: readonly T[]): T {
      return from[below(from.length)] as T;
    },
  };
}
