import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { faceOf, type Face } from './face.ts';

/** The builder of a banner, by what its user sees. */
export interface Builder {
  /** The page in the preview, as it is on the screen now. */
  readonly frame: FrameLocator;
  /** The interface in it. */
  readonly face: Face;
  /** A part of the form, by its heading. */
  part(heading: string): Locator;
  /** A button above the preview. */
  look(label: string): Promise<void>;
  /** Resolves when the preview shows the present design. */
  settled(): Promise<void>;
  /** Clicks on something in the preview, with the mouse. */
  press(control: Locator): Promise<void>;
  /** Presses the button and returns what is in the clipboard then. */
  copied(button: Locator): Promise<string>;
}

export function builderOf(page: Page): Builder {
  const frame = page.frameLocator('iframe[data-state="shown"]');
  const settled = async () => {
    await expect(page.locator('iframe[data-state="shown"]')).toBeAttached();
    await expect(page.locator('.device')).not.toHaveAttribute('data-busy');
  };
  return {
    frame,
    face: faceOf(frame.locator('html')),
    settled,
    part: (heading) => page.getByRole('region', { name: heading, exact: true }),
    async look(label) {
      await page.locator('.toolbar').getByRole('radio', { name: label, exact: true }).check({ force: true });
      await settled();
    },
    async press(control) {
      // Playwright does not know that the page in the frame is drawn smaller than it is.
      const box = await page.locator('iframe[data-state="shown"]').boundingBox();
      const [x = 0, y = 0] = await control.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [(left + width / 2) / innerWidth, (top + height / 2) / innerHeight];
      });
      if (box) await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    },
    async copied(button) {
      await button.click();
      await expect(page.getByRole('status').filter({ hasText: /copied/i })).toBeAttached();
      const desk = await page.context().newPage();
      await desk.setContent('<textarea aria-label="Desk"></textarea>');
      await desk.getByLabel('Desk').focus();
      await desk.keyboard.press('ControlOrMeta+V');
      const text = await desk.getByLabel('Desk').inputValue();
      await desk.close();
      return text;
    },
  };
}

/** The page of the preview as a site that has taken the copied code in. */
export async function siteWith(code: string, page: Page): Promise<string> {
  const html = await (await page.request.get('/builder/page.html')).text();
  const site = html.replace(/<script src="page\.js">[\s\S]*?<script src="\/dist\/commsor\.js"><\/script>/, () => code);
  expect(site, 'the code has a place in the page').toContain(code);
  return site.replace('<meta charset="utf-8">', '<meta charset="utf-8"><base href="/builder/">');
}

/** Everything about a banner that a visitor could tell from another. */
export function portrait(banner: Locator): Promise<object> {
  return banner.evaluate((card: HTMLElement) => {
    const looksOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, borderRadius, borderColor, font, colorScheme } = getComputedStyle(element);
      return {
        text: element.textContent,
        box: [x, y, width, height].map(Math.round),
        color,
        backgroundColor,
        borderRadius,
        borderColor,
        font,
        colorScheme,
      };
    };
    return {
      layout: card.className,
      name: card.ariaLabel,
      window: [innerWidth, innerHeight],
      card: looksOf(card),
      parts: [...card.querySelectorAll('h2, p, a, button')].map(looksOf),
      policy: card.querySelector('a')?.getAttribute('href'),
    };
  });
}

/** The purposes of the preferences with their services, unfolded. */
export async function contents(dialog: Locator): Promise<object> {
  await expect(dialog).toBeVisible();
  const unfolded = await dialog.evaluate(
    (panel) => [...panel.querySelectorAll('details')].map((details) => (details.open = true)).length,
  );
  await expect(dialog.getByRole('list').getByRole('table')).toHaveCount(unfolded);
  return dialog.evaluate((panel) => ({
    switches: [...panel.querySelectorAll<HTMLInputElement>('[role="switch"]')].map((it) => [it.value, it.checked]),
    text: (panel as HTMLElement).innerText,
    // The proof is at the address of the page that shows the preferences, which differs.
    links: [...panel.querySelectorAll('a')].map((it) =>
      it.pathname === location.pathname ? { here: [...new URLSearchParams(it.search).keys()].at(-1) } : it.href,
    ),
  }));
}
