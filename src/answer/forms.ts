import type { Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';

export interface Forms {
  /** Whether the visitor wrote something into this page that would be lost with it. */
  isHalfFilled(): boolean;
  stop: Stop;
}

/**
 * Notes what the visitor writes into the page. The values alone do not tell: frameworks write them into the markup too,
 * where they look as if the author had.
 */
export function watchForms(): Forms {
  const touched = new Set<EventTarget>();
  const note = (event: Event) =>
    event
      .composedPath()
      .slice(0, 1)
      .forEach((target) => touched.add(target));
  addEventListener('input', note, true);
  return {
    isHalfFilled: () =>
      [...touched].some(hasContent) || [...fromDocument('querySelectorAll').call(document, TYPED)].some(isChanged),
    stop: () => removeEventListener('input', note, true),
  };
}

/** Where people type. These two have a value before anyone touches them. */
const TYPED = 'input:not([type=range],[type=color]),textarea';

/** One that was emptied again, or has left the page, holds nothing that could be lost. */
const hasContent = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.isConnected && !!('value' in target ? target.value : target.textContent);

/** Whether something was typed before anyone listened. */
const isChanged = (field: Element): boolean =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue;
