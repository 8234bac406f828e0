/** Resolves after so many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** What `work` gives, or `late` where that takes longer than `ms` milliseconds. */
export async function within<Given, Late>(work: Promise<Given>, ms: number, late: Late): Promise<Given | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
