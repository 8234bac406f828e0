import type { Choice, ConsentReceipt, ConsentState, Language } from '../../api.ts';
import type { LoadChunk, PartNeeds, Right, RightsContext } from '../../lazy.ts';
import type { Config } from '../../model/config.ts';
import { readController } from '../../model/controller.ts';
import { loadLanguage } from '../language.ts';
import { interestsIn, grantsIn } from './names.ts';
import { saveFile } from './save-file.ts';

/** Does what a visitor may do beside answering; resolves when it is done, with the words that say so. */
export async function exercise(right: Right, context: RightsContext): Promise<string> {
  const { root, config, state, load } = context;
  // First of all: nothing is done that nobody can be told of.
  const language = await loadLanguage({ load, host: root.host, config });
  const { rights: words, status } = language.texts;
  const deny = (names: readonly string[]) =>
    context.take(Object.fromEntries(names.map((name): [string, Choice] => [name, 'denied'])), 'preferences');
  switch (right) {
    case 'download':
      await download(context, language);
      return words.downloaded;
    case 'object':
      await deny(interestsIn(config, state()));
      return words.objected;
    case 'withdraw':
      await deny(grantsIn(config, state()));
      return status.withdrawn;
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
    loadLanguage({ load, host: screen.host, config }),
  ]);
  return createReceipt(state(), await withAuthority(config, state(), load), language);
}

/** `config` with the authority of the visitor's region, where the site names none. */
async function withAuthority(config: Config, { region }: ConsentState, load: LoadChunk): Promise<Config> {
  if (!region || readController(config).authority) return config;
  const authority = await load('authorities').then(
    ({ authorityIn }) => authorityIn(region),
    () => undefined, // Reported by `load`.
  );
  return authority ? { ...config, controller: { ...readController(config), authority } } : config;
}

async function download({ config, state, load }: RightsContext, language: Language): Promise<void> {
  const { createReceipt } = await load('receipt');
  const now = state();
  const receipt = createReceipt(now, await withAuthority(config, now, load), language);
  const day = new Date(now.record?.givenAt ?? Date.now()).toISOString().slice(0, 10);
  saveFile(`privacy-${location.hostname}-${day}.json`, JSON.stringify(receipt, null, 2));
}
