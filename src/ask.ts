import type { Core } from './types.ts';
import { createVisit } from './core/visit.ts';
import { mount } from './ui/banner/index.tsx';

/** Starts the part that serves a visitor who is asked, or who answers: the banner is in it. */
export const start = (core: Core) => createVisit(core, mount);
