import type {
  ConsentModel,
  PrivacySignal,
  LegalBasis,
  PurposeConfig,
  ServiceConfig,
  RegionRule,
  StorageConfig,
  BlockRule,
  UiConfig,
  GoogleConfig,
  RecordsConfig,
  ConsentConfig,
} from '../api.ts';
import { DEFAULT_MAP } from './google-map.ts';
import { isName } from './expression.ts';
import { fingerprint } from './record.ts';
import { fields, list, oneOf, positive, text } from './coerce.ts';

/** A signal that speaks for a purpose, and whether a deliberate choice may beat it. */
export interface BindingSignal {
  readonly name: PrivacySignal;
  readonly override: 'never' | 'explicit';
}

export interface Purpose extends PurposeConfig {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  readonly signals: readonly BindingSignal[];
  /**
   * Fingerprints of what it says and of each of its services, which a stored answer is compared with, see
   * core/record.ts.
   */
  readonly meanings: readonly string[];
}

export interface Service extends ServiceConfig {
  readonly id: string;
}

/** A field that cannot be what its author meant, and what to write instead. */
export interface Fault {
  /** The path of the field: `services.maps.purposes`. */
  readonly field: string;
  readonly fix: string;
}

/** A `ConsentConfig` after defaults and checks. */
export interface Config {
  /** What could not be read as it was written. */
  readonly faults: readonly Fault[];
  readonly policy: { readonly url: string; readonly version: string; readonly changes: string };
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly services: ReadonlyMap<string, Service>;
  readonly model: ConsentModel;
  readonly regions: readonly RegionRule[];
  readonly region: ConsentConfig['region'];
  /** With a name; the rest as it was written, see model/new-record.ts. */
  readonly storage: StorageConfig & { readonly name: string };
  readonly block: readonly BlockRule[];
  readonly blockMode?: ConsentConfig['blockMode'];
  readonly compat: readonly string[];
  readonly onWithdraw?: ConsentConfig['onWithdraw'];
  readonly language: string;
  readonly texts: NonNullable<ConsentConfig['texts']>;
  readonly ui: UiConfig;
  readonly google: GoogleConfig | null;
  readonly records: RecordsConfig | null;
  readonly timeout: number;
}

const modelOf = (value: unknown) => oneOf(value, 'opt-in', 'opt-out', 'notice');

/**
 * Whatever a stranger wrote in, a `Config` out. Never throws: a field that cannot be what its author meant takes the
 * strictest
 * sensible default. It says nothing about that; src/check does, by the same rules. What only one part reads, that part
 * reads as it is.
 */
export function readConfig(input: unknown): Config {
  const root = fields<ConsentConfig>(input);
  const policy = fields(root.policy);
  const storage = fields(root.storage);
  const given = fields<Record<string, PurposeConfig>>(root.purposes);
  const purposes = new Map<string, Purpose>();
  const services = new Map<string, Service>();
  // A name that the stored text cannot hold would make it unreadable, and every choice with it.
  const own = Object.keys(given).filter(isName);
  const ids = [...new Set(['necessary', ...(own[0] ? own : Object.keys(DEFAULT_MAP))])];
  /** A list of purposes, empty when it names a stranger. */
  const listed = (value: unknown) => {
    const names = list<string>(value);
    return names.every((id) => ids.includes(id)) ? names : [];
  };

  for (const [id, value] of Object.entries(fields(root.services))) {
    const service = fields<ServiceConfig>(value);
    const under = listed(service.purposes);
    if (under[0] && isName(id) && !ids.includes(id)) services.set(id, { ...service, id, purposes: under });
  }
  const signals = (
    [
      ['dnt', 'never', 'explicit'],
      ['gpc', 'explicit', 'never'],
    ] as const
  ).map(([name, usual, other]) => {
    const { applies, override } = fields(fields(root.signals)[name]);
    const bound = listed(applies);
    return { name, bound: bound[0] ? bound : ids, override: oneOf<BindingSignal['override']>(override, usual, other) };
  });
  for (const id of ids) {
    const purpose = fields<PurposeConfig>(given[id]);
    const necessary = 'strictly-necessary';
    const legalBasis =
      id === 'necessary'
        ? necessary
        : oneOf<LegalBasis>(purpose.legalBasis, 'consent', 'legitimate-interest', necessary);
    purposes.set(id, {
      ...purpose,
      id,
      legalBasis,
      signals: signals.filter(({ bound }) => legalBasis !== necessary && bound.includes(id)),
      meanings: [
        legalBasis + text(purpose.title) + text(purpose.description),
        ...[...services.keys()].filter((name) => services.get(name)?.purposes.includes(id)),
      ].map(fingerprint),
    });
  }
  return {
    ...root,
    faults: text(policy.url) ? [] : [{ field: 'policy.url', fix: 'give the address of your privacy policy' }],
    policy: { url: text(policy.url), version: text(policy.version), changes: text(policy.changes) },
    purposes,
    services,
    model: modelOf(root.model),
    regions: list(root.regions)
      .map((rule) => fields(rule))
      .map(({ regions, model }) => ({ regions: list(regions), model: modelOf(model) })),
    storage: { ...storage, name: text(storage.name, 'commsor_consent') },
    block: list(root.block),
    compat: list(root.compat),
    language: text(root.language),
    ui: fields(root.ui),
    google: root.google && fields(root.google),
    timeout: positive(root.timeout, 3000),
  } as unknown as Config;
}
