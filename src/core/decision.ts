import type { Config, ConsentModel, ConsentRecord, Decision, PrivacySignals, Purpose } from '../types.ts';
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
export function decideAll(situation: Situation): Record<string, Decision> {
  const { purposes, services } = situation.config;
  const decisions: Record<string, Decision> = Object.create(null);
  for (const purpose of purposes.values()) decisions[purpose.id] = decidePurpose(purpose, situation);
  for (const service of services.values()) {
    const under = service.purposes.map((id) => decisions[id] as Decision); // The configuration knows them all.
    // Its own answer where there is one, else what its purposes say: one that is denied, else one that is not always on.
    decisions[service.id] =
      decideByAnswer(service.id, service.purposes.flatMap((id) => purposes.get(id) ?? []), situation, 'choice') ??
      under.find(({ allowed }) => !allowed) ?? under.find(({ reason }) => reason !== 'necessary') ?? { allowed: true, reason: 'necessary' };
  }
  return decisions;
}

/** The decision on a purpose. The order of the steps is the contract's precedence, top first. */
export function decidePurpose(purpose: Purpose, situation: Situation): Decision {
  const { id, legalBasis } = purpose;
  if (legalBasis === 'strictly-necessary') return { allowed: true, reason: 'necessary' };
  const isObjectable = legalBasis === 'legitimate-interest';
  const answered = decideByAnswer(id, [purpose], situation, isObjectable && 'objection');
  if (answered) return answered;
  const signal = sentSignal([purpose], situation.signals, 'explicit');
  if (signal) return { allowed: false, reason: 'signal', signal };
  // A refusal that is asked again stays a refusal until it is answered.
  const isFree = situation.record?.choices[id] !== 'denied';
  return { allowed: isFree && (isObjectable || (situation.model !== 'opt-in' && (purpose.default ?? true) === true)), reason: 'default' };
}

/** The signal that the browser sends and that binds one of `purposes`, if any. */
export function sentSignal(purposes: readonly Purpose[], signals: PrivacySignals, override: 'never' | 'explicit') {
  return purposes.flatMap((purpose) => purpose.signals).find((binding) => binding.override === override && signals[binding.name])?.name;
}

/** What the signals that no choice beats, or else the answer to `id` itself, decide. `lasting`: the reason of a refusal that is never asked again. */
function decideByAnswer(id: string, purposes: readonly Purpose[], situation: Situation, lasting: 'choice' | 'objection' | false): Decision | undefined {
  const { model, record, signals, now } = situation;
  const signal = sentSignal(purposes, signals, 'never');
  if (signal) return { allowed: false, reason: 'signal', signal };
  const choice = record?.choices[id];
  if (!choice) return undefined;
  const isCurrent = now < record.expiresAt && purposes.every((purpose) => isUnchanged(record.revisions[purpose.id], purpose));
  const isGrant = choice === 'granted';
  // A grant counts only if every signal that is sent now was already sent when it was given.
  // Where silence means yes a refusal never lapses; where it means no, the question may be asked again.
  const counts = isGrant
    ? isCurrent && purposes.every((purpose) => purpose.signals.every(({ name }) => !signals[name] || record.signals[name]))
    : lasting || isCurrent || model !== 'opt-in';
  return counts ? { allowed: isGrant, reason: (!isGrant && lasting) || 'choice', since: record.givenAt } : undefined;
}
