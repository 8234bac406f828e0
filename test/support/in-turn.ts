import { expect, test } from '@playwright/test';

/**
 * Goes through the rows of a table in the page of one test: a page of its own for each costs more than the row. One
 * that fails keeps no other from its turn, and the report names each.
 */
export async function inTurn<Row>(
  rows: Iterable<readonly [name: string, Row]>,
  go: (row: Row) => Promise<void>,
): Promise<void> {
  test.slow();
  const failures: string[] = [];
  for (const [name, row] of rows)
    await test
      .step(name, () => go(row))
      .catch((error: unknown) => failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`));
  expect(failures).toEqual([]);
}
