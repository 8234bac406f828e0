import type { Stop } from '../lazy.ts';

/** The marks of other tools, and what each means as an expression. */
const MARKS: Record<string, { selector: string; read(element: Element): string | null }> = {
  'data-category': {
    selector: '[data-category]',
    read: (element) => element.getAttribute('data-service') ?? element.getAttribute('data-category'),
  },
  'data-name': { selector: '[data-name]', read: (element) => element.getAttribute('data-name') },
  'data-cookieconsent': {
    selector: '[data-cookieconsent]',
    read: (element) =>
      (element.getAttribute('data-cookieconsent') ?? '')
        .split(',')
        .map((name) => name.trim().replace('statistics', 'analytics'))
        .filter((name) => name !== 'ignore')
        .join(' '),
  },
  'optanon-category': {
    selector: '[class*="optanon-category-"]',
    read: (element) => {
      const groups: Record<string, string> = {
        C0001: 'necessary',
        C0002: 'analytics',
        C0003: 'preferences',
        C0004: 'marketing',
      };
      const name =
        [...element.classList].find((one) => one.startsWith('optanon-category-'))?.slice('optanon-category-'.length) ??
        '';
      return name
        .split('-')
        .map((group) => groups[group] ?? group.toLowerCase())
        .join(' ');
    },
  },
  'data-cookieyes': {
    selector: '[data-cookieyes]',
    read: (element) => {
      const names: Record<string, string> = {
        functional: 'preferences',
        advertisement: 'marketing',
        performance: 'analytics',
      };
      const name = (element.getAttribute('data-cookieyes') ?? '').replace(/^cookieyes-/, '');
      return names[name] ?? name;
    },
  },
};

/** Only what loads something: a shop's own `data-category` is no mark. */
const LOADS = 'script,iframe,img,video,audio,source,embed,object,link';

/**
 * Gives elements with the marks of other tools a `data-consent` of the same meaning, now and as they come; the gate
 * does the rest.
 */
export function start(marks: readonly string[]): Stop {
  const readers = marks.flatMap((mark) => (Object.hasOwn(MARKS, mark) ? (MARKS[mark] ?? []) : []));
  const translate = (root: ParentNode) => {
    for (const { selector, read } of readers) {
      for (const element of root.querySelectorAll(`:is(${LOADS})${selector}`)) {
        const expression = element.hasAttribute('data-consent') ? null : read(element);
        if (!expression) continue;
        element.setAttribute('data-consent', expression);
        // Elsewhere an inert script keeps its address in `data-src` too.
        const address =
          element.localName === 'script' && !element.hasAttribute('src') && element.getAttribute('data-src');
        if (address) element.setAttribute('src', address);
      }
    }
  };
  translate(document);
  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) if (target instanceof Element) translate(target);
  });
  observer.observe(document, { childList: true, subtree: true });
  return () => observer.disconnect();
}
