import type { UiConfig, View } from '../api.ts';
import type { Mount, PartNeeds, Prompt, Stop, ViewContext } from '../lazy.ts';
import { pendingPurposes } from '../model/news.ts';
import { create } from './element.ts';
import { keepReachable } from './keep-reachable.ts';
import { loadLanguage } from './language.ts';
import { adopt } from './styles/adopt.ts';
import base from './styles/base.css';
import hostStyles from './styles/host.css';
import tokens from './styles/tokens.css';
import { createTheme } from './theme/index.ts';

export type ViewsNeeds = PartNeeds & Pick<Prompt, 'answer'> & Pick<ViewContext, 'erase' | 'take'>;
export type Views = Pick<Prompt, 'show' | 'hide' | 'prompt' | 'view' | 'theme' | 'stop'>;

/** Which view is on the screen: the banner that asks, or the preferences. */
export function createViews(needs: ViewsNeeds, mountBanner: Mount): Views {
  const { store, screen, load, answer } = needs;
  const { config, state, report, isMinor } = store;
  const { ui } = config;
  // A web address or a path; `javascript:` never becomes a link.
  const policy = {
    ...config.policy,
    url: /^(https?:|[/?#.]|[^:]*$)/i.test(config.policy.url) ? config.policy.url : '',
  };
  const theme = createTheme(ui);
  let wanted: View | null = null;
  let showing = Promise.resolve();
  let unmount: Stop | null = null;
  let isDressed = false;
  let hasFailed = false;

  /** A modal never covers the policy that it links to, and never locks a page whose parts failed. */
  const uiNow = (): UiConfig =>
    ui.layout === 'modal' && (hasFailed || isPageOf(policy.url)) ? { ...ui, layout: 'box' } : ui;

  /** Resolves when it is on the screen; whoever asks for the same meanwhile waits for the same. */
  function show(view: View = state().status === 'decided' ? 'preferences' : 'banner'): Promise<void> {
    if (wanted !== view) {
      wanted = view;
      showing = draw(view);
    }
    return showing;
  }

  /** Minors are asked in plain words, or in those of adults where the others do not come. */
  const bannerForVisitor = () =>
    isMinor
      ? load('plain').then(
          (chunk) => chunk.inPlainWords(mountBanner, needs),
          () => mountBanner,
        )
      : mountBanner;

  async function draw(view: View): Promise<void> {
    const parts = await Promise.all([
      view === 'banner' ? bannerForVisitor() : load(view).then((chunk) => chunk.mount),
      loadLanguage({ load, host: screen.host, config }),
    ]).catch(() => null); // Reported by `load`.
    if (wanted !== view) return; // Meanwhile another one was asked for, or none.
    try {
      if (parts) {
        unmount?.();
        // For good: our element stays when the view leaves it, and the next view is dressed alike.
        if (!isDressed) adopt(screen.root, hostStyles + theme.css + tokens + base);
        isDressed = true;
        screen.attach();
        const stops = [
          parts[0]({ ...context, config: { ...config, policy, ui: uiNow() }, language: parts[1] }),
          keepReachable(screen, load),
        ];
        unmount = () => stops.reverse().forEach((stop) => stop());
        const card = screen.root.firstElementChild as HTMLElement;
        // Our element inherits nothing, and in Chromium not even the language that it says itself.
        card.lang = parts[1].tag;
        theme.blendIn(card);
        return store.tell('show', (listener) => listener(view));
      }
    } catch (error) {
      report('chunk-failed', `${view}: ${error}`);
    }
    hasFailed = true;
    wanted = null; // The next time it is tried again.
    if (view !== 'banner') return show('banner'); // There is always a way to choose.
  }

  function hide(): void {
    wanted = null;
    if (!unmount) return;
    unmount();
    unmount = null;
    store.tell('hide', (listener) => listener());
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  async function prompt(): Promise<void> {
    if (screen.needsPrompt()) return show(wanted ?? 'banner');
    if (wanted === 'banner') hide();
  }

  const context: Omit<ViewContext, 'language' | 'config'> = {
    ...needs,
    root: screen.root,
    state,
    report,
    answer(choices, method, outcome) {
      const isFocusLost = !!screen.root.querySelector(':focus-visible');
      hide();
      const taken = answer(choices, method, outcome, isFocusLost);
      void prompt();
      return taken;
    },
    pending: () => pendingPurposes(config, state()),
    close() {
      hide();
      void prompt();
    },
    open: (view) => void show(view),
    subscribe: (listener) => store.on('change', listener),
  };

  return { show, hide, prompt, view: () => wanted, theme, stop: hide };
}

/** Whether this page is the one at `address`, whatever its hash and what was added to its query, or one below it. */
function isPageOf(address: string): boolean {
  const { href } = create('a', { href: address });
  const [page = ''] = href.split('#');
  return !!address && location.href.startsWith(page) && /^([?&#/]|$)/.test(location.href.slice(page.length));
}
