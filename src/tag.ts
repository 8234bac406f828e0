import { claimSoon } from './global.ts';
import { loadFromFolder } from './load-from-folder.ts';
import { startOnPage } from './start-on-page.ts';

// The `<script>` entry.
startOnPage(claimSoon, loadFromFolder);
