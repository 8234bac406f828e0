// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGate } from '../../src/gate/index.ts';
import { createRounds } from '../../src/gate/embeds/rounds.ts';
import { lazily } from '../../src/lazily.ts';
import { readConfig } from '../../src/model/config.ts';
import { createStore } from '../../src/store.ts';

// How the work grows with a page: by counts, since times are for the benchmark.

const COUNT = 500;

let store: ReturnType<typeof createStore>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'performance'] });
  store = createStore({
    config: readConfig({ policy: { url: '/privacy' } }),
    signals: { dnt: false, gpc: false },
    record: null,
  });
  document.body.innerHTML = '<p data-consent="analytics">Words.</p>'.repeat(COUNT);
});
afterEach(() => {
  store.end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const tagged = () => document.querySelectorAll('[data-consent]');

test('all elements that an answer concerns reach the part together, also when it is there already', async () => {
  const rounds: number[] = [];
  const part = {
    process(waiting: Set<Element>) {
      rounds.push(waiting.size);
      waiting.clear();
    },
    stop: () => undefined,
  };
  const gate = createGate({
    store,
    embeds: lazily(store.life, () => Promise.resolve(part)),
    write: () => undefined,
  });
  gate.scan(document);
  await vi.runAllTimersAsync();
  expect(rounds).toEqual([COUNT]);

  void store.commit(null, 'api');
  await vi.runAllTimersAsync();
  expect(rounds).toEqual([COUNT, COUNT]);
});

test('an element is looked at once a round, and once more only when somebody else has changed it', async () => {
  const looks = new Map<Element, number>();
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const rounds = createRounds(store, (element) => {
    looks.set(element, (looks.get(element) ?? 0) + 1);
    rounds.watch(element);
    if (!element.hasAttribute('hidden')) element.setAttribute('hidden', '');
  });
  const total = () => [...looks.values()].reduce((sum, count) => sum + count, 0);

  for (const round of [1, 2]) {
    rounds.process(new Set(tagged()));
    await vi.runAllTimersAsync();
    expect(total()).toBe(round * COUNT);
  }
  expect(observe).toHaveBeenCalledTimes(COUNT);

  const [changed] = tagged();
  changed?.setAttribute('src', '/by-somebody-else');
  await vi.runAllTimersAsync();
  expect(total()).toBe(2 * COUNT + 1);
  expect(changed && looks.get(changed)).toBe(3);
});

test('what somebody else changed in the task of a round is looked at in it', async () => {
  const looked: (Element | undefined)[] = [];
  const rounds = createRounds(store, (element) => void looked.push(element));
  const [first, second] = tagged();
  if (first) rounds.watch(first);
  first?.setAttribute('hidden', '');
  rounds.process(new Set(second ? [second] : []));
  await vi.runAllTimersAsync();
  expect(looked).toEqual([second, first]);
});

test('elements that take long are looked at in slices, and each once', async () => {
  let looks = 0;
  const rounds = createRounds(store, () => {
    vi.advanceTimersByTime(3); // Of the 8 ms that a slice has.
    looks++;
  });
  rounds.process(new Set(tagged()));
  expect(looks).toBe(3);
  await vi.runAllTimersAsync();
  expect(looks).toBe(COUNT);
});
