import type { Page } from '@playwright/test';
import { errorsIn, expect, grant, test, withdraw } from '../support/gate-test.ts';
import { libraryFile } from '../support/library.ts';

const LIB = '@qwik.dev/partytown/lib/';
/** What Partytown asks for, from its own folder. */
const files = Object.fromEntries(
  ['partytown.js', 'partytown-sw.js', 'partytown-atomics.js', 'partytown-media.js', 'partytown-sandbox-sw.html'].map(
    (name) => [`/~partytown/${name}`, libraryFile(LIB + name)] as const,
  ),
);
const snippet = libraryFile(`${LIB}partytown.js`).replaceAll('</script', '<\\/script');

/** Each says to the server that a worker has run it. */
const tags = `
  <script type="text/partytown">fetch('/ran?own');</script>
  <script id="live" type="text/partytown" data-consent="analytics">fetch('/ran?live');</script>
  <script type="text/plain" data-type="text/partytown" data-consent="analytics">fetch('/ran?inline');</script>
  <script type="text/plain" data-type="text/partytown" data-consent="analytics" src="/external.js"></script>`;

const isNew = (page: Page) => page.waitForFunction(() => !Reflect.has(window, 'isTheSamePage'));

test('Partytown runs what is allowed once, nothing before, and nothing in the page after a withdrawal', async ({
  page,
  visit,
}) => {
  const site = await visit(
    { head: `<script>${snippet}</script>`, body: tags },
    { ...files, '/external.js': `fetch('/ran?external');`, '/ran': '' },
  );
  const ran = () =>
    site.received
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/ran'))
      .toSorted();
  // It has begun its work: what is the page's own has run.
  await expect.poll(ran).toEqual(['/ran?own']);
  expect(await errorsIn(page)).toEqual(['not-inert live']);
  await grant(page);
  const all = ['/ran?external', '/ran?inline', '/ran?live', '/ran?own'];
  await expect.poll(ran).toEqual(all);
  await page.evaluate(() => Reflect.set(window, 'isTheSamePage', true));
  await withdraw(page);
  await isNew(page);
  await expect.poll(ran).toEqual([...all, '/ran?own']);
});
