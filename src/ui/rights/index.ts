import type { Choice, ConsentReceipt } from '../../api.ts';
import type { BasicLanguage, PartNeeds, Right, RightsContext } from '../../lazy.ts';
import { loadLanguagePart } from '../language-parts.ts';
import { withOwnWords } from '../own-words.ts';
import { outcomes } from '../texts/en.ts';
import { interestsIn, grantsIn } from './names.ts';
import { saveFile } from './save-file.ts';

/** Does what a visitor may do beside answering; resolves when it is done, with the words that say so. */
export async function exercise(right: Right, context: RightsContext): Promise<string> {
  const { config, state, language } = context;
  const words = language.texts.rights ?? withOwnWords({ rights: outcomes }, config.texts, language.tag).rights;
  const deny = (names: readonly string[]) =>
    context.take(Object.fromEntries(names.map((name): [string, Choice] => [name, 'denied'])), 'preferences');
  switch (right) {
    case 'download':
      await download(context);
      return words.downloaded;
    case 'object':
      await deny(interestsIn(config, state()));
      return words.objected;
    case 'withdraw':
      await deny(grantsIn(config, state()));
      return language.texts.status.withdrawn;
    case 'forget':
      await context.erase();
      return words.forgotten;
  }
}

/** The visitor's copy, for whoever asks outside the preferences. */
export async function receiptFor({ store, screen, load }: PartNeeds): Promise<ConsentReceipt> {
  const { config, state } = store;
  const [{ createReceipt }, language] = await Promise.all([
    load('receipt'),
    loadLanguagePart({ load, host: screen.host, config }),
  ]);
  return createReceipt(state(), config, language);
}

async function download(context: RightsContext): Promise<void> {
  const { config, state, load } = context;
  const { createReceipt } = await load('receipt');
  const now = state();
  const receipt = createReceipt(now, config, await withWordsForMinors(context));
  const day = new Date(now.record?.givenAt ?? Date.now()).toISOString().slice(0, 10);
  saveFile(`privacy-${location.hostname}-${day}.json`, JSON.stringify(receipt, null, 2));
}

/** The receipt has the hash of all words that this site asks with; the English beside the banner lacks those. */
async function withWordsForMinors({ config, language, load }: RightsContext): Promise<BasicLanguage> {
  if (!config.audience || language.texts.minor) return language;
  const { minor } = (await load('texts/en')).default.texts;
  return { ...language, texts: { ...language.texts, ...withOwnWords({ minor }, config.texts, language.tag) } };
}
