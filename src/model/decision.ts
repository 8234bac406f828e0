import type { ConsentModel, ConsentRecord, Decision, PrivacySignals } from '../api.ts';
import type { BindingSignal, Config, Purpose, Service } from './config.ts';
import { sentSignal } from './locks.ts';
import { isCurrent } from './news.ts';
import { isUnchanged } from './record.ts';

/** Everything that a decision depends on. */
export interface Situation {
  readonly config: Pick<Config, 'purposes' | 'services' | 'isAwaited'>;
  readonly model: ConsentModel;
  /** The purposes that the law of the visitor's place lets start without permission; default: none. */
  readonly exempt?: readonly string[];
  readonly signals: PrivacySignals;
  readonly record: ConsentRecord | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const NECESSARY: Decision = { allowed: true, reason: 'necessary' };
const UNKNOWN: Decision = { allowed: false, reason: 'unknown' };
const WAITING: Decision = { allowed: false, reason: 'default' };

type Decisions = Record<string, Decision>;

/** Every purpose and service with its decision, in the order of configuration. */
export function decideAll(situation: Situation): Decisions {
  const { purposes, services } = situation.config;
  const decisions: Decisions = Object.create(null);
  for (const purpose of purposes.values()) decisions[purpose.id] = decidePurpose(purpose, situation);
  for (const service of services.values()) decisions[service.id] = decideService(service, decisions, situation);
  return decisions;
}

/** The contract's precedence, top first. */
function decidePurpose(purpose: Purpose, situation: Situation): Decision {
  const { id, legalBasis, isOptional } = purpose;
  if (!isOptional) return NECESSARY;
  const isExempt = situation.exempt?.includes(id);
  const isObjectable = isExempt || legalBasis === 'legitimate-interest';
  return (
    bySignal([purpose], 'never', situation) ??
    (situation.config.isAwaited ? WAITING : undefined) ??
    byChoice(id, [purpose], isObjectable ? 'objection' : undefined, situation) ??
    bySignal([purpose], 'explicit', situation) ??
    byDefault(purpose, situation, isExempt)
  );
}

/** Its own answer, where there is one and no signal forbids it; else what its purposes say. */
function decideService({ id, purposes: under }: Service, decisions: Decisions, situation: Situation): Decision {
  if (!under[0]) return UNKNOWN;
  const purposes = under.flatMap((name) => situation.config.purposes.get(name) ?? []);
  const decided = under.map((name) => decisions[name] as Decision); // The configuration knows them all.
  return (
    bySignal(purposes, 'never', situation) ??
    byChoice(id, purposes, 'choice', situation) ??
    decided.find(({ allowed }) => !allowed) ??
    decided.find((decision) => decision !== NECESSARY) ??
    NECESSARY
  );
}

function bySignal(
  purposes: readonly Purpose[],
  override: BindingSignal['override'],
  { signals }: Situation,
): Decision | undefined {
  const signal = sentSignal(purposes, signals, override);
  return signal && { allowed: false, reason: 'signal', signal };
}

/**
 * What the visitor said about `id`, as long as it counts. `lasting`: the reason of a refusal that is never asked again,
 * where there is one.
 */
function byChoice(
  id: string,
  purposes: readonly Purpose[],
  lasting: 'choice' | 'objection' | undefined,
  { model, signals, record, now }: Situation,
): Decision | undefined {
  const choice = record?.choices[id];
  if (!record || !choice) return undefined;
  const { givenAt: since, revisions } = record;
  const isFresh =
    isCurrent(record, now) &&
    purposes.every(({ id: name, meanings }) =>
      isUnchanged(revisions[id] ?? revisions[name], name === id ? meanings : meanings.slice(0, 1)),
    );
  if (choice !== 'granted') {
    // Where silence means yes a refusal never lapses; where it means no, the question may be asked again.
    const counts = lasting || model !== 'opt-in' || isFresh;
    return counts ? { allowed: false, reason: lasting ?? 'choice', since } : undefined;
  }
  // A grant counts only if every signal that is sent now was already sent when it was given.
  const isConfirmed = purposes.every((purpose) =>
    purpose.signals.every(({ name }) => !signals[name] || record.signals[name]),
  );
  return isFresh && isConfirmed ? { allowed: true, reason: 'choice', since } : undefined;
}

/** What silence means. No refusal comes here that this would lift: it is one that may be asked again. */
const byDefault = (purpose: Purpose, { model }: Situation, isExempt = false): Decision => ({
  allowed:
    isExempt ||
    purpose.legalBasis === 'legitimate-interest' ||
    (model !== 'opt-in' && (purpose.default ?? true) === true),
  reason: isExempt ? 'exempt' : 'default',
});
