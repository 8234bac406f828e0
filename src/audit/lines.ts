/** Finds the line of a document that asks for an address. Pure. */
import { type Loader, type Markup, readMarkup } from './markup.ts';
import type { Origin } from './observer.ts';
import { parseAddress } from './party.ts';

/**
 * Corrects what a browser has told of the document at `page`. By the time an element asks, the parser is ahead of it:
 * the text knows the line, and where no element has the address, nobody does. What a lazy loader asks for stands in an
 * element too, and that is what can be tagged. What a script asks for else stays as it is.
 */
export function linesOf(html: string, page: URL): (origin: Origin) => Origin | undefined {
  let markup: Markup | undefined;
  return (origin) => {
    const url = parseAddress(origin.url);
    const asked = parseAddress(origin.asked);
    const isOfParser = !origin.byScript && (origin.url === SRCDOC || (url !== undefined && isSame(url, page)));
    if (!asked || !(isOfParser || origin.byScript)) return origin;
    markup ??= readMarkup(html, page);
    const { loaders, imports } = markup;
    const loader = loaders.find((one) => (isOfParser || isLazy(one)) && asksFor(one, asked));
    const line = loader?.line ?? (isOfParser ? imports.find(({ address }) => isSame(address, asked))?.line : undefined);
    if (line !== undefined) return { ...origin, url: page.href, line, column: 1, byScript: false };
    return isOfParser ? undefined : origin;
  };
}

/** The document of a frame that has it in its `srcdoc`; the frame is an element of the page. */
const SRCDOC = 'about:srcdoc';

const asksFor = ({ addresses }: Loader, asked: URL) => addresses.some(({ address }) => isSame(address, asked));

const isLazy = ({ addresses }: Loader) => addresses.some(({ attribute }) => attribute.startsWith('data-'));

/** A browser leaves the fragment out, and may ask for `https:` where the page says `http:`. */
const isSame = (a: URL, b: URL) => a.host === b.host && a.pathname === b.pathname && a.search === b.search;
