import type { ViewContext } from '../../lazy.ts';
import { changesSince } from '../../model/policy-changes.ts';
import { hasPolicyMoved, isCurrent, optionalPurposes } from '../../model/news.ts';
import { wordsOf } from '../purpose-words.ts';

/** What the banner says, and about which purposes. */
export interface Question {
  /** The purposes that an answer is for. None: nothing is asked, the visitor is told that the policy moved. */
  readonly names: readonly string[];
  /** Whether the visitor's other answers stay as they are. */
  readonly isPart: boolean;
  /**
   * What a browser signal decided, what changed in the policy, and what is asked, each where there is something to say.
   */
  readonly lines: readonly [signal: string | false, changes: string | false, question: string | false];
}

export function ask({
  config,
  language: { tag, texts },
  state,
  pending,
}: Pick<ViewContext, 'config' | 'language' | 'state' | 'pending'>): Question {
  const { record, decisions } = state();
  const waiting = pending();
  const hasMoved = hasPolicyMoved(record, config);
  // Opened by a page after all is answered, it asks about everything; a notice that the policy moved asks nothing.
  const isNews = waiting.length > 0 && isCurrent(record, Date.now());
  // Whoever refuses all is asked nothing more about what has started without permission.
  const isOpen = (name: string) => waiting.includes(name) || decisions[name]?.reason === 'exempt';
  const open = isNews ? waiting : optionalPurposes(config).filter(isOpen);
  const names = waiting.length > 0 ? open : hasMoved ? [] : optionalPurposes(config);
  const isPart = isNews && names.length < optionalPurposes(config).length;

  const titles = () => waiting.map((name) => wordsOf(name, config.purposes, texts).title);
  const news = () => {
    const { news: are, kept } = texts.banner;
    return `${are} ${new Intl.ListFormat(tag).format(titles())}.${isPart ? ` ${kept}` : ''}`;
  };
  return {
    names,
    isPart,
    lines: [
      Object.values(decisions).some(({ signal }) => signal) && texts.signals.honoured,
      hasMoved && changesSince(record?.policyVersion ?? '', config.policy),
      (waiting.length > 0 || !hasMoved) && (isNews ? news() : texts.banner.body),
    ],
  };
}
