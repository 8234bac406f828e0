import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Decision, UiConfig, View } from '../../src/api.ts';
import type { ReopenNeeds } from '../../src/lazy.ts';
import { start } from '../../src/ui/reopen/index.ts';
import de from '../../src/ui/texts/de.ts';
import en from '../../src/ui/texts/en.ts';
import { policyNews } from '../../src/ui/wording/policy.ts';

const bySignal: Decision = { allowed: false, reason: 'signal', signal: 'gpc' };

beforeEach(() => void (document.documentElement.lang = 'en'));
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

interface Scene {
  ui?: UiConfig;
  language?: string;
  texts?: unknown;
  decisions?: Record<string, Decision>;
  /** What else the state says, and the policy. */
  state?: object;
  policy?: object;
  failing?: boolean;
}

function scene({
  ui = {},
  language = '',
  texts,
  decisions = {},
  state = {},
  policy = {},
  failing = false,
}: Scene = {}) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  let view: View | null = null;
  const load = vi.fn(async (name: string) => {
    if (failing) throw new Error(`no ${name}`);
    return name === 'wording' ? { policyNews } : { default: name === 'texts/de' ? de : en };
  });
  const show = vi.fn(async () => undefined);
  const blendIn = vi.fn();
  const nothing = () => () => undefined;
  const needs = {
    store: {
      config: { ui, language, texts, policy },
      state: () => ({ decisions, signals: {}, ...state }),
      follow: nothing,
      on: nothing,
    },
    screen: { root, host, view: () => view, show, attach: vi.fn() },
    load,
    prompt: { part: { theme: { css: '', blendIn } } },
  } as unknown as ReopenNeeds;
  const corner = start(needs);
  onTestFinished(() => corner.stop());
  return {
    corner,
    load,
    show,
    blendIn,
    root,
    part: (name: string) => root.querySelector<HTMLElement>(`[part="${name}"]`)!,
    box: root.querySelector<HTMLElement>('.corner')!,
    view: (next: View | null) => void (view = next),
  };
}

test('where English is spoken it is drawn at once, and loads nothing', async () => {
  const { corner, part, box, load } = scene();
  expect(box.hidden).toBe(true);

  await corner.draw();

  expect(box.hidden).toBe(false);
  expect(part('reopen').getAttribute('aria-label')).toBe(en.texts.reopen.label);
  expect(load).not.toHaveBeenCalled();
});

test('where silence means yes it has the name that the law asks for', async () => {
  const { corner, part } = scene({ state: { model: 'opt-out' } });
  await corner.draw();
  expect(part('reopen').getAttribute('aria-label')).toBe(en.texts.banner.choices);
});

test.each([
  { given: 'Do Not Track', signals: { dnt: true }, told: `${en.texts.signals.honoured} A map came.` },
  { given: 'the other signal, whose sender a notice tells', signals: { gpc: true }, told: en.texts.signals.honoured },
])('what changed in the policy is said beside it under $given', async ({ signals, told }) => {
  const { corner, part } = scene({
    decisions: { analytics: bySignal },
    state: { signals, record: { policyVersion: '1' } },
    policy: { version: '2', changes: 'A map came.' },
  });
  await corner.draw();
  expect(part('status').textContent).toBe(told);
});

test.each([
  { given: 'another language', scene: { language: 'de' }, label: de.texts.reopen.label },
  { given: 'words of the site', scene: { texts: { reopen: { label: 'Choices' } } }, label: 'Choices' },
  {
    given: 'a label of the site',
    scene: { ui: { reopen: { label: 'Privacy' } }, language: 'de' },
    label: 'Privacy',
    isShown: true,
  },
  { given: 'a language that does not come', scene: { language: 'de', failing: true }, label: en.texts.reopen.label },
])('its name is "$label" with $given, and only that is shown as words', async ({ scene: given, label, isShown }) => {
  const { corner, part } = scene(given);

  await corner.draw();

  expect(part('reopen').getAttribute('aria-label')).toBe(label);
  expect(part('reopen').title).toBe(isShown ? '' : label);
  expect(part('reopen').textContent).toBe(isShown ? label : '');
});

test('leads to the preferences, and begins to load them as soon as somebody reaches for it', async () => {
  const { corner, part, show, load } = scene();
  await corner.draw();

  part('reopen').dispatchEvent(new Event('pointerenter'));
  expect(load.mock.calls.flat()).toEqual(['prompt', 'preferences']);
  part('reopen').click();
  expect(show).toHaveBeenCalledExactlyOnceWith('preferences');
});

test('is away while a view is on the screen, or where the site wants none', async () => {
  const { corner, box, view } = scene();
  view('banner');
  await corner.draw();
  expect(box.hidden).toBe(true);
  view(null);
  await corner.draw();
  expect(box.hidden).toBe(false);

  const without = scene({ ui: { reopen: false } });
  await without.corner.draw();
  expect(without.box.hidden).toBe(true);
});

test('says beside itself that a signal was honoured', async () => {
  const { corner, part } = scene({ decisions: { marketing: bySignal } });

  await corner.draw();

  expect(part('status').textContent).toBe(en.texts.signals.honoured);
});

test('what a signal decided can be read for 10 seconds, and folds with the next scroll or 10 more', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  for (const scrolls of [true, false]) {
    const { corner, part } = scene({ decisions: { marketing: bySignal } });
    const status = () => part('status').textContent;
    await corner.draw();
    await vi.advanceTimersByTimeAsync(9900);
    dispatchEvent(new Event('scroll'));
    expect(status()).toBe(en.texts.signals.honoured);

    await vi.advanceTimersByTimeAsync(200);
    if (scrolls) dispatchEvent(new Event('scroll'));
    await vi.advanceTimersByTimeAsync(0);
    expect(status()).toBe(scrolls ? '' : en.texts.signals.honoured);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([status(), part('reopen').hidden]).toEqual(['', false]);
  }
});

test('is away while a way of the page’s own is in sight, and not while it has the focus', async () => {
  const { look, watched } = stubSights();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  document.body.innerHTML =
    '<a href="#consent">Here</a><a href="https://elsewhere.example/#consent">Elsewhere</a><a href="#other">Other</a>';
  const { corner, part } = scene();
  await corner.draw();
  const [link] = document.body.querySelectorAll('a');
  expect(watched).toEqual([link]);
  const see = async (ratio: number) => {
    look([{ target: link!, intersectionRatio: ratio }]);
    await vi.advanceTimersByTimeAsync(500);
    return part('reopen').hidden;
  };

  expect(await see(1)).toBe(true);
  expect(await see(0)).toBe(false);
  part('reopen').focus();
  expect(await see(1)).toBe(false);
  part('reopen').blur();
  await vi.advanceTimersByTimeAsync(500);
  expect(part('reopen').hidden).toBe(true);

  document.body.innerHTML += '<button data-consent-action="preferences">Later</button>';
  await vi.advanceTimersByTimeAsync(500);
  expect(watched.at(-1)?.textContent).toBe('Later');
});

/** Stands in for the browser that sees what comes into sight. */
function stubSights() {
  const watched: Element[] = [];
  let look: (sights: { target: Element; intersectionRatio: number }[]) => void = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof look) {
        look = callback;
      }
      observe(target: Element): void {
        if (!watched.includes(target)) watched.push(target);
      }
      disconnect(): void {}
    },
  );
  vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(true);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { watched, look: (sights: Parameters<typeof look>[0]) => look(sights) };
}

test('says a message, also where there is no control, until nothing is to be said', async () => {
  const { corner, part, box } = scene({ ui: { reopen: false } });

  await corner.say('Saved.');
  expect([box.hidden, part('status').textContent]).toEqual([false, 'Saved.']);
  await corner.say('');
  expect([box.hidden, part('status').textContent]).toEqual([true, '']);
});

test.each([
  { language: 'en', files: [], texts: en.texts },
  { language: 'de', files: ['texts/de'], texts: de.texts },
])(
  'offers to load the page anew in $language, also where there is no control, and takes the offer back',
  async (given) => {
    const { corner, part, box, load } = scene({ ui: { reopen: false }, language: given.language });
    await corner.draw();
    expect(box.hidden).toBe(true);

    corner.offerReload(true);
    await vi.waitFor(() => expect(box.hidden).toBe(false));
    expect(load.mock.calls.flat()).toEqual(given.files);
    expect(part('status').textContent).toBe(given.texts.status.changed);
    expect([part('reload').hidden, part('reload').textContent]).toEqual([false, given.texts.status.reload]);

    corner.offerReload(false);
    await vi.waitFor(() => expect(box.hidden).toBe(true));
    expect([part('reload').hidden, part('status').textContent]).toEqual([true, '']);
  },
);

test('takes the looks of the page where it stands, whenever that was looked at', async () => {
  const { corner, blendIn } = scene();

  expect(blendIn).not.toHaveBeenCalled();

  await corner.draw();
  await corner.draw();

  expect(blendIn).toHaveBeenCalledTimes(2);
});
