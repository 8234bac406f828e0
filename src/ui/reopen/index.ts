import type { Language, ReopenConfig } from '../../api.ts';
import type { PartNeeds, Stop, Theme } from '../../lazy.ts';
import { languageTag } from '../../page-language.ts';
import { create } from '../element.ts';
import { loadLanguagePart, tellLanguage } from '../language-parts.ts';
import { policyNews } from '../policy-news.ts';
import { adopt } from '../styles/adopt.ts';
import hostStyles from '../styles/host.css';
import css from '../styles/reopen.css';
import { createFold } from './fold.ts';
import { glyph } from './glyph.ts';
import { createReach } from './reach.ts';
import { stepAside } from './step-aside.ts';

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

/** How long the title of the question is there for screen readers, in milliseconds. */
const TITLE_TIME = 6000;

/** How long assistive technology has to notice an empty live region before something is said in it, in milliseconds. */
const NOTICE_TIME = 500;

/** Its words where English is spoken, and where no language came: most visits see them, and load nothing for it. */
const ENGLISH = {
  label: 'Privacy preferences',
  choices: 'Your privacy choices',
  changed: 'Your choice has changed. Reload this page so that it fully applies.',
  reload: 'Reload',
};

/**
 * The re-open control in the corner of the page; what a signal decided, and what was saved, is said beside it in words.
 */
export function createReopen({ store, screen, load }: PartNeeds, getTheme: () => Promise<Theme>): Reopen {
  const { config, state } = store;
  const { root, host } = screen;
  const { ui } = config;
  const { position, offset, label: given } = (ui.reopen || {}) as ReopenConfig;
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
      onblur: () => void draw(),
    },
    glyph(),
    given,
  );
  const words = create('span', { part: 'status', role: 'status' });
  const reload = create('button', { part: 'reload', hidden: '', onclick: () => location.reload() });
  const announcer = create('span', { 'aria-live': 'polite' });
  const corner = create(
    'div',
    { class: position === 'bottom-end' ? 'corner end' : 'corner', hidden: '' },
    button,
    words,
    reload,
  );
  corner.style.setProperty('--x', x);
  corner.style.setProperty('--y', y);
  adopt(root, hostStyles + css);
  root.append(corner, announcer);

  let message = '';
  let isOffered = false;
  let isTold = false;
  let theme: Theme | null = null;
  let isBlended = false;

  /**
   * A region that comes late is silent, and the banner takes no focus: that there is a question is said to screen
   * readers, once.
   */
  function tell(): void {
    if (isTold) return;
    isTold = true;
    setTimeout(() => {
      const banner = screen.view() === 'banner' && root.querySelector('[part~=banner],[part~=notice]');
      // A modal one is read because it takes the focus.
      if (banner && banner.localName !== 'dialog') announcer.textContent = banner.getAttribute('aria-label');
      // Said, it is gone: who reads on finds the title in the banner alone.
      setTimeout(() => (announcer.textContent = ''), TITLE_TIME);
    }, NOTICE_TIME);
  }

  /** The words of the control, where any but the English label are needed. */
  async function translate(bySignal: boolean): Promise<Language['texts'] | null> {
    const hasOwnWords = !!config.texts;
    const isEnglish = languageTag(config.language) === 'en';
    if (bySignal || ((!given || isOffered) && (hasOwnWords || !isEnglish))) {
      // A language that does not come was reported where it is loaded; the way back is there all the same.
      return loadLanguagePart({ load, host, config }).then(
        ({ texts }) => texts,
        () => null,
      );
    }
    if (!given) tellLanguage(host, { tag: 'en', dir: 'ltr' });
    return null;
  }

  /** Gets the theme. Without one the control has the system's colours; what failed was reported. */
  async function getDressed(): Promise<void> {
    const found = theme ?? (await getTheme().catch(() => null));
    if (found && !theme) adopt(root, found.css);
    theme ??= found;
  }

  async function draw(): Promise<void> {
    if (screen.view() === 'banner') tell();
    const isFree = () => !ui.headless && ui.reopen !== false && !screen.view() && !reach.isLost();
    const isNeeded = () => isFree() && (!aside.isSeen() || root.activeElement === button);
    const { decisions, model, record, signals } = state();
    const bySignal = Object.values(decisions).some(({ reason }) => reason === 'signal');
    const texts = isFree() || isOffered ? await translate(bySignal) : null;
    if (isFree() || isOffered || message) await getDressed();

    const usual = model === 'opt-out' ? texts?.banner.choices : texts?.reopen.label;
    const label = given || (usual ?? ENGLISH[model === 'opt-out' ? 'choices' : 'label']);
    const { changed, reload: again } = texts?.status ?? ENGLISH;
    // Nobody is interrupted under Do Not Track, nor is it stored that this was read.
    const news = texts && signals.dnt ? ` ${policyNews(record, config, texts)}` : '';
    const honoured = isFree() && bySignal && !fold.isFolded() && texts && texts.signals.honoured + news.trimEnd();
    const status = message || (isOffered && changed) || honoured || '';
    reload.hidden = !isOffered || reach.isLost();
    reload.textContent = again;
    button.hidden = !isNeeded();
    // Words that can be read need no others for those who point at them.
    button.title = given ? '' : label;
    button.setAttribute('aria-label', label);
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
