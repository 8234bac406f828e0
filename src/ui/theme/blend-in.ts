import type { UiConfig } from '../../api.ts';
import { fromDocument } from '../../page.ts';
import { contrastOf, measure, schemeOf } from './colour.ts';
import { groundOf } from './ground.ts';

/** What WCAG 2.2 asks for between words and what they stand on (1.4.3). */
const READABLE = 4.5;

/**
 * Gives a view the page's font, the scheme of what the page paints behind it, and the accent of the site, and follows
 * the page when its theme changes. To be called in the frame that is about to be painted: the styles that it asks for
 * are computed then anyway. Where the page paints nothing, the scheme is the one that it declares, else light, as the
 * browser's own ground; and a surface of the site's own brings its scheme along.
 */
export function blendIn(element: HTMLElement, { theme, accent = '' }: UiConfig): void {
  const { style } = element;
  const layers = [fromDocument('documentElement'), fromDocument('body')];
  const look = () => {
    const page = getComputedStyle(fromDocument('body'));
    style.fontFamily = `var(--commsor-font,${page.fontFamily})`;
    style.colorScheme = theme && theme !== 'auto' ? theme : (groundOf(element) ?? page.colorScheme);
    const surface = luminanceOf('--surface');
    if (surface >= 0) style.colorScheme = schemeOf(surface);
    // Words that nobody could read on the site's fill are chosen by us.
    style.removeProperty('--commsor-accent-ink');
    if (contrastOf(luminanceOf('--accent'), luminanceOf('--on-accent')) < READABLE)
      style.setProperty('--commsor-accent-ink', 'initial');
  };
  const luminanceOf = (name: string) => measure(element, `var(${name})`)[0];
  // On a fill that is no colour, and so is none, nobody could read the words.
  if (CSS.supports('color', accent)) style.setProperty('--commsor-accent', accent);
  look();

  const follow = () => {
    if (!element.isConnected) return stop();
    look();
    // A theme may come in a transition.
    const changes = layers.flatMap((layer) => layer.getAnimations().map(({ finished }) => finished));
    if (changes[0]) void Promise.allSettled(changes).then(look);
  };
  const observer = new MutationObserver(follow);
  const system = matchMedia('(prefers-color-scheme:dark)');
  const stop = () => {
    observer.disconnect();
    system.removeEventListener('change', follow);
  };
  for (const layer of layers) observer.observe(layer, { attributes: true });
  system.addEventListener('change', follow);
}
