/** Random pages, tagged beside untagged. */
import { randomPage } from '../support/random-page.ts';
import { comparisons, fetchedTwice, framesOf, openAll, randomSite } from '../support/random-visit.ts';
import { expect, test } from '../support/webkit-test.ts';

/** `ORDER_SEEDS=100` tries many, which takes a while. */
const SEEDS = Number(process.env.ORDER_SEEDS ?? 40);

test('random pages run in the order of the same page untagged', async ({ page, serve }) => {
  const site = await serve(randomSite);
  await page.driver.get(site.url);
  const randoms = Array.from({ length: SEEDS }, (_, i) => randomPage(i + 1));
  const said = await page.run(openAll, { frames: framesOf(randoms), atOnce: 5, patience: 45_000 });
  for (const { what, said: lines, expected } of comparisons(randoms, said)) expect.soft(lines, what).toEqual(expected);
  expect(fetchedTwice(site)).toEqual([]);
});
