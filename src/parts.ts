import type { Chunks } from './lazy.ts';

/** The files beside the entry that a page may need at once; literal, so that bundlers find them. */
const parts: { readonly [Name in keyof Chunks]?: () => Promise<Chunks[Name]> } = {
  prompt: () => import('./prompt.ts'),
  preferences: () => import('./ui/preferences/index.tsx'),
  'top-layer': () => import('./ui/top-layer/index.ts'),
  placeholder: () => import('./ui/placeholder/index.ts'),
  theme: () => import('./ui/theme/card.ts'),
  idle: () => import('./idle.ts'),
  reopen: () => import('./ui/reopen/index.ts'),
  status: () => import('./ui/status/index.ts'),
  embeds: () => import('./gate/embeds/index.ts'),
  'data-layer': () => import('./integrations/google/watch-layer.ts'),
  'stale-page': () => import('./answer/stale-page.ts'),
  withdrawal: () => import('./answer/withdrawal.ts'),
  compat: () => import('./compat/index.ts'),
  locate: () => import('./regions/locate.ts'),
  guard: () => import('./guard/index.ts'),
  write: () => import('./gate/late-write.ts'),
};

/** Loads a part, or a language, from the files of the package. */
export async function loadPart<Name extends keyof Chunks>(name: Name): Promise<Chunks[Name]> {
  const load = parts[name];
  return load ? load() : (await import('./later-parts.ts')).loadLaterPart(name);
}
