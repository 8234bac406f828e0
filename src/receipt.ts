import type { ConsentReceipt, ConsentState, Language, ReceiptParty, TransferConfig } from './api.ts';
import { aText, listOf, oneOf, ownFields } from './model/coerce.ts';
import type { Config } from './model/config.ts';
import { isEmail, readController } from './model/controller.ts';
import { longestDays } from './model/new-record.ts';
import { sha256 } from './model/sha-256.ts';
import { linkTo } from './page.ts';
import { noticeOf } from './ui/notice.ts';

/**
 * The visitor's machine-readable copy of what is held, with the field names of ISO/IEC TS 27560:2023
 * (https://w3c.github.io/dpv/guides/consent-27560). Nothing in it identifies the visitor but the random ids.
 */
export function createReceipt(state: ConsentState, config: Config, language: Language): ConsentReceipt {
  const { record, region, model, signals } = state;
  const parties = partiesOf(config);
  const notice = noticeOf(state, config, language);
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    // Not `randomUUID`, which pages without https do not have.
    receipt_id: [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join(''),
    record_id: record?.id ?? null,
    pii_principal_id: null,
    language: language.tag,
    privacy_notice: addressOf(config.policy.url),
    privacy_notice_text: notice,
    privacy_notice_hash: sha256(notice),
    policy_version: record?.policyVersion ?? config.policy.version,
    jurisdiction: region,
    consent_model: model,
    controller: parties[0]?.party_name ?? location.origin,
    pii_controllers: ['controller'],
    parties,
    storage_location: `this browser, "${config.storage.name}"`,
    retention_period: `P${longestDays(config, model)}D`,
    // Not the page's own address: its path or query may say who is reading.
    withdrawal_method: `${location.origin}/#consent`,
    events: record
      ? [
          {
            event_time: new Date(record.givenAt).toISOString(),
            validity_duration: new Date(record.expiresAt).toISOString(),
            entity_id: 'visitor',
            event_type: 'expressed',
            event_state: record.event,
            method: record.method,
          },
        ]
      : [],
    privacy_signals: signals,
    purposes: purposesOf(state, config, language),
  };
}

/** The whole address of what a site of this address names; empty where that is none. */
function addressOf(url: string): string {
  const { protocol, href } = linkTo(url);
  return url && protocol !== ':' ? href : '';
}

function purposesOf({ decisions }: ConsentState, config: Config, { texts }: Language): ConsentReceipt['purposes'] {
  const words = (id: string) =>
    Object.hasOwn(texts.purposes, id) ? texts.purposes[id as keyof typeof texts.purposes] : null;
  const services = [...config.services.values()];
  return [...config.purposes.values()].map(({ id, title, description, legalBasis }) => ({
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
        recipient_role: oneOf(service.role, 'processor', 'controller', 'joint-controller') ?? null,
        pii_types: listOf<string>(service.dataCategories).filter((kind) => typeof kind === 'string'),
        country: service.country ?? null,
        transfer_country: aText(ownFields<TransferConfig>(service.transfer).country) || null,
        transfer_safeguard: aText(ownFields<TransferConfig>(service.transfer).safeguard) || null,
        retention: service.retention ?? null,
        policy: service.policyUrl ?? null,
      })),
  }));
}

/** Who is responsible, and who else may be asked, as far as the site names them. */
function partiesOf(config: Config): ReceiptParty[] {
  const { name, address, email, dataProtectionOfficer: officer, authority } = readController(config);
  const party = (id: ReceiptParty['party_id'], role: ReceiptParty['party_role'], rest: Partial<ReceiptParty>) => ({
    party_id: id,
    party_role: role,
    party_name: '',
    party_address: null,
    party_email: null,
    party_url: null,
    ...rest,
  });
  const parties = [
    party('controller', 'controller', {
      party_name: name || location.origin,
      party_address: address || null,
      party_email: email || null,
      party_url: location.origin,
    }),
  ];
  if (officer)
    parties.push(
      party('data-protection-officer', 'data-protection-officer', {
        party_name: officer,
        party_email: isEmail(officer) ? officer : null,
      }),
    );
  const host = /^https?:/i.test(authority) && linkTo(authority).host;
  if (host) parties.push(party('authority', 'supervisory-authority', { party_name: host, party_url: authority }));
  return parties;
}
