import type { Texts } from '../../api.ts';
import type { PartNeeds } from '../../lazy.ts';
import { hasPolicyMoved } from '../../model/news.ts';
import { languageTag } from '../../page-language.ts';
import { loadLanguage, tellLanguage } from '../language.ts';
import { gapOf } from '../sentence.ts';

/** Where English is spoken, and where no language came: most visits see these, and load nothing for it. */
const ENGLISH = {
  label: 'Privacy preferences',
  choices: 'Your privacy choices',
  changed: 'Your choice has changed. Reload this page so that it fully applies.',
  reload: 'Reload',
};

/** What the control says. */
export interface ReopenWords {
  readonly label: string;
  /** That a signal decided; nothing where none did. */
  readonly honoured: string;
  /** That the page has to be loaded anew, and the button that does it. */
  readonly changed: string;
  readonly reload: string;
}

/** Loads the words where any but the English label are needed. `given`: the site's own label. */
export async function loadWords(needs: PartNeeds, given: string | undefined, isOffered: boolean): Promise<ReopenWords> {
  const { store, screen, load } = needs;
  const { config, state } = store;
  const { host } = screen;
  const bySignal = Object.values(state().decisions).some(({ reason }) => reason === 'signal');
  const isForeign = !!config.texts || languageTag(config.language) !== 'en';
  let texts: Omit<Texts, 'rights'> | undefined;
  if (bySignal || ((!given || isOffered) && isForeign)) {
    // A language that does not come was reported where it is loaded; the way back is there all the same.
    texts = await loadLanguage({ load, host, config }).then(
      (language) => language.texts,
      () => undefined,
    );
  } else if (!given) tellLanguage(host, { tag: 'en', dir: 'ltr' });
  const isOptOut = state().model === 'opt-out';
  const usual = isOptOut ? texts?.banner.choices : texts?.reopen.label;
  const { changed, reload } = texts?.status ?? ENGLISH;
  return {
    label: given || (usual ?? ENGLISH[isOptOut ? 'choices' : 'label']),
    honoured: bySignal && texts ? await honouredIn(texts, needs) : '',
    changed,
    reload,
  };
}

/** Under Do Not Track nobody is interrupted by a notice, nor is it stored that one was read. */
async function honouredIn(texts: Omit<Texts, 'rights'>, { store, load }: PartNeeds): Promise<string> {
  const { honoured } = texts.signals;
  const { record, signals } = store.state();
  if (!signals.dnt || !hasPolicyMoved(record, store.config)) return honoured;
  return load('wording').then(
    ({ policyNews }) => `${honoured}${gapOf(honoured)}${policyNews(record, store.config, texts)}`,
    () => honoured, // Reported by `load`.
  );
}
