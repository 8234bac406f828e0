import type { BasicLanguage } from '../lazy.ts';
import { loadLanguagePart, type Speaker } from './language-parts.ts';
import { english } from './texts/en.ts';

/** As `loadLanguagePart`, with English at hand: whatever fails to load, there are words to ask with. */
export const loadLanguage = (speaker: Speaker): Promise<BasicLanguage> => loadLanguagePart(speaker, english);
