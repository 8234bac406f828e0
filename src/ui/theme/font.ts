import { bodyOrRoot } from '../../page.ts';

/** What holds most of a page's words, and how many of them are enough to tell their font. */
const TEXTS = 'p,li,td,a,button,h1,h2,h3';
const ENOUGH = 99;

/**
 * The font of the page: that of `body`, else that of most of the page's words, else the system's. The browser's own,
 * which nobody chose, counts as none: it is what `host`, which inherits nothing, has. A list without a generic family
 * ends in one.
 */
export function fontOfPage(host: Element): string {
  const familyOf = (one: Element) => getComputedStyle(one).fontFamily;
  const initial = familyOf(host);
  const body = bodyOrRoot();
  let most = familyOf(body);
  if (most === initial) {
    most = 'system-ui';
    const lengths = new Map([[most, 0]]);
    for (const text of [...Element.prototype.querySelectorAll.call(body, TEXTS)].slice(0, ENOUGH)) {
      const family = familyOf(text);
      const length = (lengths.get(family) ?? 0) + (text.textContent?.length ?? 0);
      lengths.set(family, length);
      if (family !== initial && length > (lengths.get(most) ?? 0)) most = family;
    }
  }
  return `var(--commsor-font,${most}),system-ui`;
}
