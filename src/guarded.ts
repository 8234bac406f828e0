import * as guard from './guard/index.ts';
import type { Chunks, LoadChunk } from './lazy.ts';
import { loadFromFolder } from './load-from-folder.ts';
import { hosts } from './services/hosts.ts';
import { startOnPage } from './start-on-page.ts';

/** The parts that are in this file. */
const here: Partial<Chunks> = { guard };

// The `<script>` entry for sites with untagged tags: the guard is in the file with the hosts of every service in the
// table, and stands before anything else runs, be it in the same file.
startOnPage(
  (start) => start(),
  (folder): LoadChunk => {
    const load = loadFromFolder(folder);
    return async (name) => here[name] ?? load(name);
  },
  { block: [] },
  hosts,
);
