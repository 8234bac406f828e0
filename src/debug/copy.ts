/** Copies a text to the clipboard; where there is none, shows it selected, for the visitor to copy. */
import { create } from '../ui/element.ts';

/** Resolves with what to say; `place` is where the text is shown. */
export async function copyText(text: string, place: HTMLElement): Promise<string> {
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
