import { own } from '../../page.ts';
import type { Store } from '../../store.ts';
import { close, isGiven, makeInert } from './addresses.ts';

const TAGGED = '[data-consent]';

export interface Kept {
  /** `element` has its addresses now. */
  remember(element: Element): void;
}

/**
 * What others keep of a page and show again later has to be inert, and asked again: in Chromium a frame that comes into
 * the page with its address has asked for it before anybody can take it. So the addresses go from elements that stand
 * outside the page when they lose their permission, and from the copies that routers announce.
 */
export function followKept(store: Store, isAllowed: (element: Element) => boolean): Kept {
  const opened = new Set<WeakRef<Element>>();
  const references = new WeakMap<Element, WeakRef<Element>>();

  store.follow('gate', () => {
    for (const reference of opened) {
      const element = reference.deref();
      if (!element) opened.delete(reference);
      else if (!own(element).isConnected && !isAllowed(own(element).closest(TAGGED) ?? element)) close(element);
    }
  });

  const listen = (type: string, hear: (event: RouterEvent) => void) => {
    addEventListener(type, (event) => hear(event as RouterEvent), { signal: store.life });
  };
  // Turbo, and Turbolinks before it, show a clone of the body.
  listen('turbo:before-render', ({ detail }) => makeAllInert(detail?.newBody));
  listen('turbolinks:before-render', ({ data }) => makeAllInert(data?.newBody));
  // A frame whose address is taken shows nothing, and begins anew when it gets it back.
  listen('turbo:before-morph-attribute', (event) => {
    const { attributeName = '', mutationType } = event.detail ?? {};
    if (mutationType === 'remove' && isGiven(event.target as Element, attributeName)) event.preventDefault();
  });
  // htmx keeps the markup.
  listen('htmx:historyItemCreated', ({ detail }) => {
    const { item } = detail ?? {};
    if (typeof item?.content !== 'string' || !item.content.includes('data-consent')) return;
    item.content = inert(item.content);
  });

  return {
    remember(element) {
      if (references.has(element)) return;
      const reference = new WeakRef(element);
      references.set(element, reference);
      opened.add(reference);
    },
  };
}

/** What routers say with their events, as far as it is read here. */
interface RouterDetail {
  readonly newBody?: Element;
  readonly item?: { content?: unknown };
  readonly attributeName?: string;
  readonly mutationType?: string;
}
type RouterEvent = CustomEvent<RouterDetail | undefined> & { readonly data?: RouterDetail };

/** The markup of a body, with its tagged elements inert. */
function inert(markup: string): string {
  try {
    // Nothing is asked for in a document without a window.
    const { body } = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
    makeAllInert(body);
    return body.innerHTML;
  } catch {
    return markup; // Trusted Types forbid it, and so they do to whoever would show it.
  }
}

function makeAllInert(root: ParentNode | undefined): void {
  root?.querySelectorAll(`${TAGGED},${TAGGED} *`).forEach(makeInert);
}
