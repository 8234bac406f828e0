/** What runs untagged is said: in the console of whoever builds the page, and first in the panel. */
import type { Page } from '@playwright/test';
import { expect, grant, settle, test } from '../support/gate-test.ts';

const config = {
  services: { hotjar: { title: 'Hotjar', purposes: ['analytics'] } },
};

const loose = `
  <script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>
  <iframe allowfullscreen src="https://www.youtube.com/embed/x" title="A film"></iframe>
  <script nomodule nonce="once" data-cfasync src="https://widget.intercom.io/widget/x"></script>
  <img alt="" width="1" src="https://www.facebook.com/tr?id=1&amp;ev=PageView">
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
    .toEqual([expect.stringMatching(/4 known services run untagged: .*; open \?consent-debug$/)]);
  expect(said[0]).toContain('Hotjar');
  expect(said[0]).toContain('YouTube');

  await page.evaluate(() => window.commsorConsent?.debug());
  await expect(panel(page).locator('h3').first()).toHaveText('Known services that run untagged');
  const table = panel(page).locator('table').first();
  await expect(table).toContainText('https://static.hotjar.com/c/hotjar-1.js');
  await expect(table).not.toContainText('/own.js');
  await expect(table).toContainText(
    '<script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6" data-consent="hotjar" type="text/plain"></',
  );
  // As authors write them: no value where there is none, and a nonce is for the server to fill in.
  const tags = (await table.locator('code').allTextContents()).join('\n');
  expect(tags).toContain(
    '<iframe allowfullscreen title="A film" data-consent="marketing" data-consent-src="https://www.',
  );
  expect(tags).toContain(
    '<script nomodule nonce="…" data-cfasync src="https://widget.intercom.io/widget/x" data-consent=',
  );
  expect(tags).toContain(
    '<img alt="" width="1" data-consent="marketing" data-consent-src="https://www.facebook.com/tr?id=1',
  );
});

test('what is written as the panel says is not named again, held and allowed', async ({ page, visit }) => {
  const said = await listen(page);
  await visit({ config, body: tagged });
  await page.evaluate(() => window.commsorConsent?.debug());
  const summary = panel(page).locator('section p').first();
  await expect(summary).toHaveText('Nothing that the table of services knows runs without asking.');
  await grant(page);
  await expect(summary).toHaveText('Nothing that the table of services knows runs without asking.');
  expect(said).toEqual([]);
});

test('a snippet that makes its script is tagged itself, and waits as the panel says', async ({ page, visit }) => {
  // As Hotjar gives it to its customers.
  const snippet = `
    (function(h,o,t,j,a,r){
        h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};
        h._hjSettings={hjid:1,hjsv:6};
        a=o.getElementsByTagName('head')[0];
        r=o.createElement('script');r.async=1;
        r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;
        a.appendChild(r);
    })(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');</script>`;
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().startsWith('https:') && asked.push(request.url())));
  await listen(page);
  await visit({ config, body: `<script>${snippet}` });
  await page.evaluate(() => window.commsorConsent?.debug());
  const row = panel(page).locator('table').first().getByRole('row').filter({ hasText: 'Hotjar' });
  await expect(row).toContainText('Write this at the inline script that starts it: (function(h,o,t,j,a,r)');
  const opening = (await row.locator('code').textContent()) ?? '';
  expect(opening).toBe('<script data-consent="hotjar" type="text/plain">');

  asked.length = 0;
  await visit({ config, body: opening + snippet });
  await settle(page);
  expect(asked).toEqual([]);
  await grant(page);
  await expect.poll(() => asked).toEqual(['https://static.hotjar.com/c/hotjar-1.js?sv=6']);
  // What a tagged snippet makes has been asked about.
  await page.evaluate(() => window.commsorConsent?.debug());
  await expect(panel(page).locator('section p').first()).toHaveText(/^Nothing/);
  await expect(panel(page).getByRole('row').filter({ hasText: 'a tagged script made it' })).toContainText('allowed by');
});
