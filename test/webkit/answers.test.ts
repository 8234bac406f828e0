/** What visitors see and press, in the engine of Safari. */
import { expect, test } from '../support/webkit-test.ts';

const TAG = `<script type="text/plain" data-consent="analytics" src="/tag.js"></script>`;
const files = { '/tag.js': 'ran.push("tag")' };

test('a press on Accept releases what is tagged; the answer is kept', async ({ page, visit }) => {
  const site = await visit({ body: TAG }, files);
  await page.part('banner');
  expect(site.count('/tag.js')).toBe(0);
  await page.pressPart('accept');
  await page.waitFor(() => Reflect.get(window, 'ran').length === 1);
  await page.open(`${site.url}/`);
  await page.part('reopen');
  expect(await page.has('banner')).toBe(false);
  expect(await page.run(() => Reflect.get(window, 'ran'))).toEqual(['tag']);
});
