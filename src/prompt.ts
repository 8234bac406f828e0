import type { Core } from './lazy.ts';
import { createViews } from './ui/views.ts';
import { mount } from './ui/banner/index.ts';

/** Starts the part that shows: the banner is in it, since whoever needs a view needs that first. */
export const start = (core: Core) => createViews(core, mount);
