import type { Chunks } from './lazy.ts';
import { languageFiles } from './language-files.ts';

/** What a page needs late or seldom, and the languages: their list weighs more than any of them. */
const parts = {
  check: () => import('./check/index.ts'),
  receipt: () => import('./receipt.ts'),
  wording: () => import('./ui/wording/index.ts'),
  rights: () => import('./ui/rights/index.ts'),
  declaration: () => import('./ui/declaration/index.ts'),
  services: () => import('./services/table.ts'),
  proof: () => import('./proof/index.ts'),
  authorities: () => import('./regions/authorities.ts'),
  debug: () => import('./debug/index.ts'),
  loose: () => import('./debug/loose.ts'),
  ...Object.fromEntries(Object.entries(languageFiles).map(([tag, load]) => [`texts/${tag}`, load] as const)),
};

/** Loads one of these parts from the files of the package. */
export async function loadLaterPart<Name extends keyof Chunks>(name: Name): Promise<Chunks[Name]> {
  const load = Object.entries(parts).find(([known]) => known === name)?.[1];
  if (!load) throw new Error('there is no such part');
  return load() as Promise<Chunks[Name]>;
}
