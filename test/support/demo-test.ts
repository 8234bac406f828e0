import type { Page } from '@playwright/test';
import { expect, test as base } from './browser-test.ts';

/** One request that reached the third party; demo/README.md says what the fields are. */
export interface Entry {
  readonly vendor: 'posthog' | 'mixpanel' | 'segment' | 'tag-manager' | 'video' | 'other';
  readonly path: string;
  readonly cookies: readonly string[];
  readonly events: readonly string[];
}

/** The demo's two servers, as one test sees them: every test has a run of its own in their log. */
export interface Demo {
  /** The address of a page of the demo, in this run. */
  url(path: string): string;
  /** Stores a document and returns its address; `{{third}}` and the other placeholders work in it. */
  store(html: string, headers?: Record<string, string>): Promise<string>;
  /** What reached the third party in this run. */
  log(): Promise<Entry[]>;
  /** Starts a new run: the log is empty, and later addresses carry the new name. */
  newRun(): void;
  /**
   * Resolves when everything tagged in `page` had its chance: a script and an image that need no consent are tagged too,
   * behind all others, and have reached the third party. Returns what else reached it, so that "nothing" means nothing.
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
      async store(html, headers) {
        const response = await request.post(address('/api/page'), { data: { html, headers } });
        return (await response.json()).url;
      },
      async settled(page) {
        const { thirdParty } = await (await request.get(address('/api/origins'))).json();
        await page.evaluate(([third, id]) => {
          const make = (tag: 'script' | 'img') => Document.prototype.createElement.call(document, tag);
          const script = Object.assign(make('script') as HTMLScriptElement, { type: 'text/plain' });
          const image = make('img');
          script.setAttribute('src', `${third}/echo.js?id=${id}`);
          image.setAttribute('data-src', `${third}/pixel.gif?id=${id}`);
          for (const element of [script, image]) element.setAttribute('data-consent', 'necessary');
          (Reflect.get(Document.prototype, 'body', document) as HTMLElement).append(script, image);
        }, [thirdParty, SENTINEL] as const);
        const isSentinel = ({ path }: Entry) => path.endsWith(`id=${SENTINEL}`);
        await expect.poll(async () => new Set((await log()).filter(isSentinel).map(({ path }) => path)).size, 'the page releases what needs no consent').toBe(2);
        return (await log()).filter((entry) => !isSentinel(entry));
      },
    });
  },
});

export { expect };

/** The names of the tags that ran in a page of the demo, in order. */
export async function ran(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => [...((Reflect.get(window, '__ran') as string[] | undefined) ?? [])]);
  return names.filter((name) => name !== SENTINEL);
}
