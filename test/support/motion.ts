import type { Page } from '@playwright/test';

/** Notes each animation and transition that starts in what we draw. Call it before the page is opened. */
export const watchMotion = (page: Page) =>
  page.addInitScript(() => {
    const started: string[] = [];
    Reflect.set(window, 'motion', started);
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      for (const type of ['animationstart', 'transitionrun'])
        root.addEventListener(type, ({ target }) =>
          started.push(`${type} of ${(target as Element).className || (target as Element).localName}`),
        );
      return root;
    };
  });

export const motion = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'motion') as string[]);
