import { type FollowOptions, type Leak, leaksAmong, type TestConsent } from './consent.ts';
import { keptIn } from './kept.ts';

/** What loads of its own accord, and the address that it has. */
const LOADING = 'script[src],iframe[src],img[src],link[href]';

/** Follows the document of a unit test. */
export function followDocument(page: Document, options: FollowOptions): TestConsent {
  /** Part of the interface, once it is there. */
  function part(selector: string): Promise<HTMLElement> {
    return new Promise((resolve) => {
      const look = () => {
        const found = page.querySelector('commsor-ui')?.shadowRoot?.querySelector<HTMLElement>(selector);
        if (found) resolve(found);
        else setTimeout(look); // What is in a shadow root no observer of the document tells of.
      };
      look();
    });
  }
  const press = async (name: string) => (await part(`[part~="${name}"]`)).click();

  return {
    banner: async () => void (await part('[part~="banner"]')),
    accept: () => press('accept'),
    reject: () => press('reject'),
    async choose(switches) {
      await press('preferences');
      for (const [name, isOn] of Object.entries(switches)) {
        const box = (await part(`[part~="switch"][value="${name}"]`)) as HTMLInputElement;
        if (box.checked !== isOn) box.click();
      }
      await press('save');
    },
    async state() {
      const consent = page.defaultView?.commsorConsent;
      if (!consent) throw new Error('There is no window.commsorConsent in this document');
      await consent.ready;
      return consent.get();
    },
    async leaks() {
      const names = page.cookie ? page.cookie.split('; ').map((cookie) => cookie.split('=', 1)[0] ?? '') : [];
      const cookies = names.map((name): Leak => ({ kind: 'cookie', name }));
      return leaksAmong([...requestsOf(page), ...cookies, ...keptIn()], page.location.hostname, options);
    },
  };
}

/** The addresses of elements that a browser would load: a unit test asks for nothing. */
function requestsOf(page: Document): Leak[] {
  return [...page.querySelectorAll<HTMLElement>(LOADING)].flatMap((element) => {
    const isInert = element instanceof HTMLScriptElement && element.type === 'text/plain';
    const { href, protocol, origin, pathname } = new URL(
      element.getAttribute('src') ?? element.getAttribute('href') ?? '',
      page.baseURI,
    );
    return isInert || !/^https?:/.test(protocol) ? [] : [{ kind: 'request' as const, name: href && origin + pathname }];
  });
}
