import type { ViewContext } from '../../lazy.ts';
import { wordsOf } from '../purpose-words.ts';

/** What the banner says, and about which purposes. */
export interface Question {
  /** The purposes that an answer is for. None: nothing is asked, the visitor is told that the policy moved. */
  readonly names: readonly string[];
  /**
   * What a browser signal decided, what changed in the policy, and what is asked, each where there is something to say.
   */
  readonly lines: readonly (string | false | null)[];
}

export function ask({
  config: { policy, purposes },
  language: { tag, texts },
  state,
  pending,
}: Pick<ViewContext, 'config' | 'language' | 'state' | 'pending'>): Question {
  const { record, decisions } = state();
  const waiting = pending();
  const changes = record && record.policyVersion !== policy.version && policy.changes;
  // What an old answer left open is not new.
  const isNews = record && Date.now() < record.expiresAt;
  return {
    names: waiting[0]
      ? waiting
      : changes
        ? []
        : [...purposes.keys()].filter((name) => decisions[name]?.reason !== 'necessary'),
    lines: [
      Object.values(decisions).some((decision) => decision.signal) && texts.signals.honoured,
      changes,
      waiting[0] && isNews
        ? `${texts.banner.news} ${new Intl.ListFormat(tag).format(waiting.map((name) => wordsOf(name, purposes, texts).title))}.`
        : (waiting[0] || !changes) && texts.banner.body,
    ],
  };
}
