import type { Choice, ConsentModel, Decision, LegalBasis, PrivacySignal } from '../../src/api.ts';

/** One situation of one purpose, in plain words. */
export interface Row {
  readonly legalBasis: LegalBasis;
  readonly model: ConsentModel;
  /** Whether the law of the visitor's place lets the purpose start without permission. */
  readonly isExempt: boolean;
  /** What the site says a purpose starts with where silence may allow. */
  readonly default?: boolean;
  readonly sent: readonly PrivacySignal[];
  /** The signals that the site lets speak for this purpose. */
  readonly applies: readonly PrivacySignal[];
  readonly override: Readonly<Record<PrivacySignal, 'never' | 'explicit'>>;
  readonly stored: null | {
    readonly choice: Choice;
    /** The signals that were sent when it was given. */
    readonly sent: readonly PrivacySignal[];
    readonly isExpired: boolean;
    /** Whether the purpose means something else by now. */
    readonly isChanged: boolean;
  };
}

/**
 * The contract's section 2, "Precedence of a decision", read slowly and written down line by line; it shares nothing
 * with the code that it checks. "Top first; each ends with its reason."
 */
export function referenceDecision({
  legalBasis,
  model,
  isExempt,
  sent,
  applies,
  override,
  stored,
  ...row
}: Row): Pick<Decision, 'allowed' | 'reason' | 'signal'> {
  const speaking = (['dnt', 'gpc'] as const).filter((signal) => sent.includes(signal) && applies.includes(signal));
  const unbeatable = speaking.filter((signal) => override[signal] === 'never');
  const beatable = speaking.filter((signal) => override[signal] === 'explicit');

  // necessary
  if (legalBasis === 'strictly-necessary') return { allowed: true, reason: 'necessary' };

  // signal (override never)
  if (unbeatable.length > 0) return { allowed: false, reason: 'signal', signal: unbeatable[0] };

  // choice. "A grant counts while it is unexpired, its purpose is unchanged, and every explicit-override signal now
  // sent was already sent when it was given."
  if (
    stored?.choice === 'granted' &&
    !stored.isExpired &&
    !stored.isChanged &&
    beatable.every((signal) => stored.sent.includes(signal))
  ) {
    return { allowed: true, reason: 'choice' };
  }
  // "A legitimate-interest purpose … can be objected to (reason `objection`)", and so can an exempt one. "A refusal or
  // objection never lapses into permission."
  if (stored?.choice === 'denied' && (legalBasis === 'legitimate-interest' || isExempt))
    return { allowed: false, reason: 'objection' };
  // Where silence would allow, the refusal stands for ever; under opt-in it may be asked again.
  if (stored?.choice === 'denied' && (model !== 'opt-in' || (!stored.isExpired && !stored.isChanged)))
    return { allowed: false, reason: 'choice' };

  // signal (override explicit)
  if (beatable.length > 0) return { allowed: false, reason: 'signal', signal: beatable[0] };

  // default (by model). "When it is old or the policy moved … it stays denied until answered."
  if (stored?.choice === 'denied') return { allowed: false, reason: 'default' };
  // "Exempt purposes start allowed."
  if (isExempt) return { allowed: true, reason: 'exempt' };
  if (legalBasis === 'legitimate-interest') return { allowed: true, reason: 'default' };
  return { allowed: model !== 'opt-in' && row.default !== false, reason: 'default' };
}
