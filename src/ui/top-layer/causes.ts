import { fromDocument, own } from '../../page.ts';

/** Whether it is an open modal dialog, is in full screen, or is `inert`. What has left the page is none of these. */
export const isCause = (element: Element) => own(element).matches(':modal, [inert]');

/**
 * What makes the page modal or inert. A dialog in a shadow root is found by the focus, which it takes when it opens;
 * in a closed shadow root nothing is found.
 */
export function findCauses(host: Element): Element[] {
  const html = fromDocument('documentElement');
  const found = new Set([html, host, ...html.querySelectorAll(':modal')]);
  let focused = fromDocument('activeElement');
  while (focused && own(focused).shadowRoot?.activeElement) focused = own(focused).shadowRoot?.activeElement ?? null;
  for (let element = focused; element; element = holderOf(element)) found.add(element);
  return [...found].filter((element) => isCause(element) && own(element).getRootNode() !== host.shadowRoot);
}

/** What `element` is rendered in: its slot, its parent, or the element whose shadow root it is in. */
function holderOf(element: Element): Element | null {
  const { assignedSlot, parentElement } = own(element);
  return assignedSlot ?? parentElement ?? shadowsAround(element)[0]?.host ?? null;
}

/** The shadow roots that `element` is in, from the inside to the outside. */
export function shadowsAround(element: Element): ShadowRoot[] {
  const root = own(element).getRootNode();
  return root instanceof ShadowRoot ? [root, ...shadowsAround(root.host)] : [];
}
