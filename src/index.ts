import type { CommsorConsent, ConsentConfig, ConsentName, DefaultPurpose } from './api.ts';
import { startConsent } from './consent.ts';
import { claimed } from './global.ts';
import { readConfig } from './model/config.ts';
import { faultsOf } from './model/faults.ts';
import { readPageConfig } from './page-config.ts';
import { loadPart } from './parts.ts';
import { createInert } from './server.ts';

export type {
  BlockRule,
  Cause,
  Choice,
  Choices,
  CommsorConsent,
  ConsentConfig,
  ConsentError,
  ConsentEvent,
  ConsentEvents,
  ConsentExpression,
  ConsentHandle,
  ConsentMethod,
  ConsentModel,
  ConsentName,
  ConsentReceipt,
  ConsentRecord,
  ConsentState,
  CookiePattern,
  Decision,
  DefaultPurpose,
  ErrorCode,
  GoogleConfig,
  GoogleConsentType,
  Layout,
  LegalBasis,
  MigrateConfig,
  NamedConsent,
  PolicyConfig,
  Position,
  PrivacySignal,
  PrivacySignals,
  PolicyVersion,
  PurposeConfig,
  Reason,
  RecordsConfig,
  RegionRule,
  ReopenConfig,
  ServiceConfig,
  SignalPolicy,
  StorageConfig,
  StorageKeys,
  Texts,
  UiConfig,
  UrlPattern,
  View,
  WhenOptions,
} from './api.ts';

/** Thrown by `createConsent` for a configuration that cannot be what its author meant. */
export class ConsentConfigError extends Error {
  override readonly name = 'ConsentConfigError';
  readonly code = 'config-invalid';
  /** The path of the first wrong field: `services.maps.purposes`. */
  readonly field: string;
  /** What is wrong with it, and what to write instead. */
  readonly fix: string;

  /** `message` has every wrong field with its fix, one a line. */
  constructor(faults: readonly [WrongField, ...WrongField[]]) {
    super(faults.map(({ field, fix }) => `${field}: ${fix}`).join('\n'));
    [{ field: this.field, fix: this.fix }] = faults;
  }
}

type WrongField = Pick<ConsentConfigError, 'field' | 'fix'>;

let first: string | undefined;

/**
 * Starts consent for this page and returns the handle, which is `window.commsorConsent` too. A field that `config`
 * leaves out is looked up in `window.commsorConsentConfig`, then in `<script type="application/json"
 * id="commsor-consent-config">`. A second call returns the first handle, and warns if its configuration differs. On a
 * server it returns an inert handle that denies everything optional.
 *
 * The names of purposes and services that `config` has as literals are the only ones that the handle takes; where they
 * are not known to the compiler it takes any string.
 *
 * @throws {ConsentConfigError} when a field cannot be read; `field` says which, `fix` what to write. Under the
 *   condition "development" of bundlers, for everything else that is wrong too.
 */
export function createConsent<Purpose extends string = DefaultPurpose, Service extends string = never>(
  config: ConsentConfig<Purpose, Service>,
): CommsorConsent<ConsentName<Purpose, Service>>;
export function createConsent(config: ConsentConfig): CommsorConsent {
  const { input, faults } = readPageConfig(config);
  const read = readConfig(input);
  const [fault, ...others] = [...faults, ...faultsOf(input, read)];
  if (fault) throw new ConsentConfigError([fault, ...others]);
  if (typeof document === 'undefined') return createInert(read);

  const text = JSON.stringify(input);
  const running = claimed();
  if (!running) {
    first = text;
    return startConsent(input, loadPart);
  }
  if (text !== first) console.warn('[commsor] config-ignored: call destroy() before you start anew');
  return running;
}
