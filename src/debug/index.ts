/** The panel that answers "why does this tag (not) run?". */
import { isMetByPage } from '../answer/check-configuration.ts';
import type { IdleNeeds, Stop } from '../lazy.ts';
import { createPanel, type Panel } from './panel.ts';
import { createReader } from './read.ts';

/** The panel of a page, as long as it is open. */
const panels = new WeakMap<Element, Panel>();

/** Opens the panel, or goes to the one that is open; `isAsked`: somebody asked for it just now. Returns its end. */
export async function open(needs: IdleNeeds, isAsked: boolean): Promise<Stop> {
  const { store, load, screen, input, unreadable } = needs;
  const [{ findLoose, createNaming }, table, check] = await Promise.all([
    load('loose'),
    // Where one of these does not come that is reported, and the rest can be said all the same.
    load('services').then(
      ({ services }) => services,
      () => undefined,
    ),
    load('check').then(
      (part) => part.check,
      () => null,
    ),
  ]);
  const problems = check && check(input, unreadable, table).filter(({ field }) => !isMetByPage(field));
  const before = panels.get(screen.host);
  const rows = table ?? {};
  const naming = createNaming(store.config, rows, location.hostname);
  const read = createReader(needs, { naming, problems, findLoose: () => findLoose(rows, needs) });
  const panel = before?.isOpen() ? before : createPanel(needs, read);
  panels.set(screen.host, panel);
  if (isAsked) panel.focus();
  return panel.close;
}
