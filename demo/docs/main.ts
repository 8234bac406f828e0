import { addCopyButtons } from './copy-buttons.ts';
import { startSearch } from './search.ts';

// On a phone the list of pages would stand before the page itself.
if (matchMedia('(max-width: 900px)').matches) document.querySelector('.docs-nav')?.removeAttribute('open');
addCopyButtons();
startSearch();
