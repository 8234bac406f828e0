import { signal } from '@preact/signals';
import type { Language } from '../../src/api.ts';
import { languageTags } from '../../src/model/languages.ts';

const english = new Intl.DisplayNames(['en'], { type: 'language' });

/** Every language that visitors may be asked in, by its name in English. */
export const LANGUAGES = languageTags
  .split(' ')
  .map((tag) => {
    const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    const name = english.of(tag) ?? tag;
    return { tag, label: own.toLowerCase() === name.toLowerCase() ? name : `${name} · ${own}`, name };
  })
  .toSorted((a, b) => a.name.localeCompare(b.name));

export const isRightToLeft = (tag: string): boolean => /^(ar|fa|he|ur)\b/.test(tag);

/** The SDK's own words, by language, as far as they have come. */
export const spoken = signal<Readonly<Record<string, Language>>>({});
const asked = new Set<string>();

/** Fetches the words of a language from the built SDK. */
export async function learn(tag: string): Promise<void> {
  if (asked.has(tag)) return;
  asked.add(tag);
  const address = `/dist/texts/${tag}.js`;
  try {
    const built = (await import(address)) as { default: Language };
    spoken.value = { ...spoken.value, [tag]: built.default };
  } catch {
    asked.delete(tag); // The words are only shown for orientation: without them the fields are empty.
  }
}
