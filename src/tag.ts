import { loadFromFolder } from './load-from-folder.ts';
import { startOnPage } from './start-on-page.ts';

// The `<script>` entry.
startOnPage(loadFromFolder);
