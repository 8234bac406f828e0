import type { Choice } from '../../api.ts';
import type { Right, RightsContext } from '../../lazy.ts';
import { interestsIn, grantsIn } from './names.ts';
import { saveFile } from './save-file.ts';

/** Does what a visitor may do beside answering; resolves when it is done. */
export async function exercise(right: Right, context: RightsContext): Promise<void> {
  const { config, state } = context;
  const deny = (names: readonly string[]) =>
    context.take(Object.fromEntries(names.map((name): [string, Choice] => [name, 'denied'])), 'preferences');
  switch (right) {
    case 'download':
      return download(context);
    case 'object':
      return void (await deny(interestsIn(config, state())));
    case 'withdraw':
      return void (await deny(grantsIn(config, state())));
    case 'forget':
      return void (await context.erase());
  }
}

async function download({ config, language, state, load }: RightsContext): Promise<void> {
  const { createReceipt } = await load('receipt');
  const now = state();
  const receipt = createReceipt(now, config, language);
  const day = new Date(now.record?.givenAt ?? Date.now()).toISOString().slice(0, 10);
  saveFile(`privacy-${location.hostname}-${day}.json`, JSON.stringify(receipt, null, 2));
}
