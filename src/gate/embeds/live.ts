import type { ErrorCode } from '../../api.ts';
import { linkTo, own } from '../../page.ts';
import { isLive } from '../run.ts';
import { findIn, liveAddresses } from './addresses.ts';

/** What loads something of its own accord inside an element that is tagged. */
const LOADERS =
  'script,noscript,style,iframe,img,video,audio,source,track,embed,object,link,input[type=image],' +
  'image,use,feImage,[background],[style*="url("]';
/** These are never inert, or never released, whatever their attributes say. */
const NEVER_HELD = /^(noscript|style|meta)$/;
const DRAWN = /^(image|use|feImage)$/;
/** An address with a host, in any text. */
const HOSTS = /(?:https?:)?\/\/[^\s"'()<>\\,]+/gi;

/** What was allowed once: what came into it then is as it should be. */
const released = new WeakSet<Element>();

export interface Live {
  readonly element: Element;
  /** Why it is live, in words for its author. */
  readonly what: string;
}

/** Whether `address` is of another host than the page; the browser reads it as the page does, and never throws. */
const isForeign = (address: string) => {
  const { host } = linkTo(address);
  return host !== '' && host !== location.host;
};
const mentionsForeign = (text: string | null) => (text?.match(HOSTS) ?? []).some(isForeign);

/** The attributes by which `element` loads at once, beside those that can wait. */
function otherAddresses(element: Element): string[] {
  const { localName } = own(element);
  const names = ['background'];
  if (localName === 'link') names.push('imagesrcset');
  if (element instanceof SVGElement && (DRAWN.test(localName) || localName === 'script'))
    names.push('href', 'xlink:href');
  return names.filter((name) => isAddress(own(element).getAttribute(name)));
}

/** `#name` is something in the page itself. */
const isAddress = (text: string | null) => !!text && !text.startsWith('#');

/** A picture of another host behind `element`; what is drawn nowhere loads none. */
const hasForeignGround = (element: Element) => {
  const self = own(element);
  const style = self.getAttribute('style') ?? '';
  return style.includes('url(') && mentionsForeign(style) && self.getClientRects().length > 0;
};

/** The name under which `element` may be defined; `''`: it is none of those. */
function customNameOf(element: Element): string {
  const { localName } = own(element);
  return own(element).getAttribute('is') ?? (localName.includes('-') ? localName : '');
}

/** What of `element` itself is live. Once it was released, it may have other addresses, and a picture behind it. */
function ownFaults(element: Element, wasReleased: boolean): string[] {
  const { localName } = own(element);
  const isCustom = !!customElements.get(customNameOf(element));
  if (isCustom || NEVER_HELD.test(localName) || (localName === 'script' && element instanceof SVGElement))
    return [`<${localName}>`];
  return [
    ...(wasReleased ? [] : [...liveAddresses(element), ...otherAddresses(element)]),
    ...(!released.has(element) && hasForeignGround(element) ? ['style="… url(…)"'] : []),
  ];
}

/** What of `element`, which stands in a tagged one, is another host's, and live. */
function foreignFaults(element: Element): string[] {
  const { localName } = own(element);
  const text = () => (mentionsForeign(element.textContent) ? [`<${localName}>`] : []);
  if (NEVER_HELD.test(localName)) return text();
  if (element instanceof HTMLScriptElement) {
    if (!isLive(element)) return [];
    const address = element.getAttribute('src');
    return address === null ? text() : isForeign(address) ? ['src'] : [];
  }
  const addresses = [...liveAddresses(element), ...otherAddresses(element)].filter((name) => {
    const value = own(element).getAttribute(name) ?? '';
    return /src(set|doc)$/.test(name) ? mentionsForeign(value) : isForeign(value);
  });
  return hasForeignGround(element) ? [...addresses, 'style="… url(…)"'] : addresses;
}

/** What loads from another host in `root`, and in the open shadow roots there, and has no tag of its own. */
function foreignIn(root: Element | ShadowRoot): Live[] {
  const all = root instanceof Element ? findIn(root, '*') : [...root.querySelectorAll('*')];
  const inside = all.flatMap((element) => {
    const self = own(element);
    const isMeant = self.matches(LOADERS) && !self.hasAttribute('data-consent');
    const here = isMeant ? foreignFaults(element).map((what) => ({ element, what })) : [];
    return self.shadowRoot ? [...here, ...foreignIn(self.shadowRoot)] : here;
  });
  const shadow = root instanceof Element && own(root).shadowRoot;
  return shadow ? [...foreignIn(shadow), ...inside] : inside;
}

/** Whose name somebody may still define. */
const awaited = new WeakSet<Element>();

/**
 * Tells what has loaded, or will, although `element` is tagged: by an address in the attribute that loads it, or
 * because nothing holds it (a style sheet in the page, a custom element, which does as it likes), or from another host
 * inside. `look` is asked again where one gets its definition from a script that comes later.
 */
export function tellLive(
  element: Element,
  allowed: boolean,
  tell: (code: ErrorCode, message: string, element: Element) => void,
  look: (element: Element) => void,
): void {
  const wasReleased = released.has(element);
  if (allowed) released.add(element);
  const inside = released.has(element) ? [] : foreignIn(element);
  const itself = ownFaults(element, wasReleased).map((what) => ({ element, what }));
  for (const { element: live, what } of [...itself, ...inside]) tell('not-inert', what, live);
  for (const one of [element, ...findIn(element, ':not(:defined)')]) {
    const name = customNameOf(one);
    if (!name || customElements.get(name) || awaited.has(one)) continue;
    awaited.add(one);
    customElements.whenDefined(name).then(
      () => look(element),
      () => undefined, // Nobody can define such a name: SVG and MathML have some of theirs.
    );
  }
}
