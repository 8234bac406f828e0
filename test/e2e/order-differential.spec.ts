import { expect, test } from '../support/browser-test.ts';
import { randomPage } from '../support/random-page.ts';
import { comparisons, fetchedTwice, framesOf, openAll, randomSite } from '../support/random-visit.ts';

/** Frames that are open at the same time: so few that each gets its answers long before a script counts as hanging. */
const atOnce: Record<string, number> = { chromium: 16, firefox: 5 };
/** How long one may take, in milliseconds. */
const PATIENCE = 60_000;

/** Of each hundred seeds. `ORDER_SEEDS=100` tries them all, which takes a while. */
const amounts: Record<string, number> = { chromium: 12, firefox: 5 };

for (let first = 1; first < 1000; first += 100) {
  test(`random pages, seeds from ${first} on, run in the order of the same page untagged`, async ({
    page,
    serve,
    uncaught,
    browserName,
  }) => {
    test.setTimeout(180_000);
    const site = await serve(randomSite);
    await page.goto(site.url);
    const randoms = Array.from({ length: Number(process.env.ORDER_SEEDS ?? amounts[browserName]) }, (_, i) =>
      randomPage(first + i),
    );
    const frames = framesOf(randoms);
    const said = await page.evaluate(openAll, { frames, atOnce: atOnce[browserName] ?? 1, patience: PATIENCE });

    for (const { what, said: lines, expected } of comparisons(randoms, said))
      expect.soft(lines, what).toEqual(expected);
    expect.soft(fetchedTwice(site)).toEqual([]);
    const surprises = uncaught.filter((message) => !message.endsWith('throws on purpose'));
    uncaught.splice(0, Infinity, ...surprises);
  });
}
