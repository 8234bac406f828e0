/** Scrolls to `element`, in which something was just said, once that is drawn and the element has its height. */
export function bringIntoSight(element: Element | null): void {
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }));
}
