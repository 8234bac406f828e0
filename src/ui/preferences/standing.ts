import type { PrivacySignals } from '../../api.ts';
import type { BindingSignal, Config, Purpose, Service } from '../../model/config.ts';

export const isOptional = (purpose: Purpose) => purpose.legalBasis !== 'strictly-necessary';

/** The signals that the browser sends and that speak for any of `purposes`. */
export const sentSignals = (purposes: Iterable<Purpose>, sent: PrivacySignals): BindingSignal[] =>
  [...purposes].flatMap((purpose) => purpose.signals).filter((signal) => sent[signal.name]);

/** Whether no choice beats what the browser sends. */
export const isLocked = (purposes: Iterable<Purpose>, sent: PrivacySignals) =>
  sentSignals(purposes, sent).some((signal) => signal.override === 'never');

/** The purposes of a service, in the order in which visitors see them. */
export const purposesOf = (service: Service, config: Config): Purpose[] =>
  [...config.purposes.values()].filter(({ id }) => service.purposes.includes(id));
