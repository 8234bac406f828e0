import { expect, test } from '../support/browser-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import type { Fixture } from '../support/leak-fixtures.ts';
import { alone, fixtures, leakSite, rightOrder, together, visitAll, visitOf } from '../support/leak-visit.ts';

const written = fixtures.filter(({ isTurned }) => !isTurned);
const half = written.length / 2;

// What an engine asks for when is seen with all kinds in a document. That the gate needs none to see another is ours
// alone, and costs a document for each; nor does an engine read an element by the order of its attributes.
const groups = [
  { name: 'kinds together', details: {}, documents: together(written) },
  { name: 'each kind alone, the first half', details: ONE_ENGINE, documents: alone(written.slice(0, half)) },
  { name: 'each kind alone, the second half', details: ONE_ENGINE, documents: alone(written.slice(half)) },
  {
    name: 'attributes turned round',
    details: ONE_ENGINE,
    documents: together(fixtures.filter(({ isTurned }) => isTurned)),
  },
];

for (const { name, details, documents } of groups) {
  test(
    `${name}: nothing is asked for before Accept, nothing after Reject, and then all of it once`,
    details,
    async ({ page, serve, uncaught, browserName }) => {
      test.slow(); // Many documents, some at a time.
      // Firefox takes no import map once a module was loaded, and the parts of the SDK are modules: there it works on
      // later visits only.
      const expected = ({ kind, asks }: Fixture) => (browserName === 'firefox' && kind === 'import map' ? [] : asks);
      const { pages, asked } = leakSite(documents);
      const site = await serve(pages);
      await page.goto(site.url);
      await page.evaluate(visitAll, visitOf(documents, expected));
      for (const fixture of documents.flat())
        expect.soft(asked.get(fixture.number), fixture.name).toEqual(rightOrder(expected(fixture)));
      uncaught.splice(
        0,
        Infinity,
        ...uncaught.filter((message) => browserName !== 'firefox' || !message.includes('was not remapped')),
      );
    },
  );
}
