/** Puts `text` into the clipboard. Rejects where the browser does not let us. */
export async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without https, and not on this machine, there is only the old way: a selection in the page.
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'hidden' });
  const { activeElement } = document;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  if (!isDone) throw new Error('The browser does not let pages write to the clipboard here.');
}
