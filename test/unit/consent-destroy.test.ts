// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import type { Choice, CommsorConsent } from '../../src/api.ts';
import { openPage } from '../support/core-page.ts';
import { NOW, recordOf } from '../support/records.ts';

const everything = (choice: Choice) => ({ preferences: choice, analytics: choice, marketing: choice });
const accepted = encodeRecord(recordOf(everything('granted')));
const ours = () => document.querySelectorAll('commsor-ui').length;

describe('after `destroy`', () => {
  test('our element, the view in it and the global name are gone', async () => {
    const page = openPage();
    const consent = page.start();
    await page.pass();
    expect([ours(), page.shown.size]).toEqual([1, 1]);
    consent.destroy();
    expect([ours(), page.shown.size]).toEqual([0, 0]);
    expect(window.commsorConsent).toBeUndefined();
    await page.pass(10_000);
    expect([ours(), page.shown.size]).toEqual([0, 0]);
  });

  test.each([0, 1, 20, 60, 120])('nothing comes that was on its way, %i ms after the start', async (milliseconds) => {
    const page = openPage();
    const consent = page.start();
    await vi.advanceTimersByTimeAsync(milliseconds);
    consent.destroy();
    await page.pass(10_000);
    expect([ours(), page.shown.size]).toEqual([0, 0]);
  });

  test('nothing comes that was on its way to a returning visitor', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start();
    void consent.show('preferences');
    consent.destroy();
    await page.pass(10_000);
    expect([ours(), page.shown.size]).toEqual([0, 0]);
  });

  test('no listener of the page is told of anything any more', async () => {
    const page = openPage({ cookie: accepted });
    const consent = page.start();
    const told: string[] = [];
    consent.on('change', (_, { cause }) => void told.push(cause));
    consent.onWithdraw('analytics', () => void told.push('withdrawn'));
    await page.pass();
    consent.destroy();
    page.jar.put(`commsor_consent=${encodeRecord(recordOf(everything('denied'), { id: 'other', givenAt: NOW }))}`);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await page.pass();
    expect(told).toEqual(['start']);
  });

  test("links and elements with our marks are the page's own again", async () => {
    const link = Object.assign(document.createElement('a'), { href: '#consent' });
    const tagged = document.createElement('div');
    tagged.setAttribute('data-consent', 'analytics');
    const page = openPage({ body: [link] });
    const consent = page.start();
    await page.pass();
    consent.destroy();
    await page.pass();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    document.body.append(tagged);
    await page.pass();
    expect(click.defaultPrevented).toBe(false);
    expect(tagged.hidden).toBe(false);
    expect(page.shown.size).toBe(0);
  });

  test('another start has all of it again, however often', async () => {
    const page = openPage();
    for (let time = 0; time < 3; time++) {
      const consent = await page.revisit();
      await page.pass();
      expect([ours(), [...page.shown]]).toEqual([1, ['banner']]);
      expect(window.commsorConsent).toBe(consent);
    }
  });

  test('another start finds what the first one did to tagged elements, and does nothing twice', async () => {
    const plain = document.createElement('div');
    plain.setAttribute('data-consent', 'marketing');
    plain.style.color = 'red';
    const picture = document.createElement('img');
    picture.setAttribute('data-consent', 'analytics');
    picture.setAttribute('data-src', '/a.png');
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.setAttribute('data-consent', 'analytics');
    script.textContent = 'window.runs = (window.runs ?? 0) + 1';
    const page = openPage({
      cookie: encodeRecord(recordOf({ ...everything('denied'), analytics: 'granted' })),
      body: [plain, picture, script],
    });
    page.start({ onWithdraw: 'keep' });
    await page.pass();
    expect([plain.hidden, picture.getAttribute('src')]).toEqual([true, '/a.png']);
    const consent = await page.revisit({ onWithdraw: 'keep' });
    await page.pass();
    void consent.grant();
    await page.pass();
    expect([plain.hidden, plain.getAttribute('style')]).toEqual([false, 'color: red;']);
    void consent.deny();
    await page.pass();
    expect([plain.hidden, picture.hasAttribute('src')]).toEqual([true, false]);
    expect(page.reported).toEqual([]);
  });

  test.each([
    ['grant', (consent: CommsorConsent) => consent.grant()],
    ['deny', (consent: CommsorConsent) => consent.deny()],
    ['withdraw', (consent: CommsorConsent) => consent.withdraw()],
    ['show', (consent: CommsorConsent) => consent.show('preferences')],
    ['receipt', (consent: CommsorConsent) => consent.receipt()],
    ['erase', (consent: CommsorConsent) => consent.erase()],
    ['debug', (consent: CommsorConsent) => consent.debug()],
    ['when', (consent: CommsorConsent) => consent.when('analytics')],
  ] as const)('%s() rejects with a clear error, and writes, loads and draws nothing', async (_, call) => {
    const page = openPage();
    const consent = page.start();
    await page.pass();
    const loaded = page.loaded.length;
    consent.destroy();
    await expect(call(consent)).rejects.toThrow('[commsor] destroyed');
    await page.pass();
    expect([page.loaded.length, page.shown.size, page.jar.all('commsor_consent')]).toEqual([loaded, 0, []]);
  });

  test.each([
    ['an answer', (consent: CommsorConsent) => consent.grant()],
    ['a view', (consent: CommsorConsent) => consent.show('preferences')],
    ['a permission', (consent: CommsorConsent) => consent.when('analytics')],
    ['the first answer', (consent: CommsorConsent) => consent.decided],
  ] as const)('who waits for %s is told', async (_, wait) => {
    const page = openPage({ chunks: { preferences: () => new Promise(() => undefined) } });
    const consent = page.start();
    const waiting = expect(wait(consent)).rejects.toThrow('[commsor] destroyed');
    consent.destroy();
    await page.pass();
    await waiting;
  });

  test('twice is as good as once', async () => {
    const page = openPage();
    const consent = page.start();
    await page.pass();
    consent.destroy();
    expect(() => consent.destroy()).not.toThrow();
    const next = page.start();
    consent.destroy();
    expect(window.commsorConsent).toBe(next);
  });
});
