import type { ConsentRecord, Texts } from '../api.ts';
import type { Config } from '../model/config.ts';
import { hasPolicyMoved } from '../model/news.ts';
import { changesSince } from '../model/policy-changes.ts';

/** What changed in the policy since the visitor's answer, in words; nothing where it has not moved. */
export const policyNews = (
  record: ConsentRecord | null,
  config: Pick<Config, 'policy'>,
  { banner: words }: Pick<Texts, 'banner'>,
): string =>
  hasPolicyMoved(record, config)
    ? changesSince(record?.policyVersion ?? '', config.policy) || `${words.news} ${words.policy}.`
    : '';
