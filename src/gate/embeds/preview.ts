import { linkTo } from '../../page.ts';
import type { Store } from '../../store.ts';

/** A picture that stands in the address itself: nothing is fetched. */
const DATA = /^data:image\//i;

/** Whose author was told that the picture is somebody else's. */
const told = new WeakSet<Element>();

/**
 * The still picture that the page gives for a blocked `element`; `''` where there is none. It is shown before anybody
 * has agreed to anything, so it is of this site: of its host, or of one below it. Another's would learn of the visit.
 */
export function previewOf(element: Element, report: Store['report']): string {
  const given = element.getAttribute('data-consent-preview') ?? '';
  if (!given || DATA.test(given) || isOwn(given)) return given;
  if (!told.has(element)) {
    const server = location.hostname || 'your own server';
    report(
      'bad-url',
      `data-consent-preview="${given}" is not of this site and is left out. Put a copy of the picture on ${server}, ` +
        'and write its address there, like data-consent-preview="/still.jpg"',
      element,
    );
  }
  told.add(element);
  return '';
}

function isOwn(address: string): boolean {
  const { protocol, hostname } = linkTo(address);
  const own = location.hostname;
  return (
    (protocol === location.protocol || /^https?:$/.test(protocol)) &&
    (hostname === own || (!!own && hostname.endsWith(`.${own.replace(/^www\./, '')}`)))
  );
}
