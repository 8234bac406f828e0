import type { UiConfig } from '../../api.ts';
import { fromDocument } from '../../page.ts';
import { groundOf } from './ground.ts';

/**
 * Gives a view the page's font, the scheme of what the page paints behind it, and the accent of the site, and follows
 * the page when its theme changes. To be called in the frame that is about to be painted: the styles that it asks for
 * are computed then anyway. Where the page paints nothing, the scheme is the one that it declares, else light, as the
 * browser's own ground.
 */
export function blendIn(element: HTMLElement, { theme, accent = '' }: UiConfig): void {
  const { style } = element;
  const layers = [fromDocument('documentElement'), fromDocument('body')];
  const look = () => {
    const page = getComputedStyle(fromDocument('body'));
    style.fontFamily = `var(--commsor-font,${page.fontFamily})`;
    style.colorScheme = theme && theme !== 'auto' ? theme : (groundOf(element) ?? page.colorScheme);
  };
  look();
  // On a fill that is no colour, and so is none, nobody could read the words.
  if (CSS.supports('color', accent)) style.setProperty('--commsor-accent', accent);

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
