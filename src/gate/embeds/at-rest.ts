import { whenAtRest } from '../../schedule.ts';

/** How long a page that does not finish loading is waited for, in milliseconds: one image may hang for minutes. */
const PATIENCE = 3000;

/**
 * When we may put elements of our own among those of the page. A framework that takes over what its server drew takes
 * one that is not from it for a mistake, and draws all anew: React with errors #418 and #423, and every script runs
 * once more.
 */
export const pageAtRest = (): Promise<void> =>
  new Promise((resolve) => {
    whenAtRest(resolve);
    setTimeout(resolve, PATIENCE);
  });
