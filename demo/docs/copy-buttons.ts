import { copy } from '../builder/clipboard.ts';

/** How long a button says what became of it, in milliseconds. */
const SAID = 2000;

/** A button at each example, which puts it into the clipboard and says so. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll('.code')) {
    const text = block.querySelector('code')?.textContent?.trimEnd() ?? '';
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' });
    const status = Object.assign(document.createElement('span'), { className: 'hidden', role: 'status' });
    let timer = 0;
    const say = (words: string) => {
      button.textContent = words;
      status.textContent = words;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = 'Copy';
        status.textContent = '';
      }, SAID);
    };
    button.addEventListener('click', () => {
      copy(text).then(
        () => say('Copied'),
        () => say('Not copied'),
      );
    });
    block.append(button, status);
  }
}
