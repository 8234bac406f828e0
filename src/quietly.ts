/** For work that is reported where it fails: whoever does not wait for it is not to hear of it once more. */
export function quietly<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}
