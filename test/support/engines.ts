/**
 * Of a test whose outcome no engine changes, or whose neighbour differs in its data alone: it runs in Chromium, and
 * with `EVERY_ENGINE=1` in Firefox too. What has to do with the parser, the order of scripts, cookies and storage,
 * frames, focus, layout or navigation runs in both.
 */
export const ONE_ENGINE = { tag: '@one-engine' };

/** Of a test that reads the clipboard, which Chromium without a window does not have. */
export const NEEDS_WINDOW = { tag: '@needs-window' };

/** A site's own name, which Chromium finds on this machine: what only `localhost` is told is left out there. */
export const OWN_NAME = 'www.own-name.example';
