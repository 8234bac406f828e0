// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { encodeRecord } from '../../src/core/settled/new-record.ts';
import type { Choice } from '../../src/types.ts';
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

  test('links and elements with our marks are the page\'s own again', async () => {
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
