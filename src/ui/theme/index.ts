import type { Stop, Theme } from '../../lazy.ts';
import type { UiConfig } from '../../api.ts';
import { bodyOrRoot, fromDocument } from '../../page.ts';
import { afterLayout } from '../../schedule.ts';
import colours from '../styles/colours.css';
import { contrastOf, measure, schemeOf } from './colour.ts';
import { fontOfPage } from './font.ts';
import { groundOf } from './ground.ts';

/** What WCAG 2.2 asks for between words and what they stand on (1.4.3). */
const READABLE = 4.5;

/**
 * Gives what we draw the page's font, the scheme of what the page paints behind it, and the accent of the site, and
 * follows the page when its theme changes. Where the page paints nothing, the scheme is the one that it declares, else
 * light, as the browser's own ground; and a surface of the site's own brings its scheme along.
 */
export function createTheme(ui: UiConfig): Theme {
  const { accent = '' } = ui;
  const isColour = CSS.supports('color', accent);
  const dressed = new Set<HTMLElement>();
  const coming = new Set<HTMLElement>();
  let font = '';
  let stop: Stop | null = null;

  function getFont(element: HTMLElement): void {
    font = fontOfPage((element.getRootNode() as Partial<ShadowRoot>).host ?? element);
  }

  function giveFont({ style }: HTMLElement): void {
    style.fontFamily = font;
    // On a fill that is no colour, and so is none, nobody could read the words.
    if (isColour) style.setProperty('--commsor-accent', accent);
  }

  function follow(): void {
    for (const element of dressed) if (!element.isConnected) dressed.delete(element);
    const [first] = dressed;
    if (first) getFont(first);
    dressed.forEach(giveFont);
    for (const element of dressed) giveScheme(element, ui);
    if (first) return;
    stop?.();
    stop = null;
  }

  return {
    css: colours,
    blendIn(element) {
      if (coming.size === 0) {
        getFont(element);
        // To look at the ground lays the page out: it is asked for when that happens anyway, and for all at once.
        afterLayout(() => {
          for (const one of coming) giveScheme(one, ui);
          coming.clear();
        });
      }
      // A dialog is not modal yet: later nothing could be found below it.
      if (element instanceof HTMLDialogElement) giveScheme(element, ui);
      // At once, or what is laid out in between would be seen to move.
      giveFont(element);
      coming.add(element);
      dressed.add(element);
      stop ??= followPage(follow);
    },
  };
}

function giveScheme(element: HTMLElement, { theme }: UiConfig): void {
  const { style } = element;
  const luminanceOf = (name: string) => measure(element, `var(${name})`)[0];
  const declared = getComputedStyle(bodyOrRoot()).colorScheme;
  style.colorScheme = theme && theme !== 'auto' ? theme : (groundOf(element) ?? declared);
  const surface = luminanceOf('--surface');
  if (surface >= 0) style.colorScheme = schemeOf(surface);
  // Words that nobody could read on the site's fill are chosen by us.
  style.removeProperty('--commsor-accent-ink');
  if (contrastOf(luminanceOf('--accent'), luminanceOf('--on-accent')) < READABLE)
    style.setProperty('--commsor-accent-ink', 'initial');
}

/** Calls `look` whenever the theme of the page may have changed. */
function followPage(look: () => void): Stop {
  const root = fromDocument('documentElement');
  const watch = () => {
    const body = bodyOrRoot();
    for (const layer of new Set([root, body]))
      // What comes before the body is looked at again with it.
      observer.observe(layer, { attributes: true, childList: body === root });
  };
  const follow = () => {
    watch();
    look();
    // A theme may come in a transition.
    const changes = [root, bodyOrRoot()].flatMap((layer) => layer.getAnimations().map(({ finished }) => finished));
    if (changes[0]) void Promise.allSettled(changes).then(look);
  };
  const observer = new MutationObserver(follow);
  const system = matchMedia('(prefers-color-scheme:dark)');
  watch();
  system.addEventListener('change', follow);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', follow);
  };
}
