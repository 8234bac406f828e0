/**
 * What `regions: 'recommended'` stands for, for a part that a page waits for. Whatever is built with this has the
 * packed text in it and no row of the table: scripts/build/packed-tables.mjs puts that in its place.
 */
import { pack, unpack } from './compact.ts';
import { regions } from './table.ts';

export const recommended = unpack(pack(regions));
