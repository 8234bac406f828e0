import { join } from 'node:path';
import type * as Kit from '../../src/testing/index.ts';
import { expect, test } from '../support/browser-test.ts';
import { consentPage } from '../support/consent-page.ts';
import { dist } from '../support/dist.ts';
import { ONE_ENGINE } from '../support/engines.ts';

// As it is published: what goes into the page has to stand on its own.
const { expectNothingBefore, followConsent, presetChoice, simulate }: typeof Kit = await import(
  join(dist, 'testing.js')
);

/** A tracker on another host, tagged or not; it keeps a cookie and a key. */
const tracker = (attributes: string, base: string) => `<script ${attributes} src="${base}/tracker.js?id=1"></script>`;
const files = { '/tracker.js': `document.cookie = '_tracker=1; Path=/'; localStorage.setItem('tracker', '1');` };
const HELD = 'type="text/plain" data-consent="analytics"';

test('what ran before consent is named, by request, cookie and key', async ({ page, serve }) => {
  const site = await serve({ '/': () => consentPage({ body: tracker('', site.otherUrl) }), ...files });
  const consent = followConsent(page);
  await page.goto(site.url);
  await consent.banner();
  await expect(expectNothingBefore(consent)).rejects.toThrow(
    `Before consent there was:\n  request ${site.otherUrl}/tracker.js\n  cookie _tracker\n  localStorage tracker\n`,
  );
});

test('what the site needs is no leak', ONE_ENGINE, async ({ page, serve }) => {
  const site = await serve({ '/': () => consentPage({ body: tracker('', site.otherUrl) }), ...files });
  const consent = followConsent(page, { hosts: ['127.0.0.1'], keys: ['_track*', 'tracker'] });
  await page.goto(site.url);
  await expectNothingBefore(consent);
});

test('what is tagged is none, until it is accepted', async ({ page, serve }) => {
  const site = await serve({ '/': () => consentPage({ body: tracker(HELD, site.otherUrl) }), ...files });
  const consent = followConsent(page);
  await page.goto(site.url);
  await consent.banner();
  await expectNothingBefore(consent);
  await consent.accept();
  await expect.poll(async () => (await consent.leaks()).map(({ name }) => name)).toContain('_tracker');
});

test('a visitor rejects, and one chooses', ONE_ENGINE, async ({ page, serve }) => {
  const site = await serve({ '/': consentPage() });
  const consent = followConsent(page);
  await page.goto(site.url);
  await consent.choose({ analytics: true, marketing: false });
  expect((await consent.state()).purposes).toMatchObject({ analytics: true, marketing: false });

  await page.context().clearCookies();
  await page.goto(site.url);
  await consent.reject();
  expect(await consent.state()).toMatchObject({ status: 'decided', purposes: { analytics: false } });
});

test('a preset choice counts from the start', async ({ page, context, serve }) => {
  const site = await serve({ '/': consentPage() });
  await presetChoice(context, { granted: ['analytics'], denied: ['preferences', 'marketing'] }, { url: site.url });
  const consent = followConsent(page);
  await page.goto(site.url);
  expect(await consent.state()).toMatchObject({ status: 'decided', purposes: { analytics: true, marketing: false } });
  await expect(presetChoice(context, {})).rejects.toThrow('give the address of the site');
});

test('signals and a region are simulated, for the page and for its server', async ({ page, context, serve }) => {
  const regions = [{ regions: ['US-CA'], model: 'opt-out' as const }];
  const site = await serve({ '/': consentPage({ config: { region: 'DE', regions } }) });
  await simulate(context, { gpc: true, dnt: true, region: 'US-CA' });
  const consent = followConsent(page);
  await page.goto(site.url);
  expect(await consent.state()).toMatchObject({ signals: { dnt: true, gpc: true }, region: 'US-CA', model: 'opt-out' });
  expect(site.received.find(({ path }) => path === '/')?.headers).toMatchObject({ dnt: '1', 'sec-gpc': '1' });
});
