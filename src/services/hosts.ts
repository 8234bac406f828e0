/**
 * Purposes and hosts of every service in the table, by id, for a guard that cannot wait for the table itself. Whatever
 * is built with this has the packed text in it and no row: scripts/build/packed-tables.mjs puts that in its place.
 */
import { pack, unpack } from './compact.ts';
import { services } from './table.ts';

export const hosts = unpack(pack(services));
