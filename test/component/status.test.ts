import { afterEach, expect, test, vi } from 'vitest';
import type { View } from '../../src/api.ts';
import type { StatusNeeds } from '../../src/lazy.ts';
import { start } from '../../src/ui/status/index.ts';

afterEach(() => void vi.useRealTimers());

/** The part that tells, where `view` is on the screen by the time that it has its words. */
function open(view: View | null) {
  vi.useFakeTimers();
  const host = document.createElement('commsor-ui');
  const corner = document.createElement('div');
  const said: string[] = [];
  const say = async (text: string) => void said.push(text);
  const needs = {
    store: {
      config: { language: 'en', texts: undefined, purposes: new Map() },
      state: () => ({ decisions: { analytics: { allowed: true, reason: 'choice' } }, record: null }),
      on: () => () => undefined,
    },
    screen: { host, root: host.attachShadow({ mode: 'open' }), view: () => view, attach: () => undefined },
    reopen: { corner, say },
  };
  // The part reads nothing else.
  const status = start(needs as unknown as StatusNeeds);
  return { corner, said, tell: () => status.tell({ names: ['analytics'] }) };
}

test.each<{ view: View | null; words: string[] }>([
  { view: null, words: ['Accepted. You can change this at any time.'] },
  { view: 'banner', words: ['Accepted. You can change this at any time.'] },
  { view: 'preferences', words: [] },
])('an answer is told beside the way back, but not behind the preferences: $view', async ({ view, words }) => {
  const { corner, said, tell } = open(view);
  const told = tell();
  await vi.runAllTimersAsync();
  await told;
  expect(said).toEqual(words);
  expect(corner.children).toHaveLength(words.length);
});
