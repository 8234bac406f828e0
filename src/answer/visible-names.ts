import { cookieNames } from '../stored-record.ts';

/** Names of what is kept for this page, where its scripts can see it. */
export interface VisibleNames {
  readonly cookies: readonly string[];
  readonly local: readonly string[];
  readonly session: readonly string[];
}

/** What is kept for this page beside what is called `own`. */
export function visibleNames(own: string): VisibleNames {
  const others = (names: readonly string[]) => names.filter((name) => name && name !== own);
  return {
    cookies: others(cookieNames()),
    local: others(keysOf(() => localStorage)),
    session: others(keysOf(() => sessionStorage)),
  };
}

function keysOf(storage: () => Storage): string[] {
  try {
    return Object.keys(storage());
  } catch {
    return []; // Out of reach, in a sandboxed frame.
  }
}
