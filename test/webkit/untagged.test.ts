/**
 * What the guard and the snippet prevent, by the log of a real server: each line of the table
 * (test/support/untagged-kinds.ts).
 */
import { By } from 'selenium-webdriver';
import { afterAll, beforeAll } from 'vitest';
import { kinds, type Outcome } from '../support/untagged-kinds.ts';
import { among, bundleGuard, bundleSnippet, guardIn, marketing, snippetIn } from '../support/untagged-pages.ts';
import { startUntaggedSite, type UntaggedSite } from '../support/untagged-site.ts';
import { until, type WebKitPage } from '../support/webkit-page.ts';
import { expect, test } from '../support/webkit-test.ts';

let site: UntaggedSite;
beforeAll(async () => {
  site = await startUntaggedSite(await bundleGuard());
});
afterAll(() => site.stop());

/** The addresses of the frames, of whichever site. */
async function framesIn({ driver }: WebKitPage): Promise<string[]> {
  const addresses: string[] = [];
  for (const frame of await driver.findElements(By.css('iframe'))) {
    await driver.switchTo().frame(frame);
    addresses.push(await driver.executeScript('return location.href'));
    await driver.switchTo().defaultContent();
  }
  return addresses;
}

async function outcome(page: WebKitPage): Promise<Outcome> {
  const hasRun = await page.run(() => Reflect.get(window, 'ran').length > 0);
  if (hasRun || (await framesIn(page)).some((address) => address.startsWith(site.tracker))) return 'ran';
  return site.requests().length ? 'asked' : 'none';
}

/** Says what is otherwise; `asked` is the worse of two, since it depends on the moment whether a request leaves. */
async function compare(page: WebKitPage, expected: Outcome): Promise<Outcome | true> {
  await page.waitFor(() => document.readyState === 'complete');
  await page.run(async () => {
    await fetch('/own.js');
    await fetch('/own.js');
  });
  if (expected === 'ran') await until(async () => (await outcome(page)) === 'ran', 'it runs').catch(() => false);
  const found = await outcome(page);
  return found === expected || (expected === 'asked' && found === 'none') || found;
}

const allRight = Object.fromEntries(kinds.map(({ name }) => [name, true]));

test('brought in while the guard stands', async ({ page }) => {
  const found: Record<string, Outcome | true> = {};
  for (const { name, html, guard } of kinds) {
    site.show({ head: guardIn({ next: `fetch('/rest')` }), body: among(html(`${site.tracker}/x`)), waits: true });
    await page.driver.get(site.url);
    found[name] = await compare(page, guard);
  }
  expect(found).toEqual(allRight);
});

test('under way as the guard comes', async ({ page }) => {
  const found: Record<string, Outcome | true> = {};
  for (const { name, html, late } of kinds) {
    const next = `fetch('/answers')`;
    site.show({ head: guardIn({ next }), body: among(html(`${site.tracker}/x`)) }, { answers: true, guard: true });
    const loaded = page.driver.get(site.url);
    await until(async () => site.requests().length > 0, name);
    site.letGuardCome();
    await loaded;
    found[name] = await compare(page, late);
  }
  expect(found).toEqual(allRight);
});

test('brought in under the snippet', async ({ page }) => {
  const snippet = await bundleSnippet();
  const found: Record<string, Outcome | true> = {};
  for (const { name, html, snippet: expected } of kinds) {
    site.show({ head: snippetIn(snippet, { block: marketing }), body: among(html(`${site.tracker}/x`)) });
    await page.driver.get(site.url);
    found[name] = await compare(page, expected);
  }
  expect(found).toEqual(allRight);
});

test('what is allowed runs as it would without a guard', async ({ page }) => {
  const found: Record<string, Outcome | true> = {};
  for (const { name, html } of kinds) {
    site.show({
      head: guardIn({ next: `allowed.push('marketing'); fetch('/rest')` }),
      body: among(html(`${site.tracker}/x`)),
      waits: true,
    });
    await page.driver.get(site.url);
    found[name] = await compare(page, 'ran');
  }
  expect(found).toEqual(allRight);
});
