import type { Texts } from '../../api.ts';
import type { ViewContext } from '../../lazy.ts';
import { begunPurposes, hasPolicyMoved, isNewsTo, optionalPurposes } from '../../model/news.ts';
import { wordsOf } from '../purpose-words.ts';
import { endOf, gapOf } from '../sentence.ts';

type Label = keyof Texts['banner'];

/** What the banner says, and about which purposes. */
export interface Question {
  /** The purposes that an answer is for. None: nothing is asked, the visitor is told that the policy moved. */
  readonly names: readonly string[];
  /** What the buttons are called. */
  readonly labels: Readonly<Record<'accept' | 'reject' | 'preferences' | 'ok', Label>>;
  /**
   * What a browser signal decided, what changed in the policy, and what is asked, each where there is something to say:
   * at least one of them.
   */
  readonly lines: readonly string[];
}

export function ask({
  config,
  language: { tag, texts },
  state,
  pending,
}: Pick<ViewContext, 'config' | 'language' | 'state' | 'pending'>): Question {
  const { record, decisions, model, region } = state();
  const { banner: words } = texts;
  const waiting = pending();
  const optional = optionalPurposes(config);
  // Without the words for it, the link to the policy follows.
  const changes = hasPolicyMoved(record, config) ? config.policy.changes || words.news : '';
  // Opened by a page after all is answered, it asks about everything; a notice that the policy moved asks nothing.
  const isNews = waiting.length > 0 && isNewsTo(record, config, Date.now());
  // Whoever refuses all is asked nothing more about what has started without permission.
  const runs = begunPurposes(config, state());
  const open = isNews ? waiting : optional.filter((name) => waiting.includes(name) || runs.includes(name));
  const names = waiting.length > 0 ? open : changes ? [] : optional;
  const isPart = isNews && names.length < optional.length;

  const listed = (ids: readonly string[]) =>
    new Intl.ListFormat(tag).format(ids.map((name) => wordsOf(name, config.purposes, texts).title));
  // Nobody is asked for what has begun, and the body asks for these two; nor told that something has where nothing did.
  const isTold = model !== 'opt-in' || runs.length === optional.length || /analytics|marketing/.test(runs.join());
  const body = runs[0] && isTold ? words.optOut : words.body;
  const gap = gapOf(words.kept);
  const question = [
    isNews ? `${words.news}${gap}${listed(waiting)}${endOf(words.kept)}` : body,
    isPart && words.kept,
    runs[0] && words.running.replace('{purposes}', () => listed(runs)),
  ];
  const isOptOut = model === 'opt-out';
  return {
    names,
    labels: {
      accept: isPart ? 'acceptNews' : 'accept',
      reject: isPart ? 'rejectNews' : isOptOut && /^(US|$)/.test(region ?? '') ? 'doNotSell' : 'reject',
      preferences: isOptOut ? 'choices' : 'preferences',
      ok: 'ok',
    },
    lines: [
      Object.values(decisions).some(({ signal }) => signal) && texts.signals.honoured,
      changes,
      (names.length > 0 || !changes) && question.filter(Boolean).join(gap),
    ].flatMap((line) => line || []),
  };
}
