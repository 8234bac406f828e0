/** What runs untagged is said: in the console of whoever builds the page, and first in the panel. */
import type { Page } from '@playwright/test';
import { expect, grant, test } from '../support/gate-test.ts';

const config = {
  services: { hotjar: { title: 'Hotjar', purposes: ['analytics'] } },
};

const loose = `
  <script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>
  <iframe src="https://www.youtube.com/embed/x" title="A film"></iframe>
  <script async src="/own.js"></script>`;
const tagged = `
  <script type="text/plain" data-consent="hotjar" async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>
  <iframe data-consent="marketing" data-consent-src="https://www.youtube.com/embed/x" title="A film"></iframe>`;

/** What the console said of it; nothing leaves the machine. */
async function listen(page: Page): Promise<string[]> {
  await page.route(/^https:/, (route) => route.abort());
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('untagged')) said.push(message.text());
  });
  return said;
}

const panel = (page: Page) => page.locator('commsor-ui [part~="debug"]');

test('one line in the console names each, the panel each with the tag to write', async ({ page, visit }) => {
  const said = await listen(page);
  await visit({ config, body: loose }, { '/own.js': '' });
  await expect
    .poll(() => said)
    .toEqual([expect.stringMatching(/2 known services run untagged: .*; open \?consent-debug$/)]);
  expect(said[0]).toContain('Hotjar');
  expect(said[0]).toContain('YouTube');

  await page.evaluate(() => window.commsorConsent?.debug());
  await expect(panel(page).locator('h3').first()).toHaveText('Known services that run untagged');
  const table = panel(page).locator('table').first();
  await expect(table).toContainText('https://static.hotjar.com/c/hotjar-1.js');
  await expect(table).not.toContainText('/own.js');
  await expect(table).toContainText(
    '<script async="" src="https://static.hotjar.com/c/hotjar-1.js?sv=6" data-consent="hotjar" type="text/plain">',
  );
  await expect(table).toContainText('data-consent-src="https://www.youtube.com/embed/x"');
});

test('what is written as the panel says is not named again, held and allowed', async ({ page, visit }) => {
  const said = await listen(page);
  await visit({ config, body: tagged });
  await page.evaluate(() => window.commsorConsent?.debug());
  const table = panel(page).locator('table').first();
  await expect(table).toHaveText('none');
  await grant(page);
  await expect(table).toHaveText('none');
  expect(said).toEqual([]);
});
