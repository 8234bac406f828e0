import { expect, test } from '../support/browser-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import type { Fixture } from '../support/leak-fixtures.ts';
import { fixtures, leakSite, rightOrder, visitAll, visitOf } from '../support/leak-visit.ts';

const PER_TEST = 132;
const orders = [
  { order: 'attributes as written', details: {}, fixtures: fixtures.filter(({ isTurned }) => !isTurned) },
  // No engine reads an element by the order of its attributes.
  { order: 'attributes turned round', details: ONE_ENGINE, fixtures: fixtures.filter(({ isTurned }) => isTurned) },
];
const groups = orders.flatMap(({ order, details, fixtures: all }) =>
  Array.from({ length: Math.ceil(all.length / PER_TEST) }, (_, i) => {
    const some = all.slice(i * PER_TEST, (i + 1) * PER_TEST);
    return { name: `${order}, ${some[0]?.kind} to ${some.at(-1)?.kind}`, details, some };
  }),
);

for (const { name, details, some } of groups) {
  test(
    `${name}: nothing is asked for before Accept, nothing after Reject, and then all of it once`,
    details,
    async ({ page, serve, uncaught, browserName }) => {
      test.slow(); // Many documents, some at a time.
      // Firefox takes no import map once a module was loaded, and the parts of the SDK are modules: there it works on
      // later visits only.
      const expected = ({ kind, asks }: Fixture) => (browserName === 'firefox' && kind === 'import map' ? [] : asks);
      const { pages, asked } = leakSite();
      const site = await serve(pages);
      await page.goto(site.url);
      await page.evaluate(visitAll, visitOf(some, expected));
      for (const fixture of some)
        expect.soft(asked.get(fixture.number), fixture.name).toEqual(rightOrder(expected(fixture)));
      uncaught.splice(
        0,
        Infinity,
        ...uncaught.filter((message) => browserName !== 'firefox' || !message.includes('was not remapped')),
      );
    },
  );
}
