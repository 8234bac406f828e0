import type { View } from '../api.ts';
import type { CardTheme, Mount, PartNeeds, Prompt, Stop, ViewContext } from '../lazy.ts';
import type { Config } from '../model/config.ts';
import { optionalPurposes, pendingPurposes } from '../model/news.ts';
import { languageTag } from '../page-language.ts';
import { type Draw, drawBanner, drawPreferences } from './drawing.ts';
import { create } from './element.ts';
import { keepReachable } from './keep-reachable.ts';
import { adopt } from './styles/adopt.ts';
import base from './styles/base.css';
import hostStyles from './styles/host.css';
import { createCardTheme } from './theme/card.ts';

export type ViewsNeeds = PartNeeds & Pick<Prompt, 'answer'> & Pick<ViewContext, 'erase' | 'take'>;
export type Views = Pick<Prompt, 'show' | 'hide' | 'prompt' | 'fit' | 'view' | 'theme' | 'stop'>;

/** Where one view stands at a time. */
interface Stage {
  /** Puts a view there in the place of another one. */
  set(draw: Draw, context: Omit<ViewContext, 'language'>): void;
  /** Takes what stands there off the screen; `false`: nothing did. */
  clear(): boolean;
}

/** Which view is on the screen: the banner that asks, or the preferences. */
export function createViews(needs: ViewsNeeds, mountBanner: Mount): Views {
  const { store, screen } = needs;
  const { config, state, report } = store;
  const theme = createCardTheme(config.ui);
  const stage = createStage(needs, theme);
  const configOf = inItsLayout(config);
  let wanted: View | null = null;
  let showing = Promise.resolve();
  let hasFailed = false;
  /** What was drawn last: its language and, for the banner, its layout and what it says of whom. */
  let look = '';

  /** Resolves when it is on the screen; whoever asks for the same meanwhile waits for the same. */
  function show(view: View = state().status === 'decided' ? 'preferences' : 'banner'): Promise<void> {
    if (wanted !== view || lookFor(view) !== look) {
      wanted = view;
      showing = draw(view);
    }
    return showing;
  }

  const reasons = () => optionalPurposes(config).map((id) => state().decisions[id]?.reason);
  /** The preferences follow what is answered elsewhere by themselves. */
  const lookFor = (view: View) =>
    `${view === 'banner' && [configOf(hasFailed).ui.layout, reasons()]} ${languageTag(config.language)}`;

  async function draw(view: View): Promise<void> {
    const mine = (look = lookFor(view));
    const drawing = view === 'banner' ? drawBanner(needs, mountBanner) : drawPreferences(needs);
    const draws = await drawing.catch(() => null); // Reported by `load`.
    if (wanted !== view || look !== mine) return; // Meanwhile another one was asked for, or none.
    try {
      if (draws) {
        stage.set(draws, { ...context, config: configOf(hasFailed), blendIn });
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
    if (stage.clear()) store.tell('hide', (listener) => listener());
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  async function prompt(): Promise<void> {
    if (screen.needsPrompt()) return show(wanted ?? 'banner');
    if (wanted === 'banner') hide();
  }

  /** Draws a view anew where a router went to the policy, or came back from it, or the page speaks another language. */
  function fit(): void {
    if (wanted) void show(wanted);
  }

  function blendIn(card: HTMLElement): void {
    // Our element inherits nothing, and in Chromium not even the language that it says itself.
    card.lang = screen.host.lang;
    theme.blendIn(card);
  }

  const context = contextOf(needs, { show, hide, prompt });
  return { show, hide, prompt, fit, view: () => wanted, theme, stop: hide };
}

/** What every view is given, but for its looks, and its language and configuration of the moment it is drawn. */
function contextOf(
  needs: ViewsNeeds,
  { show, hide, prompt }: Pick<Views, 'show' | 'hide' | 'prompt'>,
): Omit<ViewContext, 'language' | 'config' | 'blendIn'> {
  const { store, screen, answer } = needs;
  const { config, state, report } = store;
  return {
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
    open: show,
    subscribe: (listener) => store.on('change', listener),
  };
}

function createStage({ screen, load }: PartNeeds, theme: CardTheme): Stage {
  const { root } = screen;
  // For good: our element stays when the view leaves it, and the next view is dressed alike.
  adopt(root, hostStyles + theme.css + theme.cardCss + base);
  let unmount: Stop | null = null;

  return {
    set(draw, context) {
      unmount?.();
      screen.attach();
      const stops = [draw(context), keepReachable(screen, load)];
      unmount = () => stops.reverse().forEach((stop) => stop());
    },
    clear() {
      const wasSet = !!unmount;
      unmount?.();
      unmount = null;
      return wasSet;
    },
  };
}

/**
 * Returns what a view gets for the configuration of now. A modal never covers the policy that it links to, and never
 * locks a page whose parts failed.
 */
function inItsLayout(config: Config): (hasFailed: boolean) => Config {
  const { policy, ui } = config;
  // A web address or a path; `javascript:` never becomes a link.
  const url = /^(https?:|[/?#.]|[^:]*$)/i.test(policy.url) ? policy.url : '';
  return (hasFailed) => ({
    ...config,
    policy: { ...policy, url },
    ui: ui.layout === 'modal' && (hasFailed || isPageOf(url)) ? { ...ui, layout: 'box' } : ui,
  });
}

/** Whether this page is the one at `address`, whatever its hash and what was added to its query, or one below it. */
function isPageOf(address: string): boolean {
  const { href } = create('a', { href: address });
  const [page = ''] = href.split('#');
  return !!address && location.href.startsWith(page) && /^([?&#/]|$)/.test(location.href.slice(page.length));
}
