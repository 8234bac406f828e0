import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../../scripts/setup.mjs';

export const dist = join(root, 'dist');

/** Every file under `folder`, as paths relative to it with forward slashes, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

export const builtText = (file: string): string => readFileSync(join(dist, file), 'utf8');

/** What runs in visitors' browsers. */
export const builtScripts = (): string[] => filesUnder(dist).filter((file) => /\.(js|html)$/.test(file));
