import type { Theme } from '../../lazy.ts';
import type { UiConfig } from '../../api.ts';
import { bodyOrRoot, createElement, fromElement } from '../../page.ts';
import { afterLayout, paced } from '../../schedule.ts';
import colours from '../styles/colours.css';
import { contrastOf, measure, schemeOf } from './colour.ts';
import { fontOfPage } from './font.ts';
import { groundOf, layersBehind } from './ground.ts';

/** What WCAG 2.2 asks for between words and what they stand on (1.4.3). */
const READABLE = 4.5;

/** How long a page that changes is not looked at again, in milliseconds: some change in every frame. */
const PAUSE = 250;

/**
 * Gives what we draw the page's font, the scheme of what the page paints behind it, and the accent of the site, and
 * follows the page when its theme changes, or when something else lies behind. Where the page paints nothing, the
 * scheme is the one that it declares, else light, as the browser's own ground; and a surface of the site's own brings
 * its scheme along.
 */
export function createTheme(ui: UiConfig): Theme {
  const { accent = '' } = ui;
  const { style } = createElement('i');
  style.color = accent; // Stays empty, if it is none.
  const dressed = new Set<HTMLElement>();
  const system = matchMedia('(prefers-color-scheme:dark)');
  const follow = paced(lookSoon, PAUSE);
  const observer = new MutationObserver(follow);
  let font = '';
  let isComing = false;

  function giveFont(element: HTMLElement): void {
    font ||= fontOfPage((element.getRootNode() as Partial<ShadowRoot>).host ?? element);
    element.style.fontFamily = font;
    // On a fill that is no colour, and so is none, nobody could read the words.
    if (style.color) element.style.setProperty('--commsor-accent', accent);
  }

  function look(): void {
    isComing = false;
    font = '';
    for (const element of dressed) if (!element.isConnected) dressed.delete(element);
    for (const element of dressed) {
      const layers = layersBehind(element);
      giveFont(element);
      giveScheme(element, ui, layers);
      [...layers, ...fromElement(bodyOrRoot(), 'children')].forEach(watch);
    }
    system.onchange = dressed.size ? follow : null;
    if (!dressed.size) observer.disconnect();
  }

  /** An application draws into what is empty at first, and replaces what it paints on: nothing else tells of that. */
  function watch(layer: Element): void {
    observer.observe(layer, { attributes: true, childList: true });
    // A theme may come in a transition.
    for (const { playState, finished } of fromElement(layer, 'getAnimations').call(layer))
      if (playState === 'running') finished.then(follow, follow);
  }

  /** To look at the ground lays the page out: it is done when that happens anyway, and for all at once. */
  function lookSoon(): void {
    if (!isComing) afterLayout(look);
    isComing = true;
  }

  return {
    css: colours,
    blendIn(element) {
      // At once, or what is laid out in between would be seen to move.
      giveFont(element);
      dressed.add(element);
      lookSoon();
    },
  };
}

function giveScheme(element: HTMLElement, { theme }: UiConfig, layers: readonly Element[]): void {
  const { style } = element;
  const given = (name: string) => getComputedStyle(element).getPropertyValue(name);
  const luminanceOf = (name: string) => measure(element, `var(${name})`)[0];
  // Words that nobody could read on the site's fill are chosen by us.
  style.removeProperty('--commsor-accent-ink');
  // Ours can be read on each other. What the site gives is measured alone: the browser styles the card anew for that.
  const surfaceGiven = given('--given');
  const inkGiven = given('--commsor-accent-ink');
  const declared = getComputedStyle(bodyOrRoot()).colorScheme;
  style.colorScheme = theme && theme !== 'auto' ? theme : (groundOf(element, layers) ?? declared);
  if (surfaceGiven) style.colorScheme = schemeOf(luminanceOf('--surface'));
  if (inkGiven && contrastOf(luminanceOf('--accent'), luminanceOf('--on-accent')) < READABLE)
    style.setProperty('--commsor-accent-ink', 'initial');
}
