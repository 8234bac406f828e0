import type { Config, Language, LoadChunk, Stop, View, ViewContext } from '../types.ts';
import { chooseLanguage } from './languages.ts';
import { createElement, fromDocument } from './unclobbered.ts';

/** Our one element in the page, and the view that is drawn into it. */
export interface Views {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts our element into the page, also back into it. */
  attach(): void;
  show(view: View): Promise<void>;
  hide(): void;
  /** The view on the screen, or on its way there. */
  current(): View | null;
  /** The visitor's language with the site's own words. */
  language(): Promise<Language>;
  /** The BCP 47 tag of the language that `language()` gives. */
  languageTag(): string;
}

/** `changed` is told of each view that comes, and of `null` when it goes. */
export function createViews(
  config: Config,
  load: LoadChunk,
  context: Omit<ViewContext, 'root' | 'config' | 'language'>,
  changed: (view: View | null) => void,
): Views {
  const host = createElement('commsor-ui');
  const root = host.attachShadow({ mode: 'open' });
  let wanted: View | null = null;
  let unmount: Stop | null = null;

  const languageTag = () => chooseLanguage([config.language, fromDocument('documentElement').lang, ...navigator.languages]);

  async function language(): Promise<Language> {
    const tag = languageTag();
    const { default: spoken } = await load(`texts/${tag}`);
    host.lang = spoken.tag;
    host.dir = spoken.dir;
    return { ...spoken, texts: override(override(spoken.texts, config.texts), own(config.texts, tag)) };
  }

  // A child of <html>: pages that swap their <body> keep it, and no transform or filter of theirs contains it.
  function attach(): void {
    if (!host.isConnected) fromDocument('documentElement').append(host);
  }

  async function show(view: View): Promise<void> {
    if (wanted === view) return;
    wanted = view;
    try {
      const [{ mount }, spoken] = await Promise.all([load(view === 'banner' ? 'ask' : view), language()]);
      if (wanted !== view) return; // Meanwhile another one was asked for, or none.
      unmount?.();
      attach();
      unmount = mount({ ...context, root, config, language: spoken });
      changed(view);
    } catch (error) {
      wanted = null;
      context.report({ code: 'chunk-failed', message: `${view}: ${error}` });
    }
  }

  function hide(): void {
    wanted = null;
    unmount?.();
    if (unmount) changed((unmount = null));
  }

  return { host, root, attach, show, hide, language, languageTag, current: () => wanted };
}

const own = (object: unknown, key: string): unknown => (object && Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined);

/** `base` with the strings of `words` in the same places; what `base` does not know is left out. */
function override<T>(base: T, words: unknown): T {
  if (typeof base === 'string') return typeof words === 'string' ? (words as T & string) : base;
  return Object.fromEntries(Object.entries(base as object).map(([key, value]) => [key, override(value, own(words, key))])) as T;
}
