import type { Lazy, PartNeeds, Reopen, Stop } from '../../lazy.ts';
import { createAnnouncer } from './announcer.ts';
import { isFreeFor } from './is-free.ts';

/**
 * Follows what is on the screen: says to screen readers that there is a question, else draws the way back. Who has not
 * answered yet loads no `reopen`.
 */
export function reopenOnDemand(
  { store, screen }: Pick<PartNeeds, 'store' | 'screen'>,
  reopen: Lazy<Reopen>,
): { draw(): void; stop: Stop } {
  const announce = createAnnouncer(screen);

  function draw(): void {
    announce();
    if (reopen.part || isFreeFor({ store, screen })) void reopen((part) => part.draw());
  }

  const stops = [store.follow('reopen', draw), store.on('show', draw), store.on('hide', draw)];
  draw();
  return { draw, stop: () => stops.forEach((stop) => stop()) };
}
