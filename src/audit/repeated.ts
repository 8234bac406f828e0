/** What a template repeats on every page is told once. Pure. */
import type { Edit, Manual, Place } from './report.ts';
import { count, placeOf } from './words.ts';

/** What is the same in several places, with the places in their order. */
export interface Repeated<Item extends Place> {
  first: Item;
  places: readonly Place[];
}

export const repeatedEdits = (edits: readonly Edit[]): Repeated<Edit>[] =>
  repeated(edits, ({ consent, before, after }) => JSON.stringify([consent, before, after]));

export const repeatedManuals = (manual: readonly Manual[]): Repeated<Manual>[] =>
  repeated(manual, ({ host, advice }) => JSON.stringify([host, advice]));

/** "index.html:3, and 99 more pages"; on one page alone, "index.html:3, and 2 more lines". */
export function placesOf({ first, places }: Repeated<Place>): string {
  const files = new Set(places.map(({ file }) => file)).size;
  if (places.length === 1) return placeOf(first);
  const more = files > 1 ? count(files - 1, 'more page') : count(places.length - 1, 'more line');
  return `${placeOf(first)}, and ${more}`;
}

function repeated<Item extends Place>(items: readonly Item[], keyOf: (item: Item) => string): Repeated<Item>[] {
  const groups = new Map<string, { first: Item; places: Place[] }>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.places.push(item);
    else groups.set(keyOf(item), { first: item, places: [item] });
  }
  return [...groups.values()];
}
