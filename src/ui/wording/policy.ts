import type { ConsentRecord, Texts } from '../../api.ts';
import type { Mount } from '../../lazy.ts';
import type { Config } from '../../model/config.ts';
import { hasPolicyMoved } from '../../model/news.ts';
import { changesSince } from '../../model/policy-changes.ts';
import { endOf, gapOf } from '../sentence.ts';

/** Who comes back is told what changed in the policy since the version that they know. */
export const tellChanges =
  (mount: Mount): Mount =>
  (context) => {
    const { config, language, state } = context;
    if (!hasPolicyMoved(state().record, config)) return mount(context);
    const policy = { ...config.policy, changes: policyNews(state().record, config, language.texts) };
    return mount({ ...context, config: { ...config, policy } });
  };

/** What changed in a policy that has moved since the visitor's answer: at least that it has. */
export const policyNews = (
  record: ConsentRecord | null,
  { policy }: Pick<Config, 'policy'>,
  { banner: words }: Pick<Texts, 'banner'>,
): string =>
  changesSince(record?.policyVersion ?? '', policy) ||
  `${words.news}${gapOf(words.kept)}${words.policy}${endOf(words.kept)}`;
