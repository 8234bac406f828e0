import type { Page } from '@playwright/test';

/**
 * Notes each animation and transition that starts in what we draw, except for what shows nothing and only tells the
 * time. Call it before the page is opened.
 */
export const watchMotion = (page: Page) =>
  page.addInitScript(() => {
    const started: string[] = [];
    Reflect.set(window, 'motion', started);
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      for (const type of ['animationstart', 'transitionrun'])
        root.addEventListener(type, (event) => {
          const element = event.target as Element;
          const { animationName } = event as AnimationEvent;
          if (animationName !== 'read') started.push(`${type} of ${element.className || element.localName}`);
        });
      return root;
    };
  });

export const motion = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'motion') as string[]);
