import type { Page } from '@playwright/test';
import { expect, test as base } from './browser-test.ts';

/** One request that reached the third party; demo/README.md says what the fields are. */
export interface Entry {
  readonly vendor: 'posthog' | 'mixpanel' | 'segment' | 'tag-manager' | 'video' | 'other';
  readonly path: string;
  readonly events: readonly string[];
}

/** The demo's two servers, as one test sees them: every test has a run of its own in their log. */
export interface Demo {
  /** The address of a page of the demo, in this run. */
  url(path: string): string;
  /** Stores a document and returns its address; `{{third}}` and the other placeholders work in it. */
  store(html: string): Promise<string>;
  /** What reached the third party in this run. */
  log(): Promise<Entry[]>;
  /** Starts a new run: the log is empty, and later addresses carry the new name. */
  newRun(): void;
  /**
   * Resolves when everything tagged in `page` had its chance: a script and an image that need no consent are tagged
   * too, behind all others, and have been released. Returns what else reached it, so that "nothing" means nothing.
   */
  settled(page: Page): Promise<Entry[]>;
}

const SENTINEL = 'sentinel';
let number = 0;

export const test = base.extend<{ demo: Demo }>({
  demo: async ({ request, baseURL }, use, { testId }) => {
    const name = () => `${testId}-${(number += 1)}`;
    let run = name();
    const address = (path: string) => {
      const url = new URL(path, baseURL);
      url.searchParams.set('run', run);
      return url.href;
    };
    const log = async (): Promise<Entry[]> => (await (await request.get(address('/api/log'))).json()).entries;
    await use({
      url: address,
      log,
      newRun: () => void (run = name()),
      async store(html) {
        const response = await request.post(address('/api/page'), { data: { html } });
        return (await response.json()).url;
      },
      async settled(page) {
        const { thirdParty } = await (await request.get(address('/api/origins'))).json();
        const id = `${SENTINEL}-${(number += 1)}`;
        // Under a content security policy no script of a test may run; the image alone has to do.
        const hasScript = !(await request.get(page.url())).headers()['content-security-policy'];
        await page.evaluate(
          ([third, it, tags]) => {
            for (const tag of tags) {
              const element = Document.prototype.createElement.call(document, tag);
              if (element instanceof HTMLScriptElement)
                Object.assign(element, { type: 'text/plain', src: `${third}/echo.js?id=${it}` });
              else element.setAttribute('data-src', `/assets/mark.svg?id=${it}`);
              element.setAttribute('data-consent', 'necessary');
              (Reflect.get(Document.prototype, 'body', document) as HTMLElement).append(element);
            }
          },
          [thirdParty, id, hasScript ? ['script', 'img'] : ['img']] as const,
        );
        await expect(
          page.locator(`img[src$="${id}"]`),
          'an image that needs no consent gets its address',
        ).toBeAttached();
        const isSentinel = ({ path }: Entry) => path.includes(SENTINEL);
        if (hasScript)
          await expect
            .poll(
              async () => (await log()).some(({ path }) => path.endsWith(id)),
              'a script that needs no consent runs',
            )
            .toBe(true);
        return (await log()).filter((entry) => !isSentinel(entry));
      },
    });
  },
});

export { expect };

/** The names of the tags that ran in a page of the demo, in order. */
export async function ran(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => [...((Reflect.get(window, '__ran') as string[] | undefined) ?? [])]);
  return names.filter((name) => !name.startsWith(SENTINEL));
}
