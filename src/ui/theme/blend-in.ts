import type { UiConfig } from '../../api.ts';

/**
 * Gives a view the page's font and colour scheme, and the accent of the site. To be called in the frame that is about
 * to be
 * painted: the styles that it asks for are computed then anyway. A page that says nothing of schemes leaves it to the
 * visitor.
 */
export function blendIn({ style }: HTMLElement, { theme, accent = '' }: UiConfig): void {
  // An element in the page may hide a property of `document`, but not of its prototype.
  const html: HTMLElement = Reflect.get(Document.prototype, 'documentElement', document);
  const page = getComputedStyle(html.querySelector('body') ?? html);
  const isSilent = page.colorScheme === 'normal' && !html.querySelector('[name=color-scheme]');
  style.fontFamily = `var(--commsor-font,${page.fontFamily})`;
  style.colorScheme = theme && theme !== 'auto' ? theme : isSilent ? 'light dark' : page.colorScheme;
  // On a fill that is no colour, and so is none, nobody could read the words.
  if (CSS.supports('color', accent)) style.setProperty('--commsor-accent', accent);
}
