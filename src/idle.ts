import type { Core, Settled } from './lazy.ts';
import { startSettled } from './answer/index.ts';
import { blendIn } from './ui/theme/blend-in.ts';

/**
 * Starts the part that serves a page that has come to rest; its corner takes the looks of the page, as the views do.
 */
export function start(core: Core): Settled {
  try {
    return startSettled(core, blendIn);
  } catch (error) {
    core.report('chunk-failed', `idle: ${error}`);
    throw error;
  }
}
