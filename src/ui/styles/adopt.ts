import type { Stop } from '../../lazy.ts';

/** Styles a shadow root with a constructed sheet, which no Content-Security-Policy governs. */
export function adopt(root: ShadowRoot, css: string): Stop {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
