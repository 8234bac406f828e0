import { claimSoon } from './global.ts';
import { loadPart } from './parts.ts';
import { startOnPage } from './start-on-page.ts';

// One self-contained file, for those who can host only one: the tag, with every part and every language in it.
startOnPage(claimSoon, () => loadPart);
