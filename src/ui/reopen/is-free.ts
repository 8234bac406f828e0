import type { PartNeeds } from '../../lazy.ts';

/** Whether the control has its place: the site wants one, and no view is on the screen. */
export const isFreeFor = ({ store, screen }: Pick<PartNeeds, 'store' | 'screen'>): boolean =>
  !store.config.ui.headless && store.config.ui.reopen !== false && !screen.view();
