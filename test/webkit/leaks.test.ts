/** What is asked for when, by the server's log: every kind of element, in every position. */
import { fixtures, leakSite, rightOrder, together, visitAll, visitOf } from '../support/leak-visit.ts';
import { expect, test } from '../support/webkit-test.ts';

// No engine reads an element by the order of its attributes.
const documents = together(fixtures.filter(({ isTurned }) => !isTurned));

test(
  'nothing is asked for before Accept, nothing after Reject, and then all of it once',
  { timeout: 180_000 },
  async ({ page, serve }) => {
    const { pages, asked } = leakSite(documents);
    const site = await serve(pages);
    await page.driver.get(site.url);
    await page.run(
      visitAll,
      visitOf(documents, ({ asks }) => asks),
    );
    const wrong = documents
      .flat()
      .filter(({ number, asks }) => asked.get(number)?.join() !== rightOrder(asks).join())
      .map(({ number, name }) => [name, asked.get(number)]);
    expect(wrong).toEqual([]);
  },
);
