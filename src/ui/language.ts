import type { Language } from '../api.ts';
import { loadLanguagePart, type Speaker } from './language-parts.ts';
import en from './texts/en.ts';

/** As `loadLanguagePart`, with English at hand: whatever fails to load, there are words to ask with. */
export const loadLanguage = (speaker: Speaker): Promise<Language> => loadLanguagePart(speaker, en);
