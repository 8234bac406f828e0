import type { ReopenConfig } from '../../api.ts';
import type { PartNeeds, Stop } from '../../lazy.ts';
import { loadLanguage } from '../language.ts';
import { blendIn } from '../theme/blend-in.ts';

export interface Reopen {
  /** Draws what belongs there now. */
  draw(): Promise<void>;
  /** Says `text` there, also to screen readers, and lets it go after a while. */
  announce(text: string): void;
  stop: Stop;
}

/** How long a message stays, in milliseconds. */
const MESSAGE_TIME = 6000;

/** How long assistive technology has to notice an empty live region before something is said in it, in milliseconds. */
const NOTICE_TIME = 500;

const STYLE = `:host{all:initial!important}
.corner{--line:var(--commsor-line,GrayText);--surface:var(--commsor-surface,Canvas);--muted:var(--commsor-muted,CanvasText);--ink:var(--commsor-ink,CanvasText)}
@supports (color:light-dark(red,red)){.corner{--line:var(--commsor-line,light-dark(#0002,#fff3));--surface:var(--commsor-surface,light-dark(#fff,#1b1c1f));--muted:var(--commsor-muted,light-dark(#555,#aaa));--ink:var(--commsor-ink,light-dark(#111,#f5f5f5))}}
.corner{position:fixed;inset-block-end:calc(var(--y) + env(safe-area-inset-bottom));inset-inline:var(--x) auto;z-index:2147483646;display:flex;align-items:center;box-sizing:border-box;max-inline-size:calc(100vw - 2 * var(--x));border:1px solid var(--line);border-radius:23px;background:var(--surface);color:var(--muted);font:13px/18px system-ui,sans-serif;box-shadow:0 1px 4px #0002}
.end{inset-inline:auto var(--x)}
.corner:hover,.corner:focus-within{color:var(--ink)}
[part=reopen]{all:unset;display:flex;padding:12px;border-radius:22px;cursor:pointer}
[part=reopen]:focus-visible{outline:2px solid var(--commsor-focus,var(--ink));outline-offset:-4px}
[part=status]:not(:empty){padding:12px 16px}
[part=reopen]:not([hidden])+[part=status]:not(:empty){padding-inline-start:0}
[hidden]{display:none!important}
[aria-live]{position:fixed;clip-path:inset(50%)}
@media (forced-colors:active){.corner{color:CanvasText;background:Canvas;border-color:ButtonBorder}}
@media print{.corner{display:none}}`;

/**
 * The re-open control in the corner of the page; what a signal decided, and what was saved, is said beside it in words.
 */
export function createReopen({ store, screen, load }: PartNeeds): Reopen {
  const { config, state } = store;
  const { ui } = config;
  const { root } = screen;
  const { position, offset, label: given } = (ui.reopen || {}) as ReopenConfig;
  const [x = '16px', y = '16px'] = Array.isArray(offset) ? offset : [];
  const sheet = new CSSStyleSheet(); // No content security policy of the page governs it.
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);

  const make = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] =>
    Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
  const corner = make('div');
  const button = make('button');
  const words = make('span');
  const aside = make('span');
  corner.className = position === 'bottom-end' ? 'corner end' : 'corner';
  corner.style.setProperty('--x', x);
  corner.style.setProperty('--y', y);
  button.part.value = 'reopen';
  button.onclick = () => void screen.show('preferences').catch(() => undefined);
  // Whoever reaches for it is about to need both; a failure is reported when it is used.
  button.onpointerenter = button.onfocus = () => {
    for (const name of ['prompt', 'preferences'] as const) load(name).catch(() => undefined);
  };
  button.append(glyph());
  words.part.value = 'status';
  words.setAttribute('role', 'status');
  aside.setAttribute('aria-live', 'polite');
  corner.append(button, words);
  corner.hidden = true;
  root.append(corner, aside);

  let message = '';
  let isTold = false;

  /**
   * A region that comes late is silent, and the banner takes no focus: that there is a question is said to screen
   * readers, once.
   */
  function tell(title: string): void {
    if (isTold) return;
    isTold = true;
    setTimeout(() => {
      if (screen.view() === 'banner') aside.textContent = title;
      // Said, it is gone: who reads on finds the title in the banner alone.
      setTimeout(() => (aside.textContent = ''), MESSAGE_TIME);
    }, NOTICE_TIME);
  }

  async function draw(): Promise<void> {
    const bySignal = Object.values(state().decisions).some(({ reason }) => reason === 'signal');
    // A language that does not come was reported where it is loaded; the way back is there all the same.
    // A modal banner is read because it takes the focus.
    const isAsking = screen.view() === 'banner' && ui.layout !== 'modal';
    const texts =
      given && !bySignal && !isAsking
        ? null
        : await loadLanguage({ load, host: screen.host, config }).then(
            (language) => language.texts,
            () => null,
          );
    if (isAsking && texts) tell(texts.banner.title);
    const isFree = !ui.headless && ui.reopen !== false && !screen.view();
    const label = given || (texts?.reopen.label ?? 'Privacy');
    const status = message || (isFree && bySignal && texts?.signals.honoured) || '';
    button.hidden = !isFree;
    button.title = label;
    button.setAttribute('aria-label', label);
    if (words.textContent !== status) words.textContent = status;
    corner.hidden = !isFree && !status;
    if (corner.hidden) return;
    screen.attach();
    blendIn(corner, ui);
  }

  const stops = [
    store.follow('reopen', () => void draw()),
    store.on('show', () => void draw()),
    store.on('hide', () => void draw()),
  ];
  void draw();

  return {
    draw,
    announce(text) {
      message = text;
      void draw();
      setTimeout(() => {
        message = '';
        void draw();
      }, MESSAGE_TIME);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

// A tick in a shield.
function glyph(): Element {
  const draw = (name: string, attributes: Record<string, string>) => {
    const shape: Element = Document.prototype.createElementNS.call(document, 'http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, value);
    return shape;
  };
  const svg = draw('svg', {
    width: '20',
    height: '20',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
  svg.append(
    draw('path', { d: 'M10 2l6.5 2.4v4.7c0 4.2-2.7 7.2-6.5 8.9-3.8-1.7-6.5-4.7-6.5-8.9V4.4zM7 9.8l2.2 2.2L13.2 8' }),
  );
  return svg;
}
