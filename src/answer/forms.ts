import { fromDocument } from '../page.ts';

/**
 * Notes what the visitor writes into the page, for as long as `life` lasts. The values alone do not tell: frameworks
 * write them into the markup too, where they look as if the author had. Returns what says whether the visitor wrote
 * something that would be lost with this page.
 */
export function watchForms(life: AbortSignal): () => boolean {
  const touched = new Set<EventTarget>();
  const note = (event: Event) =>
    event
      .composedPath()
      .slice(0, 1)
      .forEach((target) => touched.add(target));
  addEventListener('input', note, { capture: true, signal: life });
  return () =>
    [...touched].some(hasContent) || [...fromDocument('querySelectorAll').call(document, TYPED)].some(isChanged);
}

/** Where people type. These two have a value before anyone touches them. */
const TYPED = 'input:not([type=range],[type=color]),textarea';

/** One that was emptied again, or has left the page, holds nothing that could be lost. */
const hasContent = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.isConnected && !!('value' in target ? target.value : target.textContent);

/** Whether something was typed before anyone listened. */
const isChanged = (field: Element): boolean =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue;
