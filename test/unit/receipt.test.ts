// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { readConfig, type Config } from '../../src/model/config.ts';
import { ruleFor } from '../../src/model/region.ts';
import Ajv from 'ajv';
import schema from '../../src/receipt.schema.json' with { type: 'json' };
import { createReceipt } from '../../src/receipt.ts';
import en from '../../src/ui/texts/en.ts';
import german from '../../src/ui/texts/de.ts';
import type { ConsentRecord, ConsentState, PrivacySignals, Reason } from '../../src/api.ts';
import { carefulConfig, configOf } from '../support/configurations.ts';
import { goTo } from '../support/cookie-jar.ts';
import { NOW, recordOf } from '../support/records.ts';

const NONE: PrivacySignals = { dnt: false, gpc: false };
const config = readConfig(carefulConfig);

interface Place extends Partial<Pick<ConsentState, 'model' | 'region' | 'signals'>> {
  asked?: Config;
}

function stateOf(
  record: ConsentRecord | null,
  { asked = config, signals = NONE, model = 'opt-in', region = null }: Place = {},
): ConsentState {
  const { exempt } = ruleFor(region, asked.regions, model);
  const decisions = decideAll({ config: asked, model, exempt, signals, record, now: NOW });
  const allowed = (ids: Iterable<string>) =>
    Object.fromEntries([...ids].map((id) => [id, decisions[id]?.allowed ?? false]));
  return {
    status: 'decided',
    model,
    region,
    purposes: allowed(asked.purposes.keys()),
    services: allowed(asked.services.keys()),
    decisions,
    signals,
    record,
  };
}
const record = recordOf(
  { analytics: 'granted', marketing: 'denied', security: 'denied' },
  { policyVersion: '3', event: 'withdrawn', method: 'preferences' },
);

beforeEach(() => goTo('https://www.shop.example/garden?session=abc#here'));

describe('the receipt', () => {
  test('has the fields of ISO/IEC TS 27560, filled from the record and the configuration', () => {
    expect(createReceipt(stateOf(record), config, en)).toEqual({
      schema_version: 'ISO/IEC TS 27560:2023',
      receipt_id: expect.stringMatching(/^[a-z0-9]{12,28}$/),
      record_id: 'abc123',
      pii_principal_id: null,
      language: 'en',
      privacy_notice: 'https://site.example/privacy',
      privacy_notice_text: expect.stringContaining(en.texts.banner.body),
      privacy_notice_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      policy_version: '3',
      jurisdiction: null,
      consent_model: 'opt-in',
      controller: 'https://www.shop.example',
      pii_controllers: ['controller'],
      parties: [
        {
          party_id: 'controller',
          party_role: 'controller',
          party_name: 'https://www.shop.example',
          party_address: null,
          party_email: null,
          party_url: 'https://www.shop.example',
        },
      ],
      storage_location: expect.stringContaining('choice'),
      // What is objected to is kept as long as the law lets us.
      retention_period: 'P395D',
      withdrawal_method: 'https://www.shop.example/#consent',
      events: [
        {
          event_time: new Date(record.givenAt).toISOString(),
          validity_duration: new Date(record.expiresAt).toISOString(),
          entity_id: 'visitor',
          event_type: 'expressed',
          event_state: 'withdrawn',
          method: 'preferences',
        },
      ],
      privacy_signals: { dnt: false, gpc: false },
      purposes: [
        {
          purpose: 'necessary',
          title: en.texts.purposes.necessary.title,
          description: en.texts.purposes.necessary.description,
          lawful_basis: 'strictly-necessary',
          allowed: true,
          reason: 'necessary',
          services: [],
        },
        {
          purpose: 'analytics',
          title: 'Statistics',
          description: 'Counts visits.',
          lawful_basis: 'consent',
          allowed: true,
          reason: 'choice',
          services: [],
        },
        {
          purpose: 'security',
          title: 'Security',
          description: 'Keeps fraud out.',
          lawful_basis: 'legitimate-interest',
          allowed: false,
          reason: 'objection',
          services: [],
        },
        {
          purpose: 'marketing',
          title: en.texts.purposes.marketing.title,
          description: en.texts.purposes.marketing.description,
          lawful_basis: 'consent',
          allowed: false,
          reason: 'choice',
          services: [
            {
              service: 'maps',
              title: 'Maps',
              allowed: false,
              recipient: 'Maps Ltd',
              recipient_role: 'joint-controller',
              pii_types: ['IP address', 'position'],
              country: 'IE',
              transfer_country: 'US',
              transfer_safeguard: 'Data Privacy Framework',
              retention: '1 day',
              policy: 'https://maps.example/privacy',
            },
          ],
        },
      ],
    });
  });

  test('before an answer says that nothing was answered, and what holds', () => {
    const receipt = createReceipt(stateOf(null), config, en);
    expect(receipt).toMatchObject({
      record_id: null,
      policy_version: '3',
      events: [],
    });
    expect(receipt.purposes.map(({ purpose, allowed, reason }) => `${purpose} ${allowed} ${reason}`)).toEqual([
      'necessary true necessary',
      'analytics false default',
      'security true default',
      'marketing false default',
    ]);
  });

  test('names who is responsible, and who else may be asked', () => {
    const asked = configOf({
      controller: {
        name: 'Shop Ltd',
        address: '1 Lane\nTown',
        email: 'privacy@shop.example',
        dataProtectionOfficer: 'dpo@shop.example',
        authority: 'https://authority.example/complain',
      },
    });
    const receipt = createReceipt(stateOf(record), asked, en);
    expect(receipt.controller).toBe('Shop Ltd');
    expect(receipt.parties).toEqual([
      {
        party_id: 'controller',
        party_role: 'controller',
        party_name: 'Shop Ltd',
        party_address: '1 Lane\nTown',
        party_email: 'privacy@shop.example',
        party_url: 'https://www.shop.example',
      },
      {
        party_id: 'data-protection-officer',
        party_role: 'data-protection-officer',
        party_name: 'dpo@shop.example',
        party_address: null,
        party_email: 'dpo@shop.example',
        party_url: null,
      },
      {
        party_id: 'authority',
        party_role: 'supervisory-authority',
        party_name: 'authority.example',
        party_address: null,
        party_email: null,
        party_url: 'https://authority.example/complain',
      },
    ]);
  });

  test('says where the visitor is and which model holds there', () => {
    const there = { ...stateOf(record), region: 'US-CA', model: 'opt-out' } as const;
    expect(createReceipt(there, config, en)).toMatchObject({ jurisdiction: 'US-CA', consent_model: 'opt-out' });
  });

  test('has a hash of the words that the visitor was asked with: others have another', () => {
    const hashOf = (asked = config, language = en) =>
      createReceipt(stateOf(record, { asked }), asked, language).privacy_notice_hash;
    const hashes = [
      hashOf(),
      hashOf(config, german),
      hashOf(readConfig({ ...carefulConfig, purposes: { analytics: { title: 'Counting' } } })),
      hashOf(config, { ...en, texts: { ...en.texts, banner: { ...en.texts.banner, body: 'May we?' } } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashOf()).toBe(hashes[0]);
  });

  test('says which signal was sent, and that it decided', () => {
    const receipt = createReceipt(stateOf(record, { signals: { dnt: false, gpc: true } }), config, en);
    expect(receipt.privacy_signals).toEqual({ dnt: false, gpc: true });
  });

  test('is in the language of the visitor', () => {
    const receipt = createReceipt(stateOf(record), config, german);
    expect(receipt.language).toBe('de');
    expect(receipt.purposes[0]?.title).toBe(german.texts.purposes.necessary.title);
  });

  test('keeps the policy version that the answer was given to, also when the policy moved since', () => {
    expect(createReceipt(stateOf({ ...record, policyVersion: '2' }), config, en).policy_version).toBe('2');
  });

  test('names a policy of the same site by its whole address', () => {
    expect(createReceipt(stateOf(record), configOf(), en).privacy_notice).toBe('https://www.shop.example/privacy');
    expect(createReceipt(stateOf(record), configOf({ policy: { url: '' } }), en).privacy_notice).toBe('');
  });

  test('holds of a service only what the site said of it', () => {
    const asked = configOf({ services: { bare: { title: 'Bare', purposes: ['analytics', 'marketing'] } } });
    const receipt = createReceipt(stateOf(null, { asked }), asked, en);
    const bare = {
      service: 'bare',
      title: 'Bare',
      allowed: false,
      recipient: null,
      country: null,
      retention: null,
      policy: null,
      recipient_role: null,
      pii_types: [],
      transfer_country: null,
      transfer_safeguard: null,
    };
    expect(receipt.purposes.map(({ services }) => services)).toEqual([[], [], [bare], [bare]]);
  });

  test('two of the same answer have ids of their own and are otherwise the same', () => {
    const [one, two] = [createReceipt(stateOf(record), config, en), createReceipt(stateOf(record), config, en)];
    expect(one.receipt_id).not.toBe(two.receipt_id);
    expect({ ...one, receipt_id: '' }).toEqual({ ...two, receipt_id: '' });
  });

  test('has nothing in it that identifies the visitor', () => {
    document.cookie = 'session=secret-session';
    const text = JSON.stringify(createReceipt(stateOf(record), config, en));
    for (const secret of ['secret-session', 'session=abc', 'garden', navigator.userAgent, '#here'])
      expect(text).not.toContain(secret);
  });

  test('is there on a page without https too', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(createReceipt(stateOf(record), config, en).receipt_id).not.toBe('');
    vi.unstubAllGlobals();
  });

  test('of a purpose whose name is on every object has words all the same', () => {
    const asked = configOf({ purposes: { constructor: {} } });
    expect(createReceipt(stateOf(null, { asked }), asked, en).purposes[1]).toMatchObject({
      purpose: 'constructor',
      title: 'constructor',
      description: '',
    });
  });
});

describe('the JSON schema of receipts', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const faultsIn = (receipt: unknown) =>
    validate(receipt) ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);

  const everything = readConfig({
    ...carefulConfig,
    controller: { name: 'Shop Ltd', email: 'privacy@shop.example', authority: 'https://authority.example' },
    purposes: Object.fromEntries(
      ['consent', 'legitimate-interest', 'contract', 'legal-obligation', 'strictly-necessary'].map((legalBasis) => [
        legalBasis,
        { title: legalBasis, legalBasis },
      ]),
    ),
    services: { tool: { title: 'Tool', purposes: ['consent'], provider: 'Tool Ltd', country: 'US' } },
  });

  test.each([
    { what: 'of an answer', asked: config, given: record },
    { what: 'before an answer', asked: config, given: null },
    { what: 'of every legal basis, with a controller', asked: everything, given: record },
    { what: 'of a site without a policy', asked: configOf({ policy: { url: '' } }), given: null },
    {
      what: 'of a site whose addresses are none',
      asked: configOf({ policy: { url: 'https://' }, controller: { name: 'Shop', authority: 'https://' } }),
      given: null,
    },
    { what: 'of a site that says nothing of itself', asked: readConfig({}), given: null },
  ])('a receipt $what follows it', ({ asked, given }) => {
    for (const language of [en, german])
      expect(faultsIn(JSON.parse(JSON.stringify(createReceipt(stateOf(given, { asked }), asked, language))))).toEqual(
        [],
      );
  });

  test.each(['necessary', 'signal', 'choice', 'objection', 'exempt', 'default', 'unknown'] satisfies Reason[])(
    'a receipt of what is decided by the reason "%s" follows it',
    (reason) => {
      const state = { ...stateOf(record), decisions: { analytics: { allowed: true, reason } } };
      expect(faultsIn(createReceipt(state, config, en))).toEqual([]);
    },
  );

  const places = [
    { model: 'opt-in', region: null },
    { model: 'opt-in', region: 'FR' },
    { model: 'opt-out', region: 'US-CA' },
    { model: 'opt-out', region: 'CA-ON' },
    { model: 'notice', region: 'NZ' },
  ] as const;
  const sent = [false, true].flatMap((dnt) => [false, true].map((gpc) => ({ dnt, gpc })));

  test.each(places.flatMap((place) => sent.map((signals) => ({ ...place, signals }))))(
    'a receipt under $model in $region with $signals follows it, and its hash is that of its words',
    ({ model, region, signals }) => {
      const asked = { ...config, regions: [{ regions: ['FR'], model: 'opt-in', exempt: ['analytics'] }] } as const;
      for (const given of [record, null]) {
        const state = stateOf(given, { asked, signals, model, region });
        const receipt = createReceipt(state, asked, german);
        expect(faultsIn(JSON.parse(JSON.stringify(receipt)))).toEqual([]);
        expect(receipt).toMatchObject({ consent_model: model, jurisdiction: region, privacy_signals: signals });
        expect(createHash('sha256').update(receipt.privacy_notice_text).digest('hex')).toBe(
          receipt.privacy_notice_hash,
        );
      }
    },
  );

  test('what is no receipt does not follow it', () => {
    const receipt = createReceipt(stateOf(record), config, en);
    expect(faultsIn({ ...receipt, privacy_notice_hash: 'none' })).toEqual([
      expect.stringContaining('.privacy_notice_hash should match pattern'),
    ]);
    expect(faultsIn({ ...receipt, parties: [] })).toEqual([expect.stringContaining('.parties')]);
    expect(faultsIn({ ...receipt, visitor: 'me' })).toEqual([' should NOT have additional properties']);
    const { record_id: _, ...rest } = receipt;
    expect(faultsIn(rest)).toEqual([" should have required property 'record_id'"]);
  });
});
