import type { ConsentRecord, ConsentState } from '../api.ts';
import type { Config } from './config.ts';

/** The purposes that can be answered, in the order of configuration. */
export const optionalPurposes = ({ purposes }: Pick<Config, 'purposes'>): string[] =>
  [...purposes.values()].filter(({ isOptional }) => isOptional).map(({ id }) => id);

/** The purposes that wait for an answer: all, or only what is new or changed since the last one. */
export const pendingPurposes = (config: Pick<Config, 'purposes'>, { decisions }: ConsentState): string[] =>
  optionalPurposes(config).filter((id) => decisions[id]?.reason === 'default');

/** The purposes that run though nobody has answered: by default, or where the law of the place exempts them. */
export const begunPurposes = (config: Pick<Config, 'purposes'>, { decisions }: ConsentState): string[] =>
  optionalPurposes(config).filter((id) => decisions[id]?.allowed && /default|exempt/.test(decisions[id].reason));

/** Whether some purposes run without an answer while others wait for one. */
export const isPartlyBegun = (config: Pick<Config, 'purposes'>, state: ConsentState): boolean =>
  begunPurposes(config, state).length > 0 && pendingPurposes(config, state).some((id) => !state.purposes[id]);

/** Whether the policy moved since the visitor answered: from a version to another, or in a way that the site tells. */
export const hasPolicyMoved = (record: ConsentRecord | null, { policy }: Pick<Config, 'policy'>): boolean =>
  !!record &&
  record.policyVersion !== policy.version &&
  !!((record.policyVersion && policy.version) || policy.changes || policy.history);

/** Whether an answer still counts at `now`, in milliseconds since 1970. */
export const isCurrent = (record: ConsentRecord | null, now: number): boolean => !!record && now < record.expiresAt;

/**
 * Whether what waits at `now` is new beside an answer that counts. One about an embed alone answered for no purpose.
 */
export const isNewsTo = (record: ConsentRecord | null, config: Pick<Config, 'purposes'>, now: number): boolean =>
  isCurrent(record, now) && optionalPurposes(config).some((id) => record?.choices[id]);
