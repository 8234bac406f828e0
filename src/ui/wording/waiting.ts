import type { Texts } from '../../api.ts';
import type { BannerWords, Mount, Spoken, ViewContext, WordingNeeds } from '../../lazy.ts';
import { isPartlyBegun } from '../../model/news.ts';
import { loadLanguage, type Speaker } from '../language.ts';
import { wordsOf } from '../purpose-words.ts';
import { endOf, gapOf } from '../sentence.ts';

/** A colon, with the space that French puts before it. */
const COLON = /\s?[:：]$/u;

type Waiting = Pick<ViewContext, 'config' | 'state' | 'pending'>;

/**
 * Where something has begun without permission, the banner says of the rest that it waits for it: the visitor is told
 * what either button changes. Where a button of the page, or a script, has answered a part, the rest is not called new.
 * Never rejects: where the words do not come, the banner says what it says elsewhere.
 */
export async function tellWhatWaits(mount: Mount, { load, screen, store }: WordingNeeds): Promise<Mount> {
  const state = store.state();
  if (!isPartlyBegun(store.config, state) && !isOfPart(state)) return mount;
  const speaker: Speaker = { load, host: screen.host, config: store.config };
  const spoken = await loadLanguage(speaker).catch(() => null); // Reported by `load`.
  if (!spoken) return mount;
  return (context) => {
    const isRest = isOfPart(context.state()) && context.pending().length === waitingIn(context).length;
    const language = isRest
      ? withOpening(context.language, spoken.texts)
      : withWhatWaits(context.language, context, spoken);
    return mount({ ...context, language });
  };
}

/** `language` with what waits, in the words of `spoken`, behind what runs. Pure. */
export function withWhatWaits<Words extends BannerWords>(
  language: Spoken<Words>,
  context: Waiting,
  spoken: Spoken<Texts>,
): Spoken<Words> {
  const { texts } = language;
  const titles = waitingIn(context).map((name) => wordsOf(name, context.config.purposes, texts).title);
  const running = `${texts.banner.running}${waitingFor(titles, spoken.tag, spoken.texts)}`;
  return withWords(language, { running });
}

/** `language` that opens the question with what the rest waits for, and not with that it is new. */
const withOpening = (language: Spoken<BannerWords>, texts: Texts): Spoken<BannerWords> =>
  withWords(language, { news: openingIn(texts) });

const withWords = <Words extends BannerWords>(
  language: Spoken<Words>,
  words: Partial<Texts['banner']>,
): Spoken<Words> => ({
  ...language,
  texts: { ...language.texts, banner: { ...language.texts.banner, ...words } },
});

/** Whether the visitor need not have been asked about all: only the banner and the preferences ask about that. */
const isOfPart = ({ record }: ReturnType<Waiting['state']>): boolean => /page|api/.test(record?.method ?? '');

function waitingIn({ state, pending }: Waiting): string[] {
  const { decisions } = state();
  return pending().filter((name) => !decisions[name]?.allowed);
}

/** "Runs only with your consent: Marketing.", with the space before it. */
function waitingFor(titles: readonly string[], tag: string, texts: Texts): string {
  if (!titles[0]) return '';
  const list = new Intl.ListFormat(tag).format(titles);
  const { consent } = texts.rights;
  const gap = gapOf(consent);
  return `${gap}${openingIn(texts)}${gap}${list}${endOf(consent)}`;
}

/** "Runs only with your consent:" */
function openingIn({ banner, rights: { consent } }: Texts): string {
  const [colon = ':'] = COLON.exec(banner.news) ?? [];
  return `${consent.slice(0, consent.length - endOf(consent).length)}${colon}`;
}
