/** What is asked for when, by the server's log: every kind of element, in every position. */
import { fixtures, leakSite, rightOrder, visitAll, visitOf } from '../support/leak-visit.ts';
import { expect, test } from '../support/webkit-test.ts';

// No engine reads an element by the order of its attributes.
const written = fixtures.filter(({ isTurned }) => !isTurned);

const PER_TEST = 66;
const groups = Array.from({ length: Math.ceil(written.length / PER_TEST) }, (_, i) =>
  written.slice(i * PER_TEST, (i + 1) * PER_TEST),
);

test.for(groups.map((some) => ({ name: `${some[0]?.kind} to ${some.at(-1)?.kind}`, some })))(
  '$name: nothing is asked for before Accept, nothing after Reject, and then all of it once',
  { timeout: 180_000 },
  async ({ some }, { page, serve }) => {
    const { pages, asked } = leakSite();
    const site = await serve(pages);
    await page.driver.get(site.url);
    await page.run(
      visitAll,
      visitOf(some, ({ asks }) => asks),
    );
    const wrong = some
      .filter(({ number, asks }) => asked.get(number)?.join() !== rightOrder(asks).join())
      .map(({ number, name }) => [name, asked.get(number)]);
    expect(wrong).toEqual([]);
  },
);
