import type { ConsentError, ErrorCode } from '../api.ts';

/** What each code means, and what to do about it. The README has the same list. */
const TEXTS: Record<ErrorCode, string> = {
  'config-invalid': 'The configuration is wrong. These fields take a strict default until they are mended:',
  'config-ignored':
    'createConsent was called again with another configuration. The first one stays; call destroy() before you start ' +
    'anew.',
  'second-copy': 'The tag is in this page twice. Remove one of them.',
  'signal-locked': 'The browser sends a signal that no choice overrides, so these stay off:',
  'storage-failed': 'The answer could not be stored, so it counts for this page only:',
  'chunk-failed': 'A part of the SDK could not be loaded. Serve all files of dist/ from one folder:',
  'listener-failed': 'A listener of the page threw. The others were called:',
  'unknown-name':
    'No purpose or service of the configuration has this name, so the element stays locked. Correct data-consent or ' +
    'add the name:',
  'bad-expression':
    'data-consent cannot be read, so the element stays locked. Write names with a-z, 0-9, _ and -, spaces for "all ' +
    'of", | for "any of", ! for "not":',
  'bad-action': 'data-consent-action is preferences, accept, reject or withdraw. Anything else opens the preferences:',
  'bad-url': 'Only http and https addresses are loaded, and only pictures of this site as a preview:',
  'foreign-mark': 'A mark or a call of another consent tool could not be translated, so it is left as it is:',
  'not-inert':
    'The element loads before anyone can ask. Write type="text/plain" on scripts, and data-consent-src instead of ' +
    'src (or of data-src, which lazy loaders read):',
  'tag-failed': 'A released tag could not be loaded. Later ones were not held back:',
  'tag-timeout': 'A released tag did not answer in time. Later ones went on without it:',
  'late-write':
    'A released tag called document.write after its place in the page was parsed, which would have wiped the page. ' +
    'It was refused:',
  'late-guard':
    'An untagged script that a rule names had run before the guard came. Use commsor.guarded.js or the inline ' +
    'snippet, or tag the script:',
  'sweep-failed': 'Something could not be deleted after a refusal or a withdrawal:',
  'region-failed': 'The region could not be found out, so the default model applies:',
  'records-failed': 'The record could not be sent:',
};

/** The sentences that explain an error. */
export const describe = ({ code, message }: ConsentError): string => `${TEXTS[code]} ${message}`;
