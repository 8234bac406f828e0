import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UiConfig, View } from '../../src/api.ts';
import type { Lazy, PartNeeds, Reopen } from '../../src/lazy.ts';
import { reopenOnDemand } from '../../src/ui/reopen/on-demand.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function scene(ui: UiConfig, shown: View | null = null) {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  let view = shown;
  const heard = new Map<string, () => void>();
  const listen = (event: string, listener: () => void) => {
    heard.set(event, listener);
    return () => void heard.delete(event);
  };
  const needs = {
    store: { config: { ui }, follow: listen, on: listen },
    screen: { root, view: () => view },
  } as unknown as PartNeeds;
  const reopen = Object.assign(vi.fn(), { part: null }) as unknown as Lazy<Reopen>;
  return {
    root,
    reopen,
    heard,
    ...reopenOnDemand(needs, reopen),
    /** Shows `next`, and says so. */
    see(next: View | null) {
      view = next;
      heard.get(next ? 'show' : 'hide')?.();
    },
  };
}

test('who has a question on the screen loads no control, and gets one when it has left', () => {
  const { reopen, see } = scene({}, 'banner');
  expect(reopen).not.toHaveBeenCalled();

  see(null);

  expect(reopen).toHaveBeenCalledOnce();
});

test.each([{ reopen: false }, { headless: true }])('where the site wants none it is never loaded: %o', (ui) => {
  const { reopen, see, heard } = scene(ui);
  see('preferences');
  see(null);
  heard.get('reopen')?.();
  expect(reopen).not.toHaveBeenCalled();
});

test('it hears of nothing when it has ended', () => {
  const { heard, stop } = scene({});
  expect(heard.size).toBe(3);
  stop();
  expect(heard.size).toBe(0);
});

test('says to screen readers that there is a question, in the words of the banner, once', async () => {
  const { draw, root } = scene({}, 'banner');
  const banner = root.appendChild(document.createElement('div'));
  banner.setAttribute('part', 'banner');
  banner.setAttribute('aria-label', 'Ein Titel');

  draw();
  await vi.advanceTimersByTimeAsync(1000);
  expect(root.querySelector('[aria-live]')?.textContent).toBe('Ein Titel');

  await vi.advanceTimersByTimeAsync(10_000);
  draw();
  await vi.advanceTimersByTimeAsync(1000);
  expect(root.querySelector('[aria-live]')?.textContent).toBe('');
});
