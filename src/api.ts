/**
 * The vocabulary of Commsor Consent. Types only: this file imports nothing and is imported by everything.
 * What a site owner or a developer sees of it is described in the same words in the README.
 */

// ───────────────────────────── what a site configures ─────────────────────────────

/**
 * What the law of the visitor's place asks for before optional data use: permission, an objection, or only a notice.
 */
export type ConsentModel = 'opt-in' | 'opt-out' | 'notice';

/** A wish that the browser sends: Do Not Track or Global Privacy Control (https://w3c.github.io/gpc/). */
export type PrivacySignal = 'dnt' | 'gpc';

/**
 * The ground on which data is used (GDPR Art. 6); `'strictly-necessary'` is that of the ePrivacy directive (Art. 5(3)).
 * Only what rests on `'consent'` or `'legitimate-interest'` can be refused.
 */
export type LegalBasis = 'consent' | 'legitimate-interest' | 'contract' | 'legal-obligation' | 'strictly-necessary';

/** The ids of the purposes where a site names none of its own; their words come with every language. */
export type DefaultPurpose = 'necessary' | 'preferences' | 'analytics' | 'marketing';

/**
 * Why data is used (GDPR Art. 5), under an id of the site's own. All texts may be left out for the four default
 * purposes.
 */
export interface PurposeConfig {
  /** The name that visitors read. Default: that of a default purpose; any other needs one. */
  title?: string;
  /** One sentence in plain words. Default: that of a default purpose, else none. */
  description?: string;
  /** Default `'consent'`; `necessary` is always `'strictly-necessary'`. */
  legalBasis?: LegalBasis;
  /**
   * The state before an answer, under the models `opt-out` and `notice` only (default `true` there): nothing is ever
   * pre-ticked under opt-in.
   */
  default?: boolean;
  /** Whether data is sold to others for it (as CCPA and its like mean it); visitors are told. Default `false`. */
  sells?: boolean;
  /** Whether data is shared across sites for advertising for it; visitors are told. Default `false`. */
  shares?: boolean;
}

/**
 * A cookie's name, where `*` stands for any characters: `'_ga_*'`; or the name with the path or domain it was set on.
 * Default: any path above the page's, any domain that the page may set.
 */
export type CookiePattern = string | { readonly name: string; readonly path?: string; readonly domain?: string };

/** Web storage that a service leaves behind; names may hold `*`. Each list is empty by default. */
export interface StorageKeys {
  /** Keys of localStorage. */
  local?: readonly string[];
  /** Keys of sessionStorage. */
  session?: readonly string[];
  /** Names of IndexedDB databases. */
  indexedDB?: readonly string[];
  /** Names of Cache Storage caches. */
  caches?: readonly string[];
}

/**
 * A host with everything below it (`'example.com'`) or a host with the start of a path (`'example.com/sdk/'`); `*`
 * stands for any characters.
 */
export type UrlPattern = string;

/** Where a service sends data on to, outside the places whose law protects it alike (GDPR Art. 44 to 49). */
export interface TransferConfig {
  /** An ISO 3166-1 alpha-2 code (`'US'`), or words. */
  country: string;
  /** What protects the data there, in words: `'EU-U.S. Data Privacy Framework'`. Default: none. */
  safeguard?: string;
}

/** A tool that uses the data, under an id of the site's own. What is left out is not told to visitors. */
export interface ServiceConfig {
  /** The name that visitors read. */
  title: string;
  /** The ids of the purposes it serves, at least one: it may run when all of them are allowed. */
  purposes: readonly string[];
  /** The company behind it. */
  provider?: string;
  /** Its privacy policy, `https:`. */
  policyUrl?: string;
  /** Where the data goes, as an ISO 3166-1 alpha-2 code (`'US'`) or as words. */
  country?: string;
  /** Where the data goes on to, and what protects it there. */
  transfer?: TransferConfig;
  /**
   * What its provider is (GDPR Art. 4(7), 26, 28): `'processor'` acts for this site alone, `'controller'` decides
   * itself, `'joint-controller'` does so together with this site.
   */
  role?: 'processor' | 'controller' | 'joint-controller';
  /** The kinds of data that it uses, in words: `['IP address', 'pages viewed']`. */
  dataCategories?: readonly string[];
  /** How long the data is kept, in words. */
  retention?: string;
  /** Cookies that are deleted when it loses its permission. Default: none. */
  cookies?: readonly CookiePattern[];
  /** Other storage that is deleted then. Default: none. */
  storageKeys?: StorageKeys;
  /** The addresses it loads from, for embeds and `block` rules. Default: none. */
  match?: readonly UrlPattern[];
  /** Names by which its inline start is known, like `'hbspt'`, see `BlockRule`. Default: none. */
  globals?: readonly string[];
  /** Whether its scripts run again in the same page after a withdrawal and a new grant. Default `false`. */
  rerun?: boolean;
}

/** How a privacy signal is honoured. */
export interface SignalPolicy {
  /** The purposes it speaks for; default `'all'` that are not strictly necessary. */
  applies?: 'all' | readonly string[];
  /**
   * `'never'`: no choice beats it (default for DNT). `'explicit'`: a deliberate choice made while it is sent does
   * (default for GPC).
   */
  override?: 'never' | 'explicit';
}

/** What the law asks for where; the first rule that names the visitor's region wins. */
export interface RegionRule {
  /** ISO 3166 codes (`'DE'`, `'US-CA'`); `'US'` covers its states; `'*'` everywhere. */
  regions: readonly string[];
  /** What holds there before an answer. Default: the `model` of the configuration. */
  model?: ConsentModel;
  /**
   * The purposes that the law there lets start without permission, such as audience measurement: they are told in the
   * preferences, not asked about, and can be objected to. Default: none.
   */
  exempt?: readonly string[];
}

/** Where and for how long an answer is kept: one first-party cookie, localStorage where that did not stick. */
export interface StorageConfig {
  /** Name of the cookie and of the fallback key, `[A-Za-z0-9_-]+`; default `'commsor_consent'`. */
  name?: string;
  /** The cookie's domain. Default: the page's host alone. `'auto'`: the widest domain that the browser lets us set. */
  domain?: string | 'auto';
  /** The cookie's path; default `'/'`. */
  path?: string;
  /** The cookie's `SameSite`; default `'lax'`. `'none'` is for pages in frames of other sites, and needs https. */
  sameSite?: 'lax' | 'strict' | 'none';
  /** How long a choice counts, in days; default 182, at most 395. */
  days?: number;
  /** How long a refusal of everything counts, in days; default as `days`. */
  rejectDays?: number;
}

/**
 * An untagged third-party tag, found by its address, that waits for a purpose or service. Best effort: see the README.
 */
export interface BlockRule {
  /** The addresses that wait. */
  match: UrlPattern | readonly UrlPattern[];
  /**
   * Names by which the inline starts of what waits are known, like `'hbspt'`: an inline script behind it in the page
   * that mentions one waits with it. Default: none.
   */
  globals?: readonly string[];
  /** What they wait for: an expression as in `data-consent`. */
  consent: string;
}

/** How the banner stands in the page: a card, a bar across it, or a dialog that waits for an answer. */
export type Layout = 'box' | 'bar' | 'modal';
/** Where the banner stands; start and end follow the writing direction. */
export type Position = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'bottom' | 'top';

/** The small control that leads back to the preferences. */
export interface ReopenConfig {
  /** Its corner; default `'bottom-start'`: opposite to the usual chat bubble. */
  position?: 'bottom-start' | 'bottom-end';
  /** Distance from the corner, CSS lengths for the inline and the block axis; default `['16px', '16px']`. */
  offset?: readonly [string, string];
  /** Words that are shown in it. Default: none; its accessible name is from the visitor's language then. */
  label?: string;
}

/** How the interface looks. */
export interface UiConfig {
  /**
   * Default `'box'`. `'modal'` blocks the page until there is an answer, other than that of the policy, where it is the
   * box.
   */
  layout?: Layout;
  /** Default `'bottom-start'` for a box, `'bottom'` for a bar. */
  position?: Position;
  /** Default `'auto'`: what the page paints behind it, else the page's `color-scheme`. */
  theme?: 'auto' | 'light' | 'dark';
  /** Any CSS colour; the words on it are black or white, as it needs. Default: the colour of the text. */
  accent?: string;
  /**
   * The small control that leads back; `false` switches it off (then keep a link to `#consent` in the page). Default
   * `true`.
   */
  reopen?: boolean | ReopenConfig;
  /** `true`: nothing is drawn by us; the site builds its own with the handle. Default `false`. */
  headless?: boolean;
}

/**
 * The seven types of Google Consent Mode v2
 * (https://developers.google.com/tag-platform/security/concepts/consent-mode).
 */
export type GoogleConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

/** Google Consent Mode: the default and the updates that Google's tags are told. */
export interface GoogleConfig {
  /** Which purposes or services govern which types; default: each of the four default purposes its own. */
  map?: Readonly<Record<string, readonly GoogleConsentType[]>>;
  /** The name of the data layer; default `'dataLayer'`. */
  dataLayer?: string;
  /**
   * With the inline snippet, whose default comes before the core: how long Google's tags wait for the answer, in
   * milliseconds. Default: they do not wait.
   */
  waitForUpdate?: number;
}

/** Evidence for the site: each new record is sent there as JSON, `POST`. */
export interface RecordsConfig {
  /** Where to: an `https:` or `http:` address, or a path of this site. */
  endpoint: string;
}

/** How what another consent tool left behind is to be understood. */
export interface MigrateConfig {
  /**
   * Names of the other tool, each with the one of ours that means the same: `{ C0005: 'marketing' }`. Default:
   * the tool's usual groups, and names that spell one of ours (`googleAnalytics`, `Google Analytics`).
   */
  names?: Readonly<Record<string, string>>;
  /**
   * Our purposes and services for which a grant that the other tool stored counts, since visitors gave it for the same.
   * Default: none. Refusals always count.
   */
  grants?: readonly string[];
}

/** The site's privacy policy, which every question links to. */
export interface PolicyConfig {
  /** The privacy policy: an `https:` or `http:` address, or a path of this site. */
  url: string;
  /** Any short word; when it moves, visitors are told. Default: none. */
  version?: string;
  /** One sentence shown when `version` moved. Default: none. */
  changes?: string;
  /** Since when this version is in force, as `2026-11-28`; shown in the preferences. Default: none. */
  effective?: string;
  /**
   * The versions so far, this one among them, the newest first or last. Who comes back is told what changed since the
   * version that they know. Default: none.
   */
  history?: readonly PolicyVersion[];
}

/** One version of the privacy policy. */
export interface PolicyVersion {
  /** As it stood in `policy.version`. */
  version: string;
  /** Since when it is in force, as `2026-11-28`. */
  effective?: string;
  /** One sentence on what changed with it. */
  changes: string;
}

/** Who decides why and how data is used (GDPR Art. 4(7)), as visitors read it beside their rights. */
export interface ControllerConfig {
  /** The name of the company or person. */
  name: string;
  /** The postal address; lines may be separated by `\n`. Default: none. */
  address?: string;
  /** An e-mail address for questions on privacy. Default: none. */
  email?: string;
  /** The data protection officer: a name, an e-mail address, or both in words (GDPR Art. 37). Default: none. */
  dataProtectionOfficer?: string;
  /**
   * The web address, `https:`, of the supervisory authority that takes complaints (GDPR Art. 77). Default: that of the
   * visitor's region, where it is known.
   */
  authority?: string;
}

/** The same shape, with every field optional. */
export type DeepPartial<T> = T extends string ? string : { [K in keyof T]?: DeepPartial<T[K]> };

/**
 * What a site says about itself. `policy` alone is a whole configuration. `Purpose` and `Service` are the ids that it
 * names, where they are known as literals.
 */
export interface ConsentConfig<Purpose extends string = string, Service extends string = string> {
  /** The privacy policy; its `url` is the one thing that has no default. */
  policy: PolicyConfig;
  /** Who is responsible, told beside the visitor's rights and in the receipt. Default: nobody is named. */
  controller?: ControllerConfig;
  /**
   * Why the site uses data, by ids of `[a-z0-9_-]+`; `necessary` is always there. Default: `necessary`, `preferences`,
   * `analytics`, `marketing`.
   */
  purposes?: Readonly<Record<Purpose, PurposeConfig>>;
  /**
   * The tools, by ids of `[a-z0-9_-]+` that no purpose has; or a list of ids, which takes the rows of the shipped table
   * (`@commsor/consent/services`). Default: none.
   */
  services?: Readonly<Record<Service, ServiceConfig>> | readonly Service[];
  /** What holds where no rule of `regions` does; default `'opt-in'`. */
  model?: ConsentModel;
  /**
   * Which model holds where, the first that fits; or `'recommended'`: what the shipped table of laws says
   * (`@commsor/consent/regions`), and opt-in where it says nothing. Default: none.
   */
  regions?: 'recommended' | readonly RegionRule[];
  /**
   * Where the visitor is, an ISO 3166 code (`'DE'`, `'US-CA'`), or a function that finds out; until it has answered,
   * opt-in holds. Default, with `regions`: what `<meta name="commsor-region" content="US-CA">` in the head says, else
   * the cookie `commsor_region`; else unknown.
   */
  region?: string | (() => string | undefined | Promise<string | undefined>);
  /**
   * `'minor'`, or a function that says so: opt-in holds everywhere, no purpose is exempt, and whoever has answered is
   * not asked again by a banner. It asks in the plain words of `texts.minor`. A function that throws, or returns
   * anything else, speaks of a minor too; `undefined` is an adult. Default: an adult.
   */
  audience?: 'minor' | (() => 'minor' | undefined);
  /** How the browser's privacy signals are honoured. Default: both for every optional purpose. */
  signals?: {
    /** Do Not Track; default `override: 'never'`. */
    dnt?: SignalPolicy;
    /** Global Privacy Control; default `override: 'explicit'`. */
    gpc?: SignalPolicy;
  };
  /** Where and for how long the answer is kept. */
  storage?: StorageConfig;
  /** Untagged third-party tags that wait, found by their addresses. Default: none, and no request is looked at. */
  block?: readonly BlockRule[];
  /** `'report'` blocks nothing and lists what it would. Default `'enforce'`. */
  blockMode?: 'enforce' | 'report';
  /**
   * Other consent tools whose marks are read, and whose stored answers are taken over: `'vanilla-cookieconsent'`,
   * `'klaro'`, `'orejime'`, `'cookiebot'`, `'onetrust'`, `'cookieyes'`, `'osano'`, `'complianz'`, `'iubenda'`,
   * `'usercentrics'`, `'termly'`, `'tarteaucitron'`, `'axeptio'`; or one of their marks: `'data-category'`,
   * `'data-name'`, `'data-cookieconsent'`, `'optanon-category'`, `'data-cookieyes'`. Default: none.
   */
  compat?: readonly string[];
  /** How what another tool left behind is to be understood, with `compat`. */
  migrate?: MigrateConfig;
  /**
   * What happens when something that ran loses its permission: only a new page stops it. Default `'reload-if-ran'`.
   */
  onWithdraw?: 'reload-if-ran' | 'keep';
  /** A BCP 47 tag; default: `<html lang>`, then the visitor's languages. */
  language?: string;
  /**
   * Words of your own, over those of the language; a field may also be given per language: `{ de: { banner: { title:
   * '…' } } }`. Default: none.
   */
  texts?: DeepPartial<Texts> | Readonly<Record<string, DeepPartial<Texts>>>;
  /** How the interface looks. */
  ui?: UiConfig;
  /** Google Consent Mode v2; `true` maps the four default purposes. Default `false`. */
  google?: boolean | GoogleConfig;
  /** Where each new record is sent. Default: nowhere. */
  records?: RecordsConfig;
  /**
   * The folder of the other files of `dist/`, an address or a path. Only the tag needs it, and only where it cannot
   * know its own folder: as a module, inlined, or merged into another file. Default: the folder of `commsor.js`.
   */
  base?: string;
  /** How long one tag may keep later ones waiting, in milliseconds; default 3000. */
  timeout?: number;
}

// ───────────────────────────── what is decided ─────────────────────────────

/** What the visitor said. */
export type Choice = 'granted' | 'denied';
/** Names of purposes and services with the visitor's answer; no prototype. */
export type Choices = Readonly<Record<string, Choice>>;

/**
 * Why a name is allowed or not: it is necessary, a privacy signal, the visitor's choice or objection, an exemption of
 * the law where the visitor is, the default of the model; or nobody knows the name.
 */
export type Reason = 'necessary' | 'signal' | 'choice' | 'objection' | 'exempt' | 'default' | 'unknown';

/** What follows, and why. */
export interface Decision {
  /** Whether it may run. */
  readonly allowed: boolean;
  /** What decided. */
  readonly reason: Reason;
  /** Which signal decided, with the reason `signal`. */
  readonly signal?: PrivacySignal;
  /** When the visitor said so, in milliseconds since 1970, with the reasons `choice` and `objection`. */
  readonly since?: number;
}

/** The act, in the words of the W3C Data Privacy Vocabulary (https://w3id.org/dpv). */
export type ConsentEvent = 'given' | 'refused' | 'withdrawn' | 'objected';
/** Where the act happened. `page`: an element with `data-consent-action`. */
export type ConsentMethod = 'banner' | 'preferences' | 'placeholder' | 'page' | 'api';

/** The proof that is kept. It holds nothing about the visitor but the answer itself. */
export interface ConsentRecord {
  /** Random, new with each record. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly givenAt: number;
  /** When the answer stops counting, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** `policy.version` at that moment; empty where there was none. */
  readonly policyVersion: string;
  /** What the visitor did. */
  readonly event: ConsentEvent;
  /** Where the visitor did it. */
  readonly method: ConsentMethod;
  /** The language in which the question was asked, BCP 47. */
  readonly language: string;
  /** The signals that the browser sent at that moment. */
  readonly signals: PrivacySignals;
  /** What the visitor said, by the names of purposes and services. */
  readonly choices: Choices;
  /**
   * Fingerprints of what was asked, per answered name: a purpose's words, legal basis and services; what the purposes
   * of a service say.
   */
  readonly revisions: Readonly<Record<string, string>>;
}

/** Which privacy signals the browser sends. */
export interface PrivacySignals {
  /** `navigator.doNotTrack` is `"1"` or `"yes"`. */
  readonly dnt: boolean;
  /** `navigator.globalPrivacyControl` is `true`. */
  readonly gpc: boolean;
}

/**
 * What moved the state: the start of the page, the visitor's choice, a privacy signal, an answer in another tab, a page
 * that came back from the cache, an answer that ran out, a call of the handle.
 */
export type Cause = 'start' | 'choice' | 'signal' | 'other-tab' | 'restored' | 'expired' | 'api';

/** Everything that is known, frozen. */
export interface ConsentState {
  /**
   * `'decided'` when the visitor, or a signal, has answered for every optional purpose that is not exempt where the
   * visitor is.
   */
  readonly status: 'undecided' | 'decided';
  /** The model that holds for this visitor. */
  readonly model: ConsentModel;
  /** Where the visitor is, ISO 3166; `null` while that is not known. */
  readonly region: string | null;
  /** Whether each purpose is allowed; no prototype. */
  readonly purposes: Readonly<Record<string, boolean>>;
  /** Whether each service is allowed; no prototype. */
  readonly services: Readonly<Record<string, boolean>>;
  /** The same with the reasons, purposes and services in one table. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** The signals that the browser sends now. */
  readonly signals: PrivacySignals;
  /** The stored answer, or `null`. */
  readonly record: ConsentRecord | null;
}

/** A party of a receipt, with the field names of ISO/IEC TS 27560:2023. */
export interface ReceiptParty {
  /** What other fields of the receipt call it. */
  readonly party_id: 'controller' | 'data-protection-officer' | 'authority';
  readonly party_role: 'controller' | 'data-protection-officer' | 'supervisory-authority';
  readonly party_name: string;
  readonly party_address: string | null;
  readonly party_email: string | null;
  readonly party_url: string | null;
}

/**
 * The visitor's machine-readable copy, with the field names of ISO/IEC TS 27560:2023 and words that people can read.
 * Times are ISO 8601, in UTC. `@commsor/consent/receipt.schema.json` is its JSON schema.
 */
export interface ConsentReceipt {
  readonly schema_version: string;
  readonly receipt_id: string;
  /** The id of the stored answer, or `null` where nothing was answered. */
  readonly record_id: string | null;
  /** Always `null`: nobody knows who the visitor is. */
  readonly pii_principal_id: null;
  readonly language: string;
  /** The address of the privacy policy. */
  readonly privacy_notice: string;
  /** The words in `language` with which this site asks where the visitor is, of the banner and of each purpose. */
  readonly privacy_notice_text: string;
  /** SHA-256 of these words in UTF-8, in hexadecimal digits. */
  readonly privacy_notice_hash: string;
  readonly policy_version: string;
  /** Where the visitor is, ISO 3166, or `null` while that is not known. */
  readonly jurisdiction: string | null;
  /** The model that holds there. */
  readonly consent_model: ConsentModel;
  /** The name of who is responsible, else the origin of the site. */
  readonly controller: string;
  /** Those of `parties` that are responsible. */
  readonly pii_controllers: readonly ReceiptParty['party_id'][];
  readonly parties: readonly ReceiptParty[];
  readonly storage_location: string;
  /** How long the answer is kept at most, as an ISO 8601 duration. */
  readonly retention_period: string;
  readonly withdrawal_method: string;
  /** The answer that counts; empty where nothing was answered. */
  readonly events: readonly {
    readonly event_time: string;
    /** Until when it counts. */
    readonly validity_duration: string;
    readonly entity_id: 'visitor';
    /** The kind of consent: by an act of the visitor, never by silence. */
    readonly event_type: 'expressed';
    readonly event_state: ConsentEvent;
    /** Where the visitor did it. */
    readonly method: ConsentMethod;
  }[];
  readonly privacy_signals: PrivacySignals;
  readonly purposes: readonly {
    readonly purpose: string;
    readonly title: string;
    readonly description: string;
    readonly lawful_basis: LegalBasis;
    readonly allowed: boolean;
    readonly reason: Reason;
    readonly services: readonly {
      readonly service: string;
      readonly title: string;
      readonly allowed: boolean;
      readonly recipient: string | null;
      /** What the recipient is: a processor for this site, or a controller of its own or together with it. */
      readonly recipient_role: NonNullable<ServiceConfig['role']> | null;
      /** The kinds of data, in the words of the site. */
      readonly pii_types: readonly string[];
      readonly country: string | null;
      /** Where the data goes on to, and what protects it there. */
      readonly transfer_country: string | null;
      readonly transfer_safeguard: string | null;
      readonly retention: string | null;
      readonly policy: string | null;
    }[];
  }[];
}

// ───────────────────────────── the handle ─────────────────────────────

/**
 * Every error and warning has a code; the README lists them all with their fixes.
 * `config-*` come at the start, the others while the page lives.
 */
export type ErrorCode =
  | 'config-invalid'
  | 'config-ignored'
  | 'second-copy'
  | 'signal-locked'
  | 'storage-failed'
  | 'chunk-failed'
  | 'listener-failed'
  | 'unknown-name'
  | 'bad-expression'
  | 'bad-action'
  | 'bad-url'
  | 'foreign-mark'
  | 'not-inert'
  | 'tag-failed'
  | 'tag-timeout'
  | 'late-write'
  | 'late-guard'
  | 'sweep-failed'
  | 'region-failed'
  | 'records-failed';

/** A report of something that went wrong without stopping the page. */
export interface ConsentError {
  /** What kind of error it is; the README explains each. */
  readonly code: ErrorCode;
  /** What went wrong, in words. */
  readonly message: string;
  /** The element of the page that it is about, if any. */
  readonly element?: Element;
}

/** What a listener is called with, by the name of the event. */
export interface ConsentEvents {
  /** The state moved, from `before`, by `cause`. Called at once with the present state: `before` is `null` then. */
  change: (state: ConsentState, detail: { readonly before: ConsentState | null; readonly cause: Cause }) => void;
  /** A view came onto the screen. */
  show: (view: View) => void;
  /** The view left the screen. */
  hide: () => void;
  /** Something went wrong without stopping the page. */
  error: (error: ConsentError) => void;
}

/** What can be on the screen. */
export type View = 'banner' | 'preferences';

/** How `when` waits. */
export interface WhenOptions {
  /** Ends the waiting: the promise rejects with its reason. Default: it waits for as long as the page lives. */
  readonly signal?: AbortSignal;
}

/** The names in an expression: every term without its `!`. */
type NamesIn<Text extends string> = Text extends `${infer Left}|${infer Right}`
  ? NamesIn<Left> | NamesIn<Right>
  : Text extends `${infer Left} ${infer Right}`
    ? NamesIn<Left> | NamesIn<Right>
    : Text extends `!${infer Name}`
      ? Name
      : Text;

/**
 * `Text` where it is an expression of the names `Name`, as in `data-consent`: `'ads'`, `'analytics ads'` (all of),
 * `'analytics|ads'` (any of), `'!ads'` (while not); else `Name`, so that the compiler says what there is.
 */
export type ConsentExpression<Name extends string, Text extends string> =
  Exclude<NamesIn<Text>, ''> extends Name ? Text : Name;

/**
 * `window.commsorConsent`, and what `createConsent` returns. Frozen. `Name` are the names of purposes and services,
 * where the configuration has them as literals: then the handle takes no others. Such a handle may be given to whoever
 * takes one of any names.
 */
export type CommsorConsent<Name extends string = string> = string extends Name ? ConsentHandle : NamedConsent<Name>;

/** The handle where the names of purposes and services are any strings. */
export interface ConsentHandle {
  /** The version of this package, as in its package.json. */
  readonly version: string;
  /** Resolves once configuration, signals and stored choice are known. */
  readonly ready: Promise<ConsentState>;
  /** Resolves once the visitor, or a signal, has answered. */
  readonly decided: Promise<ConsentState>;
  /** The state now, frozen. */
  get(): ConsentState;
  /**
   * Whether a purpose, a service, or an expression as in `data-consent` is allowed. Never throws: what is unknown is
   * not allowed.
   */
  allows(name: string): boolean;
  /** The decision on one name and its reason. */
  explain(name: string): Decision;
  /**
   * Resolves once `name` (or an expression) is allowed. Rejects with the signal's reason when `options.signal` aborts
   * before that, and after `destroy`.
   */
  when(name: string, options?: WhenOptions): Promise<void>;
  /** Listen; returns the undo. `change` replays the present state at once. A listener that throws is reported. */
  on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): () => void;
  /** A signal that aborts when `name` (or an expression) is withdrawn; already aborted while it is not allowed. */
  abortSignal(name: string): AbortSignal;
  /** Calls `teardown` each time `name` (or an expression) loses its permission; returns the undo. */
  onWithdraw(name: string, teardown: () => void): () => void;
  /**
   * Allow names, by default everything optional. Resolves with the state that follows, once everyone was told. Rejects
   * with a `TypeError` on unknown names.
   */
  grant(names?: readonly string[]): Promise<ConsentState>;
  /** Refuse names, by default everything optional; else as `grant`. */
  deny(names?: readonly string[]): Promise<ConsentState>;
  /** The same as `deny`; the recorded event follows from the transition. */
  withdraw(names?: readonly string[]): Promise<ConsentState>;
  /**
   * Object to purposes that start without permission: on legitimate interest, or exempt where the visitor is. Rejects
   * with a `TypeError` on any other name.
   */
  object(names: readonly string[]): Promise<ConsentState>;
  /** Shows a view, by default the banner while undecided, else the preferences. Resolves when it is on the screen. */
  show(view?: View): Promise<void>;
  /** Takes the view off the screen; nothing is answered. */
  hide(): void;
  /** The visitor's machine-readable copy. */
  receipt(): Promise<ConsentReceipt>;
  /** Forget everything stored, relock, ask again. */
  erase(): Promise<void>;
  /**
   * Look for tagged elements under `root` (default: the document), for example in an open shadow root, now and as they
   * come. Throws a `TypeError` for what is no node.
   */
  scan(root?: ParentNode): void;
  /** The panel that answers "why does this tag (not) run?". */
  debug(): Promise<void>;
  /**
   * Remove listeners, observer, element, placeholders and the global name. Afterwards nothing is written or loaded, and
   * promises reject.
   */
  destroy(): void;
}

/** The handle where the names of purposes and services are known: each method does what it does in `ConsentHandle`. */
export interface NamedConsent<Name extends string> extends ConsentHandle {
  allows<Text extends string>(name: ConsentExpression<Name, Text>): boolean;
  explain(name: Name): Decision;
  when<Text extends string>(name: ConsentExpression<Name, Text>, options?: WhenOptions): Promise<void>;
  abortSignal<Text extends string>(name: ConsentExpression<Name, Text>): AbortSignal;
  onWithdraw<Text extends string>(name: ConsentExpression<Name, Text>, teardown: () => void): () => void;
  grant(names?: readonly Name[]): Promise<ConsentState>;
  deny(names?: readonly Name[]): Promise<ConsentState>;
  withdraw(names?: readonly Name[]): Promise<ConsentState>;
  object(names: readonly Name[]): Promise<ConsentState>;
}

/** What `createConsent` knows by name: the ids of its configuration, or any string where they are not literals. */
export type ConsentName<Purpose extends string, Service extends string> = string extends Purpose | Service
  ? string
  : 'necessary' | ([Purpose] extends [never] ? DefaultPurpose : Purpose) | Service;

declare global {
  // Empty where a program is compiled without the DOM library, as on a server; elsewhere they merge with its own.
  interface AbortSignal {}
  interface Element {}
  interface ParentNode {}
  interface CustomEvent<T> {
    readonly detail: T;
  }

  interface Window {
    /** The handle, from the moment that the tag or `createConsent` has started. */
    commsorConsent?: CommsorConsent;
    /** The configuration, or a part of it: read once, when the tag or `createConsent` starts. */
    commsorConsentConfig?: Partial<ConsentConfig>;
    /** Functions that are called with the handle as soon as it starts; later ones at once. */
    commsorConsentReady?: { push(...listeners: ((consent: CommsorConsent) => void)[]): number };
  }
  interface DocumentEventMap {
    /** Every change, for pages without a build. */
    'commsor-consent': CustomEvent<{ before: ConsentState | null; after: ConsentState; cause: Cause }>;
  }
}

// ───────────────────────────── texts ─────────────────────────────

/** Every word that a visitor reads. `{name}` stands for what the sentence is about. */
export interface Texts {
  /** The first question. */
  banner: {
    title: string;
    body: string;
    /** The link to the policy; its text names privacy. */
    policy: string;
    accept: string;
    reject: string;
    preferences: string;
    /** Said before what is new when only part of the question is asked again. */
    news: string;
    /** The twins where other answers stay as they are. */
    acceptNews: string;
    rejectNews: string;
    /** Says so. */
    kept: string;
    /** Instead of `body`, where nothing waits for permission: under `opt-out` and `notice`. */
    optOut: string;
    /** Beside either; `{purposes}` are those that run already. */
    running: string;
    /** Instead of `reject` under `opt-out`, in the United States and where nobody knows the region. */
    doNotSell: string;
    /** Instead of `preferences` under `opt-out`. */
    choices: string;
    /** Closes the notice that the policy changed. */
    ok: string;
  };
  /** The dialog with a switch per purpose. */
  preferences: {
    title: string;
    intro: string;
    save: string;
    /** Said, instead of closing, where what was changed is not saved; closing again discards it. */
    unsaved: string;
    close: string;
    /** Instead of a switch, for what the site needs. */
    alwaysOn: string;
    /** After the names of the first services; `{n}` is how many others there are, two or more. */
    more: string;
    /** Headings of the services' table. */
    service: string;
    provider: string;
    country: string;
    retention: string;
    policy: string;
    cookies: string;
    search: string;
    noMatch: string;
    /** Marks a purpose that is new or has changed. */
    new: string;
    /** A legitimate-interest purpose, or one that is exempt in a region: it runs unless the visitor objects. */
    legitimateInterest: string;
  };
  /** The words of the default purposes. */
  purposes: Record<DefaultPurpose, { title: string; description: string }>;
  /** What is said of the browser's privacy signals. */
  signals: {
    /** "Your browser sends Do Not Track." */
    dnt: string;
    /** "Your browser sends Global Privacy Control." */
    gpc: string;
    /** "Your opt-out request was honoured." */
    honoured: string;
    /** Why switches are locked under Do Not Track. */
    locked: string;
    /** What turning a purpose on does under Global Privacy Control. */
    override: string;
  };
  /** What stands in the place of an embed that waits. */
  placeholder: {
    /** `{name}` is the service or the host. */
    title: string;
    /** `{purpose}` is the title of the purpose. */
    body: string;
    once: string;
    always: string;
  };
  /** What is announced. */
  status: {
    /** After an answer that allows all that was asked. */
    accepted: string;
    /** After an answer that allows nothing of what was asked. */
    rejected: string;
    /** After a press on a button of the page that withdraws. */
    withdrawn: string;
    /** After saving, and after an answer of which only a part could be taken. */
    saved: string;
    /** Where something ran that is no longer allowed. */
    changed: string;
    /** The button beside it, which loads the page anew. */
    reload: string;
  };
  /** The control that leads back. */
  reopen: {
    /** Accessible name of the control that leads back. */
    label: string;
  };
  /** What visitors may do beside answering, and what is kept of their answer. */
  rights: {
    title: string;
    unanswered: string;
    /** Nothing was answered, and a privacy signal decided. */
    bySignal: string;
    /** Headings of what was answered; the first is followed by a date and time. */
    answered: string;
    allowed: string;
    refused: string;
    /** Followed by a date. */
    until: string;
    /** Followed by the id of the record. */
    id: string;
    /** Followed by the name of our cookie and how long it is kept. */
    cookie: string;
    /** Who decides why and how data is used (GDPR Art. 4(7)). */
    controller: string;
    officer: string;
    authority: string;
    /** How the browser's own signals are honoured. */
    signals: string;
    download: string;
    /** `{purpose}` are the titles of what runs on a legitimate interest. */
    object: string;
    withdraw: string;
    forget: string;
    /** Said after the first press on `forget`; the second is `confirm`. */
    warning: string;
    confirm: string;
    cancel: string;
    /** What is announced when it is done. */
    downloaded: string;
    forgotten: string;
    objected: string;
    failed: string;
    /** The legal bases of purposes. */
    consent: string;
    contract: string;
    legalObligation: string;
    strictlyNecessary: string;
    /** The roles of a service's provider; one that decides itself is told as `controller`. */
    processor: string;
    'joint-controller': string;
    /** Heading of the kinds of data that a service uses. */
    data: string;
    /** What is said of a purpose that sells data, or shares it across sites for advertising. */
    sells: string;
    shares: string;
  };
  /** The list of purposes and services on the privacy page. */
  declaration: {
    /** The visitor's own state beside each; what cannot be refused is told as `preferences.alwaysOn`. */
    allowed: string;
    refused: string;
    /** Heading of what a service keeps beside its cookies. */
    storage: string;
  };
  /** Which third parties this page has contacted. */
  proof: {
    none: string;
    /** Heading of the list of those that were contacted. */
    some: string;
    /** In the place of a purpose, where the site says nothing of who was contacted. */
    unlisted: string;
  };
  /** What a child of ten understands: instead of `banner`, for minors, where that has no words of the site's own. */
  minor: {
    title: string;
    body: string;
  };
}

/** A language as its chunk exports it. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
}
