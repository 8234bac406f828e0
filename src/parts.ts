import type { Chunks } from './lazy.ts';
import { languageFiles } from './language-files.ts';

type Part = Exclude<keyof Chunks, `texts/${string}`>;

/** The files beside the entry; literal, so that bundlers find them. */
const parts: { readonly [Name in Part]: () => Promise<Chunks[Name]> } = {
  prompt: () => import('./prompt.ts'),
  preferences: () => import('./ui/preferences/index.tsx'),
  placeholder: () => import('./ui/placeholder/index.ts'),
  idle: () => import('./idle.ts'),
  embeds: () => import('./gate/embeds/index.ts'),
  check: () => import('./check/index.ts'),
  receipt: () => import('./receipt.ts'),
  withdrawal: () => import('./answer/withdrawal.ts'),
  compat: () => import('./gate/compat.ts'),
  guard: () => import('./guard/index.ts'),
  write: () => import('./gate/late-write.ts'),
  debug: () => import('./debug/index.ts'),
};

/** Loads a part, or a language, from the files of the package. */
export function loadPart<Name extends keyof Chunks>(name: Name): Promise<Chunks[Name]> {
  const load = name.startsWith('texts/') ? languageFiles[name.slice('texts/'.length)] : parts[name as Part];
  return (load ? load() : Promise.reject(new Error('there is no such part'))) as Promise<Chunks[Name]>;
}
