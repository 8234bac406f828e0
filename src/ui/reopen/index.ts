import type { ReopenConfig, UiConfig } from '../../api.ts';
import type { PartNeeds, Reopen, ReopenNeeds, Theme } from '../../lazy.ts';
import { create } from '../element.ts';
import { adopt } from '../styles/adopt.ts';
import hostStyles from '../styles/host.css';
import css from '../styles/reopen.css';
import { createTheme } from '../theme/index.ts';
import { createFold } from './fold.ts';
import { glyph } from './glyph.ts';
import { isFreeFor } from './is-free.ts';
import { createReach } from './reach.ts';
import { stepAside } from './step-aside.ts';
import { loadWords } from './words.ts';

/**
 * The re-open control in the corner of the page; what a signal decided, and what was saved, is said beside it in words.
 */
export function start(needs: ReopenNeeds): Reopen {
  const { store, screen, load, prompt } = needs;
  const { root, host } = screen;
  const { ui } = store.config;
  const { label: given } = reopenConfig(ui);
  const { button, words, reload, corner } = createControl(needs, () => void draw());
  let message = '';
  let isOffered = false;
  let theme: Theme | null = null;

  function dress(): void {
    if (theme) return;
    theme = prompt.part?.theme ?? createTheme(ui);
    adopt(root, theme.css);
  }

  async function draw(): Promise<void> {
    const isFree = () => isFreeFor(needs) && !reach.isLost();
    const isNeeded = () => isFree() && (!aside.isSeen() || root.activeElement === button);
    const said = isFree() || isOffered ? await loadWords(needs, given, isOffered) : null;
    if (isFree() || isOffered || message) dress();

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
  }

  const redraw = () => void draw();
  const reach = createReach(corner, { screen, load }, redraw);
  const fold = createFold(corner, redraw);
  const aside = stepAside(corner, host, redraw, () => theme?.blendIn(corner));
  const stops = [() => reach.stop(), fold.stop, aside.stop];

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
