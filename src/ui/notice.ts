import type { ConsentState, Language } from '../api.ts';
import type { Config } from '../model/config.ts';
import { decideAll } from '../model/decision.ts';
import { pendingPurposes } from '../model/news.ts';
import { ruleFor } from '../model/region.ts';
import { ask } from './banner/question.ts';
import { factsOfPurpose } from './purpose-facts.ts';
import { wordsOf } from './purpose-words.ts';
import { withWhatWaits } from './wording/waiting.ts';

/**
 * The words with which the site asks whoever has not answered, where the visitor is and with the signals of now, each
 * piece on a line of its own: what the banner says, to minors too where the site has some, and of each purpose what the
 * preferences say. Pure.
 */
export function noticeOf(now: ConsentState, config: Config, language: Language): string {
  const { texts } = language;
  const { banner, preferences, rights, minor } = texts;
  const { exempt } = ruleFor(now.region, config.regions, now.model);
  const decisions = decideAll({ ...now, config, exempt, record: null, now: 0 });
  const state: ConsentState = { ...now, decisions, record: null };
  const pending = pendingPurposes(config, state);
  const context = { config, state: () => state, pending: () => pending };
  const { lines, labels } = ask({ ...context, language: withWhatWaits(language, context, language) });
  const purposes = [...config.purposes.values()].flatMap((purpose) => {
    const { title, description } = wordsOf(purpose.id, config.purposes, texts);
    return [title, description, factsOfPurpose(purpose, decisions[purpose.id], now.model, preferences, rights)];
  });
  return [
    banner.title,
    ...lines,
    banner.policy,
    ...(['reject', 'accept', 'preferences'] as const).map((button) => banner[labels[button]]),
    ...(config.audience ? [minor.title, minor.body] : []),
    preferences.title,
    preferences.intro,
    ...purposes,
  ]
    .filter(Boolean)
    .join('\n');
}
