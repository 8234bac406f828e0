import type {
  BlockRule,
  ConsentConfig,
  ConsentModel,
  GoogleConfig,
  PolicyConfig,
  LegalBasis,
  PrivacySignal,
  PurposeConfig,
  RegionRule,
  ServiceConfig,
  SignalPolicy,
  StorageConfig,
  UiConfig,
} from '../api.ts';
import { aPositiveNumber, aText, listOf, oneOf, ownFields } from './coerce.ts';
import { isName } from './expression.ts';
import { DEFAULT_MAP } from './google-map.ts';
import { fingerprint } from './record.ts';

/** A signal that speaks for a purpose, and whether a deliberate choice may beat it. */
export interface BindingSignal {
  readonly name: PrivacySignal;
  readonly override: 'never' | 'explicit';
}

export interface Purpose extends PurposeConfig {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  /** Whether it can be answered: the rest is always on. */
  readonly isOptional: boolean;
  readonly signals: readonly BindingSignal[];
  /**
   * Fingerprints of what it says and of each of its services, which a stored answer is compared with, see
   * model/record.ts.
   */
  readonly meanings: readonly string[];
}

export interface Service extends ServiceConfig {
  readonly id: string;
}

/** Services by id, as the shipped table has them. */
export type Rows = Readonly<Record<string, ServiceConfig>>;

/** What only one part reads stands in a `Config` as it was written, and that part reads it with care. */
type AsWritten = Pick<
  ConsentConfig,
  'audience' | 'blockMode' | 'controller' | 'migrate' | 'onWithdraw' | 'records' | 'texts' | 'base'
>;

/** A `ConsentConfig` after defaults and checks. */
export interface Config extends Readonly<AsWritten> {
  readonly policy: Readonly<Required<Pick<PolicyConfig, 'url' | 'version' | 'changes'>>> &
    Pick<PolicyConfig, 'effective' | 'history'>;
  readonly purposes: ReadonlyMap<string, Purpose>;
  /** One that is named by an id without a row has no purposes, and is never allowed. */
  readonly services: ReadonlyMap<string, Service>;
  /** Whether services are named by id: what visitors read of them is in the shipped table. */
  readonly isNamed: boolean;
  /**
   * Whether services are named by id and their rows have not come. What an answer was about is not known before that,
   * so nothing optional is allowed.
   */
  readonly isAwaited: boolean;
  readonly model: ConsentModel;
  readonly regions: readonly RegionRule[];
  /**
   * Where the visitor is; `null`: nobody can tell. `undefined`: that, or the law of the place, has to be found out, see
   * src/regions/locate.ts.
   */
  readonly region: string | null | undefined;
  /** With a name; the rest as it was written, see model/new-record.ts. */
  readonly storage: StorageConfig & { readonly name: string };
  readonly block: readonly BlockRule[];
  /** Whether untagged tags are held: the site wrote `block`, be it an empty list. */
  readonly isGuarded: boolean;
  readonly compat: readonly string[];
  readonly language: string;
  readonly ui: UiConfig;
  readonly google: GoogleConfig | null;
  /** How long one tag may keep later ones waiting, in milliseconds. */
  readonly timeout: number;
}

const NECESSARY = 'strictly-necessary';
const INTEREST = 'legitimate-interest';
const CONSENT = 'consent';
const modelOf = (value: unknown) => oneOf(value, 'opt-in', 'opt-out', 'notice') ?? 'opt-in';

/**
 * Whatever a stranger wrote in, a `Config` out. Never throws: a field that cannot be what its author meant takes the
 * strictest sensible default. It says nothing about that; src/model/faults.ts finds out. `rows` are those that services
 * may be named from; none where they have not come yet.
 */
export function readConfig(input: unknown, rows?: Rows): Config {
  const root = ownFields<ConsentConfig>(input);
  const policy = ownFields<ConsentConfig['policy']>(root.policy);
  const storage = ownFields<StorageConfig>(root.storage);
  const given = ownFields<Record<string, unknown>>(root.purposes);
  // A name that the stored text cannot hold would make it unreadable, and every choice with it.
  const own = Object.keys(given).filter(isName);
  const ids = [...new Set(['necessary', ...(own[0] ? own : Object.keys(DEFAULT_MAP))])];
  const isNamed = !!idsIn(root.services)[0];
  const services = readServices(root.services, ids, rows);
  return {
    ...root,
    policy: {
      ...policy,
      url: aText(policy.url),
      version: aText(policy.version),
      changes: aText(policy.changes),
    },
    purposes: readPurposes(given, ids, services, readSignals(root.signals, ids)),
    services,
    isNamed,
    isAwaited: isNamed && !rows,
    model: modelOf(root.model),
    regions: listOf(root.regions).map((rule) => {
      const { regions, model = root.model, exempt } = ownFields<RegionRule>(rule);
      return { regions: [...listOf<string>(regions)], model: modelOf(model), exempt: listed(exempt, ids) };
    }),
    region: regionIn(root),
    storage: { ...storage, name: aText(storage.name, 'commsor_consent') },
    block: listOf<BlockRule>(root.block),
    isGuarded: !!root.block,
    compat: listOf<string>(root.compat),
    language: aText(root.language),
    ui: ownFields<UiConfig>(root.ui),
    google: root.google ? ownFields<GoogleConfig>(root.google) : null,
    timeout: aPositiveNumber(root.timeout) ?? 3000,
  };
}

/** The region, as far as the configuration alone tells what holds there. */
function regionIn({ region, regions }: Partial<ConsentConfig>): string | null | undefined {
  if (aText(region) && regions !== 'recommended') return aText(region);
  return region || regions ? undefined : null;
}

/** A list of purposes; none where one of them is unknown. */
function listed(value: unknown, ids: readonly string[]): string[] {
  const names = listOf<string>(value);
  return names.every((id) => ids.includes(id)) ? [...names] : [];
}

/** The ids by which services are named, where they are not written out. */
const idsIn = (services: unknown) => listOf(services).filter((id) => typeof id === 'string');

function readServices(input: unknown, ids: readonly string[], rows?: Rows): Map<string, Service> {
  const services = new Map<string, Service>();
  const named = idsIn(input).map((id) => [id, rows?.[id]] as const);
  for (const [id, value] of named[0] ? named : Object.entries(ownFields(input))) {
    const service = ownFields<ServiceConfig>(value);
    const purposes = listed(service.purposes, ids);
    const isNamed = isName(id) && !ids.includes(id);
    if (isNamed && (purposes[0] || named[0]))
      services.set(id, { ...service, id, title: service.title ?? id, purposes });
  }
  return services;
}

type SignalRule = BindingSignal & { readonly bound: readonly string[] };

/** Which purposes each signal speaks for. Both speak for all, unless the site says otherwise. */
function readSignals(input: unknown, ids: readonly string[]): SignalRule[] {
  const policies = ownFields<Record<PrivacySignal, unknown>>(input);
  const rule = (name: PrivacySignal, usual: BindingSignal['override']): SignalRule => {
    const { applies, override } = ownFields<SignalPolicy>(policies[name]);
    const bound = listed(applies, ids);
    return { name, bound: bound[0] ? bound : ids, override: oneOf(override, 'never', 'explicit') ?? usual };
  };
  return [rule('dnt', 'never'), rule('gpc', 'explicit')];
}

function readPurposes(
  given: Partial<Record<string, unknown>>,
  ids: readonly string[],
  services: ReadonlyMap<string, Service>,
  signals: readonly SignalRule[],
): Map<string, Purpose> {
  const purposes = new Map<string, Purpose>();
  for (const id of ids) {
    const purpose = ownFields<PurposeConfig>(given[id]);
    const basis = oneOf<LegalBasis>(purpose.legalBasis, INTEREST, NECESSARY, 'contract', 'legal-obligation') ?? CONSENT;
    const legalBasis = id === 'necessary' ? NECESSARY : basis;
    const isOptional = legalBasis === CONSENT || legalBasis === INTEREST;
    const words = aText(purpose.title) + aText(purpose.description);
    const under = [...services.values()].filter((service) => service.purposes.includes(id));
    purposes.set(id, {
      ...purpose,
      id,
      legalBasis,
      isOptional,
      signals: signals.filter(({ bound }) => isOptional && bound.includes(id)),
      meanings: [legalBasis + words, ...under.map((service) => service.id)].map(fingerprint),
    });
  }
  return purposes;
}
