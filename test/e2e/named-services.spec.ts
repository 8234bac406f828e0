import { expect, test, type Entry } from '../support/demo-test.ts';
import { faceOf } from '../support/face.ts';

const waiting = `
  <script type="text/plain" data-consent="hotjar" src="{{third}}/echo.js?id=hotjar"></script>
  <script type="text/plain" data-consent="marketing" src="{{third}}/echo.js?id=marketing"></script>`;
const withTag = (attributes: string, first = '') => `<!doctype html><html lang="en"><head><title>A page</title>${first}
  <script src="/dist/commsor.js" data-policy="/privacy" ${attributes}></script></head><body>${waiting}</body></html>`;
/** Sorted: the files of two tags come over two connections, so that either may reach the server first. */
const idsIn = (entries: readonly Entry[]) =>
  entries
    .map(({ path }) => path.replace(/.*id=/, ''))
    .filter((id) => !id.startsWith('sentinel'))
    .toSorted();
const named = withTag('data-services="google-analytics hotjar"');

test('services named on the tag are held, told in the preferences, and released after Accept', async ({
  page,
  demo,
}) => {
  await page.goto(await demo.store(named));
  const face = faceOf(page);
  await expect(face.banner).toBeVisible();
  expect(await demo.settled(page)).toEqual([]);
  await face.preferences.click();
  await face.dialog.locator('summary').first().click();
  await expect(face.dialog).toContainText('Hotjar');
  await expect(face.dialog).toContainText('Google Analytics');
  await face.dialog.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(async () => idsIn(await demo.log())).toEqual(['hotjar', 'marketing']);
});

test('on a return visit they are released as soon as their rows came, and nobody is asked', async ({ page, demo }) => {
  await page.goto(await demo.store(named));
  await faceOf(page).accept.click();
  await expect.poll(async () => idsIn(await demo.log())).toEqual(['hotjar', 'marketing']);
  demo.newRun();
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/services.js?*', async (route) => {
    await held;
    await route.continue();
  });
  // In Firefox a module that is on its way keeps the page from having loaded.
  await page.goto(await demo.store(named), { waitUntil: 'domcontentloaded' });
  expect(await demo.settled(page)).toEqual([]);
  arrive();
  await expect.poll(async () => idsIn(await demo.log())).toEqual(['hotjar', 'marketing']);
  await expect(faceOf(page).banner).toHaveCount(0);
});

test('where the table does not come, one error says so, and what it has the rows of stays held', async ({
  page,
  demo,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[commsor]')) errors.push(message.text());
  });
  await page.route('**/services.js*', (route) => route.abort());
  await page.goto(await demo.store(named));
  await faceOf(page).accept.click();
  await expect.poll(async () => idsIn(await demo.log())).toEqual(['marketing']);
  // On this machine's own name it is asked for once more, to look for what runs untagged.
  const kinds = new Set(errors.map((text) => text.split(' ', 3).join(' ')));
  expect([...kinds]).toEqual(['[commsor] chunk-failed: services:']);
});

test('an id that is none is one error with the nearest', async ({ page, demo }) => {
  const told = page.waitForEvent('console', (message) => message.text().startsWith('[commsor] config-invalid'));
  await page.goto(await demo.store(withTag('data-services="hotjr"')));
  expect((await told).text()).toContain('did you mean "hotjar"?');
});
