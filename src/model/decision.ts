import type { ConsentModel, ConsentRecord, Decision, PrivacySignals } from '../api.ts';
import type { BindingSignal, Config, Purpose } from './config.ts';
import { isUnchanged } from './record.ts';

/** Everything that a decision depends on. */
export interface Situation {
  readonly config: Pick<Config, 'purposes' | 'services'>;
  readonly model: ConsentModel;
  readonly signals: PrivacySignals;
  readonly record: ConsentRecord | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Every purpose and service with its decision, in the order of configuration. */
export function decideAll({
  config: { purposes, services },
  model,
  signals,
  record,
  now,
}: Situation): Record<string, Decision> {
  const decisions: Record<string, Decision> = Object.create(null);
  const necessary: Decision = { allowed: true, reason: 'necessary' };
  const isSilenceYes = model !== 'opt-in';

  const refuseBy = (bound: readonly Purpose[], override: BindingSignal['override']): Decision | undefined => {
    const signal = sentSignal(bound, signals, override);
    return signal ? { allowed: false, reason: 'signal', signal } : undefined;
  };

  /**
   * What the signals that no choice beats, or else the answer to `id` itself, decide. `lasting`: the reason of a
   * refusal that is never asked again.
   */
  const decideByAnswer = (
    id: string,
    bound: readonly Purpose[],
    lasting: 'choice' | 'objection' | false,
  ): Decision | undefined => {
    const choice = record?.choices[id];
    const allowed = choice === 'granted';
    const isCurrent =
      record &&
      now < record.expiresAt &&
      bound.every((purpose) =>
        isUnchanged(
          record.revisions[id] ?? record.revisions[purpose.id],
          purpose.id === id ? purpose.meanings : purpose.meanings.slice(0, 1),
        ),
      );
    // A grant counts only if every signal that is sent now was already sent when it was given.
    // Where silence means yes a refusal never lapses; where it means no, the question may be asked again.
    const counts = allowed
      ? isCurrent &&
        bound.every((purpose) => purpose.signals.every(({ name }) => !signals[name] || record.signals[name]))
      : choice && (lasting || isCurrent || isSilenceYes);
    return (
      refuseBy(bound, 'never') ??
      (counts ? { allowed, reason: (!allowed && lasting) || 'choice', since: record?.givenAt } : undefined)
    );
  };

  // The order of the steps is the contract's precedence, top first.
  for (const purpose of purposes.values()) {
    const { id, legalBasis } = purpose;
    const isObjectable = legalBasis === 'legitimate-interest';
    decisions[id] =
      legalBasis === 'strictly-necessary'
        ? necessary
        : (decideByAnswer(id, [purpose], isObjectable && 'objection') ??
          refuseBy([purpose], 'explicit') ?? {
            // No refusal comes here that this would lift: one that is asked again is one where silence means no.
            allowed: isObjectable || (isSilenceYes && (purpose.default ?? true) === true),
            reason: 'default',
          });
  }
  for (const { id, purposes: under } of services.values()) {
    const decided = under.map((name) => decisions[name] as Decision); // The configuration knows them all.
    // Its own answer where there is one, else what its purposes say: one that is denied, else one that is not always
    // on.
    decisions[id] =
      decideByAnswer(
        id,
        under.flatMap((name) => purposes.get(name) ?? []),
        'choice',
      ) ??
      decided.find(({ allowed }) => !allowed) ??
      decided.find((decision) => decision !== necessary) ??
      necessary;
  }
  return decisions;
}

/** The signal that the browser sends and that binds one of `purposes`, if any. */
export function sentSignal(purposes: readonly Purpose[], signals: PrivacySignals, override: BindingSignal['override']) {
  return purposes
    .flatMap((purpose) => purpose.signals)
    .find((binding) => binding.override === override && signals[binding.name])?.name;
}
