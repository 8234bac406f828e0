import { onTestFinished } from 'vitest';

import { prototypeOfDocument } from '../../src/page.ts';
interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly domain: string;
  readonly isHostOnly: boolean;
  readonly path: string;
  readonly expires: number;
  readonly attributes: string;
}

/** What makes this jar unlike a friendly browser's. */
export interface JarTraits {
  /** Domains that nobody may set cookies on. */
  publicSuffixes?: readonly string[];
  /** Cookies that are dropped without a word. */
  refuses?: (cookie: Cookie) => boolean;
  onGet?: () => void;
  onSet?: (text: string) => void;
}

const PUBLIC_SUFFIXES = ['com', 'example', 'uk', 'co.uk', 'localhost'];

/**
 * Stands in for the browser's cookies until the test ends: `document.cookie` with the domains, paths and expiry of RFC
 * 6265, for the page at `location`. Cookies set on another path or domain are separate ones, the longest path first.
 */
export function openJar(traits: JarTraits = {}) {
  let cookies: Cookie[] = [];
  const sets: string[] = [];

  const covers = (cookie: Cookie) => {
    const { hostname, pathname } = location;
    const isHost = hostname === cookie.domain || (!cookie.isHostOnly && hostname.endsWith(`.${cookie.domain}`));
    return (
      isHost &&
      cookie.expires > Date.now() &&
      (pathname === cookie.path || pathname.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`))
    );
  };
  const read = () => cookies.filter(covers).toSorted((a, b) => b.path.length - a.path.length);

  function write(text: string): void {
    const [pair = '', ...attributes] = text.split(/; */);
    const [name = '', ...value] = pair.split('=');
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const domain = attribute('domain')?.replace(/^\./, '').toLowerCase();
    const { hostname, protocol } = location;
    const cookie: Cookie = {
      name,
      value: value.join('='),
      domain: domain ?? hostname,
      isHostOnly: !domain,
      path: attribute('path') ?? '/',
      expires: attribute('expires') ? Date.parse(attribute('expires') ?? '') : Infinity,
      attributes: attributes.join('; ').toLowerCase(),
    };
    const isForeign = domain !== undefined && hostname !== domain && !hostname.endsWith(`.${domain}`);
    const isPublic = domain !== undefined && (traits.publicSuffixes ?? PUBLIC_SUFFIXES).includes(domain);
    const isInsecure = /(^|; )secure/.test(cookie.attributes) && protocol !== 'https:';
    if (isForeign || isPublic || isInsecure || pair.length > 4096 || traits.refuses?.(cookie)) return;
    cookies = cookies.filter(
      (other) =>
        !(
          other.name === name &&
          other.domain === cookie.domain &&
          other.isHostOnly === cookie.isHostOnly &&
          other.path === cookie.path
        ),
    );
    if (cookie.expires > Date.now()) cookies.push(cookie);
  }

  // happy-dom answers for `document.cookie` itself, whatever the prototype says.
  const places = [prototypeOfDocument(), document];
  for (const place of places) {
    Object.defineProperty(place, 'cookie', {
      configurable: true,
      get() {
        traits.onGet?.();
        return read()
          .map(({ name, value }) => `${name}=${value}`)
          .join('; ');
      },
      set(text: string) {
        traits.onSet?.(text);
        sets.push(text);
        write(text);
      },
    });
  }
  onTestFinished(() => {
    for (const place of places) Reflect.deleteProperty(place, 'cookie');
  });

  return {
    /** Puts a cookie there as another page, or a server, would. */
    put: write,
    /** Every cookie called `name`, wherever it was set. */
    all: (name: string) => cookies.filter((cookie) => cookie.name === name),
    /** Every text that was written, in order. */
    sets,
    traits,
  };
}

/** Takes the page to another address of the same site, or of another. */
export function goTo(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}
