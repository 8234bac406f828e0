import type { ConsentReceipt, ConsentState, Language } from './api.ts';
import type { Config } from './model/config.ts';

/**
 * The visitor's machine-readable copy of what is held, with the field names of ISO/IEC TS 27560:2023
 * (https://w3c.github.io/dpv/guides/consent-27560). Nothing in it identifies the visitor but the random ids.
 */
export function createReceipt(state: ConsentState, config: Config, { tag, texts }: Language): ConsentReceipt {
  const { record, decisions } = state;
  const time = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const words = (id: string) =>
    Object.hasOwn(texts.purposes, id) ? texts.purposes[id as keyof typeof texts.purposes] : null;
  const services = [...config.services.values()];
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    // Not `randomUUID`, which pages without https do not have.
    receipt_id: [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join(''),
    record_id: record?.id ?? null,
    language: tag,
    privacy_notice: config.policy.url && new URL(config.policy.url, location.href).href,
    policy_version: record?.policyVersion ?? config.policy.version,
    controller: location.origin,
    storage_location: `this browser, "${config.storage.name}"`,
    // Not the page's own address: its path or query may say who is reading.
    withdrawal_method: `${location.origin}/#consent`,
    event: {
      type: record?.event ?? null,
      method: record?.method ?? null,
      time: time(record?.givenAt),
      valid_until: time(record?.expiresAt),
    },
    privacy_signals: state.signals,
    purposes: [...config.purposes.values()].map(({ id, title, description, legalBasis }) => ({
      purpose: id,
      title: title ?? words(id)?.title ?? id,
      description: description ?? words(id)?.description ?? '',
      lawful_basis: legalBasis,
      allowed: decisions[id]?.allowed ?? false,
      reason: decisions[id]?.reason ?? 'unknown',
      services: services
        .filter((service) => service.purposes.includes(id))
        .map((service) => ({
          service: service.id,
          title: service.title ?? service.id,
          allowed: decisions[service.id]?.allowed ?? false,
          recipient: service.provider ?? null,
          country: service.country ?? null,
          retention: service.retention ?? null,
          policy: service.policyUrl ?? null,
        })),
    })),
  };
}
