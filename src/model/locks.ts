import type { PrivacySignal, PrivacySignals } from '../api.ts';
import type { BindingSignal, Purpose } from './config.ts';

/** The signals that the browser sends and that speak for any of `purposes`. */
export const sentSignals = (purposes: Iterable<Purpose>, sent: PrivacySignals): BindingSignal[] =>
  [...purposes].flatMap((purpose) => purpose.signals).filter(({ name }) => sent[name]);

/** The signal that the browser sends, that binds one of `purposes`, and that a choice beats as `override` says. */
export const sentSignal = (
  purposes: Iterable<Purpose>,
  sent: PrivacySignals,
  override: BindingSignal['override'],
): PrivacySignal | undefined => sentSignals(purposes, sent).find((binding) => binding.override === override)?.name;

/** Whether no choice beats what the browser sends. */
export const isLocked = (purposes: Iterable<Purpose>, sent: PrivacySignals): boolean =>
  sentSignal(purposes, sent, 'never') !== undefined;
