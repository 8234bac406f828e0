import type { Core } from './types.ts';
import { startSettled } from './core/settled/index.ts';
import { blendIn } from './ui/theme/blend-in.ts';

/** Starts the part that serves a page that has come to rest; its corner takes the looks of the page, as the views do. */
export const start = (core: Core) => startSettled(core, blendIn);
