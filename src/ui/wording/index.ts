import type { Chunks } from '../../lazy.ts';
import { inPlainWords } from './minors.ts';
import { tellChanges } from './policy.ts';
import { tellWhatWaits } from './waiting.ts';

export { policyNews } from './policy.ts';

/** The banner where it says more than it usually does, or says it in other words. */
export const worded: Chunks['wording']['worded'] = (mountBanner, needs) => {
  const mount = tellChanges(mountBanner);
  return needs.store.isMinor ? inPlainWords(mount, needs) : tellWhatWaits(mount, needs);
};
