import { expect, onTestFinished, vi } from 'vitest';
import { startConsent } from '../../src/consent.ts';
import { startPrompt } from '../../src/prompt.ts';
import { prototypeOfDocument } from '../../src/page.ts';
import { loadPart } from '../../src/parts.ts';
import type { CommsorConsent, ConsentConfig, ConsentError, ErrorCode, PrivacySignal, View } from '../../src/api.ts';
import type { Chunks, LoadChunk, Stop, ViewContext } from '../../src/lazy.ts';
import { preferencesWords } from '../../src/ui/texts/en.ts';
import { goTo, openJar, type JarTraits } from './cookie-jar.ts';
import { NOW } from './records.ts';

export interface PageTraits extends JarTraits {
  url?: string;
  /** The stored text, in a cookie of the host. */
  cookie?: string;
  /** The signals that the browser sends. */
  sends?: readonly PrivacySignal[];
  /** What stands in the page's `<body>`. */
  body?: Node[];
  /** Codes of the errors that the test expects; any other in the console fails it. */
  errors?: readonly ErrorCode[];
  /** Chunks in place of the real ones; one that throws is a file that does not load. */
  chunks?: { readonly [Name in keyof Chunks]?: () => Chunks[Name] | Promise<Chunks[Name]> };
  /** Whether the page is still being prepared for a visit that may never come. */
  isPrerendering?: boolean;
}

/** Long enough for a paint, what follows it, and the loading of what follows that. */
const A_WHILE = 300;

/**
 * A page with the whole core in it, until the test ends. The edges are not real: the clock, the cookies, the signals,
 * the console, and the views, which are remembered instead of drawn.
 */
export function openPage({
  url = 'https://www.shop.example/',
  cookie,
  sends = [],
  body = [],
  errors = [],
  chunks = {},
  isPrerendering = false,
  ...jarTraits
}: PageTraits = {}) {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'Date', 'performance'],
  });
  goTo(url);
  localStorage.clear();
  document.body.replaceChildren(...body);
  Object.defineProperty(navigator, 'doNotTrack', { value: sends.includes('dnt') ? '1' : null, configurable: true });
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: sends.includes('gpc'), configurable: true });
  Object.defineProperty(prototypeOfDocument(), 'prerendering', { value: isPrerendering, configurable: true });
  // happy-dom does not know it: one part a name.
  Object.defineProperty(Element.prototype, 'part', {
    configurable: true,
    get(this: Element) {
      return {
        set: () => undefined,
        get value() {
          return '';
        },
        set value(text: string) {
          void text;
        },
      };
    },
  });
  const jar = openJar(jarTraits);
  if (cookie !== undefined) jar.put(`commsor_consent=${cookie}`);

  const loaded: string[] = [];
  const views: { view: View; context: ViewContext }[] = [];
  const shown = new Set<View>();
  const mount =
    (view: View) =>
    (context: ViewContext): Stop => {
      views.push({ view, context });
      shown.add(view);
      const card = document.createElement('div');
      context.root.prepend(card);
      return () => {
        shown.delete(view);
        card.remove();
      };
    };
  const fakes: { -readonly [Name in keyof Chunks]?: () => Chunks[Name] | Promise<Chunks[Name]> } = {
    prompt: () => ({ start: (needs) => startPrompt(needs, mount('banner')) }),
    preferences: () => ({ mount: mount('preferences'), english: preferencesWords }),
    ...chunks,
  };
  const load: LoadChunk = async (name) => {
    loaded.push(name);
    const fake = fakes[name];
    return fake ? fake() : loadPart(name);
  };

  const reported: ConsentError[] = [];
  // What goes wrong before anyone can listen is in the console alone.
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const consoleWarn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  let handle: CommsorConsent | undefined;

  /** Lets time pass, and everything happen that happens in it. */
  async function pass(milliseconds = A_WHILE): Promise<void> {
    // A part is a file: it takes turns of the event loop that no clock measures.
    for (let turn = 0; turn < 3; turn++) {
      await vi.dynamicImportSettled();
      await vi.advanceTimersByTimeAsync(milliseconds / 3);
    }
  }

  onTestFinished(async () => {
    handle?.destroy();
    await pass();
    const complaints = consoleError.mock.calls.map(
      ([text]) => /^\[commsor\] ([a-z-]+): /.exec(String(text))?.[1] ?? text,
    );
    vi.useRealTimers();
    consoleError.mockRestore();
    consoleWarn.mockRestore();
    for (const name of ['doNotTrack', 'globalPrivacyControl']) Reflect.deleteProperty(navigator, name);
    Reflect.deleteProperty(prototypeOfDocument(), 'prerendering');
    Reflect.deleteProperty(window, 'commsorConsentReady');
    document.documentElement.lang = '';
    expect([...new Set(complaints)].toSorted()).toEqual([...new Set(errors)].toSorted());
  });

  return {
    jar,
    /** The names of the chunks that were loaded, in order. */
    loaded,
    /** Every view that came, with what it was given. */
    views,
    /** The views on the screen. */
    shown,
    /** Chunks in place of the real ones. */
    fakes,
    /** What went wrong since the start, in order. */
    reported,
    consoleError,
    consoleWarn,
    pass,
    start(config: Partial<ConsentConfig> = {}): CommsorConsent {
      handle = startConsent({ policy: { url: '/privacy' }, ...config }, load);
      handle.on('error', (error) => reported.push(error));
      return handle;
    },
    /** The next visit of the same browser, to a page that was loaded anew. */
    async revisit(config: Partial<ConsentConfig> = {}): Promise<CommsorConsent> {
      handle?.destroy();
      await pass();
      return this.start(config);
    },
  };
}
