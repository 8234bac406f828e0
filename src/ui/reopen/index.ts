import type { ReopenConfig, UiConfig } from '../../api.ts';
import type { PartNeeds, Stop, Theme } from '../../lazy.ts';
import { create } from '../element.ts';
import { adopt } from '../styles/adopt.ts';
import hostStyles from '../styles/host.css';
import css from '../styles/reopen.css';
import { createAnnouncer } from './announcer.ts';
import { createFold } from './fold.ts';
import { glyph } from './glyph.ts';
import { createReach } from './reach.ts';
import { stepAside } from './step-aside.ts';
import { loadWords } from './words.ts';

export interface Reopen {
  /** Where the control and the words beside it are. */
  readonly corner: HTMLElement;
  /** Draws what belongs there now. */
  draw(): Promise<void>;
  /** Says `text` there, also to screen readers, until something else is said, or nothing. */
  say(text: string): Promise<void>;
  /** Says that the page has to be loaded anew, with a button that does it; or no longer. */
  offerReload(isOffered: boolean): void;
  stop: Stop;
}

/**
 * The re-open control in the corner of the page; what a signal decided, and what was saved, is said beside it in words.
 */
export function createReopen(needs: PartNeeds, getTheme: () => Promise<Theme>): Reopen {
  const { store, screen, load } = needs;
  const { root, host } = screen;
  const { ui } = store.config;
  const { label: given } = reopenConfig(ui);
  const { button, words, reload, corner } = createControl(needs, () => void draw());
  let message = '';
  let isOffered = false;
  let theme: Theme | null = null;
  let isBlended = false;

  /** Gets the theme. Without one the control has the system's colours; what failed was reported. */
  async function getDressed(): Promise<void> {
    const found = theme ?? (await getTheme().catch(() => null));
    if (found && !theme) adopt(root, found.css);
    theme ??= found;
  }

  async function draw(): Promise<void> {
    announce();
    const isFree = () => !ui.headless && ui.reopen !== false && !screen.view() && !reach.isLost();
    const isNeeded = () => isFree() && (!aside.isSeen() || root.activeElement === button);
    const said = isFree() || isOffered ? await loadWords(needs, given, isOffered) : null;
    if (isFree() || isOffered || message) await getDressed();

    const honoured = (isFree() && !fold.isFolded() && said?.honoured) || '';
    const status = message || (isOffered && said?.changed) || honoured;
    reload.hidden = !isOffered || reach.isLost();
    reload.textContent = said?.reload ?? '';
    button.hidden = !isNeeded();
    // Words that can be read need no others for those who point at them.
    button.title = given ? '' : (said?.label ?? '');
    button.setAttribute('aria-label', said?.label ?? '');
    if (words.textContent !== status) words.textContent = status;
    corner.hidden = button.hidden && !status;
    if (corner.hidden) return;
    screen.attach();
    corner.lang = host.lang;
    reach.look();
    aside.look();
    if (honoured) fold.begin();
    if (!isBlended) theme?.blendIn(corner);
    isBlended = !!theme;
  }

  const redraw = () => void draw();
  const announce = createAnnouncer(screen);
  const reach = createReach(corner, { screen, load }, redraw);
  const fold = createFold(corner, redraw);
  const aside = stepAside(corner, host, redraw);
  const stops = [
    store.follow('reopen', redraw),
    store.on('show', redraw),
    store.on('hide', redraw),
    () => reach.stop(),
    fold.stop,
    aside.stop,
  ];
  redraw();

  return {
    corner,
    draw,
    say(text) {
      message = text;
      return draw();
    },
    offerReload(offered) {
      if (isOffered === offered) return;
      isOffered = offered;
      void draw();
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

const reopenConfig = ({ reopen }: UiConfig): Partial<ReopenConfig> => (typeof reopen === 'object' && reopen) || {};

/** The control with what stands beside it, in our element and not drawn yet. `left`: the focus has left it. */
function createControl({ store, screen, load }: PartNeeds, left: () => void) {
  const { position, offset, label } = reopenConfig(store.config.ui);
  const [x = '16px', y = '16px'] = Array.isArray(offset) ? offset : [];
  // Whoever reaches for it is about to need both; a failure is reported when it is used.
  const prepare = () => {
    for (const name of ['prompt', 'preferences'] as const) load(name).catch(() => undefined);
  };
  const button = create(
    'button',
    {
      part: 'reopen',
      // It is reported, and can be pressed again.
      onclick: () => void screen.show('preferences').catch(() => undefined),
      onpointerenter: prepare,
      onfocus: prepare,
      // It leaves the screen only when nobody is on it.
      onblur: left,
    },
    glyph(),
    label,
  );
  const words = create('span', { part: 'status', role: 'status' });
  const reload = create('button', { part: 'reload', hidden: '', onclick: () => location.reload() });
  const corner = create(
    'div',
    { class: position === 'bottom-end' ? 'corner end' : 'corner', hidden: '' },
    button,
    words,
    reload,
  );
  corner.style.setProperty('--x', x);
  corner.style.setProperty('--y', y);
  adopt(screen.root, hostStyles + css);
  screen.root.append(corner);
  return { button, words, reload, corner };
}
