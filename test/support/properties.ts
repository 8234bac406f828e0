import * as fc from 'fast-check';

/** The same cases in every run: what fails once fails again. */
const SEED = 20_261_124;

/** Checks `property` on `numRuns` cases. */
export function holdsFor<Values extends [unknown, ...unknown[]]>(
  numRuns: number,
  property: fc.IProperty<Values>,
): void {
  fc.assert(property, { numRuns, seed: SEED });
}

/** What `JSON.parse` and careless code can make, objects that cannot become a string among it. */
export const anything = fc.anything({
  withNullPrototype: true,
  withObjectString: true,
  withBigInt: true,
  withDate: true,
  withSparseArray: true,
});
