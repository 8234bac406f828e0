import type { CardTheme, Lazy, PartNeeds, Prompt } from '../../lazy.ts';

export type SharedThemeNeeds = Pick<PartNeeds, 'store' | 'load'> & { readonly prompt: Lazy<Prompt> };

/** Returns what gets the theme of the page: the part that asks brings it along, and elsewhere it is loaded once. */
export function sharedTheme({ store, load, prompt }: SharedThemeNeeds): () => Promise<CardTheme> {
  let own: Promise<CardTheme> | null = null;
  return async () =>
    prompt.part?.theme ?? (own ??= load('theme').then(({ createCardTheme }) => createCardTheme(store.config.ui)));
}
