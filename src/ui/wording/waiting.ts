import type { Texts } from '../../api.ts';
import type { Mount, WordingNeeds } from '../../lazy.ts';
import { loadLanguage, type Speaker } from '../language.ts';
import { wordsOf } from '../purpose-words.ts';
import { endOf, gapOf } from '../sentence.ts';

/** A colon, with the space that French puts before it. */
const COLON = /\s?[:：]$/u;

/**
 * Where something has begun without permission, the banner says of the rest that it waits for it: the visitor is told
 * what either button changes. Never rejects: where the words do not come, the banner says what it says elsewhere.
 */
export async function tellWhatWaits(mount: Mount, { load, screen, store }: WordingNeeds): Promise<Mount> {
  const isExempt = Object.values(store.state().decisions).some(({ reason }) => reason === 'exempt');
  if (!isExempt) return mount;
  const speaker: Speaker = { load, host: screen.host, config: store.config };
  const spoken = await loadLanguage(speaker).catch(() => null); // Reported by `load`.
  if (!spoken) return mount;
  return (context) => {
    const { texts } = context.language;
    const { decisions } = context.state();
    const waiting = context.pending().filter((name) => !decisions[name]?.allowed);
    const titles = waiting.map((name) => wordsOf(name, context.config.purposes, texts).title);
    const running = `${texts.banner.running}${waitingFor(titles, spoken.tag, spoken.texts)}`;
    const banner = { ...texts.banner, running };
    return mount({ ...context, language: { ...context.language, texts: { ...texts, banner } } });
  };
}

/** "Runs only with your consent: Marketing.", with the space before it. */
function waitingFor(titles: readonly string[], tag: string, { banner, rights }: Texts): string {
  if (!titles[0]) return '';
  const list = new Intl.ListFormat(tag).format(titles);
  const { consent } = rights;
  const [colon = ':'] = COLON.exec(banner.news) ?? [];
  const [end, gap] = [endOf(consent), gapOf(consent)];
  return `${gap}${consent.slice(0, consent.length - end.length)}${colon}${gap}${list}${end}`;
}
