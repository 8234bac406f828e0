/** Copies texts to the clipboard; where there is none, shows them selected, for the visitor to copy. */
import { create } from '../ui/element.ts';

export interface Copier {
  /** Where it is said what became of it, and where a text is shown. */
  readonly elements: readonly HTMLElement[];
  copy(text: string): void;
}

export function createCopier(): Copier {
  const said = create('p', { role: 'status' });
  const place = create('div');

  async function put(text: string): Promise<string> {
    place.replaceChildren();
    try {
      await navigator.clipboard.writeText(text);
      return 'Copied.';
    } catch {
      // No secure page, no permission, or no focus.
      const field = create('textarea', { readonly: '', rows: '6', 'aria-label': 'The text to copy' });
      field.value = text;
      place.append(field);
      field.focus();
      field.select();
      return 'Copy the selected text.';
    }
  }

  return {
    elements: [said, place],
    copy(text) {
      said.textContent = ''; // Or the same words, once more, would not be announced.
      void put(text).then((words) => (said.textContent = words));
    },
  };
}
