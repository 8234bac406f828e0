import type { View } from './api.ts';
import type { Lazy, Prompt, Stop } from './lazy.ts';
import { hasPolicyMoved } from './model/news.ts';
import { createElement, fromDocument } from './page.ts';
import type { Store } from './store.ts';

/** Our element, and the one view in it. */
export interface Screen {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts our element into the page, also back into it. */
  attach(): void;
  /** The view on the screen, or on its way there. */
  view(): View | null;
  /** Default: the banner while undecided, else the preferences. */
  show(view?: View): Promise<void>;
  hide(): void;
  /** Whether the visitor is to be asked by us, or told that the policy moved. */
  needsPrompt(): boolean;
  /** Shows the banner while there is something that we know to ask or to tell, and takes it away when there is not. */
  prompt(): Promise<void>;
  stop: Stop;
}

export function createScreen(store: Store, getPrompt: () => Lazy<Prompt>): Screen {
  const { config, life, isSettled, isMinor } = store;
  const host = createElement('commsor-ui');
  const root = host.attachShadow({ mode: 'open' });
  let isAsked = false;

  const withPrompt = <Result>(task: (part: Prompt) => Result) => {
    isAsked = true;
    return getPrompt()(task);
  };
  const view = () => getPrompt().part?.view() ?? null;

  function needsPrompt(): boolean {
    const { status, record, signals } = store.state();
    // Minors are asked once.
    if (config.ui.headless || (isMinor && record)) return false;
    return status === 'undecided' || (hasPolicyMoved(record, config) && !signals.dnt);
  }

  const prompt = (): Promise<void> =>
    (isSettled() && needsPrompt()) || view() ? withPrompt((part) => part.prompt()) : Promise.resolve();
  store.follow('screen', () => void prompt());

  return {
    host,
    root,
    // A child of <html>, read before the body: pages that swap that keep it, and no transform or filter of theirs
    // contains it.
    attach() {
      if (!host.isConnected && !life.aborted) fromDocument('documentElement').insertBefore(host, fromDocument('body'));
    },
    view,
    show: (wanted) => withPrompt((part) => part.show(wanted)),
    hide: () => void (isAsked && withPrompt((part) => part.hide())),
    needsPrompt,
    prompt,
    stop: () => host.remove(),
  };
}
