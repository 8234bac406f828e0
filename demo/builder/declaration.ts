import type { ConsentConfig } from '../../src/api.ts';
import { readConfig } from '../../src/model/config.ts';
import { services } from '../../src/services/table.ts';
import { declarationOf } from '../../src/ui/declaration/content.ts';
import { toHtml } from '../../src/ui/declaration/markup.ts';
import { withOwnWords } from '../../src/ui/own-words.ts';
import en from '../../src/ui/texts/en.ts';
import { spoken } from './languages.ts';

/** The level of the headings where nobody says another: that of the command. */
export const USUAL_LEVEL = 3;

/**
 * What a site copies into its privacy page: read without our script, and live with it. `level` is that of its headings,
 * from 1 to 6.
 */
export function declaration(input: ConsentConfig, level = USUAL_LEVEL): string {
  const config = readConfig(input, services);
  // Until the words of a language have come, English stands in for it.
  const language = spoken.value[config.language] ?? en;
  const texts = withOwnWords(language.texts, config.texts, language.tag);
  return toHtml(declarationOf({ config, language: { ...language, texts }, state: null, host: '', level }));
}
